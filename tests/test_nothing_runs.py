"""Linting runs nothing: no code of the project is imported or executed, and nothing is written or called."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

import flake8_pysafe
from conftest import ROOT

Heard: TypeAlias = dict[str, list[str]]

# Calls and imports that make astroid, used plainly, import modules of the project: by the
# name of the call, by the name of the package, by being named like a standard module.
BAIT = """
import gi
import requests
from _lsprof import *
from gi.repository import Gtk, Nothing
from turtle.nothere import *

gi.require_version("Gtk", "3.0")
require_version("Gtk", "3.0")
session = requests.Session()
session.verify = Nothing.flag or Gtk.flag or string.digits
session.get(f"{gi.name}", verify=turtle.nothere.flag)
"""
CANARIES = (
    "canary.py",
    "conftest.py",
    "gi/__init__.py",
    "gi/repository/__init__.py",
    "gi/repository/Nothing.py",
    "requests/__init__.py",
    "setup.py",
    "sitecustomize.py",
    "string.py",
    "tomllib/__init__.py",
    "turtle/__init__.py",
    "yaml.py",
)
MANIFESTS = {
    "pyproject.toml": '[project]\nname = "shop"\nversion = "1"\ndependencies = ["httpx", "boto3"]\n',
    "requirements.txt": "-r more.txt\naiohttp\n",
    "more.txt": "numpy\n",
    "setup.cfg": "[options]\ninstall_requires =\n    paramiko\n",
    "environment.yml": "dependencies:\n  - pip:\n    - dill\n",
}


# Prints the modules of a folder that are imported when it is in front of the path while files in it are linted,
# or by modules that may be loaded for other files.
LATE = """
import sys
from importlib import import_module
from linting import lint
folder, modules, files = sys.argv[1], sys.argv[2].split(), sys.argv[3:]
sys.path.insert(0, folder)
for path in files:
    lint(path)
for module in modules:
    import_module(module)
print(sorted(name for name, module in sys.modules.items() if str(getattr(module, "__file__", "")).startswith(folder)))
"""
PACKAGE = Path(flake8_pysafe.__file__).parent
LATE_FILES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ("__main__.py", "cli")
)
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in LATE_FILES
    if path.name != "baseline.py"  # it is loaded with the options that name one
]


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the package that is imported here, and with what tests share."""
    path = os.pathsep.join((str(Path(flake8_pysafe.__file__).parents[1]), str(ROOT / "tests")))
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case files among modules that leave a trace when they are run."""
    folder = tmp_path_factory.mktemp("runs") / "project"
    shutil.copytree(ROOT / "tests" / "cases", folder)
    for name in CANARIES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"open({str(folder.parent / 'ran')!r}, 'a').write({name!r})\nname = 'x'\n")
    for name, text in MANIFESTS.items():
        (folder / name).write_text(text)
    (folder / "bait.py").write_text(BAIT)
    return folder


@pytest.fixture(scope="module")
def heard(project: Path) -> Heard:
    """What Python was asked to do while the project was linted, and at each provocation."""
    result = program(str(ROOT / "tests" / "watched.py"), str(project))
    assert (result.stderr, result.returncode) == ("", 0)
    heard: Heard = json.loads(result.stdout)
    return heard


def test_linting_only_reads(heard: Heard) -> None:
    assert heard["linting"] == []


def test_nothing_of_the_project_is_imported_while_linting(project: Path, tmp_path: Path) -> None:
    # An editor may put the project's folder in front of the path when everything is loaded,
    # and in it can be a module of any name. What a loaded package brings along comes from there.
    for name in {*sys.stdlib_module_names, "astroid", "tomli", "typing_extensions"}:
        (tmp_path / f"{name}.py").write_text("")
    for name in ("ps402_malicious_dependency.py", "bait.py", "pyproject.toml", "requirements.txt"):
        shutil.copy(project / name, tmp_path)
    trap = program(
        "-c", "import sys; sys.path.insert(0, sys.argv[1]); import shlex; print(shlex.__file__)", str(tmp_path)
    )
    assert trap.stdout == f"{tmp_path / 'shlex.py'}\n"
    files = (str(tmp_path / "ps402_malicious_dependency.py"), str(tmp_path / "bait.py"))
    result = program("-c", LATE, str(tmp_path), " ".join(MODULES), *files)
    assert (result.stdout, result.stderr) == ("[]\n", "")


def unguarded(node: ast.AST, in_function: bool = False) -> Iterator[ast.AST]:
    """The imports in functions that take the path as it is."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Name(id="path_as_it_was")))]):
                continue
            case ast.Import() | ast.ImportFrom() if in_function:
                yield child
        yield from unguarded(child, in_function or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)))


@pytest.mark.parametrize("path", LATE_FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_loaded_late_comes_from_where_the_plugin_came_from(path: Path) -> None:
    assert [ast.unparse(node) for node in unguarded(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_an_import_that_takes_the_path_as_it_is_is_seen() -> None:
    late = "def f():\n    with path_as_it_was():\n        import json\n    if x:\n        import shlex\n"
    assert [ast.unparse(node) for node in unguarded(ast.parse(late))] == ["import shlex"]


@pytest.mark.parametrize(
    "event",
    [
        "import",
        "exec",
        "compile",
        "os.system",
        "subprocess.Popen",
        "socket.__new__",
        "ctypes.dlopen",
        "os.chdir",
        "shutil.rmtree",
        "open",
    ],
)
def test_whatever_linting_must_not_do_is_heard(event: str, heard: Heard) -> None:
    assert any(each.startswith(f"{event} ") for each in heard[event])


def test_reading_what_is_not_the_projects_is_heard(heard: Heard) -> None:
    assert any("os.py" in each for each in heard["open of other files"])


def test_a_canary_that_runs_leaves_a_trace(project: Path, heard: Heard) -> None:
    # Of the provocation that imports one, and of nothing else.
    assert (project.parent / "ran").read_text() == "canary.py"
