"""The layers of the design: a module imports only from modules above it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "flake8_pysafe"
# Top first. Markers judge the names in commands, so what knows names stands above them.
ORDER = (
    "findings",
    "garbage",
    "loading",
    "values",
    "environment",
    "commands",
    "imports",
    "dependencies",
    "markers",
    "models",
    "reports",
    "baseline",
    "options",
    "rules",
    "scan",
    "plain",
    "resolve",
    "check",
    "plugin",
    "cli",
    "__main__",
)
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent.name != "libraries")


def imported(path: Path) -> Iterator[str]:
    """The dotted names a file imports; `from a import b` may mean a module `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.ImportFrom():
                yield f"relative import in line {node.lineno}"


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_every_folder_of_modules_is_a_package() -> None:
    # setuptools leaves the others out of what it installs.
    folders = {path.parent for path in FILES}
    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


def test_every_file_is_in_a_layer() -> None:
    assert {layer(path) for path in FILES} - {"__init__"} <= set(ORDER)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_above(path: Path) -> None:
    own = layer(path)
    allowed = {"__version__", own, *(ORDER[: ORDER.index(own)] if own in ORDER else ())}
    ours = [f"{name}." for name in imported(path) if name.partition(".")[0] == "flake8_pysafe"]
    assert [name for name in ours if name.split(".")[1] not in allowed] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_are_absolute(path: Path) -> None:
    assert [name for name in imported(path) if name.startswith("relative")] == []


def test_only_the_resolver_imports_astroid() -> None:
    importers = {layer(path) for path in FILES if any(name.partition(".")[0] == "astroid" for name in imported(path))}
    assert importers <= {"resolve"}
