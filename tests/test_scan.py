"""What the scan finds, and that its filters and those behind it lose nothing."""

from __future__ import annotations

import ast
import io
import shutil
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import ROOT, Run, calls_made
from flake8_pysafe import check, models, resolve
from flake8_pysafe import scan as scanning
from flake8_pysafe.findings import Source
from flake8_pysafe.imports import project as projects
from flake8_pysafe.scan import Needs, Position, Reach, Scan, Wanted
from flake8_pysafe.scan.outline import Outline
from flake8_pysafe.scan.reach import MOST_STEPS
from flake8_pysafe.scan.sources import Question, Text, Texts, Words

CASES = ROOT / "tests" / "cases"
SHARED = ROOT.parent / "shared" / "cases"
CORPUS = (*sorted(CASES.glob("*.py")), ROOT / "examples", ROOT / "flake8_pysafe" / "imports")

Everything: TypeAlias = Callable[[], None]


def scanned(text: str, path: Path = Path("/nowhere/example.py")) -> Scan:
    text = dedent(text)
    source = Source(ast.parse(text), tuple(io.StringIO(text).readlines()), str(path))
    return scanning.scan(source, models.load(), projects.find(str(path)), path)


# --- imports ---------------------------------------------------------------------------------


def test_every_statement_that_imports_is_a_site() -> None:
    found = scanned("""
        import a
        from b import c
        def f():
            import d
            class C:
                from e import f
        try:
            import g
        except ImportError:
            import h
        else:
            import i
        finally:
            import j
        for x in y:
            import k
        else:
            import l
        with x:
            import m
        match x:
            case 1:
                import n
        async def g():
            async with x:
                import o
        if x: import p; import q
    """)
    names = [ast.unparse(site.node).split()[1] for site in found.imports]
    assert names == list("abdeghijklmnopq")


def test_a_site_knows_its_ancestors_from_the_module_down() -> None:
    (site,) = scanned("def f():\n    try:\n        import a\n    except ImportError:\n        pass\n").imports
    assert [type(each) for each in site.ancestors] == [ast.Module, ast.FunctionDef, ast.Try]


@pytest.mark.parametrize(
    "call",
    ["__import__('a')", "importlib.import_module('a')", "import_module('a')", "x(y=lambda: [import_module('a')])"],
)
def test_a_call_that_imports_by_name_is_a_site(call: str) -> None:
    (site,) = scanned(f"def f():\n    return {call}\n").imports
    assert isinstance(site.node, ast.Call)
    assert isinstance(site.ancestors[0], ast.Module)
    assert isinstance(site.ancestors[1], ast.FunctionDef)


@pytest.mark.parametrize("text", ["x = 'import a'\n", "# import a\n", "def import_module(): ...\n", "imported(a)\n"])
def test_what_only_looks_like_an_import_is_no_site(text: str) -> None:
    assert scanned(text).imports == ()


def test_deeply_nested_code_is_walked_without_recursion() -> None:
    tree: ast.stmt = ast.Import(names=[ast.alias("a")])
    for _ in range(5000):
        tree = ast.If(test=ast.Name("x"), body=[tree], orelse=[])
    source = Source(ast.Module(body=[tree], type_ignores=[]), ("",), "/nowhere/example.py")
    found = scanning.scan(source, models.load(), projects.find(source.filename), Path(source.filename))
    assert len(found.imports) == 1
    assert len(found.imports[0].ancestors) == 5001


# --- candidates ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "import requests\nrequests.get(u, verify=False)\n",
        "from requests import get as g\ng(u, verify=False)\n",
        "import pickle\npickle.loads(x)\n",
        "import pickle\nload = getattr(pickle, 'lo' + 'ads')\nload(x)\n",
        "m = __import__('pickle')\nm.loads(x)\n",
        "import ssl\nc = ssl.create_default_context()\nc.verify_mode = ssl.CERT_NONE\n",
        "import yaml\nyaml.load(x, Loader=yaml.Loader)\n",
        "import r\uff45quests\nrequests.g\uff45t(u, verify=False)\n",
    ],
)
def test_a_file_that_may_reach_a_sink_is_a_candidate(text: str) -> None:
    assert scanned(text).wanted


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n",
        "import json\njson.loads(x)\n",
        "import requests\nx = requests.codes.ok\n",
        "import requests\nrequests.get(u)\n",
        "def get(u, verify=False): ...\nget(u)\n",
    ],
)
def test_most_files_are_not(text: str) -> None:
    assert not scanned(text).wanted


def test_a_wrapper_in_another_module_makes_a_candidate(project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "web.py").write_text(
        "import requests\ndef fetch(url, check):\n    return requests.get(url, verify=check)\n"
    )
    found = scanned("from web import fetch\nfetch(u, False)\n", project / "main.py")
    assert found.wanted


def test_a_module_behind_that_wraps_nothing_makes_none(project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "web.py").write_text("import requests\ndef fetch(url):\n    return requests.get(url)\n")
    assert not scanned("from web import fetch\nfetch(u)\n", project / "main.py").wanted


# --- the filters lose nothing ----------------------------------------------------------------


class All(set[Any]):
    """Every name or place."""

    def __contains__(self, name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


class Everywhere(dict[Position, Needs]):
    """Every place, whatever is given there."""

    def get(self, place: Position, default: object = None) -> Needs:
        return frozenset()


class Wide(Reach):
    """Every library in sight, every function a wrapper, every place one that passes something on."""

    def __init__(self, library: models.Models) -> None:
        super().__init__((), (), library, projects.find("main.py"))
        self.wrappers = All()

    def passing(self, path: str) -> AbstractSet[Position]:
        return All()

    def escapes(self, name: str) -> bool:
        return True


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> Everything:
    """Switch the filters off: every file is a candidate, every place matters."""
    narrow = scanning.scan

    def wide(*arguments: Any) -> Scan:
        return replace(narrow(*arguments), wanted=Wanted(Everywhere(), Wide(models.load())))

    def switch_off() -> None:
        monkeypatch.setattr(check, "scan", wide)
        monkeypatch.setattr(resolve, "STEPS_AT_LEAST", 10**8)

    return switch_off


def copied(source: Path, folder: Path) -> list[Path]:
    copy = folder / "copy" / source.name
    copy.parent.mkdir()
    (shutil.copytree if source.is_dir() else shutil.copyfile)(source, copy)
    return sorted(copy.rglob("*.py")) if copy.is_dir() else [copy]


def found_in(paths: list[Path], run: Run) -> dict[str, list[str]]:
    return {path.name: run(path.read_text(encoding="utf-8"), str(path), pedantic=True) for path in paths}


@pytest.mark.parametrize("source", CORPUS, ids=lambda path: path.name)
def test_the_filters_lose_nothing(source: Path, run: Run, everything: Everything, tmp_path: Path) -> None:
    paths = copied(source, tmp_path)
    filtered = found_in(paths, run)
    everything()
    assert found_in(paths, run) == filtered


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled cases are not beside this repository")
@pytest.mark.parametrize("family", ["tls", "deserialization"])
def test_the_filters_lose_nothing_in_the_labelled_cases(
    family: str, run: Run, everything: Everything, tmp_path: Path
) -> None:
    paths = copied(SHARED / family, tmp_path)
    filtered = found_in(paths, run)
    everything()
    assert found_in(paths, run) == filtered


SPELLINGS = {
    "a renamed import": "from requests import get as g\ng(u, verify=False)",
    "another name": "import requests\ng = requests.get\ng(u, verify=False)",
    "another name of another name": "import requests\ng = requests.get\nh = g\nh(u, verify=False)",
    "in a table": "import requests\nt = {'get': requests.get}\nt['get'](u, verify=False)",
    "in a list": "import requests\nfor f in [requests.get, requests.post]:\n    f(u, verify=False)",
    "by getattr": "import requests\ngetattr(requests, 'get')(u, verify=False)",
    "by pieces": "import requests\ngetattr(requests, 'g' + 'et')(u, verify=False)",
    "by vars": "import requests\nvars(requests)['get'](u, verify=False)",
    "by import_module": "import importlib\nimportlib.import_module('requests').get(u, verify=False)",
    "by a dictionary": "import requests\no = {'verify': False}\nrequests.get(u, **o)",
    "by a partial": "import functools, requests\nf = functools.partial(requests.get)\nf(u, verify=False)",
    "handed to a thread": "import asyncio, requests\nasyncio.to_thread(requests.get, u, verify=False)",
    "by a wrapper": "import requests\ndef f(u, v):\n    requests.get(u, verify=v)\nf(u, False)",
    "by two": "import requests\ndef f(u, v):\n    requests.get(u, verify=v)\ndef g(w):\n    f(u, w)\ng(False)",
    "by keywords passed on": "import requests\ndef f(u, **o):\n    requests.get(u, **o)\nf(u, verify=False)",
    "by a method": "import requests\nclass C:\n    def f(self, v):\n        requests.get(u, verify=v)\nC().f(False)",
    "by a derived class": "import requests\nclass C(requests.Session):\n    pass\nC().get(u, verify=False)",
    "by a derived initializer": (
        "import httpx\nclass C(httpx.Client):\n    def __init__(self):\n        super().__init__(verify=False)\n"
    ),
    "by a returned session": "import requests\ndef s():\n    return requests.Session()\ns().get(u, verify=False)",
    "by an attribute": (
        "import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n"
        "    def f(self):\n        self.s.verify = False"
    ),
    "by setattr": "import requests\ns = requests.Session()\nsetattr(s, 'verify', False)",
    "by an escaped reference": "import pickle\nmap(pickle.loads, rows)",
    "by an escaped other name": "import pickle\nl = pickle.loads\nmap(l, rows)",
    "by a default": "import pickle\ndef f(x, load=pickle.loads):\n    return load(x)",
    "by a star": "from pickle import *\nloads(x)",
    "by a submodule": "from requests.sessions import Session\nSession().get(u, verify=False)",
    "by a related library": "import botocore.session\nbotocore.session.get_session().create_client('s3', verify=False)",
    "by methodcaller": "import operator, pickle\noperator.methodcaller('loads', x)(pickle)",
    "by a variable of its name": "import requests\nget = requests.get\nget(u, verify=False)",
    "by a condition": "import requests\nf = requests.get if x else requests.post\nf(u, verify=False)",
    "by a class attribute": "import requests\nclass C:\n    f = staticmethod(requests.get)\nC.f(u, verify=False)",
}


@pytest.mark.parametrize("source", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_the_filters_lose_no_way_to_write_it(source: str, run: Run, everything: Everything) -> None:
    filtered = run(source + "\n")
    everything()
    assert run(source + "\n") == filtered
    assert any("PS1" in each or "PS2" in each for each in filtered)


ACROSS = {
    "a function": (
        "import requests\ndef f(u, v):\n    requests.get(u, verify=v)\n",
        "from web import f\nf(u, False)\n",
    ),
    "renamed": (
        "import requests\ndef f(u, v):\n    requests.get(u, verify=v)\n",
        "from web import f as g\ng(u, False)\n",
    ),
    "keywords": ("import requests\ndef f(u, **o):\n    requests.get(u, **o)\n", "import web\nweb.f(u, verify=False)\n"),
    "a constant": ("OFF = False\n", "import requests, web\nrequests.get(u, verify=web.OFF)\n"),
    "a dictionary": ("OPTIONS = {'verify': False}\n", "import requests, web\nrequests.get(u, **web.OPTIONS)\n"),
    "a session": (
        "import requests\ndef s():\n    return requests.Session()\n",
        "from web import s\ns().verify = False\n",
    ),
    "a class": ("import requests\nclass S(requests.Session): pass\n", "from web import S\nS().verify = False\n"),
    "another name": ("import requests\ng = requests.get\n", "from web import g\ng(u, verify=False)\n"),
    "a library": ("import requests as http\n", "from web import http\nhttp.get(u, verify=False)\n"),
    "a module handed over": (
        "import requests\nclass C:\n    http = requests\n",
        "from web import C\nC.http.get(u, verify=False)\n",
    ),
    "a class handed over": (
        "import requests\nSession = requests.Session\n",
        "import web\nclass S(web.Session): pass\nS().verify = False\n",
    ),
    "an initializer": (
        "from pickle import Unpickler as Reader\n",
        "import web\nclass R(web.Reader):\n    def __init__(self, f):\n        super().__init__(f)\n"
        "def g(f):\n    return R(f).load()\n",
    ),
    "a method by its name": (
        "import requests\ndef f(u):\n    return requests.Session()\n",
        "from operator import methodcaller\nimport web\nmethodcaller('get', u, verify=False)(web.f(u))\n",
    ),
    "a loader": ("import yaml\nclass L(yaml.Loader): pass\n", "import yaml, web\nyaml.load(x, Loader=web.L)\n"),
    "a method": (
        "import requests\nclass C:\n    def f(self, v):\n        requests.get(u, verify=v)\n",
        "from web import C\nC().f(False)\n",
    ),
}


@pytest.mark.parametrize(("behind", "source"), ACROSS.values(), ids=ACROSS.keys())
def test_the_filters_lose_nothing_behind_another_module(
    behind: str, source: str, run: Run, everything: Everything, project: Path
) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "web.py").write_text(behind)
    main = str(project / "main.py")
    filtered = run(source, main)
    everything()
    assert run(source, main) == filtered
    assert any("PS1" in each or "PS2" in each for each in filtered)


@pytest.mark.parametrize("mark", ["\f", "\x0b", "\x1c", "\x85", "\u2028"])
def test_comments_are_left_out_whatever_stands_between(mark: str) -> None:
    text = f'"""docs -k"""\nx = "curl{mark}"  # -k\ndef f():\n    """docs"""\n    return "-a{mark}"\n# {mark} end\n'
    code = Words(text).code
    assert [word in code for word in ("docs", "-k", "end", "curl", "-a")] == [False, False, False, True, True]


DOCSTRINGS = ('"""said"""', '"""said\nsaid"""', "'said'", '"""said\n"""')


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [*DOCSTRINGS, "kept = 'kept'", "kept(  # said\n    'kept',\n)", "if kept:\n    'said'", ""]
            ),
            st.sampled_from(["", "  # said", "\n", "\n# said\n# said"]),
        ),
        max_size=8,
    )
)
@example([('"""said\nsaid"""', "  # said")])
def test_only_comments_and_docstrings_are_left_out(pieces: list[tuple[str, str]]) -> None:
    text = "\n".join(piece + end for piece, end in pieces)
    code = Words(text).code
    assert "said" not in code
    assert code.count("kept") == text.count("kept")


