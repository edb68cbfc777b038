"""Python that hurts whatever walks over it: every plain finding in it is still made, and nothing else breaks.

All of it is generated. What flake8's own plugins survive does not matter here.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from conftest import calls_made
from flake8_pysafe.findings import Finding
from linting import lint

HEAD = "import requests\n"
PLAIN = "requests.get(address, verify=False)\n"
pytestmark = pytest.mark.usefixtures("ended")


def linted(folder: Path, source: str | bytes, others: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Lint `app.py` in a project of its own; what flake8 could not show fails."""
    sources: dict[str, str | bytes] = {"requirements.txt": "requests\n", "app.py": source, **(others or {})}
    for name, content in sources.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    found = lint(str(folder / "app.py"))
    assert found.broken == ()
    return found.findings


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in found]


# --- bytes and lines -------------------------------------------------------------------------

WIDE = "s = 'é日本𝕊'; "
ENCODED = {
    "utf-8 with a mark": codecs.BOM_UTF8 + (HEAD + PLAIN).encode(),
    "a mark and a cookie": codecs.BOM_UTF8 + b"# coding: utf-8\n" + (HEAD + PLAIN).encode(),
    "cp1252": ("# coding: cp1252\n" + HEAD + "s = '\u201c\u20ac'\n" + PLAIN).encode("cp1252"),
    "shift_jis": ("# coding: shift_jis\n" + HEAD + "s = '表示'\n" + PLAIN).encode("shift_jis"),
    "euc_kr behind a shebang": ("#!/bin/python\n# coding: euc_kr\n" + HEAD + "s = '한글'\n" + PLAIN).encode("euc_kr"),
    "line ends of Windows": (HEAD + "x = '''a\n\nb'''\n" + PLAIN).replace("\n", "\r\n").encode(),
    "line ends of old": (HEAD + "x = 1\n" + PLAIN).replace("\n", "\r").encode(),
    "line ends of all kinds": b"import requests\r\nx = 1\ry = 2\n" + PLAIN.encode(),
    "no line end": (HEAD + PLAIN).rstrip().encode(),
    "page breaks": (HEAD + "\x0c\n\x0cx = 1\n\x0c" + PLAIN).encode(),
    "page breaks and blanks": (HEAD + " \x0c\t\x0c# a\n" + PLAIN).encode(),
    "separators in strings": (HEAD + "s = 'a\x1cb\x1dc\x85d\u2028e\u2029f\x0bg'\n" + PLAIN).encode(),
    "wide characters in front": (HEAD + WIDE + PLAIN).encode(),
    "marks that reverse the direction": (HEAD + "s = '\u202e\u2066'  # \u2069\u202c\n" + PLAIN).encode(),
    "a tab in the line": (HEAD + "if x:\n\tpass\n" + PLAIN).encode(),
    "continued lines": (HEAD + "x = 'a'" + " \\\n'a'" * 500 + "\n" + PLAIN).encode(),
    "a name that is normalised": "import \uff52\uff45quests\n\uff52equests.\uff47et(address, verify=False)\n".encode(),
    "names of letters from everywhere": (
        HEAD + "ª = µ = 変数 = ﻼ = \U0001d535 = None\nª.µ(変数, ﻼ=\U0001d535)\n" + PLAIN
    ).encode(),
    "comments for types": (
        HEAD + "x = []  # type: List[\ndef f(a):  # type: (int -> {{\n    return a\n" + PLAIN
    ).encode(),
    "blank lines only in between": (HEAD + "\n" * 20_000 + PLAIN).encode(),
}


@pytest.mark.parametrize("label", ENCODED)
def test_the_finding_is_made_however_the_file_is_written(label: str, tmp_path: Path) -> None:
    found = linted(tmp_path, ENCODED[label])
    assert codes(found) == ["PS101"]
    line = ENCODED[label].replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n").count(b"\n") + 1
    assert found[0].line == line


# --- shapes ----------------------------------------------------------------------------------


def lines(pattern: str, count: int) -> str:
    """A pattern for each number; `{next}` is the one after."""
    return "".join(pattern.replace("{i}", str(i)).replace("{next}", str(i + 1)) for i in range(count))


def indented(depth: int, opening: str) -> str:
    return "".join("    " * level + opening + "\n" for level in range(depth)) + "    " * depth + "pass\n"


SHAPES: dict[str, str] = {
    # deep
    "parentheses": "x = " + "(" * 150 + "1" + ")" * 150 + "\n",
    "lists": "x = " + "[" * 150 + "]" * 150 + "\nrequests.get(x)\n",
    "dictionaries": "x = " + "{'verify': " * 90 + "True" + "}" * 90 + "\nrequests.get(address, **x)\n",
    "calls in calls": "x = " + "f(" * 90 + ")" * 90 + "\n",
    "a chain of calls": "x = requests" + ".get(x)" * 800 + "\n",
    "a chain of attributes": "x = requests" + ".a" * 900 + "\nx.get(address)\n",
    "a chain of subscripts": "x = requests" + "['a']" * 900 + "\nx.get(address)\n",
    "a chain of lambdas": "f = " + "lambda a: " * 150 + "requests.get(a)\nf(address)\n",
    "nested functions": indented(90, "def f(a=requests):"),
    "nested classes": indented(90, "class C(requests.Session):"),
    "nested withs": indented(18, "with requests.Session() as s:"),
    "nested tries": indented(18, "for x in y:"),
    "not not": "x = " + "not " * 900 + "requests\nrequests.get(address, verify=x)\n",
    "minus minus": "x = " + "-" * 900 + "1\n",
    "comparisons": "x = " + " < ".join(["a"] * 2000) + "\n",
    "conditions": "x = " + "True if a else " * 300 + "True\nrequests.get(address, verify=x)\n",
    "or": "x = " + "a or " * 2000 + "True\nrequests.get(address, verify=x)\n",
    "sums": "x = 'a'" + " + 'a'" * 900 + "\nrequests.get(x)\n",
    "elif": "if a == 0:\n"
    "    v = True\n" + lines("elif a == {i}:\n    v = True\n", 800) + "requests.get(address, verify=v)\n",
    "comprehensions in comprehensions": "x = " + "[" * 19 + "requests" + " for a in b]" * 19 + "\n",
    "a comprehension of many": "x = [requests" + " for a in b" * 15 + "]\n",
    "strings with values in them": "x = f'{f\"{address}\"}'\ny = f'" + "{x}" * 2000 + "'\nrequests.get(y)\n",
    "decorators": "@requests.get\n" * 900 + "def f():\n    pass\nf()\n",
    "starred": "x = [*requests]\n" + lines("x = [*x, *x]\n", 60) + "requests.get(*x)\n",
    # wide
    "many arguments": "requests.get(address, " + lines("a{i}={i}, ", 1000) + ")\n",
    "many parameters": "def f(" + lines("a{i}=True, ", 1000) + "):\n    requests.get(address, verify=a0)\nf()\n",
    "many targets": "a = b = " + lines("c{i} = ", 2000) + "True\nrequests.get(address, verify=c7)\n",
    "many names of one module": "from requests import (" + lines("get as g{i}, ", 800) + ")\ng7(address)\n",
    "many keys": "d = {" + lines("'k{i}': True, ", 1000) + "}\nrequests.get(address, verify=d['k7'])\n",
    "many strings": "s = " + "'a' " * 5000 + "\nrequests.get(s)\n",
    "a long string": f"s = '{'a' * 500_000}'\nrequests.get(s)\n",
    "a large power": "n = 99999 ** 99999\n" + "n = n * n\n" * 8 + "requests.get(address, verify=n)\n",
    "a large shift": "n = 1 << (1 << 40)\nrequests.get(address, verify=n)\n",
    "a large product": "s = 'a' * 99999900\nt = [s] * 99999900\nu = bytes(99999900)\nrequests.get(s, verify=t and u)\n",
    "a large format": "s = '%999999999d' % 1\n"
    "t = f'{1:999999999}'\n"
    "u = '{:999999999}'.format(1)\n"
    "requests.get(s + t + u)\n",
    "doubled strings": "s0 = 'ab'\n" + lines("s{next} = s{i} + s{i}\n", 60) + "requests.get(s60)\n",
    "doubled lists": "l0 = [True]\n" + lines("l{next} = l{i} + l{i}\n", 60) + "requests.get(address, verify=l60[0])\n",
    "doubled tables": "d0 = {'verify': True}\n"
    + lines("d{next} = {**d{i}, **d{i}, 'k': d{i}}\n", 60)
    + "requests.get(address, **d60)\n",
    "doubled conditions": "v0 = True\n"
    + lines("v{next} = v{i} if a else v{i}\n", 60)
    + "requests.get(address, verify=v60)\n",
    "doubled calls": "def f0(a=True): return a\n"
    + lines("def f{next}(): return f{i}() or f{i}()\n", 60)
    + "requests.get(address, verify=f60())\n",
    "doubled bases": "class A0(requests.Session): pass\n"
    + lines("class A{next}(A{i}, B{i}): pass\nclass B{next}(A{i}, B{i}): pass\n", 60).replace("B0", "A0")
    + "A60().get(address)\n",
    "joined lists": "x = ','.join(['a'] * 9)\n"
    + "x = x.replace('a', 'a' * 999).join([x, x])\n" * 30
    + "requests.get(x)\n",
    # many definitions
    "a name that is set often": "def f():\n"
    + lines("    v = {i} or True\n", 800)
    + "    requests.get(address, verify=v)\n",
    "a name that is set sometimes": "def f():\n"
    "    v = True\n" + lines("    if c{i}:\n        v = True\n", 700) + "    requests.get(address, verify=v)\n",
    "an attribute that is set often": "s = requests.Session()\n" + "s.verify = True\n" * 1500 + "s.get(address)\n",
    "a function that is defined often": lines("def f(): return True\n", 800) + "requests.get(address, verify=f())\n",
    "a tower of classes": "class A0(requests.Session): pass\n"
    + lines("class A{next}(A{i}): pass\n", 1200)
    + "A1200().get(address)\n",
    "a class with many members": "class A(requests.Session):\n"
    + lines("    def m{i}(self): return self.m{next}()\n", 800)
    + "A().m0()\n",
    "a chain of functions": "def f0(v=True): return requests.get(address, verify=v)\n"
    + lines("def f{next}(v=True): return f{i}(v)\n", 800)
    + "f800()\n",
    "a chain of names": "v0 = True\n" + lines("v{next} = v{i}\n", 800) + "requests.get(address, verify=v800)\n",
    "many sinks": "v = True\n" + "requests.get(address, verify=v)\n" * 600,
    # around in circles
    "a name for itself": "v = v\nw = w.w(w)[w]\nrequests.get(address, verify=v or w)\n",
    "names for each other": "def f():\n    global a, b\n    a = b\n    b = a\n    requests.get(address, verify=a)\n",
    "a list in itself": "a = []\na.append(a)\na[0] = a\na += a\nrequests.get(address, verify=a[0][0])\n",
    "a table in itself": "d = {'a': 1}\nd['verify'] = d\nd.update(d, **d)\nrequests.get(address, **d)\n",
    "functions that call each other": "def f(v): return g(v)\n"
    "def g(v): return f(g(f(v)))\n"
    "requests.get(address, verify=f(g))\n",
    "a function that makes itself": "def f(a=lambda: f): return f(f)(f)(*f, **f)\n"
    "requests.get(address, verify=f()()())\n",
    "a class of itself": "class A(A): pass\nclass B(C): pass\nclass C(B): pass\nA().get(address)\nB().get(address)\n",
    "a class that is its own kind": "class M(type): __call__ = lambda s: s\n"
    "class P(metaclass=M):\n"
    "    __getattr__ = __getitem__ = __iter__ = __enter__ = lambda s, *a: s\n"
    "p = P()\n"
    "with p as q: requests.get(address, verify=q.v[0]()()())\n"
    "requests.get(*p, **p)\n",
    "a property of itself": "class A(requests.Session):\n"
    "    @property\n"
    "    def verify(self): return self.verify\n"
    "    @verify.setter\n"
    "    def verify(self, v): self.verify = v\n"
    "a = A()\n"
    "a.verify = a.verify\n"
    "a.get(address)\n",
    "a decorator of itself": "@f\ndef f(g): return f\n@f\n@f\ndef g(): return requests.get(address)\ng()\n",
    "a loop over itself": "for x in x:\n    for x[x] in x:\n        x = x.x\nrequests.get(address, verify=x)\n",
    "generators of each other": "def f():\n"
    "    yield from g()\n"
    "def g():\n"
    "    yield from f()\n"
    "for v in f(): requests.get(address, verify=v)\n",
    "the module itself": "import app\nfrom app import *\nfrom app import app\napp.app.requests.get(address)\n",
    # all of the language
    "async": "async def f():\n"
    "    async with requests.Session() as s, s as t:\n"
    "        async for v in s:\n"
    "            await t.get(await v, verify=await v)\n"
    "    return [await v async for v in s if await v]\n",
    "match": "match a:\n"
    "    case {'verify': v, **rest} if (w := rest): pass\n"
    "    case [requests.Session(verify=v), *_]: pass\n"
    "    case _: v = True\n"
    "requests.get(address, verify=True)\n",
    "many cases": "match a:\n" + lines("    case {i}: v = True\n", 800) + "    case _: v = True\n"
    "requests.get(address, verify=v)\n",
    "walrus": "if (v := (w := (x := True))) and [v := w for _ in x]: requests.get(address, verify=v)\n",
    "halves of characters": "import importlib\n"
    "d = {'\\ud800': True, '\\0': True}\n"
    "getattr(requests, '\\udcff')(address)\n"
    "requests.get('\\ud800', verify=d['\\ud800'], **{'\\udfff': 1})\n",
    "names with zero in them": "getattr(requests, '\\0')\nsetattr(requests, 'a\\0b', True)\n__builtins__['\\0']\n",
    "names as strings": "globals()['requests'].get(address)\n"
    "vars()['x'] = locals()\n"
    "exec('import requests')\n"
    "eval('requests')\n",
    "del and global": "def f():\n    global requests\n    r = requests\n    del r\n    r.get(address)\n",
    "an odd __all__": "__all__ = __all__ + ['\\0', 1, None, *__all__]\n__path__ = __all__\n__getattr__ = __all__\n",
}

if sys.version_info >= (3, 11):
    SHAPES["groups of errors"] = (
        "try:\n    v = True\nexcept* OSError as v:\n    pass\nrequests.get(address, verify=True)\n"
    )
if sys.version_info >= (3, 12):
    SHAPES["parameters that are types"] = (
        "type T[*A, **P, B: T] = T[A, P, B]\nclass C[A: C](requests.Session): pass\n"
        "def f[S: requests.Session](s: S) -> S: return s\nf(C[int]()).get(address)\n"
    )
    SHAPES["values in strings in strings"] = "x = " + 'f"{' * 40 + "1" + '}"' * 40 + "\nrequests.get(x)\n"
if sys.version_info >= (3, 13):
    SHAPES["defaults of types"] = (
        "type T[A = T] = T\ndef f[A = requests](v: A = True): requests.get(address, verify=v)\n"
    )
if sys.version_info >= (3, 14):
    SHAPES["templates"] = "x = t'{requests}{t\"{x}\"}'\nrequests.get(x, verify=True)\n"


@pytest.mark.parametrize("label", SHAPES)
def test_the_plain_finding_is_made_whatever_is_above_it(label: str, tmp_path: Path) -> None:
    source = HEAD + SHAPES[label] + PLAIN
    found = linted(tmp_path, source)
    assert [(finding.line, finding.code) for finding in found if finding.code != "PS901"] == [
        (source.count("\n"), "PS101")
    ]
    assert codes(found).count("PS901") <= 1


