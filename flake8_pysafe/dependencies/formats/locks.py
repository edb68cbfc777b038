"""Reads lock files: of Poetry, uv, PDM, the standard `pylock.toml`, and of Pipenv.

They are written by programs and can be larger than a TOML parser takes in reasonable
time, so only the lines with names are read. Names are all that is of interest: to pin is
what these files are for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from packaging.utils import canonicalize_name

from flake8_pysafe.dependencies.contents import Contents, Manner, Named, Problem, at
from flake8_pysafe.dependencies.requirement import Asked, Origin

_MOST_NAMES = 50_000  # the largest known have a tenth
_MOST_MISSES = 200  # keys that do not follow the one before
_NAME = re.compile(r'name = "([^"\n]{1,200})"')
_TABLE = re.compile(r"\[\[(?:package|packages)\]\]")
_LOCAL = re.compile(
    r"(?:source = \{ ?(?:editable|virtual|directory|path)\b|type = \"(?:directory|file)\"|path = \"|directory = )"
)


def read(text: str) -> Contents:
    """Return what a lock file in TOML locks."""
    named: list[Named] = []
    makes = set()
    problems: list[Problem] = []
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("["):
            inside = _TABLE.match(line) is not None  # and not in a table of its own below that of a package
        elif len(named) >= _MOST_NAMES:
            problems.append(Problem(f"what follows name {_MOST_NAMES} is not read", at(number, 0)))
            break
        elif inside and (found := _NAME.match(line)):
            named.append(Named(Asked(found[1], 0), at(number, found.start(1)), Manner.LOCKED))
        elif named and _LOCAL.match(line):
            makes.add(canonicalize_name(named[-1].asked.name))
    return Contents(tuple(named), problems=tuple(problems), makes=frozenset(makes))


def read_pipfile_lock(text: str) -> Contents:
    """Return what a `Pipfile.lock` locks."""
    try:
        document = json.loads(text)
    except RecursionError:
        return Contents(problems=(Problem("not read: it is nested too deeply", at(1, 0)),))
    except ValueError:
        return Contents(problems=(Problem("not read: it is not valid JSON", at(1, 0)),))
    named: list[Named] = []
    places = _Keys(text)
    for category, packages in document.items() if isinstance(document, Mapping) else ():
        if category == "_meta" or not isinstance(packages, Mapping):
            continue
        for name, entry in packages.items():
            if len(named) >= _MOST_NAMES:
                problem = Problem(f"what follows name {_MOST_NAMES} is not read", at(*places.next(name)))
                return Contents(tuple(named), problems=(problem,))
            local = isinstance(entry, Mapping) and "path" in entry
            place = places.next(name)
            named.append(
                Named(Asked(name, 0, origin=Origin.LOCAL if local else Origin.INDEX), at(*place), Manner.LOCKED)
            )
    return Contents(tuple(named))


class _Keys:
    """The places of keys that are asked for in the order in which they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place, self._line, self._start = 0, 1, 0  # where the last key stood, on which line, and where that began
        self._misses = 0

    def next(self, key: str) -> tuple[int, int]:
        if self._misses >= _MOST_MISSES:  # each has gone through the rest of the text
            return self._line, 0
        written = json.dumps(key)
        place = self._text.find(written, self._place)
        if place < 0:
            written = json.dumps(key, ensure_ascii=False)
            place = self._text.find(written, self._place)
        if place < 0:
            self._misses += 1
            return self._line, 0
        self._line += self._text.count("\n", self._place, place)
        self._start = max(self._start, self._text.rfind("\n", self._place, place) + 1)
        self._place = place
        return self._line, place - self._start + 1
