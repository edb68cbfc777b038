"""What a project file can say: which distributions it asks for, and how its modules are laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)

from flake8_pysafe.imports.files import Unreadable


class Role(Enum):
    """Why a distribution is named."""

    ASKED = "asked for"
    BUILD = "needed to build"
    LOCKED = "locked"  # perhaps only because another one needs it


@dataclass(frozen=True)
class Declaration:
    """A distribution that a project file names."""

    name: str  # in normal form
    specifier: SpecifierSet
    file: str  # absolute
    line: int
    role: Role = Role.ASKED


@dataclass(frozen=True)
class Manifest:
    """What one project file says. Paths are absolute."""

    path: str
    declarations: tuple[Declaration, ...] = ()
    name: str = ""  # of the distribution that the project makes
    python: SpecifierSet = SpecifierSet()  # noqa: RUF009  # immutable in use
    roots: tuple[str, ...] = ()  # folders that modules are imported from
    generated: tuple[str, ...] = ()  # modules that are written or compiled: dotted names, or paths of files
    includes: tuple[str, ...] = ()  # files that speak for this one too
    opaque: bool = False  # asks for something that is not in the project and has no name
    problem: str = ""  # why it could not be read


Reader: TypeAlias = Callable[[str, str], Manifest]  # path and text in

# Real requirements are shorter; longer ones would only feed a parser.
_LONGEST = 4096
_LONGEST_VERSIONS = 500  # no number in them has so many digits that it cannot be read
_LEADING_NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]{0,100})\s{0,20}(?:$|[\[<>=!~;@(,])")
_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]{0,100})")
ANY = SpecifierSet()
MOST_ENTRIES = 5000  # of one list


def requirement(text: str) -> tuple[str, SpecifierSet] | None:
    """Return the normal name and the versions that a requirement asks for, or None for what is not one.

    Takes what `packaging` reads, addresses that name their project, and the names of
    wheels and source archives.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        parsed = Requirement(text)
    except (InvalidRequirement, RecursionError):  # `packaging` reads parentheses by recursion
        return _irregular(text)
    return canonicalize_name(parsed.name), parsed.specifier


def _irregular(text: str) -> tuple[str, SpecifierSet] | None:
    if egg := _EGG.search(text):
        return canonicalize_name(egg[1]), ANY
    address = text.partition("#")[0].partition(";")[0].strip()
    if "/" in address or address.endswith((".whl", ".tar.gz", ".zip")):
        return _archive(address.rpartition("/")[2])
    # Versions that are no longer valid (`>=1.0.*`, `>dev`) do not hide the name.
    if name := _LEADING_NAME.match(text):
        return canonicalize_name(name[1]), ANY
    return None


def _archive(name: str) -> tuple[str, SpecifierSet] | None:
    try:
        if name.endswith(".whl"):
            return str(parse_wheel_filename(name)[0]), ANY
        return str(parse_sdist_filename(name)[0]), ANY
    except (InvalidWheelFilename, InvalidSdistFilename):
        # A repository: its name is the best guess at the project's.
        bare = name.partition("@")[0].removesuffix(".git")
        return (canonicalize_name(bare), ANY) if _LEADING_NAME.fullmatch(bare) else None


def versions(text: str) -> SpecifierSet:
    """Return the Python versions a project file asks for; every version where it cannot be read.

    Poetry's `^3.10` and `~3.10` are read as lower bounds; alternatives are not read.
    """
    written = text.strip()
    if len(written) > _LONGEST_VERSIONS:
        return ANY
    if written.startswith("^") or (written.startswith("~") and not written.startswith("~=")):
        written = f">={written[1:]}"
    elif written[:1].isdigit():
        written = f"=={written}.*" if written.count(".") == 1 else f"=={written}"
    try:
        return SpecifierSet(",".join(part for part in written.replace("^", ">=").split(",") if part.strip()))
    except InvalidSpecifier:
        return ANY


_MOST_MISSES = 200  # entries that do not follow the one before


class Lines:
    """Finds the line that an entry of a parsed file was written on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place, self._number = 0, 1  # where the last entry was found: the next one is likely to follow
        self._misses = 0

    def number(self, entry: str) -> int:
        """Return a line that holds a piece of text, 1 where none does or too many were looked for in vain."""
        if self._misses >= _MOST_MISSES:  # each has gone through the whole text
            return 1
        place = self._text.find(entry, self._place)
        if place < 0:
            self._misses += 1
            place = self._text.find(entry)
        if place < 0:
            return 1
        if place < self._place:
            self._place, self._number = 0, 1
        self._number += self._text.count("\n", self._place, place)
        self._place = place
        return self._number


def declarations(entries: Iterable[str], path: str, lines: Lines, role: Role = Role.ASKED) -> Iterator[Declaration]:
    """Yield what the requirements among some strings declare. Raises Unreadable for too many strings."""
    for number, entry in enumerate(entries):
        if number >= MOST_ENTRIES:
            raise Unreadable(f"a list in it has more than {MOST_ENTRIES} entries")
        if found := requirement(entry):
            yield Declaration(*found, path, lines.number(entry), role)
