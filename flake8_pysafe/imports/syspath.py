"""Reads, without running anything, which folders a file puts on the path that modules are imported from."""

from __future__ import annotations

import ast
import functools
import itertools
import os
import re
from collections.abc import Iterable, Iterator, Sequence

from flake8_pysafe.imports import files
from flake8_pysafe.imports.guards import last_name

# What a line looks like that may edit the path.
_EDIT = re.compile(
    rb"sys\.path\s{0,3}(?:\.(?:insert|append|extend)|\[[^\]\n]{0,20}:|\+?=(?!=))|addsitedir|sys_?path\w{0,20}\("
)
# Functions, of the standard library and of test frameworks, that put what they are given on the path.
_ADDING = re.compile(r"addsitedir|\w*sys_?path\w*")
_LARGEST = 300_000  # bytes of a file that is read for its edits of the path
_DEPTH = 25
_MOST = 16  # values of one expression
_MOST_NAMED = 64  # folders that a file names
# Functions that give back the folder they are given, written otherwise.
_SAME = frozenset({"abspath", "realpath", "normpath", "expanduser", "fspath", "str", "Path", "PurePath", "resolve",
                   "absolute", "as_posix", "normcase", "expandvars"})  # fmt: skip


def mentions_path(lines: Sequence[str]) -> bool:
    """Tell whether some lines may change the path."""
    return any(_EDIT.search(line.encode("utf-8", "replace")) for line in lines if "path" in line or "addsite" in line)


def may_add(path: str, wanted: Sequence[str]) -> bool:
    """Tell whether a file edits the path, and may put one of some folders on it: it names one, or lies in one."""
    if not _edits_path(path, files.stamp(path)):
        return False
    if any(files.is_within(path, folder) for folder in wanted):
        return True
    names = b"|".join(re.escape(os.path.basename(folder).encode("utf-8", "replace")) for folder in wanted)
    return files.matches(path, re.compile(names), _LARGEST)


def of_file(path: str, root: str) -> tuple[str, ...]:
    """Return the folders of a project that one of its files puts on the path."""
    return _of_file(path, root, files.stamp(path))


@functools.lru_cache(maxsize=8192)
def _edits_path(path: str, _: files.Stamp | None) -> bool:
    return files.matches(path, _EDIT, _LARGEST)


@functools.lru_cache(maxsize=1024)
def _of_file(path: str, root: str, _: files.Stamp | None) -> tuple[str, ...]:
    try:
        return edits(ast.parse(files.text(path, _LARGEST, root)), path, root)
    except (files.Unreadable, SyntaxError, ValueError, RecursionError, MemoryError):
        return ()


def edits(tree: ast.Module, path: str, root: str) -> tuple[str, ...]:
    """Return the folders inside a project that the file at a path puts on the path of imports."""
    reader = _Reader(tree, path, root)
    found = dict.fromkeys(folder for value in reader.added for folder in reader.folders(value))
    return tuple(folder for folder in found if files.is_within(folder, root))


