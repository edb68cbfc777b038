"""Knows the modules of the standard library, with those below them, of every supported Python."""

from __future__ import annotations

import functools
from enum import Enum
from typing import NamedTuple

from flake8_pysafe.imports import bundled


class Usage(Enum):
    """How often programs import a module."""

    COMMON = "common"
    ORDINARY = "ordinary"
    RARE = "rare"


class Standard(NamedTuple):
    """A module of the standard library."""

    name: str
    since: tuple[int, int] | None  # None: before every supported Python
    last: tuple[int, int] | None  # None: still there
    usage: Usage
    holds_only_modules: bool  # `from package import name` can only mean a module


SUPPORTED = tuple((3, minor) for minor in range(10, 15))
# Packages with more modules than are listed; their names prove nothing either way.
_OPEN = frozenset({"__phello__", "ensurepip", "idlelib", "lib2to3", "test", "turtledemo"})


@functools.cache
def modules() -> dict[str, Standard]:
    """Return every known module by its dotted name."""
    found = {}
    for line in bundled.lines("stdlib.txt"):
        name, since, last, usage, own = line.split(" ")
        found[name] = Standard(name, _version(since), _version(last), Usage(usage), own == "bare")
    return found


@functools.cache
def always_there() -> frozenset[str]:
    """Return the modules that every supported Python has."""
    return frozenset(name for name, module in modules().items() if module.since is None and module.last is None)


@functools.cache
def below(package: str) -> tuple[str, ...]:
    """Return the last names of the public modules directly below a package."""
    prefix = f"{package}."
    names = (name.removeprefix(prefix) for name in modules() if name.startswith(prefix))
    return tuple(name for name in names if "." not in name and not name.startswith("_"))


def is_open(name: str) -> bool:
    """Tell whether a missing module of a standard package proves nothing."""
    return name.partition(".")[0] in _OPEN or any(part.startswith("_") for part in name.split("."))


def nearest_ancestor(name: str) -> Standard | None:
    """Return the longest leading part of a dotted name that is a standard module, or None."""
    while name:
        if name in modules():
            return modules()[name]
        name = name.rpartition(".")[0]
    return None


def changed_part(module: Standard) -> int:
    """Return the position of the part of a module's name that came and left, the module's own or a package's above."""
    parts = module.name.split(".")
    above = (modules().get(".".join(parts[:end])) for end in range(1, len(parts)))
    changed = [one is not None and (one.since, one.last) == (module.since, module.last) for one in above]
    return [*changed, True].index(True)


def _version(written: str) -> tuple[int, int] | None:
    if written == "-":
        return None
    major, minor = written.split(".")
    return int(major), int(minor)


@functools.cache
def python2() -> dict[str, str]:
    """Return the modules of Python 2 with their place in Python 3, "" for none."""
    pairs = (line.split(" ") for line in bundled.lines("python2.txt"))
    return {old: "" if new == "-" else new for old, new in pairs}
