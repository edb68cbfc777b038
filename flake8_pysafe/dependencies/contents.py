"""The nouns of this package: what a file says about distributions, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from flake8_pysafe.dependencies.requirement import Asked, Origin

# Line from 1, column from 0, in characters. Where it takes time to find, it is only looked
# for if there is something to report.
Place: TypeAlias = tuple[int, int]
Where: TypeAlias = Callable[[], Place]


class Manner(Enum):
    """How a name came to stand where it does."""

    WRITTEN = "by hand, in a declaration"
    COMMAND = "in a command that installs it"
    LOCKED = "by a program that solves dependencies"


@dataclass(frozen=True)
class Named:
    """A distribution that a file names."""

    asked: Asked
    where: Where
    manner: Manner = Manner.WRITTEN
    conda: bool = False  # the name is one of conda's


@dataclass(frozen=True)
class Address:
    """An address that distributions are fetched from, or a host that is trusted without a certificate."""

    value: str
    where: Where
    trusts: bool = False  # the host is trusted, or certificates are not verified


@dataclass(frozen=True)
class Include:
    """Another file that speaks for this one."""

    path: str  # as written
    where: Where
    option: str = "-r"


@dataclass(frozen=True)
class Problem:
    """Something that was not read."""

    what: str
    where: Where


@dataclass(frozen=True)
class Contents:
    """What one file says."""

    named: tuple[Named, ...] = ()
    addresses: tuple[Address, ...] = ()
    includes: tuple[Include, ...] = ()
    problems: tuple[Problem, ...] = ()
    makes: frozenset[str] = frozenset()  # normal names of distributions that are not fetched: the project's own


def at(line: int, column: int) -> Where:
    """Return a place that is known already."""
    return lambda: (line, column)


_FROZEN = 20  # the fewest


def is_frozen(named: Sequence[Named]) -> bool:
    """Tell whether a list is what a program makes of an environment: many names, sorted, all of them exact."""
    names = list(dict.fromkeys(each.asked.name.lower() for each in named if each.asked.name))
    exact = all(each.asked.versions.startswith("==") or each.asked.origin is not Origin.INDEX for each in named)
    return len(names) >= _FROZEN and exact and names == sorted(names)


def locked(named: Iterable[Named]) -> list[Named]:
    """Return what a list names, as names that a program has written."""
    return [replace(each, manner=Manner.LOCKED) for each in named]
