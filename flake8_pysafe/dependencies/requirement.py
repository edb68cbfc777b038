"""Reads one requirement: `packaging` takes it apart, and what it refuses is read as far as the name goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from packaging.requirements import InvalidRequirement, Requirement


class Origin(Enum):
    """Where a distribution comes from."""

    INDEX = "an index, by its name"
    ARCHIVE = "one archive"
    REPOSITORY = "a repository"
    LOCAL = "a path"


@dataclass(frozen=True)
class Asked:
    """A distribution that a requirement asks for."""

    name: str  # as written; empty for a path or an address that does not tell it
    offset: int  # where the name begins in the requirement
    versions: str = ""  # as written, in the notation of the tool
    marked: bool = False  # only wanted in some environments
    origin: Origin = Origin.INDEX


_LONGEST = 4096  # real requirements are shorter; longer ones would only feed a parser
# Any letter: a name with one that only looks like those of another is told as such.
_NAME = r"[^\W_](?:[\w.-]{0,200}\w)?"
_LEADING = re.compile(rf"({_NAME})\s{{0,20}}(?:\[[\w\s,.-]{{0,500}}\])?\s{{0,20}}(?=$|[<>=!~;@(,^*])")
_EGG = re.compile(rf"[#&]egg=({_NAME})")
_ARCHIVES = (".whl", ".tar.gz", ".tgz", ".zip", ".tar.bz2", ".tar.xz", ".egg")
_ADDRESS = re.compile(r"(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z0-9.+-]{1,20}:/?/?", re.I)
_REPOSITORY = re.compile(r"(?:git|hg|svn|bzr)(?:\+[a-z]+)?:|git@", re.I)


def asked(text: str) -> Asked | None:
    """Return what a requirement asks for, or None for a text that is none."""
    start = len(text) - len(text.lstrip())
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    found = _regular(text) or _direct(text) or _leading(text)
    return found and Asked(found.name, found.offset + start, found.versions, found.marked, found.origin)


def _regular(text: str) -> Asked | None:
    try:
        parsed = Requirement(text)
    except (InvalidRequirement, RecursionError):  # `packaging` reads parentheses by recursion
        return None
    if parsed.name.lower().endswith(_ARCHIVES):
        return Asked("", 0, "", parsed.marker is not None, Origin.LOCAL)
    if parsed.url and not re.search(r"[/\\:]", parsed.url):
        # `name@^1.2` is how Poetry and uv take a version on the command line.
        return Asked(parsed.name, 0, parsed.url, parsed.marker is not None)
    if parsed.url:
        return Asked(parsed.name, 0, "", parsed.marker is not None, origin_of(parsed.url))
    return Asked(parsed.name, 0, str(parsed.specifier), parsed.marker is not None)


def _direct(text: str) -> Asked | None:
    """Read a path or an address without a name in front of it."""
    address = text.partition(" ")[0].partition(";")[0]
    marked = ";" in text
    if egg := _EGG.search(text):
        return Asked(egg[1], egg.start(1), "", marked, origin_of(address))
    if _ADDRESS.match(address) or _REPOSITORY.match(address):
        return Asked("", 0, "", marked, origin_of(address))
    if address.startswith((".", "/", "~", "\\", "{", "$", "%")) or "/" in address or "\\" in address:
        return Asked("", 0, "", marked, Origin.LOCAL)
    if address.lower().endswith(_ARCHIVES):
        return Asked("", 0, "", marked, Origin.LOCAL)
    return None


def _leading(text: str) -> Asked | None:
    """Read the name in front of versions that are not valid, or not in the notation of the standard."""
    name = _LEADING.match(text)
    if name is None:
        return None
    rest, semicolon, _ = text[name.end() :].partition(";")
    versions = rest.strip().strip("()")
    if versions.startswith("@"):
        return Asked(name[1], 0, "", bool(semicolon), origin_of(versions[1:]))
    return Asked(name[1], 0, versions, bool(semicolon))


def origin_of(address: str) -> Origin:
    """Return where an address or path leads."""
    address = address.strip()
    if _REPOSITORY.match(address):
        return Origin.REPOSITORY
    if address.lower().startswith("file:") or not _ADDRESS.match(address):
        return Origin.LOCAL
    return Origin.ARCHIVE