# --- what there is too much of -----------------------------------------------------------------


MANY = "\n".join(
    f"class C{number}:\n    def fetch(self, a{number}, b{number}=None):\n        requests.get(u, verify=a{number})\n"
    for number in range(40)
)


def test_a_name_that_many_functions_have_matters_whatever_it_is_given() -> None:
    text = f"import requests\n{MANY}\nC33().fetch(False)\nC34().fetch(b34=1, a34=False)\n"
    found = scanned(text)
    assert found.wanted is not None
    last = len(text.splitlines())
    assert {last - 1, last} <= {position[0] for position in found.wanted.places}


def test_names_that_many_functions_have_do_not_multiply() -> None:
    # Every method passes what it is given on to a method of each other name.
    methods = "\n".join(
        f"    def m{name}(self, p{number}_{name}):\n"
        + "".join(f"        self.other.m{other}(p{number}_{name})\n" for other in range(30))
        for number in range(30)
        for name in range(30)
    )
    text = f"import requests\nclass A:\n    def m0(self, v): requests.get(u, verify=v)\nclass B:\n{methods}\n"
    seen = calls_made(lambda: scanned(text), "_passed_on")
    assert 0 < seen <= 2 * MOST_STEPS  # each is counted when it is called and when it goes on


# --- what an object is made by -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("import requests\ndef f(s): s.mount('https://', a)\n", False),
        ("import requests\nc.request('GET', u, verify=False)\n", False),
        ("import requests\nc = requests.Session()\nc.request('GET', u, verify=False)\n", True),
        ("import ssl\nc.verify_mode = ssl.CERT_NONE\n", False),
        ("import ssl\nc = ssl.SSLContext()\nc.verify_mode = ssl.CERT_NONE\n", True),
        ("from requests.adapters import HTTPAdapter\nclass A(HTTPAdapter):\n"
         "    def cert_verify(self, conn, url, verify, cert):\n        conn.cert_reqs = 'CERT_NONE'\n", True),
    ],
)  # fmt: skip
def test_what_belongs_to_an_object_matters_only_where_there_can_be_one(text: str, matters: bool) -> None:
    assert (scanned(text).wanted is not None) == matters