HUGE = f"0x{'f' * 50_000}"  # too large for Python to write it in decimal
HUGE_NUMBERS = {
    "a value": f"requests.get(address, verify={HUGE})\n",
    "a value with another": f"requests.get(address, verify=-{HUGE} if a else {HUGE})\n",
    "more values than are kept": "for v in (" + lines(f"{HUGE}{{i}}, ", 30) + "): requests.get(address, verify=v)\n",
    "keys": "for v in (" + lines(f"{{{HUGE}: {{i}}}}, ", 30) + "): requests.get(address, verify=v)\n",
    "an index": f"d = {{{HUGE}: True}}\nrequests.get(address, verify=d[{HUGE}])\n",
    "an index of a library's": f"import urllib3\nv = urllib3.PoolManager().connection_pool_kw[{HUGE}]\n"
    "requests.get(address, verify=v)\n",
    "a piece of text": f"requests.get(f'{{{HUGE}}}' + '%d' % {HUGE} + str({HUGE}) + '{{}}'.format({HUGE}))\n",
    "a word of a command": f"import subprocess\nsubprocess.run(['curl', {HUGE}, str({HUGE})])\n",
}


@pytest.mark.parametrize("label", HUGE_NUMBERS)
def test_a_number_can_be_too_large_to_print(label: str, tmp_path: Path) -> None:
    assert codes(linted(tmp_path, HEAD + HUGE_NUMBERS[label] + PLAIN)) == ["PS101"]


def test_a_number_that_is_too_large_to_print_is_blamed_without_it(tmp_path: Path) -> None:
    found = linted(tmp_path, f"import numpy\nn = {HUGE}\nnumpy.load(path, allow_pickle=n)\n")
    assert codes(found) == ["PS205"]
    assert "0x" not in found[0].text


# --- modules of the project ------------------------------------------------------------------

