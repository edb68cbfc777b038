"""Functions whose bodies are built when they are first looked at: most never are."""

from __future__ import annotations

import ast
import copy
import warnings
from collections.abc import Callable, Iterator
from typing import TypeAlias

from astroid import nodes
from astroid.manager import AstroidManager
from astroid.rebuilder import TreeRebuilder

_Body: TypeAlias = "list[nodes.NodeNG]"


class Late:
    """A function, or the part of it that is there from the beginning; the rest is built by `build`."""

    build: Callable[[], _Body] | None = None
    lines: Callable[[], list[str]] = list  # of the source

    @property
    def body(self) -> _Body:
        """The statements."""
        if self.build is not None:
            build, self.build = self.build, None
            vars(self)["body"] = build()
        body: _Body = vars(self)["body"]
        return body

    @body.setter
    def body(self, statements: _Body) -> None:
        vars(self)["body"] = statements


class FunctionDef(Late, nodes.FunctionDef):  # type: ignore[misc]
    """A function; it has the name that astroid's visitors know it by."""


class AsyncFunctionDef(Late, nodes.AsyncFunctionDef):  # type: ignore[misc]
    """An asynchronous function."""


def head(function: nodes.FunctionDef) -> Iterator[nodes.NodeNG]:
    """Yield what of a function's children stands in front of its body."""
    if function.decorators is not None:
        yield function.decorators
    yield function.args
    if function.returns is not None:
        yield function.returns
    yield from function.type_params or ()


def mentions(function: nodes.FunctionDef, name: str) -> bool:
    """Tell whether a name may stand in a function, without building it."""
    if is_built(function):
        return True
    # Python reads other letters as these.
    return any(name in line or not line.isascii() for line in function.lines())


def is_built(node: nodes.NodeNG) -> bool:
    """Tell whether all of a node is there."""
    return not isinstance(node, Late) or node.build is None


class Rebuilder(TreeRebuilder):  # type: ignore[misc]
    """Astroid's rebuilder, which leaves the tree that it reads as it is, and what need not be read for later."""

    def __init__(self, text: str, *, is_kept: bool, are_late: bool, has_globals: bool) -> None:
        """Take the text of the tree; if the new one is to be kept, what is built later is parsed again for that."""
        super().__init__(AstroidManager())
        self._lines = text.split("\n")
        self._is_kept = is_kept
        self._are_late = are_late
        self._has_globals = has_globals

    # Astroid's own takes a docstring out of the body that it stands in: it is given a copy.

    def visit_module(self, node: ast.Module, *where: object) -> nodes.Module:
        """Return the tree of a module."""
        return super().visit_module(copy.copy(node), *where)

    def visit_classdef(self, node: ast.ClassDef, parent: nodes.NodeNG, *more: object) -> nodes.ClassDef:
        """Return the tree of a class."""
        return super().visit_classdef(copy.copy(node), parent, *more)

    def visit_functiondef(self, node: ast.FunctionDef, parent: nodes.NodeNG) -> nodes.FunctionDef:
        """Return the tree of a function."""
        if not self._may_wait(node):
            return super().visit_functiondef(copy.copy(node), parent)
        return self._waiting(FunctionDef, node, parent)

    def visit_asyncfunctiondef(self, node: ast.AsyncFunctionDef, parent: nodes.NodeNG) -> nodes.AsyncFunctionDef:
        """Return the tree of an asynchronous function."""
        if not self._may_wait(node):
            return super().visit_asyncfunctiondef(copy.copy(node), parent)
        return self._waiting(AsyncFunctionDef, node, parent)

    def _may_wait(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        # What is global binds names outside the function.
        has_global = self._has_globals and any(isinstance(each, ast.Global) for each in ast.walk(node))
        return self._are_late and not has_global

    def _waiting(
        self, kind: type[Late], node: ast.FunctionDef | ast.AsyncFunctionDef, parent: nodes.NodeNG
    ) -> nodes.FunctionDef:
        begun = int(ast.get_docstring(node, clean=False) is not None)
        bare = copy.copy(node)
        bare.body = node.body[:begun]
        made = self._visit_functiondef(kind, bare, parent)
        first, last = node.lineno - 1, node.end_lineno or node.lineno
        made.lines = lambda: self._lines[first:last]
        if not self._is_kept:
            rest = node.body[begun:]
            made.build = lambda: [self.visit(each, made) for each in rest]
        else:
            column = node.col_offset
            made.build = lambda: [self.visit(each, made) for each in self._parsed(first, last, column)[begun:]]
        return made

    def _parsed(self, first: int, last: int, column: int) -> list[ast.stmt]:
        """Return the body of the function in some lines; it begins the first of them."""
        block = ["if 1:"] if column else []
        source = "\n".join([*[""] * (first - len(block)), *block, *self._lines[first:last]])
        place = (first + 1, column)
        found = next(_functions(_tree(source)), None) if first >= len(block) else None
        if found is None or (found.lineno, found.col_offset) != place:
            whole = _functions(_tree("\n".join(self._lines)))
            found = next((each for each in whole if (each.lineno, each.col_offset) == place), None)
        return found.body if found is not None else []


def _tree(source: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are not ours to report
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError):
            return ast.Module([], [])


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (each for each in ast.walk(tree) if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)))
