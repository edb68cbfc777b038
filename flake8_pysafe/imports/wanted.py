"""Says what an import site asks for, and where each part of the name is written."""

from __future__ import annotations

import ast
import tokenize
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_pysafe.findings import ImportSite, Source
from flake8_pysafe.imports.guards import is_guarded, last_name

# The functions that import, or look for, a module by name. Of those that only look, a
# negative answer is expected.
_IMPORTERS = {
    "importlib.import_module": True,
    "importlib.__import__": True,
    "builtins.__import__": True,
    "__import__": True,
    "importlib.util.find_spec": False,
    "importlib.find_loader": False,
    "pytest.importorskip": False,
}


class Wanted(NamedTuple):
    """One module that a site asks for."""

    parts: tuple[str, ...]  # of the dotted name, without leading dots; empty for `from . import name`
    level: int  # leading dots
    names: tuple[ast.alias, ...]  # that a `from` import takes from the module
    node: ast.Import | ast.ImportFrom | ast.Call
    start: ast.alias | ast.expr | ast.stmt  # what the name is written in
    guarded: bool  # the program is prepared for the module's absence
    doubted: bool = False  # the file asks whether the module is there

    @property
    def module(self) -> str:
        """The name without its leading dots."""
        return ".".join(self.parts)


def wanted(sites: Iterable[ImportSite]) -> Iterator[Wanted]:
    """Yield the modules that some sites ask for, those in one statement one by one."""
    found = tuple(_wanted(tuple(sites)))
    doubted = {asked.parts for asked in found if asked.doubted}
    for asked in found:
        parts = () if asked.level else asked.parts
        is_doubted = any(parts[:end] in doubted for end in range(1, len(parts) + 1)) if doubted else False
        yield asked._replace(doubted=True) if is_doubted else asked


def _wanted(sites: tuple[ImportSite, ...]) -> Iterator[Wanted]:
    bound = _bindings(sites)
    for site in sites:
        match site.node:
            case ast.Import(names=names):
                for alias in _unmangled(names, site):
                    yield Wanted(tuple(alias.name.split(".")), 0, (), site.node, alias, _is_guarded(site))
            case ast.ImportFrom(module=module, names=names, level=level) if not _is_mangled(module or "", site):
                parts = tuple(module.split(".")) if module else ()
                yield Wanted(parts, level, tuple(_unmangled(names, site)), site.node, site.node, _is_guarded(site))
            case ast.Call() as call:
                yield from _called(call, site, bound)


def _is_guarded(site: ImportSite) -> bool:
    return is_guarded(site.node, site.ancestors)


def _unmangled(names: Iterable[ast.alias], site: ImportSite) -> Iterator[ast.alias]:
    return (alias for alias in names if not _is_mangled(alias.name, site))


def _is_mangled(name: str, site: ImportSite) -> bool:
    """Tell whether Python puts the name of the class around an import in front of a name: no module is meant."""
    is_private = name.startswith("__") and not name.endswith("__") and "." not in name
    return is_private and any(isinstance(outer, ast.ClassDef) for outer in site.ancestors)


def _bindings(sites: Iterable[ImportSite]) -> dict[str, str]:
    """Return which name of the file stands for which module, or part of a module, that was imported."""
    bound = {"__import__": "__import__"}
    for site in sites:
        match site.node:
            case ast.Import(names=names):
                for alias in names:
                    top = alias.name.partition(".")[0]
                    bound[alias.asname or top] = alias.name if alias.asname else top
            case ast.ImportFrom(module=str(module), names=names, level=0):
                bound |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in names}
    return bound


def _called(call: ast.Call, site: ImportSite, bound: dict[str, str]) -> Iterator[Wanted]:
    imports = _IMPORTERS.get(_qualified(call.func, bound))
    if imports is None:
        return
    match _argument(call, 0, "name", "modname"):
        case ast.Constant(value=str(name)) as constant:
            parts, level = _absolute(name, _argument(call, 1, "package"))
            if parts and all(part.isidentifier() for part in parts):
                doubted = not (imports or _is_used(site))
                yield Wanted(parts, level, (), call, constant, _is_guarded(site), doubted)


def _argument(call: ast.Call, position: int, *names: str) -> ast.expr | None:
    if position < len(call.args):
        return call.args[position]
    return next((word.value for word in call.keywords if word.arg in names), None)


def _absolute(name: str, package: ast.expr | None) -> tuple[tuple[str, ...], int]:
    """Return the parts of a name given to a function that imports, and its dots; no parts if the package is unknown."""
    written = name.lstrip(".")
    level = len(name) - len(written)
    parts = tuple(written.split(".")) if written else ()
    match package:
        case _ if level == 0:
            return parts, 0
        case ast.Name(id="__package__"):
            return parts, level
        case ast.Constant(value=str(given)) if parts and 0 < level <= given.count(".") + 1:
            above = given.split(".")
            return (*above[: len(above) - level + 1], *parts), 0
        case _:
            return (), 0


def _is_used(site: ImportSite) -> bool:
    """Tell whether what a look for a module finds is used at once: nobody asks whether it is there."""
    match site.ancestors[-1:]:
        case (ast.Attribute(),):
            return True
        case (ast.Call(func=function),):
            return last_name(function) == "module_from_spec"
        case _:
            return False


def _qualified(callee: ast.expr, bound: dict[str, str]) -> str:
    names: list[str] = []
    while isinstance(callee, ast.Attribute) and len(names) < 5:
        names.append(callee.attr)
        callee = callee.value
    first = bound.get(last_name(callee), "") if isinstance(callee, ast.Name) else ""
    return ".".join((first, *reversed(names)))


def taken(asked: Wanted, alias: ast.alias) -> Wanted:
    """Return what a `from` import asks for if a name it takes is a module."""
    return asked._replace(parts=(*asked.parts, alias.name), names=(), start=alias)


def place(source: Source, asked: Wanted, position: int) -> tuple[int, int]:
    """Return line and column of one part of the name a site asks for, by its position among the parts."""
    line, offset = asked.start.lineno, asked.start.col_offset
    column = source.column(line, offset)
    is_word = isinstance(asked.start, ast.alias) and (position == 0 or isinstance(asked.node, ast.ImportFrom))
    if is_word or isinstance(asked.node, ast.Call):
        return line, column
    skipped = 1 if isinstance(asked.node, ast.ImportFrom) else 0  # the word `from`
    for name_line, name_column, number in _names(source, line, column):
        if number == position + skipped:
            return name_line, name_column
    return line, column


def _names(source: Source, line: int, column: int) -> Iterator[tuple[int, int, int]]:
    """Yield line, column and number of the words from a place on."""
    rest = iter((source.lines[line - 1][column:], *source.lines[line : line + 100]))
    number = 0
    try:
        for token in tokenize.generate_tokens(lambda: next(rest, "")):
            if token.type == tokenize.NAME:
                yield line + token.start[0] - 1, token.start[1] + (column if token.start[0] == 1 else 0), number
                number += 1
    except (tokenize.TokenError, SyntaxError):  # the piece of text ends in the middle of something
        return
