"""Tells which modules a file makes itself before it imports them, as tests do."""

from __future__ import annotations

import ast
import os
import re
from dataclasses import dataclass

# Functions that load a module under a name of the caller's choice, or put one in its place.
_MAKERS = re.compile(r"module|spec|load|import_|stub|mock|fake|inject|setitem|patch_dict|\bdict$", re.I)
_IMPORTERS = frozenset({"import_module", "__import__", "find_spec", "find_loader", "importorskip"})
_TEST_FOLDERS = frozenset({"test", "tests", "testing", "t", "unit_tests", "integration_tests"})
_TEST_FILE = re.compile(r"test_.*|.*_tests?\.py|tests?\.py|conftest\.py")
_LONGEST = 100_000  # letters of a string that is looked into
_PATH_PART = re.compile(r"[A-Za-z_]\w*(?=\.py\b|/)|(?<=/)[A-Za-z_]\w*")


@dataclass(frozen=True)
class Made:
    """Names under which a file makes modules."""

    names: frozenset[str]

    def makes(self, module: str) -> bool:
        """Tell whether the file may make a module, or the package that it lies in."""
        return module in self.names or module.partition(".")[0] in self.names


def in_file(tree: ast.Module, path: str) -> Made:
    """Return the modules that a file makes; a test makes whatever it names in a string or writes to a path."""
    is_test = bool(_TEST_FILE.fullmatch(os.path.basename(path))) or not _TEST_FOLDERS.isdisjoint(path.split(os.sep))
    names: set[str] = set()
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        match node:
            case ast.Constant(value=str(text)) if is_test and len(text) < _LONGEST:
                names |= {text, *_PATH_PART.findall(text)}
            case ast.keyword(arg=str(name)) if is_test:
                names.add(name)
            case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Constant(value=str(name))):
                names.add(name)
            case ast.Call(func=ast.Attribute(attr=function) | ast.Name(id=function)) if _MAKERS.search(function):
                if function not in _IMPORTERS:
                    names |= _strings(node)
        pending.extend(ast.iter_child_nodes(node))
    return Made(frozenset(names))


def _strings(call: ast.Call) -> set[str]:
    """Return the strings among the arguments of a call, and the keys of dictionaries there."""
    values = [*call.args, *(word.value for word in call.keywords)]
    keys = [key for value in values if isinstance(value, ast.Dict) for key in value.keys if key is not None]
    return {
        value.value for value in (*values, *keys) if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }
