"""How functions of the project behave: whether they can raise, and how `find_class` refuses."""

from __future__ import annotations

from textwrap import indent

import pytest
from astroid import nodes

from conftest import Run
from flake8_pysafe.resolve import behaviour
from flake8_pysafe.resolve.walking import walk
from flake8_pysafe.values import Refusal
from worlds import evaluator

PASS = "return super().find_class(module, name)"

BY_DEFAULT = {
    "a set of pairs": f"if (module, name) in ALLOWED:\n    {PASS}\nraise ValueError(name)",
    "not in a set of pairs": f"if (module, name) not in ALLOWED:\n    raise ValueError(name)\n{PASS}",
    "both compared": f"if module == 'm' and name == 'n':\n    {PASS}\nraise ValueError(name)",
    "module and names": f"if module == 'm' and name in NAMES:\n    {PASS}\nraise ValueError(name)",
    "a table": "return TABLE[module, name]",
    "a table of names": "return TABLE[name]",
    "a table of tables": "return TABLE[module][name]",
    "a match": f"match (module, name):\n    case ('m', 'n'):\n        {PASS}\nraise ValueError(name)",
    "it always raises": "raise ValueError(name)",
    "the qualified name": f"if f'{{module}}.{{name}}' not in ALLOWED:\n    raise ValueError(name)\n{PASS}",
}

BY_MODULE = {
    "a prefix": f"if module.startswith('m.'):\n    {PASS}\nraise ValueError(name)",
    "not a prefix": f"if not module.startswith('m.'):\n    raise ValueError(name)\n{PASS}",
    "a list of modules": f"if module in MODULES:\n    {PASS}\nraise ValueError(name)",
    "a deny list": f"if (module, name) in DENIED:\n    raise ValueError(name)\n{PASS}",
    "one denied module": f"if module == 'os':\n    raise ValueError(name)\n{PASS}",
}

NEVER = {
    "as it was": PASS,
    "renamed": f"if module == 'old':\n    module = 'new'\n{PASS}",
    "logged": f"print(module, name)\n{PASS}",
    "another way": "return getattr(importlib.import_module(module), name)",
    "a recipe": f"if name == '_load_from_bytes':\n    return restore\n{PASS}",
}


def function(source: str) -> nodes.FunctionDef:
    tree = evaluator(source).tree.module
    return next(node for node in walk(tree) if isinstance(node, nodes.FunctionDef))


def find_class(body: str, parameters: str = "self, module, name") -> nodes.FunctionDef:
    return function(f"class C:\n    def find_class({parameters}):\n" + indent(body, " " * 8))


@pytest.mark.parametrize("body", BY_DEFAULT.values(), ids=BY_DEFAULT.keys())
def test_what_is_not_listed_by_name_is_refused(body: str) -> None:
    assert behaviour.refusal(find_class(body)) is Refusal.BY_DEFAULT


@pytest.mark.parametrize("body", BY_MODULE.values(), ids=BY_MODULE.keys())
def test_a_filter_that_can_be_walked_around_is_told(body: str) -> None:
    assert behaviour.refusal(find_class(body)) is Refusal.BY_MODULE


@pytest.mark.parametrize("body", NEVER.values(), ids=NEVER.keys())
def test_what_only_looks_like_a_filter_refuses_nothing(body: str) -> None:
    assert behaviour.refusal(find_class(body)) is Refusal.NEVER


def test_the_parameters_can_have_any_names() -> None:
    body = "if (m, n) not in ALLOWED:\n    raise ValueError(n)\nreturn super().find_class(m, n)"
    assert behaviour.refusal(find_class(body, "this, m, n")) is Refusal.BY_DEFAULT


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise ValueError", True),
        ("if x:\n    raise ValueError", True),
        ("return 1", False),
        ("def inner():\n    raise ValueError", False),
        ("class Inner:\n    def f(self):\n        raise ValueError", False),
    ],
)
def test_a_function_raises_if_a_statement_of_its_own_does(body: str, expected: bool) -> None:
    assert behaviour.raises(function("def f(x):\n" + indent(body, "    "))) is expected


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (BY_DEFAULT["a set of pairs"], []),
        (BY_MODULE["a prefix"], ["PS209"]),
        (NEVER["renamed"], ["PS202"]),
    ],
)
def test_an_unpickler_is_judged_by_its_filter(body: str, codes: list[str], run: Run) -> None:
    source = (
        "import pickle\nclass Mine(pickle.Unpickler):\n    def find_class(self, module, name):\n"
        + indent(body, " " * 8)
        + "\ndef f(file):\n    return Mine(file).load()\n"
    )
    assert [each.split()[1] for each in run(source, pedantic=True)] == codes