# --- what a place takes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("def f(): pass\nasync def g(): pass\nf()\nx.f = g()\n", {"f", "g"}),
        ("class C:\n    def f(self): pass\n", set()),
        ("def f(): pass\nf = 1\n", set()),
        ("def f(): pass\nimport f\n", set()),
        ("try:\n    from a import (\n        f,\n    )\nexcept ImportError:\n    pass\ndef f(): pass\n", set()),
        ("def f(): pass\nfrom a import *\n", set()),
        ("@wrapped\ndef f(): pass\n@wrapped(\n    1,\n)\n# why\ndef g(): pass\n\ndef h(): pass\n", {"h"}),
        ("def f(): pass\n__all__ = ['f']\n", {"f"}),
        ("def f(): pass\nglobals()['f'] = 1\n", set()),
        ("def f(): pass\ndef g():\n    global f\n", {"g"}),
    ],
)
def test_a_function_is_known_where_nothing_else_has_its_name(text: str, functions: set[str]) -> None:
    assert Words(text).functions == functions


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("import requests\ndef get(u, verify): pass\nget(u, verify=False)\nrequests.get(u)\n", False),
        ("import requests\ndef get(u, verify): pass\nget = requests.get\nget(u, verify=False)\n", True),
        ("import requests\nfrom web import get\nget(u, verify=False)\nrequests.get(u)\n", False),
        ("import requests, web\nweb.get(u, verify=False)\nrequests.get(u)\n", False),
        ("import requests, web\nweb.get = requests.get\nweb.get(u, verify=False)\n", True),
        ("import requests, web\nweb.other(u, False)\nrequests.get(u)\n", True),
        ("import requests\nfrom web import post\npost(u, verify=False)\nrequests.get(u)\n", True),
    ],
)
def test_a_function_of_the_project_is_no_other_of_its_name(text: str, matters: bool, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "web.py").write_text(
        "import requests\nfrom requests import post\ndef get(u, verify): pass\n"
        "def other(u, v): requests.get(u, verify=v)\n"
    )
    assert (scanned(text, project / "main.py").wanted is not None) == matters


