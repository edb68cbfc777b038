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
import weakref
from collections import OrderedDict
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from astroid import nodes
from astroid.manager import AstroidManager
from astroid.rebuilder import TreeRebuilder

from flake8_pysafe.resolve import reach
from flake8_pysafe.resolve.reach import Outline

MAX_BYTES = 2_000_000  # of a first-party module that is followed
MAX_DEPTH = 120  # of nesting; astroid's rebuilder recurses
KEPT_TREES = 48


class TooDeep(Exception):
    """A file is nested deeper than the rebuilder can follow."""


@dataclass(frozen=True)
class Tree:
    """One module of the closed world."""

    name: str  # dotted, as first-party code imports it
    path: str
    is_package: bool
    module: nodes.Module = field(repr=False, compare=False, hash=False)


def build(text: str, name: str, path: str, is_package: bool) -> Tree:
    """Return the tree of a source text.

    Raises SyntaxError or ValueError where Python's own parser does, and TooDeep where
    the nesting is beyond what can be followed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are not ours to report
        parsed = ast.parse(text)
        if nesting(parsed) > MAX_DEPTH:
            raise TooDeep
        module = TreeRebuilder(AstroidManager()).visit_module(parsed, name, path, is_package)
    return Tree(name, path, is_package, module)


def nesting(tree: ast.AST) -> int:
    """Return how deep a tree is nested, without recursion."""
    depth = 0
    level: list[ast.AST] = [tree]
    while level:
        depth += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


_trees: OrderedDict[tuple[str, str, int, int], Tree | None] = OrderedDict()


def first_party(path: Path, name: str) -> Tree | None:
    """Return the tree of a first-party source file, None if it cannot be read or followed.

    The last few trees are kept, by path, modification time and size.
    """
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    key = (str(path), name, status.st_mtime_ns, status.st_size)
    if key in _trees:
        _trees.move_to_end(key)
        return _trees[key]
    tree = _read(path, name)
    _trees[key] = tree
    if len(_trees) > KEPT_TREES:
        _trees.popitem(last=False)
    return tree


def _read(path: Path, name: str) -> Tree | None:
    try:
        data = path.read_bytes()
        encoding, _ = tokenize.detect_encoding(BytesIO(data).readline)
        text = data.decode(encoding)
        return build(text, name, str(path), path.name == "__init__.py")
    except (OSError, SyntaxError, ValueError, LookupError, RecursionError, MemoryError, TooDeep):
        return None


_outlines: weakref.WeakKeyDictionary[nodes.Module, Outline] = weakref.WeakKeyDictionary()


def outlined(tree: Tree) -> Outline:
    """Return the outline of a first-party module, made once for as long as its tree is kept."""
    if tree.module not in _outlines:
        _outlines[tree.module] = reach.outline(tree.module)
    return _outlines[tree.module]
