"""Which values an expression can have: proved, or unknown; always within a budget of steps."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_pysafe.imports import project as projects
from flake8_pysafe.resolve.core import BudgetExceeded
from flake8_pysafe.resolve.objects import linearized
from flake8_pysafe.values import (
    CHOSEN,
    HOLE,
    MISSING,
    UNKNOWN,
    Class,
    Foreign,
    Function,
    Instance,
    Mapping,
    Module,
    Parameter,
    Partial,
    Sequence,
)
from worlds import evaluator, plain, probed, probes

LITERALS = {
    "a number": ("probe(1)", {1}),
    "a negative number": ("probe(-1)", {-1}),
    "a text": ("probe('a')", {"a"}),
    "bytes": ("probe(b'a')", {b"a"}),
    "None": ("probe(None)", {None}),
    "not": ("probe(not 1)", {False}),
    "bool()": ("probe(bool(0))", {False}),
    "an ellipsis says nothing": ("probe(...)", {UNKNOWN}),
    "arithmetic is not folded": ("probe(2 ** 100)", {UNKNOWN}),
    "flags are joined": ("probe(1 | 4)", {5}),
    "texts are joined": ("probe('a' + 'b')", {"ab"}),
    "an unknown piece leaves a hole": ("probe('a' + x())", {f"a{HOLE}"}),
    "an f-string": ("y = 'b'\nprobe(f'a{y}{z()}')", {f"ab{HOLE}"}),
    "format": ("probe('a {} b'.format(x))", {f"a {HOLE} b"}),
    "per cent": ("probe('a %s' % x)", {f"a {HOLE}"}),
    "join": ("probe(' '.join(['a', x(), 'b']))", {f"a {HOLE} b"}),
    "either of a condition": ("probe(1 if x() else 2)", {1, 2}),
    "a known condition decides": ("probe(1 if True else 2)", {1}),
    "or passes over what is false": ("probe(None or 2)", {2}),
    "or stops at what is true": ("probe(1 or 2)", {1}),
    "and stops at what is false": ("probe(0 and 2)", {0}),
    "an element": ("probe(['a', 'b'][1])", {"b"}),
    "an element from the end": ("probe(('a', 'b')[-1])", {"b"}),
    "an element at an unknown place": ("probe(('a', 'b')[x()])", {"a", "b", UNKNOWN}),
    "no such element": ("probe(('a',)[3])", {UNKNOWN}),
    "await": ("async def f():\n    probe(await x())", {UNKNOWN}),
    "a typing cast": ("from typing import cast\nprobe(cast(int, 'a'))", {"a"}),
}

DICTIONARIES = {
    "an entry": ("d = {'a': 1}\nprobe(d['a'])", {1}),
    "no such entry": ("d = {'a': 1}\nprobe(d['b'])", {MISSING}),
    "the last entry wins": ("d = {'a': 1, 'a': 2}\nprobe(d['a'])", {2}),
    "dict()": ("d = dict(a=1)\nprobe(d['a'])", {1}),
    "dict() of pairs": ("d = dict([('a', 1)], b=2)\nprobe(d['a'])", {1}),
    "an item is set": ("d = {}\nd['a'] = 1\nprobe(d['a'])", {1}),
    "an item is set again": ("d = {'a': 1}\nd['a'] = 2\nprobe(d['a'])", {2}),
    "an item is deleted": ("d = {'a': 1}\ndel d['a']\nprobe(d['a'])", {MISSING}),
    "update with keywords": ("d = {'a': 1}\nd.update(a=2)\nprobe(d['a'])", {2}),
    "update with a dictionary": ("d = {'a': 1}\nd.update({'a': 2})\nprobe(d['a'])", {2}),
    "setdefault keeps": ("d = {'a': 1}\nd.setdefault('a', 2)\nprobe(d['a'])", {1}),
    "setdefault sets": ("d = {}\nd.setdefault('a', 2)\nprobe(d['a'])", {2}),
    "pop": ("d = {'a': 1}\nd.pop('a')\nprobe(d['a'])", {MISSING}),
    "clear": ("d = {'a': 1}\nd.clear()\nprobe(d['a'])", {MISSING}),
    "unpacked": ("d = {'a': 1}\nprobe({**d}['a'])", {1}),
    "unpacked and overwritten": ("d = {'a': 1}\nprobe({**d, 'a': 2}['a'])", {2}),
    "overwritten by what is unpacked": ("d = {'a': 1}\nprobe({'a': 2, **d}['a'])", {1}),
    "merged": ("probe(({'a': 1} | {'a': 2})['a'])", {2}),
    "unknown keys may overwrite": ("d = {'a': 1}\nd.update(x())\nprobe(d['a'])", {1, UNKNOWN}),
    "get": ("d = {'a': 1}\nprobe(d.get('a', 2))", {1}),
    "get's default": ("d = {'a': 1}\nprobe(d.get('b', 2))", {2}),
    "get without a default": ("d = {'a': 1}\nprobe(d.get('b'))", {None}),
    "a copy": ("d = {'a': 1}\nprobe(d.copy()['a'])", {1}),
    "nested": ("d = {'a': {'b': 1}}\nprobe(d['a']['b'])", {1}),
    "fromkeys": ("probe(dict.fromkeys(['a'], 1)['a'])", {1}),
    "over items": ("for k, v in {'a': 1}.items():\n    probe(v)", {1}),
    "over values": ("for v in {'a': 1}.values():\n    probe(v)", {1}),
    "changed in one branch": ("d = {'a': 1}\nif x:\n    d['a'] = 2\nprobe(d['a'])", {1, 2}),
}

BUILT = {
    "a comprehension": ("d = {k: 1 for k in ('a', 'b')}\nprobe(d['a'])", {1}),
    "over items": ("s = {'a': 1}\nd = {k: v for k, v in s.items()}\nprobe(d['a'])", {1}),
    "over pairs": ("d = {k: v for k, v in [('a', 1)]}\nprobe(d['a'])", {1}),
    "that leaves the key out": ("s = {'a': 1}\nd = {k: v for k, v in s.items() if k != 'a'}\nprobe(d['a'])", {MISSING}),
    "that lets only others in": (
        "s = {'a': 1}\nd = {k: v for k, v in s.items() if k in ('b',)}\nprobe(d['a'])",
        {MISSING},
    ),
    "that may leave the key out": (
        "s = {'a': 1}\nd = {k: v for k, v in s.items() if x(k)}\nprobe(d['a'])",
        {1, UNKNOWN, MISSING},
    ),
    "with other keys": ("d = {k.lower(): 1 for k in ('A',)}\nprobe(d['b'])", {UNKNOWN, MISSING}),
    "over what is not known": ("d = {k: 1 for k in x()}\nprobe(d['a'])", {UNKNOWN, MISSING}),
    "of two loops": ("d = {k: 1 for k in ('a',) for y in ('b',)}\nprobe(d['a'])", {UNKNOWN, MISSING}),
    "dict(zip())": ("d = dict(zip(['a', 'b'], [1, 2]))\nprobe(d['b'])", {2}),
    "dict(zip()) of what is not known": ("d = dict(zip(['a'], x()))\nprobe(d['a'])", {UNKNOWN, MISSING}),
    "a chain: the first wins": ("from collections import ChainMap\nprobe(ChainMap({'a': 1}, {'a': 2})['a'])", {1}),
    "a chain: the second has it": ("from collections import ChainMap\nprobe(ChainMap({}, {'a': 2})['a'])", {2}),
    "a child of a chain": (
        "from collections import ChainMap\nprobe(ChainMap({'a': 1}).new_child({'a': 2})['a'])",
        {2},
    ),
    "a typed dictionary": (
        "from typing import TypedDict\nclass D(TypedDict):\n    a: int\nd = D(a=1)\nprobe(d['a'])",
        {1},
    ),
}

UNPACKED = {
    "behind a starred target": ("*a, b = 1, 2, 3\nprobe(b)", {3}),
    "what a starred target takes": ("a, *b = 1, 2, 3\nprobe(b[0])", {2}),
    "too few": ("a, b, c = 1, 2\nprobe(c)", {UNKNOWN}),
    "numbered": ("for i, v in enumerate([1]):\n    probe(v)", {1}),
    "zipped": ("for a, b in zip([1], [2]):\n    probe(b)", {2}),
    "a capture": ("match 1:\n    case a:\n        probe(a)", {1}),
    "an element that is captured": ("match (1, 2):\n    case (a, b):\n        probe(b)", {2}),
    "a rest that is captured": ("match (1, 2):\n    case (a, *b):\n        probe(b[0])", {2}),
    "an entry that is captured": ("match {'a': 1}:\n    case {'a': b}:\n        probe(b)", {1}),
    "entries that are left": ("match {'a': 1}:\n    case {**b}:\n        probe(b)", {UNKNOWN}),
    "an attribute that is captured": (
        "class C:\n    a = 1\nmatch C():\n    case C(a=b):\n        probe(b)",
        {1},
    ),
    "either pattern": ("match (1, 2):\n    case (3, a) | (a, 2):\n        probe(a)", {1}),
    "an annotated tuple": (
        "class C:\n    a = 1\ndef f() -> tuple[C, int]:\n    return x()\nc, n = f()\nprobe(c.a)",
        {1},
    ),
    "an annotated list": ("class C:\n    a = 1\ndef f(l: list[C]):\n    for c in l:\n        probe(c.a)", {1, UNKNOWN}),
}

OBJECTS = {
    "a named tuple's field by position": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\n    b: int = 2\nprobe(C(1)[1])",
        {2},
    ),
    "a named tuple that is unpacked": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\n    b: int\nx, y = C(1, 2)\nprobe(y)",
        {2},
    ),
    "a field that is replaced": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\nprobe(C(1)._replace(a=2).a)",
        {2},
    ),
    "another field is replaced": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\n    b: int\nprobe(C(1, 2)._replace(b=3).a)",
        {1},
    ),
    "a named tuple as a dictionary": (
        "from typing import NamedTuple\nclass C(NamedTuple):\n    a: int\nprobe(C(1)._asdict()['a'])",
        {1},
    ),
    "namedtuple()": ("from collections import namedtuple\nC = namedtuple('C', 'a b')\nprobe(C(1, 2).b)", {2}),
    "namedtuple() of a list": ("from collections import namedtuple\nC = namedtuple('C', ['a'])\nprobe(C(a=1).a)", {1}),
    "namedtuple() with defaults": (
        "from collections import namedtuple\nC = namedtuple('C', 'a b', defaults=(2,))\nprobe(C(1).b)",
        {2},
    ),
    "derived from namedtuple()": (
        "from collections import namedtuple\nclass C(namedtuple('B', 'a b')):\n    pass\nprobe(C(1, 2).b)",
        {2},
    ),
    "a dataclass with a field replaced": (
        "from dataclasses import dataclass, replace\n@dataclass\nclass C:\n    a: int\nprobe(replace(C(1), a=2).a)",
        {2},
    ),
    "a dataclass replaced in a loop": (
        "from dataclasses import dataclass, replace\n@dataclass\nclass C:\n    a: int\n    b: int\nc = C(1, 2)\n"
        "while x:\n    c = replace(c, b=x)\nprobe(c.a)",
        {1},
    ),
    "an inherited field": (
        "from dataclasses import dataclass\n@dataclass\nclass B:\n    a: int\n@dataclass\nclass C(B):\n    b: int\n"
        "probe(C(1, 2).b)",
        {2},
    ),
    "a namespace": ("from types import SimpleNamespace\nprobe(SimpleNamespace(a=1).a)", {1}),
    "a namespace of a dictionary": ("from types import SimpleNamespace\nprobe(SimpleNamespace(**{'a': 1}).a)", {1}),
    "a namespace that is changed": (
        "from types import SimpleNamespace\ns = SimpleNamespace(a=1)\ns.a = 2\nprobe(s.a)",
        {2},
    ),
    "what a stack enters": (
        "from contextlib import ExitStack\nclass C:\n    def __enter__(self):\n        return 1\n"
        "with ExitStack() as s:\n    probe(s.enter_context(C()))",
        {1},
    ),
    "what an asynchronous stack enters": (
        "from contextlib import AsyncExitStack\nclass C:\n    async def __aenter__(self):\n        return 1\n"
        "async def f():\n    s = AsyncExitStack()\n    probe(await s.enter_async_context(C()))",
        {1},
    ),
    "operator.not_": ("import operator\nprobe(operator.not_(1))", {False}),
}

LISTS = {
    "append": ("l = ['a']\nl.append('b')\nprobe(l[1])", {"b"}),
    "extend": ("l = ['a']\nl.extend(['b'])\nprobe(l[1])", {"b"}),
    "insert in front": ("l = ['a']\nl.insert(0, 'b')\nprobe(l[0])", {"b"}),
    "joined": ("l = ['a'] + ['b']\nprobe(l[1])", {"b"}),
    "spread": ("l = ['b']\nprobe(['a', *l][1])", {"b"}),
    "split": ("probe('a b'.split()[1])", {"b"}),
    "shlex": ("import shlex\nprobe(shlex.split('a \"b c\"')[1])", {"b c"}),
    "a comprehension": ("probe([1 for y in x][0])", {1, UNKNOWN}),
}

CLASSES = {
    "a class attribute": ("class C:\n    a = 1\nprobe(C.a)", {1}),
    "of an instance": ("class C:\n    a = 1\nprobe(C().a)", {1}),
    "inherited": ("class B:\n    a = 1\nclass C(B):\n    pass\nprobe(C.a)", {1}),
    "overridden": ("class B:\n    a = 1\nclass C(B):\n    a = 2\nprobe(C.a)", {2}),
    "the nearest of two bases": ("class A:\n    a = 1\nclass B:\n    a = 2\nclass C(A, B):\n    pass\nprobe(C.a)", {1}),
    "set by the initializer": ("class C:\n    def __init__(self):\n        self.a = 1\nprobe(C().a)", {1}),
    "by either method": (
        "class C:\n    def __init__(self):\n        self.a = 1\n    def m(self):\n        self.a = 2\nprobe(C().a)",
        {1, 2},
    ),
    "seen in another method": (
        "class C:\n    def __init__(self):\n        self.a = 1\n    def m(self):\n        probe(self.a)",
        {1},
    ),
    "a property": ("class C:\n    @property\n    def a(self):\n        return 1\nprobe(C().a)", {1}),
    "a static method": ("class C:\n    @staticmethod\n    def a():\n        return 1\nprobe(C.a())", {1}),
    "a class method": (
        "class C:\n    b = 1\n    @classmethod\n    def a(cls):\n        return cls.b\nprobe(C.a())",
        {1},
    ),
    "super()": (
        "class B:\n    def a(self):\n        return 1\n"
        "class C(B):\n    def a(self):\n        probe(super().a())\n        return 2",
        {1},
    ),
    "an enum member's value": ("import enum\nclass E(enum.Enum):\n    A = 1\nprobe(E.A.value)", {1}),
    "by its name": ("import enum\nclass E(enum.Enum):\n    A = 1\nprobe(E['A'].value)", {1}),
    "an enum member's name": ("import enum\nclass E(enum.Enum):\n    A = 1\nprobe(E.A.name)", {"A"}),
    "a member of an IntEnum is its number": ("import enum\nclass E(enum.IntEnum):\n    A = 1\nprobe(E.A)", {1}),
    "a dataclass' default": (
        "from dataclasses import dataclass\n@dataclass\nclass C:\n    a: int = 1\nprobe(C().a)",
        {1},
    ),
    "what a dataclass is given": (
        "from dataclasses import dataclass\n@dataclass\nclass C:\n    b: int\n    a: int = 1\nprobe(C(0, 2).a)",
        {2},
    ),
    "by keyword": (
        "from dataclasses import dataclass\n@dataclass\nclass C:\n    b: int\n    a: int = 1\nprobe(C(0, a=2).a)",
        {2},
    ),
    "field(default=...)": (
        "from dataclasses import dataclass, field\n@dataclass\nclass C:\n    a: int = field(default=1)\nprobe(C().a)",
        {1},
    ),
    "a named tuple": ("from typing import NamedTuple\nclass C(NamedTuple):\n    a: int = 1\nprobe(C(a=2).a)", {2}),
}

CALLS = {
    "what a function returns": ("def f():\n    return 1\nprobe(f())", {1}),
    "all it can return": ("def f(x):\n    if x:\n        return 1\n    return 2\nprobe(f(0))", {1, 2}),
    "nothing returned is None": ("def f():\n    pass\nprobe(f())", {None}),
    "what it was given": ("def f(x):\n    return x\nprobe(f(1))", {1}),
    "the default": ("def f(x=1):\n    return x\nprobe(f())", {1}),
    "a lambda": ("f = lambda: 1\nprobe(f())", {1}),
    "getattr": ("class C:\n    a = 1\nprobe(getattr(C, 'a'))", {1}),
    "a partial": ("from functools import partial\ndef f():\n    return 1\nprobe(partial(f)())", {1}),
    "another name": ("def f():\n    return 1\ng = f\nprobe(g())", {1}),
    "from a table": ("def f():\n    return 1\nprobe({'f': f}['f']())", {1}),
    "a context manager of one's own": (
        "from contextlib import contextmanager\n@contextmanager\ndef f():\n    yield 1\nwith f() as x:\n    probe(x)",
        {1},
    ),
    "nullcontext": ("from contextlib import nullcontext\nwith nullcontext(1) as x:\n    probe(x)", {1}),
    "a generator is unknown": ("def f():\n    yield 1\nprobe(f())", {UNKNOWN}),
    "nobody knows": ("probe(f())", {UNKNOWN}),
}

CASES = {**LITERALS, **DICTIONARIES, **BUILT, **UNPACKED, **OBJECTS, **LISTS, **CLASSES, **CALLS}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES.keys())
def test_the_values_are_those_it_can_have(source: str, expected: set[Any]) -> None:
    assert probed(source) == [expected]


def test_zero_is_not_false() -> None:
    ask = evaluator("probe(0)\nprobe(False)\nprobe(0.0)")
    assert len({value for node in probes(ask) for value in ask.values(node)}) == 3


def test_a_parameter_is_what_its_callers_give_and_its_default() -> None:
    ((parameter, default),) = [
        sorted(found, key=lambda value: isinstance(value, int)) for found in probed("def f(x=1):\n    probe(x)")
    ]
    assert isinstance(parameter, Parameter)
    assert (parameter.name, default) == ("x", 1)


def test_the_parameter_for_keywords_is_an_open_mapping_that_remembers_its_origin() -> None:
    ((mapping,),) = probed("def f(**options):\n    probe(options)")
    assert isinstance(mapping, Mapping)
    assert mapping.open
    assert [rest.name for rest in mapping.rest] == ["options"]


CHOICES = {
    "a parameter that is left out decides": (
        "def f(v=None):\n    if v is None:\n        v = False\n    probe(v)",
        {False},
    ),
    "in an expression": ("def f(v=None):\n    probe(False if v is None else v)", {False}),
    "the branch for what is left out is taken": (
        "def f(verify=True):\n    if not verify:\n        verify = 0\n    probe(verify)",
        {True},
    ),
    "an option without a default": (
        "def f(insecure):\n    v = True\n    if insecure:\n        v = False\n    probe(v)",
        {True, False, CHOSEN},
    ),
    "an entry that depends on an option": (
        "def f(insecure):\n    d = {'a': 1, 'b': 2}\n    if insecure:\n        d['a'] = 3\n    probe(d['a'])",
        {1, 3, CHOSEN},
    ),
    "another entry does not": (
        "def f(insecure):\n    d = {'a': 1, 'b': 2}\n    if insecure:\n        d['a'] = 3\n    probe(d['b'])",
        {2},
    ),
    "what is chosen stays so in an update": (
        "def f(insecure):\n    d = {}\n    if insecure:\n        d['a'] = 3\n    return d\n"
        "e = {'a': 1}\ne.update(f(x))\nprobe(e['a'])",
        {1, 3, CHOSEN},
    ),
}


@pytest.mark.parametrize(("source", "expected"), CHOICES.values(), ids=CHOICES.keys())
def test_what_depends_on_an_option_is_chosen_and_nothing_else(source: str, expected: set[Any]) -> None:
    (found,) = probed(source)
    assert {value for value in found if not isinstance(value, Parameter)} == expected


def test_under_an_assumption_only_one_branch_counts() -> None:
    source = "if x:\n    a = 1\n    b = 2\nelse:\n    a = 3\n    b = 4\nprobe(a)\nprobe(b)"
    ask = evaluator(source)
    first, second = probes(ask)
    test = ask.deciding(first)
    assert test is not None
    with ask.assuming(test, 1):
        assert {plain(value) for value in ask.values(second)} == {4}
    assert {plain(value) for value in ask.values(second)} == {2, 4}


@pytest.mark.parametrize(
    "source",
    [
        "import argparse\narguments = argparse.ArgumentParser().parse_args()\nprobe(arguments.insecure)",
        "import os\nprobe(os.environ['A'])",
        "import os\nprobe(os.getenv('A', 'b'))",
        "import click\n@click.command()\n@click.option('--insecure')\ndef main(insecure):\n    probe(insecure)",
        "probe(input())",
        "import os\nprobe(not os.environ.get('A'))",
    ],
)
def test_what_a_person_decides_is_chosen(source: str) -> None:
    (found,) = probed(source)
    assert CHOSEN in found


def test_a_branch_on_an_option_leaves_the_choice_to_the_user() -> None:
    (found,) = probed("def f(insecure):\n    x = 1\n    if insecure:\n        x = 2\n    probe(x)")
    assert CHOSEN in found


def test_things_of_a_library_are_known_by_their_qualified_names() -> None:
    ask = evaluator(
        "import requests as r\nfrom requests import Session as S\n"
        "probe(r)\nprobe(r.get)\nprobe(S)\nprobe(S())\nprobe(S().get)\nprobe(r.sessions.Session)"
    )
    module, function, made, instance, method, by_submodule = [next(iter(ask.values(node))) for node in probes(ask)]
    assert isinstance(module, Module)
    assert isinstance(function, Function)
    assert function.name == "requests.get"
    assert isinstance(made, Class)
    assert made.name == "requests.Session"
    assert isinstance(instance, Instance)
    assert instance.of == made
    assert isinstance(method, Function)
    assert method.name == "requests.Session.get"
    assert by_submodule == made


def test_what_is_not_modelled_keeps_its_name() -> None:
    assert probed("import decimal\nprobe(decimal.Decimal)") == [{Foreign("decimal.Decimal")}]


def test_a_local_name_hides_a_library() -> None:
    (found,) = probed("import requests\ndef f(requests):\n    probe(requests.get)")
    assert all(not (isinstance(value, Function) and value.name == "requests.get") for value in found)


def test_an_annotation_tells_the_type() -> None:
    (found,) = probed("import requests\ndef f(s: 'requests.Session | None'):\n    probe(s)")
    assert {value.of.name for value in found if isinstance(value, Instance)} == {"requests.Session"}


def test_a_partial_keeps_its_function() -> None:
    ((found,),) = probed("import functools, requests\nprobe(functools.partial(requests.get, timeout=1))")
    assert isinstance(found, Partial)
    assert isinstance(found.function, Function)
    assert found.function.name == "requests.get"


def test_a_list_with_an_unknown_part_is_open() -> None:
    ((found,),) = probed("probe(['a', *x()])")
    assert found == Sequence((frozenset(found.elements[0]),), open=True)


# --- other modules of the project ------------------------------------------------------------


def write(project: Path, **modules: str) -> Path:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    for name, text in modules.items():
        path = project / (name.replace("__", "/") + ".py")
        path.parent.mkdir(exist_ok=True)
        (path.parent / "__init__.py").touch()
        path.write_text(text)
    (project / "__init__.py").unlink(missing_ok=True)
    return project / "main.py"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import conf\nprobe(conf.A)", {1}),
        ("from conf import A\nprobe(A)", {1}),
        ("from conf import A as b\nprobe(b)", {1}),
        ("from conf import *\nprobe(A)", {1}),
        ("import pkg.inner\nprobe(pkg.inner.B)", {2}),
        ("from pkg import inner\nprobe(inner.B)", {2}),
        ("from pkg.inner import again\nprobe(again)", {1}),
        ("from conf import make\nprobe(make())", {3}),
        ("from conf import Base\nclass C(Base):\n    pass\nprobe(C.a)", {4}),
        ("import importlib\nprobe(importlib.import_module('conf').A)", {1}),
        ("from conf import absent\nprobe(absent)", {UNKNOWN}),
    ],
)
def test_constants_of_other_modules_are_read(source: str, expected: set[Any], project: Path) -> None:
    conf = "A = 1\ndef make():\n    return 3\nclass Base:\n    a = 4\n"
    main = write(project, conf=conf, pkg__inner="from conf import A as again\nB = 2\n")
    assert probed(source, path=main, project=projects.find(str(main))) == [expected]


def test_modules_that_import_each_other_are_followed_once(project: Path) -> None:
    main = write(project, one="from two import A\nB = 1\n", two="from one import B\nA = B\n")
    found = probed("from one import A\nprobe(A)", path=main, project=projects.find(str(main)))
    assert found == [{1}]


def test_a_relative_import_is_read_from_its_package(project: Path) -> None:
    write(project, pkg__conf="A = 1\n")
    path = project / "pkg" / "main.py"
    assert probed("from .conf import A\nprobe(A)", path=path, project=projects.find(str(path))) == [{1}]


# --- class order -----------------------------------------------------------------------------

HIERARCHIES = st.lists(st.lists(st.integers(0, 8), max_size=3, unique=True), min_size=1, max_size=9)


def hierarchy(bases: list[list[int]]) -> list[tuple[str, list[str]]]:
    """Classes with bases among those before them."""
    return [(f"C{number}", [f"C{base}" for base in given if base < number]) for number, given in enumerate(bases)]


@given(HIERARCHIES)
@settings(max_examples=200)
def test_the_class_order_is_pythons_own(bases: list[list[int]]) -> None:
    orders: dict[str, tuple[str, ...]] = {}
    made: dict[str, type] = {}
    for name, above in hierarchy(bases):
        orders[name] = linearized(name, [orders[base] for base in above])
        try:
            made[name] = type(name, tuple(made[base] for base in above), {})
        except TypeError:  # Python refuses such a class
            return
        assert orders[name] == tuple(each.__name__ for each in made[name].__mro__[:-1])


@given(HIERARCHIES)
@settings(max_examples=30)
def test_an_attribute_comes_from_the_class_python_finds_it_in(bases: list[list[int]]) -> None:
    classes = hierarchy(bases)
    source = "".join(
        f"class {name}({', '.join(above)}):\n    {'a' if number % 2 else 'b'} = {number}\n"
        for number, (name, above) in enumerate(classes)
    )
    namespace: dict[str, Any] = {}
    try:
        exec(source, namespace)
    except TypeError:
        return
    last = namespace[classes[-1][0]]
    expected = [{vars(last).get(name, getattr(last, name, UNKNOWN))} for name in "ab"]
    assert probed(f"{source}probe({last.__name__}.a)\nprobe({last.__name__}.b)\n") == expected


# --- bounds ----------------------------------------------------------------------------------

EXPLOSIVE = {
    "doubling texts": "x = 'a'\n" + "x = x + x\n" * 200 + "probe(x)",
    "doubling lists": "x = ['a']\n" + "x = x + x\n" * 200 + "probe(x)",
    "nested pairs": "x0 = 1\n" + "".join(f"x{n + 1} = (x{n}, x{n})\n" for n in range(40)) + "probe(x40)",
    "many branches": "x = 0\n" + "".join(f"if y:\n    x = {n}\n" for n in range(300)) + "probe(x)",
    "a dictionary in a loop": "x = {}\nfor y in z:\n" + "    x[y] = x\n    x.update(x)\n" * 40 + "probe(x)",
    "functions that call each other": "".join(
        f"def f{n}(x):\n    return f{(n + 1) % 40}(x) or f{(n * 7 + 3) % 40}(x)\n" for n in range(40)
    )
    + "probe(f0(1))",
    "classes below each other": "class C0: pass\n"
    + "".join(f"class C{n}(C{n - 1}): pass\n" for n in range(1, 400))
    + "probe(C399().a)",
    "circles": "while y:\n    a, b, c = b, c, a\n    b = a or c\n    c = b or a\n    a = c or b\nprobe(a)",
}


@pytest.mark.parametrize("source", EXPLOSIVE.values(), ids=EXPLOSIVE.keys())
def test_an_explosive_source_costs_a_few_steps_a_character_or_is_given_up(source: str) -> None:
    limit = 2_000 + 6 * len(source)
    ask = evaluator(source, steps=limit)
    (node,) = probes(ask)
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        found = ask.values(node)
    except BudgetExceeded:
        found = frozenset()
    finally:
        sys.setprofile(None)
    assert calls <= 20 * limit
    assert len(found) <= 25
    assert all(len(plain(value)) <= 4096 for value in found if isinstance(plain(value), str))


def test_steps_are_counted() -> None:
    source = "x = y = z = 1\nprobe([x, y, z])"
    ask = evaluator(source, steps=2)
    with pytest.raises(BudgetExceeded):
        ask.values(probes(ask)[0])


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    source = "x = 1\nfor y in z:\n    probe(x)\n    w = x\n    x = w or 2\nprobe(w)\nprobe(x)"
    forwards, backwards = evaluator(source), evaluator(source)
    nodes = list(zip(probes(forwards), reversed(probes(backwards)), strict=True))
    first = [forwards.values(node) for node, _ in nodes]
    second = [backwards.values(node) for _, node in nodes]
    assert first == list(reversed(second))


def test_too_many_values_are_as_good_as_unknown() -> None:
    source = "".join(f"if y == {n}:\n    x = {n}\n" for n in range(100)) + "probe(x)"
    (found,) = probed(source)
    assert UNKNOWN in found
