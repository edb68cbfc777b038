"""Finds which of a few names another is a slip of, where one of them was very likely meant."""

from __future__ import annotations

from collections.abc import Iterable

from flake8_pysafe.imports.spelling.edits import distance, slip

_LONG = 8  # letters from which two slips are believed
# Names of fewer letters are often one edit apart; only slips that hands make count there.
_MIDDLING = 6
_LIKELY = frozenset({"swap", "dbl", "undbl", "del", "delv", "dele", "plural", "key", "insadj", "vowel", "digit"})


def neighbour(name: str, others: Iterable[str], shortest: int = 4, most: int = 2) -> str | None:
    """Return the nearest of some names that are hardly to be told from another, or None."""
    if len(name) < shortest:
        return _swapped(name, others)
    limit = most if len(name) >= _LONG else 1
    close = (one for one in others if abs(len(one) - len(name)) <= limit and len(one) >= shortest and one != name)
    if len(name) < _MIDDLING:
        close = (other for other in close if slip(name.lower(), other.lower()).kind in _LIKELY)
    near = ((distance(name.lower(), other.lower(), limit), other) for other in close)
    # Hands rarely miss the first letter and another one.
    likely = (pair for pair in near if pair[0] <= 1 or (pair[0] <= limit and pair[1][:1].lower() == name[:1].lower()))
    return min(likely, default=(0, None))[1]


def _swapped(name: str, others: Iterable[str]) -> str | None:
    """Return the name that another is with two letters in the wrong order: all that is believed of short ones."""
    close = (other for other in others if len(other) == len(name) > 2)
    return min((other for other in close if slip(name.lower(), other.lower()).kind == "swap"), default=None)
