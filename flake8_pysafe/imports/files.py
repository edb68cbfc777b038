"""Reads what lies around the linted file: listings of folders and small text files.

Whoever asks gets what is on disk now; what has not changed since it was last read is
not read again. Only regular files inside a given folder are opened, never past a size
limit, and links to folders are seen but not followed.
"""

from __future__ import annotations

import codecs
import functools
import os
import re
import stat
from dataclasses import dataclass
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int]  # modification time, size, inode: a change changes one of them

MANIFEST_BYTES = 1_000_000
LOCK_BYTES = 32_000_000
JSON_BYTES = 8_000_000  # of a lock file that is parsed: the document can take thirty times as much
SOURCE_BYTES = 2_000_000


class Unreadable(Exception):
    """A file that is not read, with the reason in a few words."""


@dataclass(frozen=True, eq=False)  # a folder that has changed has another one
class Listing:
    """The names in one folder as they were at one time; none where there is no folder."""

    folder: str
    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()  # to folders: what is in them is not known

    def __bool__(self) -> bool:
        return bool(self.files or self.folders or self.links)

    @functools.cached_property
    def modules(self) -> frozenset[str]:
        """The modules that these files are, or are turned into by a build."""
        return frozenset(module for name in self.files for module in _modules(name))

    @functools.cached_property
    def surveyed(self) -> tuple[str, ...]:
        """The folders that are not hidden, by name."""
        return tuple(sorted(name for name in self.folders if name[:1] != "."))


_COMPILED = frozenset({"so", "pyd", "pyx", "pxd", "c", "cc", "cpp", "cxx", "pyf", "f", "f90", "i"})
_TEMPLATES = (".in", ".tp", ".tmpl", ".template", ".j2", ".jinja", ".jinja2", ".mako")
# What the generators of each format call the modules they write.
_GENERATED = {
    "proto": ("{}_pb2", "{}_pb2_grpc", "{}_grpc"),
    "g4": ("{}Lexer", "{}Parser", "{}Listener", "{}Visitor"),
    "ui": ("ui_{}", "{}_ui", "Ui_{}"),
    "qrc": ("{}_rc", "rc_{}"),
}


def _modules(name: str) -> tuple[str, ...]:
    for template in _TEMPLATES:
        name = name.removesuffix(template)
    stem, _, suffix = name.rpartition(".")
    if suffix in ("py", "pyi"):
        return (stem,)
    if suffix in _COMPILED:
        return (stem.partition(".")[0],)  # `_speed.cpython-312-x86_64-linux-gnu.so`
    return tuple(pattern.format(stem.replace("-", "_")) for pattern in _GENERATED.get(suffix, ()))


def stamp(path: str) -> Stamp | None:
    """Return what changes with a file or folder, or None where nothing can be read."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


@functools.lru_cache(maxsize=8192)
def listing(folder: str, current: Stamp | None) -> Listing:
    """Return the names in a folder as it was at some time; none where it is missing or closed to us."""
    if current is None:
        return Listing(folder)
    files: set[str] = set()
    folders: set[str] = set()
    links: set[str] = set()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.add(entry.name)
                elif entry.is_file(follow_symlinks=False):
                    files.add(entry.name)
                elif entry.is_symlink():
                    _sort_link(entry, files, links)
    except OSError:
        return Listing(folder)
    return Listing(folder, frozenset(files), frozenset(folders), frozenset(links))


def _sort_link(entry: os.DirEntry[str], files: set[str], links: set[str]) -> None:
    try:
        if entry.is_dir():
            links.add(entry.name)
        elif entry.is_file():
            files.add(entry.name)
    except OSError:  # the link leads to itself
        return


def text(path: str, limit: int, within: str) -> str:
    """Return the text of a regular file of at most `limit` bytes that lies in a folder. Raises Unreadable."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError) as error:
        raise Unreadable("it has no valid name") from error
    if not is_within(real, os.path.realpath(within)):
        raise Unreadable("it lies outside the project")
    data = _content(real, limit)
    # `bytes.decode` would import a module for any encoding but UTF-8.
    decode = codecs.utf_16_decode if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else codecs.utf_8_decode
    try:
        decoded = decode(data.removeprefix(codecs.BOM_UTF8), "strict", True)[0]
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8 text") from error
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


def matches(path: str, pattern: re.Pattern[bytes], limit: int) -> bool:
    """Tell whether a pattern is found in a file; in one that cannot be read, it is not."""
    try:
        return pattern.search(_content(path, limit)) is not None
    except Unreadable:
        return False


def _content(path: str, limit: int) -> bytes:
    # O_NONBLOCK: a pipe that took the file's place since `stat` does not hold us up.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # to open a device can have effects
            raise Unreadable("it is not a regular file")
        with open(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Unreadable("it is not a regular file")
            data = file.read(limit + 1)
    except OSError as error:
        raise Unreadable("it cannot be opened") from error
    if len(data) > limit:
        raise Unreadable(f"it is larger than {limit // 1_000_000} MB")
    return data


def is_within(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies below it; both absolute and without links."""
    return path == folder or path.startswith(folder if folder.endswith(os.sep) else folder + os.sep)
