"""Finds where in a text something stands that a parser has returned without its position.

The place is tried out: a name is changed in the text, the text is parsed again, and if
the change turns up where the name was, that is the place. So the parser alone decides
what is a comment, a key or a string.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from flake8_pysafe.dependencies.contents import Place, Where

Step: TypeAlias = "str | int"
Parse: TypeAlias = Callable[[str], Any]  # raises ValueError for a text that it refuses

# For one file; beyond them the first place that looks right is taken.
_MOST_TRIES = 200
_MOST_PARSED = 2_000_000  # characters
_MOST_PLACES = 1000  # looked at for one name
_WORD = re.compile(r"[\w-]+")
_SIGN = "zq7zq"


class Positions:
    """The positions of names in one parsed text."""

    def __init__(self, text: str, parse: Parse, lines_before: int = 0) -> None:
        self._text = text
        self._parse = parse
        self._lines_before = lines_before
        self._tries = 0

    def of(self, name: str, path: tuple[Step, ...], *, key: bool = False) -> Where:
        """Return where a name stands that is in the string, or is the key, at the end of a path."""
        return lambda: self._place(self._found(name, path, key))

    def _place(self, offset: int) -> Place:
        line = bisect.bisect_right(self._starts, offset)
        return line + self._lines_before, offset - self._starts[line - 1]

    @functools.cached_property
    def _starts(self) -> list[int]:
        """The offsets at which the lines begin."""
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @functools.cached_property
    def _words(self) -> dict[str, list[int]]:
        """The offsets of the words in the text."""
        found = defaultdict(list)
        for word in _WORD.finditer(self._text):
            found[word[0]].append(word.start())
        return found

    def _places(self, name: str) -> list[int]:
        """Return where a name stands by itself, not as a part of longer words."""
        first = _WORD.search(name)
        if first is None:
            return []
        starts = (place - first.start() for place in self._words.get(first[0], ())[:_MOST_PLACES])
        found = (place for place in starts if place >= 0 and self._text.startswith(name, place))
        return [place for place in found if not _WORD.match(self._text, place + len(name))]

    def _found(self, name: str, path: tuple[Step, ...], key: bool) -> int:
        places = self._places(name)
        if len(places) < 2:
            return places[0] if places else 0
        for place in places:
            if self._tries >= min(_MOST_TRIES, _MOST_PARSED // len(self._text)):
                break
            if self._is_at(place, name, path, key):
                return place
        return places[0]

    def _is_at(self, place: int, name: str, path: tuple[Step, ...], key: bool) -> bool:
        self._tries += 1
        changed = self._text[:place] + _SIGN + self._text[place + len(name) :]
        try:
            document = self._parse(changed)
        except ValueError:
            return False
        found = _at(document, path[:-1] if key else path)
        if key:
            return isinstance(found, Mapping) and any(_SIGN in str(each) for each in found)
        return isinstance(found, str) and _SIGN in found


def _at(document: Any, path: tuple[Step, ...]) -> Any:
    for step in path:
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return None
    return document
