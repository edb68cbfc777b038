"""Reaching definitions: which assignment a use sees, in order and over all branches."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent
from typing import Any

import pytest

from conftest import calls_made
from flake8_pysafe.resolve.flow import Binding, Entry, ScopeFlow, path_of
from flake8_pysafe.values import MISSING
from worlds import evaluator, probed, probes


def in_function(body: str) -> str:
    return "def function(unknown, items):\n" + indent(body, "    ")


STRAIGHT = {
    "the last one wins": ("x = 1\nx = 2\nprobe(x)", {2}),
    "a use before the next binding": ("x = 1\nprobe(x)\nx = 2", {1}),
    "several targets": ("x = y = 1\nprobe(x)", {1}),
    "a tuple": ("x, y = 1, 2\nprobe(y)", {2}),
    "a nested tuple": ("(x, (y, z)) = 1, (2, 3)\nprobe(z)", {3}),
    "its own value": ("x = 1\nx = x\nprobe(x)", {1}),
    "an annotated one": ("x: int = 1\nprobe(x)", {1}),
    "a walrus": ("if (x := 1):\n    pass\nprobe(x)", {1}),
    "a walrus in an argument": ("other(x := 1)\nprobe(x)", {1}),
    "a walrus in a comprehension": ("[(x := 1) for y in items]\nprobe(x)", {1}),
    "added to a list": ("x = ['a']\nx += ['b']\nprobe(x[1])", {"b"}),
    "merged into a dictionary": ("x = {'a': 1}\nx |= {'a': 2}\nprobe(x['a'])", {2}),
    "a deleted name": ("x = 1\ndel x\nprobe(x)", {MISSING}),
    "bound again behind del": ("x = 1\ndel x\nx = 2\nprobe(x)", {2}),
    "a function of the name": ("x = 1\ndef x(): pass\nx = 2\nprobe(x)", {2}),
}

BRANCHES = {
    "both branches": ("if unknown:\n    x = 1\nelse:\n    x = 2\nprobe(x)", {1, 2}),
    "one branch": ("x = 1\nif unknown:\n    x = 2\nprobe(x)", {1, 2}),
    "inside a branch": ("x = 1\nif unknown:\n    x = 2\n    probe(x)", {2}),
    "the other branch": ("x = 1\nif unknown:\n    x = 2\nelse:\n    probe(x)", {1}),
    "elif": ("if unknown:\n    x = 1\nelif items:\n    x = 2\nelse:\n    x = 3\nprobe(x)", {1, 2, 3}),
    "set behind the branches": ("if unknown:\n    x = 1\nelse:\n    x = 2\nx = 3\nprobe(x)", {3}),
    "a branch that returns": ("x = 1\nif unknown:\n    x = 2\n    return\nprobe(x)", {1}),
    "a branch that raises": ("x = 1\nif unknown:\n    x = 2\n    raise ValueError\nprobe(x)", {1}),
    "both branches leave but one": ("if unknown:\n    x = 1\nelse:\n    x = 2\n    return\nprobe(x)", {1}),
    "a conditional expression": ("x = 1 if unknown else 2\nprobe(x)", {1, 2}),
}

LOOPS = {
    "a loop may not run": ("x = 1\nfor y in items:\n    x = 2\nprobe(x)", {1, 2}),
    "seen in the next round": ("x = 1\nfor y in items:\n    probe(x)\n    x = 2", {1, 2}),
    "while": ("x = 1\nwhile unknown:\n    x = 2\nprobe(x)", {1, 2}),
    "break": ("x = 1\nfor y in items:\n    x = 2\n    break\nprobe(x)", {1, 2}),
    "set behind break": ("x = 1\nfor y in items:\n    if y:\n        break\n    x = 2\nprobe(x)", {1, 2}),
    "continue": ("x = 1\nfor y in items:\n    if y:\n        x = 2\n        continue\n    x = 3\nprobe(x)", {1, 2, 3}),
    "else behind a loop": ("x = 1\nfor y in items:\n    pass\nelse:\n    x = 2\nprobe(x)", {2}),
    "the loop's variable": ("for x in (1, 2):\n    probe(x)", {1, 2}),
    "a loop over pairs": ("for x, y in ((1, 2), (3, 4)):\n    probe(y)", {2, 4}),
}

TRIES = {
    "the body may fail at any step": (
        "x = 1\ntry:\n    x = 2\n    x = 3\nexcept ValueError:\n    probe(x)",
        {1, 2, 3},
    ),
    "the handler's own": ("try:\n    x = 1\nexcept ValueError:\n    x = 2\nprobe(x)", {1, 2}),
    "a handler that leaves": ("try:\n    x = 1\nexcept ValueError:\n    return\nprobe(x)", {1}),
    "seen in the handler": ("x = 1\ntry:\n    x = 2\nexcept ValueError:\n    probe(x)", {1, 2}),
    "else": ("try:\n    x = 1\nexcept ValueError:\n    x = 2\nelse:\n    x = 3\nprobe(x)", {2, 3}),
    "finally wins": ("x = 1\ntry:\n    x = 2\nfinally:\n    x = 3\nprobe(x)", {3}),
    "behind finally": ("x = 1\ntry:\n    x = 2\nfinally:\n    items()\nprobe(x)", {2}),
}

OTHERS = {
    "in a with": ("x = 1\nwith unknown:\n    x = 2\nprobe(x)", {2}),
    "match": ("x = 1\nmatch unknown:\n    case 1:\n        x = 2\n    case 2:\n        x = 3\nprobe(x)", {1, 2, 3}),
    "match with a last resort": (
        "x = 1\nmatch unknown:\n    case 1:\n        x = 2\n    case _:\n        x = 3\nprobe(x)",
        {2, 3},
    ),
    "match and return": ("x = 1\nmatch unknown:\n    case 1:\n        x = 2\n        return\nprobe(x)", {1}),
}

NARROWED = {
    "is None": ("x = None if unknown else 1\nif x is None:\n    probe(x)", {None}),
    "is not None": ("x = None if unknown else 1\nif x is not None:\n    probe(x)", {1}),
    "None is replaced": ("x = None if unknown else 1\nif x is None:\n    x = 2\nprobe(x)", {1, 2}),
    "truth": ("x = None if unknown else 1\nif x:\n    probe(x)", {1}),
    "not": ("x = None if unknown else 1\nif not x:\n    probe(x)", {None}),
    "None has left": ("x = None if unknown else 1\nif x is None:\n    return\nprobe(x)", {1}),
    "equal": ("x = 'a' if unknown else 'b'\nif x == 'a':\n    probe(x)", {"a"}),
    "else": ("x = 'a' if unknown else 'b'\nif x == 'a':\n    pass\nelse:\n    probe(x)", {"b"}),
    "and": ("x = None if unknown else 1\nif unknown and x:\n    probe(x)", {1}),
    "or replaces what is false": ("x = None if unknown else 1\nprobe(x or 2)", {1, 2}),
}

CASES = {**STRAIGHT, **BRANCHES, **LOOPS, **TRIES, **OTHERS, **NARROWED}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_a_use_sees_the_definitions_that_reach_it(body: str, expected: set[Any]) -> None:
    assert probed(in_function(body)) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "x = 1\nx = 2\nprobe(x)",
        "if x:\n    x = 2\nelse:\n    x = 2\nprobe(x)",
        "try:\n    x = 2\nfinally:\n    pass\nprobe(x)",
    ],
)
def test_a_module_flows_like_a_function(body: str) -> None:
    assert probed(body) == [{2}]


SCOPES = {
    "a name of the module": ("x = 1\ndef function():\n    probe(x)", {1}),
    "a name set behind the function": ("x = 1\ndef function():\n    probe(x)\nx = 2", {2}),
    "a local one hides it": ("x = 1\ndef function():\n    x = 2\n    probe(x)", {2}),
    "a name of the function around": ("def outer():\n    x = 1\n    def inner():\n        probe(x)", {1}),
    "a class is no scope for its methods": ("x = 1\nclass C:\n    x = 2\n    def method(self):\n        probe(x)", {1}),
    "a class body sees itself": ("x = 1\nclass C:\n    x = 2\n    probe(x)", {2}),
    "a comprehension's variable": ("x = 1\n[probe(x) for x in (2, 3)]", {2, 3}),
    "it does not leak": ("x = 1\n[x for x in (2, 3)]\nprobe(x)", {1}),
    "the first iterable is outside": ("x = (1,)\n[x for x in probe(x[0])]", {1}),
}


@pytest.mark.parametrize(("source", "expected"), SCOPES.values(), ids=SCOPES.keys())
def test_a_name_is_looked_up_where_python_does(source: str, expected: set[Any]) -> None:
    assert probed(source) == [expected]


def test_global_binds_the_name_of_the_module() -> None:
    source = """
        x = 1
        def change():
            global x
            x = 2
        def use():
            probe(x)
    """
    assert probed(source) == [{1, 2}]


def test_an_attribute_is_followed_as_a_path() -> None:
    body = "unknown.a.b = 1\nprobe(unknown.a.b)\nunknown.a.b = 2\nprobe(unknown.a.b)"
    assert probed(in_function(body)) == [{1}, {2}]


def test_setattr_binds_the_path() -> None:
    assert probed(in_function("setattr(unknown, 'a', 1)\nprobe(unknown.a)")) == [{1}]


def test_another_object_in_front_ends_a_path() -> None:
    (found,) = probed(in_function("unknown.a = 1\nunknown = items\nprobe(unknown.a)"))
    assert 1 not in found


@pytest.mark.parametrize("path", ["x", "x.a", "x.a.b.c"])
def test_the_path_of_an_expression_is_what_it_spells(path: str) -> None:
    (node,) = probes(evaluator(f"probe({path})"))
    assert path_of(node) == path


@pytest.mark.parametrize("expression", ["x().a", "x[0]", "1", "x.a.b.c.d.e.f"])
def test_other_expressions_spell_no_path(expression: str) -> None:
    (node,) = probes(evaluator(f"probe({expression})"))
    assert path_of(node) == ""


def test_a_scope_knows_what_it_binds_and_what_it_touches() -> None:
    ask = evaluator("x = {}\ny.update(z=1)\nw = x\ndel w")
    flow = ScopeFlow(ask.tree.module)
    assert [flow.binds("x"), flow.binds("y"), flow.touches("y"), flow.touches("z")] == [True, False, True, False]
    assert isinstance(flow.at_end("x"), Binding)
    assert isinstance(flow.at_end("z"), Entry)


@pytest.mark.parametrize("question", [ScopeFlow.binds, ScopeFlow.touches])
def test_a_scope_answers_at_once_however_often_a_name_is_used(question: Callable[[ScopeFlow, str], bool]) -> None:
    few, many = (ScopeFlow(evaluator("x\n" * uses).tree.module) for uses in (1, 1000))
    assert calls_made(lambda: question(many, "x")) == calls_made(lambda: question(few, "x"))
