"""What the tests of `imports` share, a walk to the import sites and a check of one file, and tests of both."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

from flake8_pysafe.findings import Finding, ImportSite, Source
from flake8_pysafe.imports import ImportOptions, findings

CALLEES = ("import_module", "__import__", "find_spec", "importorskip")


def sites(tree: ast.Module) -> Iterator[ImportSite]:
    """The sites of a tree, in order."""
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, ancestors = pending.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield ImportSite(node, ancestors)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in CALLEES:
            yield ImportSite(node, ancestors)
        pending += [(child, (*ancestors, node)) for child in reversed(list(ast.iter_child_nodes(node)))]


def source(text: str, path: Path | str = "-") -> Source:
    text = dedent(text)
    return Source(ast.parse(text), tuple(text.splitlines(keepends=True)), str(path))


def found(text: str, path: Path | str = "-", **options: Any) -> list[Finding]:
    """The findings of a source."""
    given = source(text, path)
    return list(findings(given, sites(given.tree), ImportOptions(**options)))


def codes(text: str, path: Path | str = "-", **options: Any) -> list[str]:
    """Line, column as flake8 prints it, and code of the findings of a source: `2:8 PS301`."""
    return [f"{one.line}:{one.column + 1} {one.code}" for one in found(text, path, **options)]


def texts(text: str, path: Path | str = "-", **options: Any) -> list[str]:
    """Code and text of the findings of a source."""
    return [f"{one.code} {one.text}" for one in found(text, path, **options)]


def write(folder: Path, contents: Mapping[str, str]) -> Path:
    """Write files by their names below a folder; return the folder."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(content), encoding="utf-8")
    return folder


def package(folder: Path, *names: str) -> Path:
    """Make regular packages by their dotted names; return the folder."""
    for name in names:
        path = folder.joinpath(*name.split("."))
        path.mkdir(parents=True, exist_ok=True)
        (path / "__init__.py").touch()
    return folder


def test_sites_come_in_order_with_their_ancestors() -> None:
    tree = ast.parse("import a\ndef f():\n    import b\n    __import__('c')\n")
    there = list(sites(tree))
    assert [site.node.lineno for site in there] == [1, 3, 4]
    assert [type(node).__name__ for node in there[2].ancestors] == ["Module", "FunctionDef", "Expr"]


def test_codes_are_written_as_flake8_prints_them(tmp_path: Path) -> None:
    assert codes("import os, reqeusts\n", tmp_path / "app.py") == ["1:12 PS301"]
