"""Reads the files in which projects name distributions, whatever their format, with those that they include."""

from __future__ import annotations

import ast
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flake8_pysafe.dependencies.contents import Contents, Include, Problem, at
from flake8_pysafe.dependencies.formats import conda, ini, locks, requirements, scripts, tables
from flake8_pysafe.findings import Source
from flake8_pysafe.imports import files

Reader: TypeAlias = Callable[[str, str], Contents]  # path and text in

_MOST_INCLUDED = 10  # files, each by the one before
_MOST_FILES = 500  # that one file includes


def _script(path: str, text: str) -> Contents:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Contents()  # a script for Python 2 or a template is no mistake of this project
    return scripts.contents(Source(tree, tuple(io.StringIO(text).readlines()), path))


def _requirements(path: str, text: str) -> Contents:
    # Beside `requirements.in` stands what a program has made of it.
    return requirements.read(text, solved=path.endswith(".txt") and os.path.isfile(f"{path[:-4]}.in"))


def _plain(read: Callable[[str], Contents]) -> Reader:
    return lambda path, text: read(text)


_LOCK, _PIPFILE_LOCK = _plain(locks.read), _plain(locks.read_pipfile_lock)
_LIMITS = {_LOCK: files.LOCK_BYTES, _PIPFILE_LOCK: files.JSON_BYTES}
_BY_NAME: dict[str, Reader] = {
    "Pipfile": _plain(tables.read_pipfile),
    "Pipfile.lock": _PIPFILE_LOCK,
    "poetry.lock": _LOCK,
    "pdm.lock": _LOCK,
    "uv.lock": _LOCK,
    "pyproject.toml": _plain(tables.read),
    "setup.cfg": _plain(ini.read),
    "tox.ini": _plain(ini.read_tox),
}
_BY_PATTERN: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"pylock(?:\.[\w-]+)?\.toml"), _LOCK),
    (re.compile(r".*\.toml"), _plain(tables.read)),
    (re.compile(r".*\.(?:cfg|ini)"), _plain(ini.read)),
    (re.compile(r".*\.ya?ml"), _plain(conda.read)),
    (re.compile(r".*\.pyw?"), _script),
)

# What to look for in folders, as patterns for a path. `setup.py` is left to flake8.
PATTERNS = (
    *(f"*/{name}" for name in _BY_NAME),
    "*/pylock.toml",
    "*/pylock.*.toml",
    "*/*requirements*.txt",
    "*/*requirements*.in",
    "*/*requirements*.pip",
    "*/requirements/*.txt",
    "*/requirements/*.in",
    "*/environment*.yml",
    "*/environment*.yaml",
    "*/conda*.yml",
    "*/conda*.yaml",
    "*/noxfile.py",
)


@dataclass(frozen=True)
class Read:
    """One file that was read."""

    path: str  # as the user would write it
    contents: Contents
    lines: tuple[str, ...] = ()


def reader(path: str) -> Reader:
    """Return what reads a file; one of no known name holds requirements."""
    name = os.path.basename(path)
    if name in _BY_NAME:
        return _BY_NAME[name]
    return next((read for pattern, read in _BY_PATTERN if pattern.fullmatch(name)), _requirements)


def read(path: str, root: str, seen: set[str]) -> Iterator[Read]:
    """Yield a file and those that it includes, none of them twice; they must lie below a root."""
    yield from _read(path, root, seen, 0)


def _read(path: str, root: str, seen: set[str], depth: int) -> Iterator[Read]:
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    read_format = reader(path)
    try:
        text = files.text(path, _LIMITS.get(read_format, files.MANIFEST_BYTES), root)
    except files.Unreadable as error:
        yield Read(path, Contents(problems=(Problem(f"not read: {error}", at(1, 0)),)))
        return
    found = read_format(path, text)
    included: dict[str, None] = {}
    problems = list(found.problems)
    for include in found.includes:
        inside = _inside(path, include, root)
        if isinstance(inside, Problem):
            problems.append(inside)
        elif depth >= _MOST_INCLUDED or len(seen) + len(included) >= _MOST_FILES:
            problems.append(Problem(f"not read: `{include.path[:60]}` is one include too many", include.where))
            break
        else:
            included[inside] = None
    contents = Contents(found.named, found.addresses, found.includes, tuple(problems), found.makes)
    yield Read(path, contents, tuple(text.splitlines(keepends=True)))
    for inside in included:
        yield from _read(inside, root, seen, depth + 1)


def _inside(path: str, include: Include, root: str) -> str | Problem:
    """Return the path of an included file, or why it is not read."""
    written = include.path.removeprefix("file:")
    shown = written[:60]
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", written):
        return Problem(f"not read: `{shown}` is no file of this project", include.where)
    if not written or len(written) > 1000 or written.startswith(("~", "$")) or "\0" in written:
        return Problem(f"not read: `{shown}` is no plain path", include.where)
    inside = os.path.normpath(os.path.join(os.path.dirname(path), written))
    if not files.is_within(os.path.realpath(inside), os.path.realpath(root)):
        return Problem(f"not read: `{shown}` lies outside the project", include.where)
    if not os.path.isfile(inside):
        # What a build writes need not be there yet.
        return Problem(f"not read: there is no file `{shown}`", include.where)
    return inside
