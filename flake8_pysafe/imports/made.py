"""Tells which modules a file makes itself before it imports them, as tests do."""

from __future__ import annotations

import ast
import functools
import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flake8_pysafe.imports import files
from flake8_pysafe.imports.project import Project

# Functions that load a module under a name of the caller's choice, or put one in its place.
_MAKERS = re.compile(r"module|spec|load|import_|stub|mock|fake|inject|setitem|patch_dict|\bdict$", re.I)
_IMPORTERS = frozenset({"import_module", "__import__", "find_spec", "find_loader", "importorskip"})
_TEST_FOLDERS = frozenset({"test", "tests", "testing", "t", "unit_tests", "integration_tests"})
_TEST_FILE = re.compile(r"test_.*|.*_tests?\.py|tests?\.py|conftest\.py")
_LONGEST = 100_000  # letters of a string that is looked into
# The dot in `name.py` may be put in later: `"name%spy" % os.extsep`.
_PATH_PART = re.compile(r"[A-Za-z_]\w*(?=(?:\.|%s|\{\})py\b|/)|(?<=/)[A-Za-z_]\w*")
_MOST_HELPERS = 20  # other files of the tests that are looked into


@dataclass(frozen=True)
class Made:
    """Names under which a file makes modules."""

    names: frozenset[str]

    def makes(self, module: str) -> bool:
        """Tell whether the file may make a module, or the package that it lies in."""
        return module in self.names or module.partition(".")[0] in self.names

    def makes_all_of(self, module: str) -> bool:
        """Tell whether the file may make a module of a package that is there: it names the whole of it."""
        return "." in module and module in self.names


def for_file(tree: ast.Module, project: Project) -> Made:
    """Return the modules that a file makes; a test also those made by what it imports from the tests."""
    names = in_file(tree, project.path).names
    if not _is_test(project.path):
        return Made(names)
    helpers = itertools.islice(_helpers(tree, project), _MOST_HELPERS)
    return Made(names.union(*(_in_source(path, str(project.root), files.stamp(path)).names for path in helpers)))


def in_file(tree: ast.Module, path: str) -> Made:
    """Return the modules that a file makes; a test makes whatever it names in a string or writes to a path."""
    is_test = _is_test(path)
    names: set[str] = set()
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        match node:
            case ast.Constant(value=str() | bytes() as value) if is_test and len(value) < _LONGEST:
                text = value if isinstance(value, str) else value.decode("utf-8", "replace")
                names |= {text, *_PATH_PART.findall(text)}
            case ast.keyword(arg=str(name)) if is_test:
                names.add(name)
            case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Constant(value=str(name))):
                names.add(name)
            case ast.Call(func=ast.Attribute(attr=function) | ast.Name(id=function)) if function in _IMPORTERS:
                continue  # it asks for what it names
            case ast.Call(func=ast.Attribute(attr=function) | ast.Name(id=function)) if _MAKERS.search(function):
                names |= _strings(node)
        pending.extend(ast.iter_child_nodes(node))
    return Made(frozenset(names))


def _is_test(path: str) -> bool:
    return bool(_TEST_FILE.fullmatch(os.path.basename(path))) or not _TEST_FOLDERS.isdisjoint(path.split(os.sep))


def _helpers(tree: ast.Module, project: Project) -> Iterator[str]:
    """Yield the other files of the tests that a test takes something from."""
    for folder in project.above_folder(project.folder):
        if "conftest.py" in project.names_in(folder):
            yield os.path.join(folder, "conftest.py")
    for node in tree.body:
        match node:
            case ast.Import(names=aliases):
                asked: list[str | None] = [alias.name for alias in aliases]
            case ast.ImportFrom(module=module, names=aliases, level=level):
                package = project.absolute(Path(project.path), module, level)
                asked = [package, *(f"{package}.{alias.name}" for alias in aliases if package)]
            case _:
                continue
        located = (project.locate(name) for name in asked if name)
        yield from (str(path) for path in located if path and path.suffix == ".py" and _is_test(str(path)))


@functools.lru_cache(maxsize=256)
def _in_source(path: str, root: str, _: files.Stamp | None) -> Made:
    try:
        return in_file(ast.parse(files.text(path, files.SOURCE_BYTES, root)), path)
    except (files.Unreadable, SyntaxError, ValueError, RecursionError, MemoryError):
        return Made(frozenset())


def _strings(call: ast.Call) -> set[str]:
    """Return the strings among the arguments of a call, in lists there, and as keys of dictionaries."""
    values = [*call.args, *(word.value for word in call.keywords)]
    keys = [key for value in values if isinstance(value, ast.Dict) for key in value.keys if key is not None]
    members = [one for value in values if isinstance(value, ast.List | ast.Tuple | ast.Set) for one in value.elts]
    return {
        value.value
        for value in (*values, *keys, *members)
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }
