"""Knows well-known distributions: how widely they are used and which modules they provide."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import NamedTuple

from flake8_pysafe.imports import bundled


@dataclass(frozen=True, eq=False)
class Index:
    """Distributions by name, and what they provide."""

    written: str  # one a line, the most downloaded first; `?` behind it: its module is guessed; `=`: listed
    ranked: int  # those of which the downloads are known
    listed: dict[str, tuple[str, ...]]  # modules of those that provide others than the one of their own name

    def modules(self, distribution: str) -> tuple[str, ...]:
        """Return the modules that a known distribution provides; empty if nothing certain is known.

        Takes its name in normal form.
        """
        if distribution in self.listed:
            return self.listed[distribution]
        return (distribution.replace("-", "_"),) if distribution in self._certain else ()

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """All distributions, the most downloaded first, those of unknown use by name."""
        return tuple(self.written.replace("?", "").replace("=", "").split())

    @functools.cached_property
    def _certain(self) -> frozenset[str]:
        """The distributions that are known to provide the module of their own name: no mark behind them."""
        return frozenset(self.written.split())

    @functools.cached_property
    def rank(self) -> dict[str, int]:
        """Each distribution's place in `names`, from 0."""
        return dict(zip(self.names, range(len(self.names)), strict=True))

    @functools.cached_property
    def top_levels(self) -> frozenset[str]:
        """The first parts of all known import names, those that are guessed among them."""
        # Names with `=` behind them stay in it: they are no module's.
        own = frozenset(self.written.replace("-", "_").replace("?", "").split())
        return own.union(module.partition(".")[0] for found in self.listed.values() for module in found)

    @functools.cached_property
    def _capitals(self) -> dict[str, str]:
        tops = {module.partition(".")[0] for found in self.listed.values() for module in found}
        return {top.lower(): top for top in tops if not top.islower()}

    def other_case(self, name: str) -> str | None:
        """Return the module whose name differs from another only in capitals, or None."""
        lowered = name.lower()
        if name != lowered and lowered in self.top_levels:
            return lowered
        other = self._capitals.get(lowered)
        return other if other != name else None

    @functools.cached_property
    def providers(self) -> dict[str, tuple[str, ...]]:
        """The distributions that provide a module, the most downloaded first."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self.names:
            for module in self.listed.get(name) or (name.replace("-", "_"),):
                found[module] = (*found.get(module, ()), name)
        return found

    def providers_of(self, module: str) -> tuple[str, ...]:
        """Return the distributions known to provide a dotted module or the longest part of it that is known."""
        while module:
            if module in self.providers:
                return self.providers[module]
            module = module.rpartition(".")[0]
        return ()


@functools.cache
def index() -> Index:
    """Return the bundled index."""
    listed = {}
    for line in bundled.lines("modules.txt"):
        name, *modules = line.split(" ")
        listed[name] = tuple(modules)
    return Index(bundled.content("distributions.txt"), int(bundled.content("date.txt").split()[1]), listed)


class Extent(NamedTuple):
    """How old the bundled names are, and how many."""

    date: str  # on which the downloads were counted
    ranked: int  # distributions with the downloads of each
    known: int  # all distributions
    malicious: int

    def __str__(self) -> str:
        return (
            f"names of {self.date}: {self.known:,} distributions, {self.ranked:,} of them by downloads, "
            f"and {self.malicious:,} malicious ones"
        )


def extent() -> Extent:
    """Return how old the bundled names are, and how many, for people to read."""
    found = index()
    return Extent(bundled.date(), found.ranked, len(found.names), len(malicious()))


@functools.cache
def malicious() -> frozenset[str]:
    """Return the names of distributions known to be malicious."""
    return frozenset(bundled.lines("malicious.txt"))


@functools.cache
def aliases() -> dict[str, str]:
    """Return the modules that are not called what people call them, by that name."""
    return {alias: module for alias, _, module in (line.partition(" ") for line in bundled.lines("aliases.txt"))}