def named(tree: ast.Module, above: Iterable[str]) -> tuple[str, ...]:
    """Return the folders below some that a file may put on the path in a way not understood here.

    They are those that the file names, each folder on the way to them too, in whatever strings.
    """
    texts = (node.value for node in _walked(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    names = frozenset(name for text in texts for name in text.split("/"))
    starts = tuple(above)
    pending = list(starts)
    for folder in pending:
        here = files.listing(folder, files.stamp(folder))
        below = (os.path.join(folder, name) for name in sorted(here.folders & names))
        pending += itertools.islice((path for path in below if path not in pending), _MOST_NAMED)
        if len(pending) > _MOST_NAMED:
            break
    return tuple(pending[len(starts) :])


class _Reader:
    """The expressions of one file that stand for folders."""

    def __init__(self, tree: ast.Module, path: str, root: str) -> None:
        self._path = path
        self._root = root
        self._values: dict[str, list[ast.expr]] = {}
        self.added: list[ast.expr] = []
        for node in _walked(tree):
            self._collect(node)

    def _collect(self, node: ast.AST) -> None:
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.NamedExpr(target=ast.Name(id=name), value=value)
            ):
                self._values.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self._values.setdefault(name, []).append(value)
            case ast.For(target=ast.Name(id=name), iter=ast.List(elts=values) | ast.Tuple(elts=values)):
                self._values.setdefault(name, []).extend(values)
            case ast.Assign(targets=[target], value=value) | ast.AugAssign(target=target, value=value) if _is_path(
                target
            ):
                self.added += _members(value)
            case ast.Call(func=ast.Attribute(value=owner, attr="insert"), args=[_, value]) if _is_path(owner):
                self.added.append(value)
            case ast.Call(func=ast.Attribute(value=owner, attr="append"), args=[value]) if _is_path(owner):
                self.added.append(value)
            case ast.Call(func=ast.Attribute(value=owner, attr="extend"), args=[value]) if _is_path(owner):
                self.added += _members(value)
            case ast.Call(func=function, args=[value, *_]) if _ADDING.fullmatch(last_name(function)):
                self.added.append(value)

    def folders(self, value: ast.expr) -> Iterator[str]:
        """Yield the absolute folders that an expression may stand for."""
        for written in self._read(value, _DEPTH):
            # What a relative path is relative to depends on where the program is started.
            for start in (os.path.dirname(self._path), self._root):
                if "\0" not in written and len(written) < 4096:
                    yield os.path.normpath(os.path.join(start, written))

    def _read(self, value: ast.expr, depth: int) -> list[str]:
        """Return the paths, perhaps relative, that an expression may stand for; none if that cannot be told."""
        if depth == 0:
            return []
        match value:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.Name(id="__file__"):
                return [self._path]
            case ast.Name(id=name):
                values = self._values.get(name, ())[:_MOST]
                return [path for one in values for path in self._read(one, depth - 1)][:_MOST]
            case ast.Attribute(attr="pardir"):
                return [".."]
            case ast.Attribute(attr="curdir"):
                return ["."]
            case ast.Attribute(value=owner, attr="parent"):
                return [_parent(path) for path in self._read(owner, depth - 1)]
            case ast.Subscript(value=ast.Attribute(value=owner, attr="parents"), slice=ast.Constant(value=int(level))):
                return [_parent(path, level + 1) for path in self._read(owner, depth - 1)] if level < 40 else []
            case ast.Subscript(value=ast.Call(func=function, args=[owner]), slice=ast.Constant(value=0)):
                return (
                    [_parent(path) for path in self._read(owner, depth - 1)] if last_name(function) == "split" else []
                )
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return self._joined([left, right], depth, os.sep)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._joined([left, right], depth, "")
            case ast.BinOp(left=ast.Constant(value=str(pattern)), op=ast.Mod(), right=right):
                return (
                    [pattern.replace("%s", path) for path in self._read(right, depth - 1)] if len(pattern) < 200 else []
                )
            case ast.JoinedStr(values=values):
                return self._joined([v.value if isinstance(v, ast.FormattedValue) else v for v in values], depth, "")
            case ast.Call():
                return self._called(value, depth)
            case _:
                return []

    def _called(self, call: ast.Call, depth: int) -> list[str]:
        name = last_name(call.func)
        owner = [call.func.value] if isinstance(call.func, ast.Attribute) else []
        match name:
            case "getcwd" | "cwd":
                return [os.path.dirname(self._path), self._root]
            case "dirname" if call.args:
                return [_parent(path) for path in self._read(call.args[0], depth - 1)]
            case "join":
                return self._joined(call.args, depth, os.sep)
            case "joinpath":
                return self._joined([*owner, *call.args], depth, os.sep)
            case _ if name in _SAME and call.args:
                return self._joined(call.args, depth, os.sep)
            case _ if name in _SAME:
                return self._read(owner[0], depth - 1) if owner else []
            case _:
                return []

    def _joined(self, parts: Sequence[ast.expr], depth: int, between: str) -> list[str]:
        joined = [""]
        for part in parts[:20]:
            read = self._read(part, depth - 1)
            joined = [_join(before, path, between) for before in joined for path in read][:_MOST]
        return [path for path in joined if len(path) < 4096]


def _join(before: str, path: str, between: str) -> str:
    return os.path.join(before, path) if between and before else f"{before}{path}"


def _parent(path: str, levels: int = 1) -> str:
    for _ in range(levels):
        # Of a relative name with no folder left, the folder above.
        path = os.path.dirname(path) if os.path.dirname(path) not in ("", path) else os.path.join(path, "..")
    return path


def _is_path(expression: ast.expr) -> bool:
    """Tell whether an expression is `sys.path`, or a slice of it."""
    if isinstance(expression, ast.Subscript):
        expression = expression.value
    return isinstance(expression, ast.Attribute) and (last_name(expression.value), expression.attr) == ("sys", "path")


def _members(value: ast.expr) -> Iterator[ast.expr]:
    """Yield the members of a list, or of lists that are added."""
    pending = [value]
    while pending:
        match pending.pop():
            case ast.List(elts=members) | ast.Tuple(elts=members):
                yield from members
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                pending += [left, right]


def _walked(tree: ast.AST) -> Iterator[ast.AST]:
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(ast.iter_child_nodes(node))
