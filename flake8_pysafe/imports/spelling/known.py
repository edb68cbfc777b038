"""Arranges the well-known names for comparison: without separators or capitals, with their popularity."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from flake8_pysafe.imports import bundled, stdlib
from flake8_pysafe.imports.index import index

_STANDARD_RANKS = {stdlib.Usage.COMMON: 2, stdlib.Usage.ORDINARY: 300, stdlib.Usage.RARE: 6000}
_SQUASH = str.maketrans("", "", "-_.")
_SHARED = 3  # first or last letters that two spellings have in common which are two edits apart


def squashed(name: str) -> str:
    """Return a name without its separators and capitals."""
    return name.translate(_SQUASH).lower()


@dataclass(frozen=True)
class Target:
    """A name that may have been meant."""

    spelling: str  # squashed
    name: str  # as the distribution or the module is called
    rank: int
    standard: bool


class Known:
    """All names that a slip may have started from."""

    def __init__(self) -> None:
        found = index()
        spellings = "\n".join(found.names[: found.ranked]).replace("-", "").split("\n")
        # Each spelling with its place in the index. Of two names with one spelling the more
        # popular one counts: the last that is entered.
        self.ranks = dict(zip(reversed(spellings), range(len(spellings) - 1, -1, -1), strict=True))
        for name, modules in found.listed.items():
            rank = found.rank[name]
            for module in modules if rank < found.ranked else ():
                top = squashed(module.partition(".")[0])
                if self.ranks.get(top, rank) >= rank:
                    self.ranks[top] = rank
        self._standard = {
            squashed(name): module
            for name, module in stdlib.modules().items()
            if "." not in name and not name.startswith("_")
        }
        for spelling in self._standard:
            self.ranks.setdefault(spelling, 0)  # `target` looks among the standard modules first

    def target(self, spelling: str) -> Target:
        """Return what a known spelling stands for; the standard library comes first."""
        if module := self._standard.get(spelling):
            return Target(spelling, module.name, _STANDARD_RANKS[module.usage], True)
        found = index()
        rank = self.ranks[spelling]
        distribution = found.names[rank]
        if squashed(distribution) == spelling:
            return Target(spelling, distribution, rank, False)
        tops = (module.partition(".")[0] for module in found.listed[distribution])
        return Target(spelling, next(top for top in tops if squashed(top) == spelling), rank, False)

    @functools.cached_property
    def alike(self) -> dict[str, list[str]]:
        """The longer spellings by their first letters, and by their last ones behind a `-`."""
        found: dict[str, list[str]] = {}
        for spelling in self.ranks:
            if len(spelling) > 5:
                found.setdefault(spelling[:_SHARED], []).append(spelling)
                found.setdefault(f"-{spelling[-_SHARED:]}", []).append(spelling)
        return found

    @functools.cached_property
    def words(self) -> dict[str, int]:
        """The words that known names, and the modules that programs are made of, consist of, with their number."""
        counts = Counter(index().written.replace("?", "").replace("=", "").replace("-", "\n").split())
        counts.update(self._standard.keys())
        counts.update(bundled.lines("words.txt"))
        return counts

    @functools.cached_property
    def squatted(self) -> dict[str, int]:
        """How many malicious names are known to have been slips of a name."""
        pairs = (line.split(" ") for line in bundled.lines("squatted.txt"))
        return {spelling: int(number) for spelling, number in pairs}


@functools.cache
def known_names() -> Known:
    """Return the well-known names."""
    return Known()
