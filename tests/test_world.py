"""The closed world: what is read, what is kept, and that nothing outside it is seen, changed or run."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from astroid import nodes
from astroid.manager import AstroidManager

from conftest import ROOT, Run
from flake8_pysafe.resolve import world
from flake8_pysafe.resolve.late import is_built, mentions
from flake8_pysafe.resolve.walking import walk
from flake8_pysafe.resolve.world import TooDeep

SOURCE = """\
import json, os, requests, ssl, yaml
from helper import CHECK, fetch
class Client(requests.Session): pass
Client().get(u, verify=CHECK)
fetch(u, False)
yaml.load(x, Loader=yaml.Loader)
"""
HELPER = "import requests\nCHECK = False\ndef fetch(u, v):\n    return requests.get(u, verify=v)\n"
EXPECTED = ["4:24 PS101", "5:10 PS101", "6:26 PS203"]


@pytest.fixture
def shop(project: Path) -> Path:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\ndependencies = ['requests', 'pyyaml']\n")
    (project / "helper.py").write_text(HELPER)
    (project / "main.py").write_text(SOURCE)
    return project


# --- trees -----------------------------------------------------------------------------------


def test_a_tree_is_astroids_without_astroids_builder() -> None:
    tree = world.build("import os\nx = os.name\n", "example", "example.py", False)
    assert isinstance(tree.module, nodes.Module)
    assert [type(node).__name__ for node in tree.module.body] == ["Import", "Assign"]


@pytest.mark.parametrize("text", ["x = (\n", "def f(:\n", "x = 1\n  y = 2\n"])
def test_what_python_does_not_parse_is_refused(text: str) -> None:
    with pytest.raises(SyntaxError):
        world.build(text, "example", "example.py", False)


@pytest.mark.parametrize(
    "text", ["x = " + "-" * 130 + "1\n", "x" + ".y" * 130 + "\n", "if x: pass\n" + "elif x: pass\n" * 130]
)
def test_what_is_nested_too_deeply_is_refused(text: str) -> None:
    with pytest.raises(TooDeep):
        world.build(text, "example", "example.py", False)


def test_a_first_party_file_is_read_once_while_it_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("x = 1\n")
    first = world.first_party(path, "a")
    assert first is not None
    assert world.first_party(path, "a") is first
    path.write_text("x = 22\n")
    second = world.first_party(path, "a")
    assert second is not None
    assert second is not first


@pytest.mark.parametrize(
    "data", [b"x = (\n", b"\xff\xfe\n", b"# coding: nonsense\n", b"x = 1\0\n", b"x = " + b"-" * 5000 + b"1\n"]
)
def test_a_file_that_cannot_be_followed_is_no_tree(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes(data)
    assert world.first_party(path, "a") is None


def test_what_is_no_file_is_no_tree(tmp_path: Path) -> None:
    assert world.first_party(tmp_path, "a") is None
    assert world.first_party(tmp_path / "absent.py", "a") is None


def test_a_declared_encoding_is_heeded(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_bytes("# coding: latin-1\nx = 'größe'\n".encode("latin-1"))
    tree = world.first_party(path, "a")
    assert tree is not None
    assert tree.module.body[0].value.value == "größe"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    assert world.first_party(tmp_path / "a.py", "a") is None


# --- functions that are built when they are looked at ------------------------------------------

LATE = '''\
"""docs"""
import os
@decorated(
    1)
async def first(a, *, b: int = 1) -> str:
    """docs"""
    text = """
  of two lines"""
    def inner():
        if a: return text \\
            , b
    return await inner()
class Shop(Base):
    """docs"""
    def one(self): return "größe", lambda x: x
    if os.name:
        def two(self):
            # a comment
            global SEEN
            SEEN = 1
            class Local:
                def deep(self):
                    yield self
            return Local
def empty(): "docs"
class Tabs:
\tdef three(self):
\t\treturn 1
'''


def place(node: nodes.NodeNG) -> tuple[int | None, ...]:
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def shape(tree: world.Tree) -> list[tuple[object, ...]]:
    """Everything in a tree, in order."""
    return [
        (type(each).__name__, *place(each), type(each.parent).__name__, *(place(each.parent) if each.parent else ()))
        for each in walk(tree.module)
    ]


@pytest.mark.parametrize(
    "text",
    [
        LATE,
        LATE.replace("\n", "\r\n"),
        "\f" + LATE,
        *(path.read_text() for path in sorted((ROOT / "tests" / "cases").glob("*.py"))),
    ],
)
def test_a_tree_is_the_same_however_late_it_is_built(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = ast.parse(text)
    before = ast.dump(parsed, include_attributes=True)
    text = text.replace("\r\n", "\n")
    built = [world.rebuilt(parsed, text, "a", "a.py", False), world.build(text, "a", "a.py", False)]
    monkeypatch.setattr(world, "LATE_DEPTH", 0)
    built.append(world.rebuilt(parsed, text, "a", "a.py", False))
    kept, read_again, at_once = ([each.module.as_string(), *shape(each)] for each in built)
    assert kept == read_again == at_once
    assert ast.dump(parsed, include_attributes=True) == before


@pytest.mark.parametrize(
    ("name", "expected"), [("inner", True), ("  of two", True), ("Shop", False), ("gr\u00f6\u00dfe", False)]
)
def test_what_a_function_mentions_is_told_without_building_it(name: str, expected: bool) -> None:
    tree = world.build(LATE, "a", "a.py", False)
    function = next(each for each in tree.module.body if isinstance(each, nodes.FunctionDef))
    assert mentions(function, name) is expected
    assert not is_built(function)
    assert function.body
    assert mentions(function, "anything")


def test_what_nobody_looks_at_is_not_built() -> None:
    tree = world.build(LATE, "a", "a.py", False)
    functions = {each.name: each for each in tree.module.body if isinstance(each, nodes.FunctionDef)}
    assert not is_built(functions["first"])
    assert [each.name for each in tree.global_functions] == ["two"]
    assert [type(each).__name__ for each in walk(functions["first"], [99])][-1] != "Return"
    assert not is_built(functions["first"])
    assert [type(each).__name__ for each in functions["first"].body] == ["Assign", "FunctionDef", "Return"]
    assert is_built(functions["first"])
    assert not is_built(functions["first"].body[1])


# --- nothing is left behind ------------------------------------------------------------------


def test_astroid_is_left_as_it_was_found(run: Run, shop: Path) -> None:
    brain = AstroidManager.brain
    before = {
        name: (id(value), repr(sorted(value)) if isinstance(value, dict) else "") for name, value in brain.items()
    }
    cached = dict(AstroidManager().astroid_cache)
    assert run(SOURCE, str(shop / "main.py")) == EXPECTED
    after = {name: (id(value), repr(sorted(value)) if isinstance(value, dict) else "") for name, value in brain.items()}
    assert after == before
    assert AstroidManager().astroid_cache == cached


def test_no_module_is_imported_for_the_linted_code(run: Run, shop: Path) -> None:
    run(SOURCE, str(shop / "main.py"))  # our own stages are loaded on first use
    before = set(sys.modules)
    path = list(sys.path)
    assert run(SOURCE + "import decimal, xml.dom.minidom\n", str(shop / "main.py")) == EXPECTED
    assert set(sys.modules) == before
    assert sys.path == path


def test_nothing_of_the_project_is_run(run: Run, shop: Path) -> None:
    canary = shop / "ran"
    trap = f"open({str(canary)!r}, 'w').close()\n"
    for name in ("requests.py", "yaml.py", "conftest.py", "setup.py", "sitecustomize.py", "helper.py", "ssl.py"):
        (shop / name).write_text(trap + (HELPER if name == "helper.py" else ""))
    run(SOURCE + trap, str(shop / "main.py"))
    assert not canary.exists()


def test_an_edited_module_is_seen_at_once(run: Run, shop: Path) -> None:
    main = str(shop / "main.py")
    assert run(SOURCE, main) == EXPECTED
    (shop / "helper.py").write_text(HELPER.replace("CHECK = False", "CHECK = True"))
    assert run(SOURCE, main) == EXPECTED[1:]
    (shop / "helper.py").unlink()
    assert [each for each in run(SOURCE, main) if "PS1" in each] == []
    (shop / "helper.py").write_text(HELPER)
    assert run(SOURCE, main) == EXPECTED


def test_an_installed_library_changes_nothing(
    run: Run, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(SOURCE, str(shop / "main.py"))
    installed = tmp_path / "site-packages"
    for name in ("requests", "yaml"):
        (installed / name).mkdir(parents=True)
        (installed / name / "__init__.py").write_text("raise SystemExit\n")
    monkeypatch.syspath_prepend(str(installed))
    assert run(SOURCE, str(shop / "main.py")) == before == EXPECTED


# --- nothing outside is touched --------------------------------------------------------------

AUDITED = """
import ast, sys
from pathlib import Path
import hypothesis, pytest  # what the tests share needs them
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin

