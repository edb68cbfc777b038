"""The closed world: astroid trees of the linted file and of first-party modules, and nothing else.

Trees are built by astroid's rebuilder alone. Its builder, manager caches, transforms
and inference stay untouched, so nothing is imported, executed or remembered there, and
an astroid that runs in the same process (pylint, another plugin) sees no difference.
"""

from __future__ import annotations

import ast
import os
import stat
import tokenize
import warnings
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from astroid import nodes

from flake8_pysafe.resolve.flow import ScopeFlow
from flake8_pysafe.resolve.late import Rebuilder
from flake8_pysafe.resolve.walking import global_functions, star_imports

MAX_BYTES = 2_000_000  # of a first-party module that is followed
MAX_DEPTH = 120  # of nesting; astroid's rebuilder recurses
LATE_DEPTH = 40  # of nesting of a module whose functions are built when they are looked at
KEPT_TREES = 100

_Made = TypeVar("_Made")


class TooDeep(Exception):
    """A file is nested deeper than the rebuilder can follow."""


@dataclass(frozen=True)
class Tree:
    """One module of the closed world."""

    name: str  # dotted, as first-party code imports it
    path: str
    is_package: bool
    module: nodes.Module = field(repr=False, compare=False, hash=False)
    # What is found out about the tree alone is kept with it, for all files that lead to it.
    _flows: dict[int, ScopeFlow] = field(default_factory=dict, repr=False, compare=False, hash=False)

    def flow_of(self, scope: nodes.NodeNG) -> ScopeFlow:
        """Return the definitions of one of its scopes."""
        found = self._flows.get(id(scope))
        if found is None:
            found = self._flows[id(scope)] = ScopeFlow(scope)
        return found

    @cached_property
    def global_functions(self) -> list[nodes.FunctionDef]:
        """Its functions that declare something `global`."""
        return global_functions(self.module)

    @cached_property
    def star_imports(self) -> list[nodes.ImportFrom]:
        """Its imports that bind whatever is there."""
        return star_imports(self.module)


def build(text: str, name: str, path: str, is_package: bool) -> Tree:
    """Return the tree of a source text.

    Raises SyntaxError or ValueError where Python's own parser does, and TooDeep where
    the nesting is beyond what can be followed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are not ours to report
        return rebuilt(ast.parse(text), text, name, path, is_package, is_kept=True)


def rebuilt(parsed: ast.Module, text: str, name: str, path: str, is_package: bool, *, is_kept: bool = False) -> Tree:
    """Return the tree of a text that Python's own parser has made one of.

    If it is kept, only the text stays of what is built when it is looked at. Raises TooDeep
    where the nesting cannot be followed.
    """
    depth, has_globals = _measured(parsed)
    if depth > MAX_DEPTH:
        raise TooDeep
    # What is built later is built on top of whatever the evaluator is in.
    rebuilder = Rebuilder(text, is_kept=is_kept, are_late=depth <= LATE_DEPTH, has_globals=has_globals)
    return Tree(name, path, is_package, rebuilder.visit_module(parsed, name, path, is_package))


# Nothing stands below them: contexts, operators, names, literals, and what is no node.
_FLAT = frozenset(
    {
        *(type(None), type(...), bool, int, float, complex, str, bytes, ast.Name, ast.Constant, ast.alias),
        *(
            each
            for above in (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop)
            for each in above.__subclasses__()
        ),
    }
)


def _measured(tree: ast.AST) -> tuple[int, bool]:
    """Return how deep a tree is nested, without recursion, and whether a name is declared `global` in it."""
    depth = 1  # of the names and literals, which are not gone through
    has_globals = False
    level: list[ast.AST] = [tree]
    while level:
        depth += 1
        below: list[ast.AST] = []
        for node in level:
            has_globals = has_globals or type(node) is ast.Global
            for name in node._fields:
                value: Any = getattr(node, name, None)
                kind = type(value)
                if kind is list:
                    below += [each for each in value if type(each) not in _FLAT]
                elif kind not in _FLAT:
                    below.append(value)
        level = below
    return depth, has_globals


_Key: TypeAlias = "tuple[str, str, int, int]"  # path, name, modification time, size

_trees: OrderedDict[_Key, Tree | None] = OrderedDict()


def first_party(path: Path, name: str) -> Tree | None:
    """Return the tree of a first-party source file, None if it cannot be read or followed.

    The last few trees are kept, by path, modification time and size.
    """
    key = _key(path, name)
    return _kept(_trees, KEPT_TREES, key, lambda: _read(path, name)) if key is not None else None


def _key(path: Path, name: str) -> _Key | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    return (str(path), name, status.st_mtime_ns, status.st_size)


def _kept(kept: OrderedDict[_Key, _Made], most: int, key: _Key, make: Callable[[], _Made]) -> _Made:
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    kept[key] = made = make()
    if len(kept) > most:
        kept.popitem(last=False)
    return made


def _read(path: Path, name: str) -> Tree | None:
    try:
        data = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
        text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        return build(text, name, str(path), path.name == "__init__.py")
    except (OSError, SyntaxError, ValueError, LookupError, RecursionError, MemoryError, TooDeep):
        return None
