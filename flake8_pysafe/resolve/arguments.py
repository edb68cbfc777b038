"""Which argument of a call belongs to which parameter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from astroid import nodes

from flake8_pysafe.values import CHOSEN, MISSING, UNKNOWN, Mapping, Parameter, Sequence, Value

Values = frozenset[Value]
Evaluate = Callable[[nodes.NodeNG], Values]


@dataclass(frozen=True)
class Argument:
    """What one parameter gets: its values, and where they stand in the call."""

    values: Values
    node: nodes.NodeNG | None = None  # None: it is not given


NOT_GIVEN = Argument(frozenset({MISSING}))


@dataclass(frozen=True)
class Slot:
    """A parameter as a call sees it."""

    name: str
    kind: str  # "positional", "either", "keyword", "args" or "kwargs"


class CallArguments:
    """The arguments of one call, with `*` and `**` followed as far as they are known.

    `calls` are the calls that gave them, the outermost last: a `partial` comes before the
    call of it.
    """

    def __init__(self, calls: Iterable[tuple[nodes.Call, int]], evaluate: Evaluate) -> None:
        self._evaluate = evaluate
        self._positional: list[tuple[nodes.NodeNG, Values | None]] = []
        self._open_from: int | None = None  # an unknown number of arguments follows
        self._keywords: dict[str, nodes.NodeNG] = {}
        self._mappings: list[nodes.NodeNG] = []
        for call, skipped in calls:
            self._add(call, skipped)

    def _add(self, call: nodes.Call, skipped: int) -> None:
        for argument in call.args[skipped:]:
            if isinstance(argument, nodes.Starred):
                self._spread(argument)
            else:
                self._positional.append((argument, None))
        for keyword in call.keywords:
            if keyword.arg is None:
                self._mappings.append(keyword.value)
            else:
                self._keywords[keyword.arg] = keyword.value

    def _spread(self, starred: nodes.Starred) -> None:
        values = self._evaluate(starred.value)
        known = [value for value in values if isinstance(value, Sequence)]
        if len(values) == 1 and known and not known[0].open:
            self._positional.extend((starred.value, element) for element in known[0].elements)
        elif self._open_from is None:
            self._open_from = len(self._positional)

    def _of(self, item: tuple[nodes.NodeNG, Values | None]) -> Argument:
        node, values = item
        return Argument(self._evaluate(node) if values is None else values, node)

    def at(self, position: int) -> Argument:
        """Return the argument at a position."""
        if position < len(self._positional) and (self._open_from is None or position < self._open_from):
            return self._of(self._positional[position])
        if self._open_from is not None:
            return Argument(frozenset({UNKNOWN, MISSING}))
        return NOT_GIVEN

    def get(self, slots: Iterable[Slot], name: str) -> Argument:
        """Return the argument that a parameter of a signature gets."""
        position = 0
        for slot in slots:
            if slot.name == name:
                return self._get(slot, position)
            if slot.kind in ("positional", "either"):
                position += 1
        return NOT_GIVEN

    def _get(self, slot: Slot, position: int) -> Argument:
        if slot.kind == "args":
            return self._rest(position)
        if slot.kind != "positional" and slot.name in self._keywords:
            node = self._keywords[slot.name]
            return Argument(self._evaluate(node), node)
        found = NOT_GIVEN
        if slot.kind in ("positional", "either"):
            found = self.at(position)
            if MISSING not in found.values:
                return found
        if slot.kind != "positional":
            mapped = self.keyword(slot.name)
            if mapped.node is not None:
                return mapped
        return found

    def _rest(self, position: int) -> Argument:
        given = self._positional[position:]
        if not given and self._open_from is None:
            return NOT_GIVEN
        elements = tuple(self._of(item).values for item in given)
        return Argument(frozenset({Sequence(elements, self._open_from is not None)}), given[0][0] if given else None)

    def rest(self, position: int) -> list[nodes.NodeNG]:
        """Return the nodes of the positional arguments from a position on."""
        return [node for node, _ in self._positional[position:]]

    def keyword(self, name: str) -> Argument:
        """Return what a keyword gets, through `**` too; a later writer wins."""
        if name in self._keywords:
            node = self._keywords[name]
            return Argument(self._evaluate(node), node)
        collected: set[Value] = {MISSING}
        blamed: nodes.NodeNG | None = None
        for node in reversed(self._mappings):
            collected.discard(MISSING)
            values = self._from_mapping(node, name)
            if values != {MISSING} and blamed is None:
                blamed = node
            collected |= values
            if MISSING not in values:
                break
        return Argument(frozenset(collected), blamed)

    def _from_mapping(self, node: nodes.NodeNG, name: str) -> Values:
        found: set[Value] = set()
        for value in self._evaluate(node):
            if isinstance(value, Mapping):
                found |= value.get(name)
                if name not in dict(value.entries):
                    found |= {Parameter(rest.function, rest.name, name) for rest in value.rest}
            elif value is CHOSEN:
                found |= {CHOSEN, MISSING}
            else:
                found |= {UNKNOWN, MISSING}
        return frozenset(found or {MISSING})

    def extra_keywords(self, slots: Iterable[Slot]) -> Iterator[str]:
        """Yield the names given by keyword, or by known `**` entries, that no slot takes."""
        taken = {slot.name for slot in slots if slot.kind in ("either", "keyword")}
        seen = set(self._keywords)
        for node in self._mappings:
            for value in self._evaluate(node):
                if isinstance(value, Mapping):
                    seen |= {key for key, _ in value.entries if isinstance(key, str)}
        return iter(sorted(seen - taken))