PROJECTS: dict[str, tuple[str, dict[str, str]]] = {
    "stars in a circle": (
        "from a import *\n",
        {"a.py": "from b import *\n", "b.py": "from a import *\nfrom app import *\n"},
    ),
    "imports in a circle": (
        "import a\nrequests.get(address, verify=a.v)\n",
        {"a.py": "from b import v\n", "b.py": "from c import v\n", "c.py": "from a import v\n"},
    ),
    "calls in a circle": (
        "import a\nrequests.get(address, verify=a.f(True))\n",
        {"a.py": "import b\ndef f(v): return b.g(v)\n", "b.py": "import a\ndef g(v): return a.f(v)\n"},
    ),
    "classes in a circle": (
        "from a import A\nA().get(address)\n",
        {"a.py": "from b import B\nclass A(B): pass\n", "b.py": "from a import A\nclass B(A): pass\n"},
    ),
    "a chain of modules": (
        "import m0\nrequests.get(address, verify=m0.v)\n",
        {f"m{i}.py": f"from m{i + 1} import v\n" for i in range(200)} | {"m200.py": "v = True\n"},
    ),
    "a chain of stars": (
        "from m0 import *\nrequests.get(address, verify=v)\n",
        {f"m{i}.py": f"from m{i + 1} import *\n" for i in range(100)} | {"m100.py": "v = True\n"},
    ),
    "300 modules": (
        "".join(f"import m{i}\nrequests.get(address, verify=m{i}.v)\n" for i in range(300)),
        {f"m{i}.py": "v = True\n" for i in range(300)},
    ),
    "a package in itself": (
        "import p\nfrom p import p\np.p.get(address)\n",
        {"p/__init__.py": "from p import p\nfrom . import p\n"},
    ),
    "a module that does not parse": ("import a\nrequests.get(address, verify=a.v)\n", {"a.py": "def (:\n"}),
    "a module that is deep": (
        "import a\nrequests.get(address, verify=a.v)\n",
        {"a.py": "v = " + "not " * 3000 + "True\n"},
    ),
    "a module that is long": ("import a\nrequests.get(address, verify=a.v)\n", {"a.py": "v = True\n" * 5000}),
    "a module that is odd": (
        "import a\nrequests.get(address, verify=a.v)\n",
        {"a.py": "# coding: utf-7\nv = '\x0c\x1c'\r\x0c"},
    ),
}


@pytest.mark.parametrize("label", PROJECTS)
def test_the_plain_finding_is_made_whatever_is_around_it(label: str, tmp_path: Path) -> None:
    above, others = PROJECTS[label]
    source = HEAD + above + PLAIN
    found = linted(tmp_path, source, others)
    assert [(finding.line, finding.code) for finding in found if finding.code != "PS901"] == [
        (source.count("\n"), "PS101")
    ]
    assert codes(found).count("PS901") <= 1


# --- work ------------------------------------------------------------------------------------

GROWING: dict[str, Callable[[int], str]] = {
    "calls": lambda size: "requests.get(address)\n" * size,
    "values": lambda size: lines("v{i} = True\nrequests.get(address, verify=v{i})\n", size),
    "assignments": lambda size: "def f():\n" + lines("    v = True\n    requests.get(address, verify=v)\n", size),
    "branches": lambda size: (
        "def f():\n    v = True\n"
        + lines("    if c:\n        v = True\n", size)
        + "    requests.get(address, verify=v)\n"
    ),
    "functions": lambda size: lines("def f{i}(v=True): return requests.get(address, verify=v)\nf{i}()\n", size),
    "callers": lambda size: "def f(v): return requests.get(address, verify=v)\n" + "f(True)\n" * size,
    "classes": lambda size: (
        "class A0(requests.Session): pass\n" + lines("class A{next}(A{i}): pass\n", size) + f"A{size}().get(address)\n"
    ),
    "methods": lambda size: (
        "class A:\n    def __init__(self): self.s = requests.Session()\n"
        + lines("    def m{i}(self): return self.s.get(address)\n", size)
    ),
    "attributes": lambda size: "s = requests.Session()\n" + "s.verify = True\ns.get(address)\n" * size,
    "keys": lambda size: (
        "d = {" + lines("'k{i}': True, ", size) + "}\n" + lines("requests.get(address, verify=d['k{i}'])\n", size)
    ),
    "names": lambda size: "v0 = True\n" + lines("v{next} = v{i}\n", size) + f"requests.get(address, verify=v{size})\n",
    "imports": lambda size: lines("import os.path as p{i}\n", size) + "requests.get(address)\n",
}


@pytest.mark.parametrize("label", GROWING)
def test_twice_the_code_is_at_most_some_more_than_twice_the_work(label: str, tmp_path: Path) -> None:
    def work(size: int) -> int:
        source = HEAD + GROWING[label](size) + PLAIN
        linted(tmp_path / str(size), source)  # what is done once in a process
        path = tmp_path / str(size) / "app.py"
        return calls_made(lambda: lint(str(path)))

    assert work(80) < 2.6 * work(40)
