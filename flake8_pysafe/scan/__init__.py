"""Decides, without evaluating anything, what of a file has to be looked at.

One walk over the statements finds the imports. Whether the rest can reach a sink is
asked of words first: those that a library's markers need are looked for in the text and
in the first-party modules behind it. Where they are there, outlines of the modules say
which places may be meant. The answer may be yes too often, never no wrongly.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from flake8_pysafe import markers
from flake8_pysafe.findings import ImportSite, Source
from flake8_pysafe.models import Models, Trigger
from flake8_pysafe.scan import sources
from flake8_pysafe.scan.outline import NAMING, Position
from flake8_pysafe.scan.reach import Needs, Reach, passed_words
from flake8_pysafe.scan.sources import Module, Project, Question, Requirements, Text, Texts, Words, hinted

__all__ = ["Needs", "Position", "Reach", "Scan", "Wanted", "scan"]

ROUNDS = 3  # modules that use wrappers of modules

_IMPORTERS = ("import_module", "__import__", "find_spec", "importorskip")
# With these a library can be named without an import statement.
_DYNAMIC = (*_IMPORTERS, "modules", "resolve_name")
# A name that is looked up and put together from pieces on the same line, by the word in front of it.
_PUT_TOGETHER = {word: re.compile(rf"{word}\b[^\n]*(?:[+%]|\.(?:format|join)\b|\bf['\"])") for word in sorted(NAMING)}
_IMPLICIT = frozenset({"__setitem__", "__or__", "__ior__"})  # reached without being written


@dataclass(frozen=True)
class Wanted:
    """What of a file has to be evaluated, and the names that matter for it."""

    places: Mapping[Position, Needs]  # where something may reach a sink, and what that takes
    reach: Reach = field(repr=False)


@dataclass(frozen=True)
class Scan:
    """What a file needs."""

    imports: tuple[ImportSite, ...]
    wanted: Wanted | None = None


def scan(source: Source, library: Models, project: Project, path: Path) -> Scan:
    """Return what a file needs."""
    text = sources.normal("".join(source.lines))
    sites = tuple(_import_sites(source.tree, text))
    own = Module(str(path), sources.of_file(text, source.tree, sites, str(path)))
    behind = sources.behind(own, project)
    sinks = _Sinks(_tops_in_reach(own, behind, library), library, own, behind)
    reach = _reach(own, behind, sinks, library, project)
    if reach is None:
        return Scan(sites)
    places = reach.places(own)
    return Scan(sites, Wanted(places, reach) if places else None)


# The fields of nodes that hold statements, handlers and cases.
_KINDS: tuple[type[ast.AST], ...] = (ast.Module, *ast.stmt.__subclasses__(), ast.ExceptHandler, ast.match_case)
_BLOCKS = {
    kind: names
    for kind in _KINDS
    if (names := [name for name in kind._fields if name in ("body", "handlers", "orelse", "finalbody", "cases")])
}
_HOLDING_IMPORTS = frozenset({*_BLOCKS, ast.Import, ast.ImportFrom})


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
    """Yield the imports directly below a node, and what may hold others, without its expressions."""
    for name in _BLOCKS.get(type(node), ()):
        yield from (child for child in getattr(node, name) if type(child) in _HOLDING_IMPORTS)


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


# --- candidates ------------------------------------------------------------------------------


def _tops_in_reach(own: Module, behind: list[Module], library: Models) -> frozenset[str]:
    """The modelled libraries that the file or a module behind it imports or may import by name."""
    tops = {top for module in (own, *behind) for top in module.text.tops(library)}
    if not own.text.words.isdisjoint(_DYNAMIC):
        tops |= library.tops & own.text.words
    tops |= {other for top in tops for other in library.related(top)}
    return frozenset(tops | {"module_settings"})


@lru_cache(maxsize=128)
def _triggers(tops: frozenset[str], library: Models) -> dict[str, tuple[Trigger, ...]]:
    """The triggers of some libraries, by word."""
    found: dict[str, list[Trigger]] = {}
    for top in sorted(tops):
        for trigger in library.triggers(top):
            found.setdefault(trigger.word, []).append(trigger)
    return {word: tuple(triggers) for word, triggers in found.items()}


@lru_cache(maxsize=128)
def _makers(tops: frozenset[str], library: Models) -> dict[str, frozenset[str]]:
    """The words without one of which there is no object of a class, by the class, for some libraries."""
    words: dict[str, set[str]] = {}
    through: dict[str, set[str]] = {}
    for top in tops:
        for made, word, of in library.makers(top):
            words.setdefault(made, set()).update({word} - {""})
            through.setdefault(made, set()).update({of} - {""})
    found: dict[str, frozenset[str]] = {}
    for made in words:
        seen = {made}
        pending = [made]
        while pending:
            fresh = through.get(pending.pop(), set()) - seen
            seen |= fresh
            pending.extend(fresh)
        found[made] = frozenset().union(*(words.get(each, ()) for each in seen))
    return found


@lru_cache(maxsize=128)
def _module_names(tops: frozenset[str], library: Models) -> dict[str, frozenset[str]]:
    """The other names that some libraries give to modules, by module: the last names of both."""
    found: dict[str, set[str]] = {}
    for top in tops:
        for alias, module in library.module_names(top):
            found.setdefault(module, set()).add(alias)
    return {module: frozenset(names) for module, names in found.items()}


class _Sinks:
    """The triggers that some texts may use, as far as they can hold an unsafe value at all."""

    def __init__(self, tops: frozenset[str], library: Models, own: Module, behind: list[Module]) -> None:
        self.tops = tops
        self._library = library
        self._by_word = _triggers(tops, library)
        self._makers = _makers(tops, library)
        self._own = own.text
        self._behind = Texts(each.text for each in behind)
        self._texts = Texts(each.text for each in (own, *behind))
        self._hinted: dict[str, bool] = {}
        self._made: dict[str, bool] = {}

    def of(self, text: Text) -> Iterator[Trigger]:
        """Yield the triggers that a text may give something to judge."""
        return (
            trigger
            for trigger in _written(self._by_word, text.read)
            if self._may_be_judged(trigger.of, trigger.markers)
            and _is_spelled(trigger, text.read)
            and self._is_through(trigger, text)
        )

    def _is_through(self, trigger: Trigger, text: Text) -> bool:
        """Tell whether a text may name the module or class that a trigger is reached through."""
        through = trigger.beside or trigger.module
        if not through or not text.names.isdisjoint((trigger.word, "*")):
            return True
        names = self._names(through)
        return not names.isdisjoint(text.words) or any(_is_given_away(name).of_any(self._behind) for name in names)

    def _names(self, module: str) -> frozenset[str]:
        """Return the names by which a module or class is known, the last ones."""
        return _module_names(self.tops, self._library).get(module, frozenset()) | {module}

    def are_given_away(self, modules: AbstractSet[str], text: Text) -> bool:
        """Tell whether a text may give one of some modules another name, or hand it over."""
        return any(_is_given_away(name).of(text.read) for module in modules for name in self._names(module))

    def are_wrapped_in(self, text: Text) -> bool:
        """Tell whether a text may pass something on to what a trigger is about, or give it another name."""
        wrapped = text.read.of_libraries(self._library, self.tops, _wrapped)
        return any(self._may_be_judged(owner, words) for owner, words in wrapped)

    def all(self) -> Iterator[Trigger]:
        """Yield all triggers."""
        for triggers in self._by_word.values():
            yield from (each for each in triggers if self._may_be_judged(each.of, each.markers))

    def _may_be_judged(self, owner: str, words: tuple[str, ...]) -> bool:
        """Tell whether there can be an object of a class, and something that is unsafe for a marker."""
        return self._may_be_made(owner) and any(map(self._may_be, words))

    def _may_be_made(self, owner: str) -> bool:
        """Tell whether one of the texts can have an object of a class; of none: of a module."""
        if owner not in self._made:
            words = self._makers.get(owner)
            self._made[owner] = words is None or self._puts_names_together or _are_written(words).of_any(self._texts)
        return self._made[owner]

    @cached_property
    def _puts_names_together(self) -> bool:
        own = self._own
        return any(_PUT_TOGETHER[word].search(own.text) for word in NAMING & own.words)

    def _may_be(self, name: str) -> bool:
        """Tell whether one of the texts can hold an unsafe value for a marker."""
        if name not in self._hinted:
            hint = markers.BY_NAME[name].hint
            self._hinted[name] = hint is None or hinted(hint).of_any(self._texts)
        return self._hinted[name]


@lru_cache(maxsize=2048)
def _is_given_away(name: str) -> Question:
    return Question(lambda text: text.gives_away(name))


@lru_cache(maxsize=2048)
def _are_written(words: frozenset[str]) -> Question:
    return Question(lambda text: not words.isdisjoint(text.words))


def _wrapped(text: Words, library: Models, top: str) -> Requirements:
    """Return what has to be there for a text to wrap a function of a library or give it another name."""
    wrapped = (
        (each.of, each.markers)
        for each in _written(_triggers(frozenset({top}), library), text)
        if each.word in text.mentioned or (passed_words(each.markers) and _is_spelled(each, text))
    )
    return tuple(dict.fromkeys(wrapped))


def _written(by_word: Mapping[str, tuple[Trigger, ...]], text: Words) -> Iterator[Trigger]:
    """Yield the triggers whose word stands in a text like what it is: a method behind a dot."""
    for word in (*(text.words & by_word.keys()), *_IMPLICIT):
        for trigger in by_word.get(word, ()):
            if not trigger.of or trigger.is_set or word in _IMPLICIT or word in text.attributes:
                yield trigger


def _is_spelled(trigger: Trigger, text: Words) -> bool:
    """Tell whether a text with a trigger's word can give it anything to judge."""
    if trigger.beside and trigger.beside not in text.words and text.words.isdisjoint(trigger.names):
        return False
    if trigger.always or trigger.is_set or trigger.position is not None or "**" in trigger.names:
        return True
    return not text.words.isdisjoint(trigger.names) or "**" in text.text


def _reach(own: Module, behind: list[Module], sinks: _Sinks, library: Models, project: Project) -> Reach | None:
    """Return what the file can reach, None if nothing."""
    direct = list(sinks.of(own.text))
    pending = [each for each in behind if sinks.are_wrapped_in(each.text)]
    if not direct and not pending:
        return None
    libraries = {trigger.module for trigger in direct} - {""}
    pending += [each for each in behind if sinks.are_given_away(libraries, each.text)]
    names = (pair for top in sorted(sinks.tops) for pair in library.module_names(top))
    reach = Reach(sinks.all(), names, library, project)
    included: set[str] = set()
    for _ in range(ROUNDS):
        included.update(each.path for each in pending)
        reach.include(pending)
        pending = [
            each for each in behind if each.path not in included and not each.text.words.isdisjoint(reach.wrappers)
        ]
        if not pending:
            break
    if not direct and own.text.words.isdisjoint(reach.learnt):
        return None
    reach.include([own])
    return reach