main = Path(sys.argv[1])
text = main.read_text()
class Strict(Plugin):
    raise_errors = True
def check(text):
    return [f"{line}:{column + 1} {what.split()[0]}" for line, column, what, _ in
            Strict(ast.parse(text), text.splitlines(keepends=True), str(main)).run()]
# Loads the stages and the models.
check("import os, requests\\nos.system(c)\\nrequests.get(u, verify=False)\\nimport nowhere\\n")
events = []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], int):
        return  # by its number: the file itself was opened before
    if event == "open" or event.split(".")[0] in ("subprocess", "socket", "import", "exec", "ctypes") or event in (
        "os.system", "os.exec", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir", "os.putenv"
    ):
        events.append((event, str(arguments[0])))
sys.addaudithook(hook)
found = check(text)
recorded = list(events)
print(found)
for event, argument in recorded:
    print(event, argument, sep="\\t")
"""


def audited(main: Path, folder: Path) -> tuple[str, list[tuple[str, str]]]:
    """Lint a file in a process of its own; the findings, and what Python's audit hook saw."""
    script = folder / "audited.py"
    script.write_text(AUDITED)
    result = subprocess.run(
        [sys.executable, str(script), str(main)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found, *lines = result.stdout.splitlines()
    events = [line.partition("\t") for line in lines]
    return found, [(event, argument) for event, _, argument in events]


def test_only_the_project_and_the_bundled_data_are_opened(shop: Path, tmp_path: Path) -> None:
    found, events = audited(shop / "main.py", tmp_path)
    assert found == str(EXPECTED)
    opened = [Path(argument) for event, argument in events if event == "open"]
    assert shop / "helper.py" in opened
    allowed = (shop, ROOT / "flake8_pysafe")
    assert [path for path in opened if not any(path.is_relative_to(folder) for folder in allowed)] == []


def test_nothing_is_started_connected_imported_or_written(shop: Path, tmp_path: Path) -> None:
    _, events = audited(shop / "main.py", tmp_path)
    assert {event for event, _ in events} <= {"open"}