def test_a_place_says_which_argument_has_to_break_which_marker() -> None:
    found = scanned("import requests\ndef f(a): requests.get(u, verify=a)\nf(b)\nf(c)\nrequests.get(u, verify=x.y)\n")
    assert found.wanted is not None
    assert {place[0]: needs for place, needs in found.wanted.places.items()} == {
        3: {(0, "Verify")}, 4: {(0, "Verify")}, 5: {(1, "Verify")},
    }  # fmt: skip


KEPT = st.frozensets(st.integers(0, 9))


@given(yes=KEPT, asked=st.lists(KEPT, max_size=8))
def test_a_question_is_answered_as_if_it_were_asked_each_time(yes: frozenset[int], asked: list[frozenset[int]]) -> None:
    texts = [Text(Words(str(number)), (), Outline) for number in range(10)]
    question = Question(lambda text: int(text.text) in yes)
    for some in asked:
        assert question.of_any(Texts(texts[number] for number in some)) == (not yes.isdisjoint(some))
        assert [question.of(texts[number].read) for number in some] == [number in yes for number in some]


def test_a_text_is_read_once_for_all_that_ask() -> None:
    read: list[str] = []

    def ask(text: Words) -> bool:
        read.append(text.text)
        return False

    question = Question(ask)
    texts = Texts(Text(Words(letter), (), Outline) for letter in "abc")
    assert not question.of_any(texts)
    assert not question.of_any(texts)
    assert sorted(read) == ["a", "b", "c"]
