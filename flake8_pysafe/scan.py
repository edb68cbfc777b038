"""Decides, without building anything, what of a file has to be looked at.

One walk over the statements finds the imports. Whether the rest can reach a sink is
asked of the text: the words that a library's markers need are searched in it and in
the first-party modules behind it. The answer may be yes too often, never no wrongly.
"""

from __future__ import annotations

import ast
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from flake8_pysafe import markers
from flake8_pysafe.findings import ImportSite, Source
from flake8_pysafe.models import Models, Trigger

MAX_BYTES = 2_000_000  # of a first-party module that is read
MAX_MODULES = 150  # first-party modules that are read for one file
_LONGEST_DEFINITION = 100_000
ROUNDS = 3  # aliases of aliases, wrappers around wrappers
MAX_STEPS = 2  # from the file through the modules it imports

_IMPORTERS = ("import_module", "__import__", "find_spec", "importorskip")
# With these a name can be put together from pieces that the text does not show whole.
_DYNAMIC = ("getattr", "__dict__", "vars", "attrgetter", "methodcaller", *_IMPORTERS, "modules", "resolve_name")
_SPECIAL = frozenset({"__init__", "__call__", "__enter__", "__aenter__"})  # reached by the name of their class
_RENAMED = re.compile(r"(\w+)[ \t]+as[ \t]+(\w+)")
_ASSIGNED = re.compile(r"^[ \t]*(?:self\.)?(\w+)[ \t]*(?::[^=\n]{0,80})?=[ \t]*([^=\n][^\n]{0,400})", re.MULTILINE)
_DERIVED = re.compile(r"^[ \t]*class[ \t]+(\w+)[ \t]*\(([^)]{0,400})\)", re.MULTILINE)
_UNCALLED = re.compile(r"([^\W\d]\w*)(?![\w(.])")
_IMPLICIT = frozenset({"__setitem__", "__call__"})  # reached without being written
_WORD = re.compile(r"[^\W\d]\w*")
_IMPORT_LINE = re.compile(r"^[ \t]*(?:from|import)[ \t]+([^\n#;]{1,2000})", re.MULTILINE)
_DEFINITION = re.compile(r"^([ \t]*)(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)


class Project(Protocol):
    """What the scan asks the project for."""

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module."""

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name a relative import stands for."""


@dataclass(frozen=True)
class Scan:
    """What a file needs."""

    imports: tuple[ImportSite, ...]
    candidate: bool  # something in it may reach a sink
    triggers: tuple[Trigger, ...] = ()  # of the libraries it can reach, as far as texts allow any unsafe value
    wrappers: tuple[str, ...] = ()  # first-party modules whose functions may pass on what the file gives them


@dataclass(frozen=True)
class _Definition:
    """A function or class of a source text, and the words inside it."""

    name: str
    words: frozenset[str] = field(repr=False)
    spreads: bool  # something in it is called with `**`


@dataclass(frozen=True, eq=False)  # one object a text, told apart by identity
class _Text:
    """A source text, its words, and what it imports: names with the dots in front of them."""

    text: str = field(repr=False)
    words: frozenset[str] = field(repr=False)
    imported: tuple[tuple[str, int], ...]
    definitions: tuple[_Definition, ...] = ()
    aliases: tuple[tuple[str, frozenset[str]], ...] = ()  # names, and the names that stand uncalled in what they are


@dataclass(frozen=True, eq=False)
class _Behind:
    """A first-party module behind the file, and the texts it imports."""

    name: str
    text: _Text
    imported: tuple[_Text, ...]


def scan(source: Source, library: Models, project: Project, path: Path) -> Scan:
    """Return what a file needs."""
    text = _normal("".join(source.lines))
    sites = tuple(_import_sites(source.tree, text))
    own = _Text(text, _words(text), tuple(_imported_by(sites)))
    behind = list(_behind(own, project, path))
    tops = _tops_in_reach(own, behind, library)
    hinted = _Hints((own, *(each.text for each in behind)))
    triggers = tuple(
        trigger for top in sorted(tops) for trigger in library.triggers(top) if any(map(hinted.may_be, trigger.markers))
    )
    wrappers = tuple(_wrappers(own, behind, tops, library, hinted))
    candidate = bool(wrappers) or any(_fires(trigger, own, behind) for trigger in triggers)
    return Scan(sites, candidate, triggers, wrappers)


# --- imports ---------------------------------------------------------------------------------


def _import_sites(tree: ast.Module, text: str) -> Iterator[ImportSite]:
    with_calls = any(name in text for name in _IMPORTERS)
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, ancestors = pending.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield ImportSite(node, ancestors)
            continue
        if isinstance(node, ast.Call) and _last_name(node.func) in _IMPORTERS:
            yield ImportSite(node, ancestors)
        inside = (*ancestors, node)
        children = ast.iter_child_nodes(node) if with_calls else _blocks(node)
        pending.extend((child, inside) for child in reversed(list(children)))


def _blocks(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements, handlers and cases below a node, without its expressions."""
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield from block


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imported_by(sites: tuple[ImportSite, ...]) -> Iterator[tuple[str, int]]:
    for site in sites:
        match site.node:
            case ast.Import(names=names):
                for alias in names:
                    yield alias.name, 0
            case ast.ImportFrom(module=module, names=names, level=level):
                yield module or "", level
                for alias in names:  # a submodule, perhaps
                    yield f"{module}.{alias.name}" if module else alias.name, level
            case ast.Call(args=[ast.Constant(value=str() as name), *_]):
                yield name, 0


# --- candidates ------------------------------------------------------------------------------


def _tops_in_reach(own: _Text, behind: list[_Behind], library: Models) -> frozenset[str]:
    """The modelled libraries that the file or a module behind it imports or may import by name."""
    tops = {top for module in (own, *(each.text for each in behind)) for top in _tops(module, library)}
    if not own.words.isdisjoint(_DYNAMIC):
        tops |= library.tops & own.words
    tops |= {other for top in tops for other in library.related(top)}
    return frozenset(tops | {"module_settings"})


class _Hints:
    """Which markers some texts can hold an unsafe value for."""

    def __init__(self, texts: tuple[_Text, ...]) -> None:
        self._texts = texts
        self._known: dict[str, bool] = {}

    def may_be(self, name: str) -> bool:
        """Tell whether one of the texts can hold an unsafe value for a marker."""
        if name not in self._known:
            hint = markers.BY_NAME[name].hint
            self._known[name] = hint is None or any(_hinted(hint, text) for text in self._texts)
        return self._known[name]


@lru_cache(maxsize=4096)
def _hinted(hint: Callable[[str], bool], text: _Text) -> bool:
    return hint(text.text)


def _fires(trigger: Trigger, own: _Text, behind: list[_Behind]) -> bool:
    if trigger.word not in own.words and trigger.word not in _IMPLICIT:
        # The name may be put together from pieces.
        return any(markers.BY_NAME[name].escapes for name in trigger.markers) and not own.words.isdisjoint(_DYNAMIC)
    if not trigger.keywords or not own.words.isdisjoint(trigger.keywords):
        return True
    # A dictionary of another module may hold the keyword.
    return "**" in own.text and any(not each.text.words.isdisjoint(trigger.keywords) for each in behind)


def _wrappers(
    own: _Text, behind: list[_Behind], tops: frozenset[str], library: Models, hinted: _Hints
) -> Iterator[str]:
    """Yield the modules with functions that may pass on what this file gives them."""
    names: set[str] = set()
    found: dict[str, None] = {}
    for number in range(ROUNDS):  # a module may stand behind one that was looked at before it
        before = len(names)
        for each_behind in reversed(behind):
            name, module = each_behind.name, each_behind.text
            wrapping: set[str] = set()
            if not number:
                near = {top for text in (module, *each_behind.imported) for top in _tops(text, library)}
                near |= {other for top in near for other in library.related(top)} | (tops & module.words)
                direct = _direct(module, frozenset(near), library)
                wrapping = {each for each, by in direct if any(map(hinted.may_be, by))}
            reached = names & module.words
            if reached:
                wrapping |= {each.name for each in module.definitions if not each.words.isdisjoint(reached)}
            if wrapping or reached:
                known = wrapping | reached
                wrapping |= {alias for alias, held_by in module.aliases if not held_by.isdisjoint(known)}
            if wrapping:
                names |= wrapping - _SPECIAL
                found[name] = None
        if len(names) == before:
            break
    if not own.words.isdisjoint(names):
        yield from found


@lru_cache(maxsize=1024)
def _direct(module: _Text, tops: frozenset[str], library: Models) -> tuple[tuple[str, frozenset[str]], ...]:
    """The names of a module that stand for a sink, or for a function around one, and the sinks' markers."""
    found: dict[str, set[str]] = {}
    for top in sorted(tops):
        for trigger in library.triggers(top):
            if trigger.word not in module.words:
                continue
            passing = any(not markers.BY_NAME[name].at_callee for name in trigger.markers)
            for definition in module.definitions if passing else ():
                if trigger.word in definition.words and (
                    not trigger.keywords or definition.spreads or not definition.words.isdisjoint(trigger.keywords)
                ):
                    found.setdefault(definition.name, set()).update(trigger.markers)
            for _ in range(2):
                for alias, held_by in module.aliases:
                    if trigger.word in held_by or not held_by.isdisjoint(found):
                        found.setdefault(alias, set()).update(trigger.markers)
    return tuple((name, frozenset(by)) for name, by in found.items())


def _tops(text: _Text, library: Models) -> set[str]:
    return {top for name, level in text.imported if not level and (top := name.partition(".")[0]) in library.tops}


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


# --- first-party modules ---------------------------------------------------------------------


def _behind(own: _Text, project: Project, path: Path) -> Iterator[_Behind]:
    """Yield the first-party modules that a file imports, and those behind them."""
    texts: dict[Path, _Text] = {path: own}
    names: dict[Path, str] = {}
    imported: dict[Path, list[_Text]] = {}
    level = [path]
    for _ in range(MAX_STEPS):
        reached: list[Path] = []
        for importing in level:
            for name, dots in texts[importing].imported:
                module = name if not dots else project.absolute(importing, name or None, dots)
                found = project.locate(module) if module else None
                if module is None or found is None or found.suffix != ".py":
                    continue
                if found not in texts and len(texts) <= MAX_MODULES:
                    read = _read(found)
                    if read is not None:
                        texts[found], names[found] = read, module
                        reached.append(found)
                if found in texts:
                    imported.setdefault(importing, []).append(texts[found])
        level = reached
    for found, module in names.items():
        yield _Behind(module, texts[found], tuple(imported.get(found, ())))


def _read(path: Path) -> _Text | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    return _text_of(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _text_of(path: Path, modified: int, size: int) -> _Text | None:
    try:
        text = _normal(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return None
    return _Text(text, _words(text), tuple(_imported_in(text)), tuple(_definitions(text)), tuple(_aliases(text)))


def _definitions(text: str) -> Iterator[_Definition]:
    """Yield the functions and classes of a text, told by indentation."""
    starts = [(match.start(), len(match[1].expandtabs()), match[2]) for match in _DEFINITION.finditer(text)]
    for number, (start, indent, name) in enumerate(starts):
        end = next((at for at, width, _ in starts[number + 1 : number + 200] if width <= indent), len(text))
        body = text[start : min(end, start + _LONGEST_DEFINITION)]
        yield _Definition(name, _words(body), "**" in body)


def _aliases(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the names that stand for others: renamed imports, assigned references, derived classes."""
    for name, alias in _RENAMED.findall(text):
        yield alias, frozenset({name})
    for pattern in (_ASSIGNED, _DERIVED):
        for name, what in pattern.findall(text):
            yield name, frozenset(_UNCALLED.findall(what))


def _imported_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the modules that the import statements of a text name, read line by line."""
    for line in _IMPORT_LINE.findall(text):
        head, imports, rest = line.partition(" import ")
        names = [part.split()[0].strip("()") for part in (rest or head).split(",") if part.split()]
        if not imports:
            yield from ((name, 0) for name in names)
            continue
        module = head.strip()
        level = len(module) - len(module.lstrip("."))
        module = module.lstrip(".")
        yield module, level
        yield from ((f"{module}.{name}" if module else name, level) for name in names if name)


def _normal(text: str) -> str:
    # Python reads identifiers in this form.
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
