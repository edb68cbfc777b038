"""Knows how letters follow each other in names, so as to tell a plausible name from a slip."""

from __future__ import annotations

import functools
import math

from flake8_pysafe.imports import bundled
from flake8_pysafe.imports.spelling.edits import LETTERS

# One row for each two letters that precede, `^` for the start; one character for each
# letter that may follow, `$` for the end. The later the character, the rarer the letter.
PRECEDING = f"{LETTERS}^"
FOLLOWING = f"{LETTERS}$"
FIRST, STEP = 33, 0.13  # the code of the most certain character; the logarithm that one step is worth
LEVELS = 94


@functools.cache
def _table() -> dict[str, str]:
    rows = bundled.lines("letters.txt")
    pairs = (before + after for before in PRECEDING for after in PRECEDING)
    return dict(zip(pairs, rows, strict=True))


_PLACE = {letter: place for place, letter in enumerate(FOLLOWING)}
_UNKNOWN = -math.log(40)


def log_probability(name: str) -> float:
    """Return the logarithm of how likely a name of small letters and digits is among all names."""
    table = _table()
    total, before = 0.0, "^^"
    for letter in f"{name}$":
        row = table.get(before)
        if row is None or letter not in _PLACE:
            total += _UNKNOWN
        else:
            total -= (ord(row[_PLACE[letter]]) - FIRST) * STEP
        before = before[1] + letter
    return total
