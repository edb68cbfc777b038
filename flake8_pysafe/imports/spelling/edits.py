"""Compares spellings: how far apart two are, and what kind of slip leads from one to the other."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_VOWELS = frozenset("aeiouy")
_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
# The keys that touch: those beside, and those above and below on a staggered keyboard.
_TOUCHING = {
    key: frozenset(
        other
        for near, line in enumerate(_ROWS)
        for column, other in enumerate(line)
        if other != key
        and ((near == row and abs(column - place) == 1) or (near == row + 1 and column in (place - 1, place))
             or (near == row - 1 and column in (place, place + 1)))
    )
    for row, keys in enumerate(_ROWS)
    for place, key in enumerate(keys)
}  # fmt: skip
_DIGITS = frozenset({("o", "0"), ("l", "1"), ("i", "1"), ("e", "3"), ("a", "4"), ("s", "5"), ("b", "8"), ("g", "9"),
                     ("t", "7"), ("z", "2"), ("q", "9")})  # fmt: skip
_ALIKE = frozenset({("i", "l"), ("l", "i"), ("u", "v"), ("v", "u"), ("n", "m"), ("m", "n"), ("h", "n"), ("c", "e")})
_SOUNDS = frozenset({("c", "k"), ("k", "c"), ("s", "z"), ("z", "s"), ("c", "s"), ("s", "c"), ("i", "y"), ("y", "i"),
                     ("f", "v"), ("v", "f"), ("q", "k"), ("k", "q"), ("g", "j"), ("j", "g"), ("x", "z"), ("d", "t"),
                     ("t", "d"), ("b", "p"), ("p", "b")})  # fmt: skip


@dataclass(frozen=True)
class Slip:
    """One slip: its kind, and in how many ways a name of that length can suffer it."""

    kind: str
    ways: int


def one_edit_away(typed: str, among: Container[str]) -> set[str]:
    """Return those of some spellings that one edit turns into the typed one."""
    found = set()
    for place in range(len(typed) + 1):
        before, after = typed[:place], typed[place:]
        found.update([near for letter in LETTERS if (near := before + letter + after) in among])
        if after:
            rest = after[1:]
            found.update([near for letter in LETTERS if (near := before + letter + rest) in among])
            swapped = before + rest[:1] + after[0] + rest[1:]
            found.update([near for near in (before + rest, swapped) if near in among])
    return found


def distance(first: str, second: str, limit: int) -> int:
    """Return how many letters are swapped, left out, added or replaced between two spellings; `limit` + 1 if more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    while first and second and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    before: list[int] = []
    row = list(range(len(second) + 1))
    for number, letter in enumerate(first, 1):
        earlier, before, row = before, row, [number]
        for place, other in enumerate(second, 1):
            best = min(before[place] + 1, row[place - 1] + 1, before[place - 1] + (letter != other))
            if number > 1 and place > 1 and letter == second[place - 2] and first[number - 2] == other:
                best = min(best, earlier[place - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def slip(typed: str, meant: str) -> Slip:
    """Return the kind of slip between two spellings that are one edit apart, `two` for others."""
    size = len(meant)
    start = 0
    while start < min(len(typed), size) and typed[start] == meant[start]:
        start += 1
    rest, other = typed[start:], meant[start:]
    if len(rest) == len(other) and rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return Slip("swap", size - 1)
    if rest[1:] == other:
        return _added(typed, start, size)
    if rest == other[1:]:
        return _left_out(meant, start)
    if rest[1:] == other[1:]:
        return _replaced(rest[0], other[0], start, size)
    return Slip("two", 36 * size * size)


def _added(typed: str, place: int, size: int) -> Slip:
    letter, last = typed[place], place == len(typed) - 1
    beside = typed[max(0, place - 1) : place] + typed[place + 1 : place + 2]
    if letter.isdigit():
        return Slip("insdig", 10 * (size + 1))
    if letter in beside:
        return Slip("dbl", size)
    if last and letter == "s":
        return Slip("plural", 1)
    if any(letter in _TOUCHING[near] for near in beside if near in _TOUCHING):
        return Slip("insadj", 6 * (size + 1))
    if place == 0:
        return Slip("ins0", 26)
    return Slip("inse", 26) if last else Slip("ins", 26 * (size - 1))


def _left_out(meant: str, place: int) -> Slip:
    letter, size = meant[place], len(meant)
    if letter.isdigit():
        return Slip("deldig", 1)
    if letter in meant[max(0, place - 1) : place] + meant[place + 1 : place + 2]:
        return Slip("undbl", 2)
    if place == size - 1:
        return Slip("plural", 1) if letter == "s" else Slip("dele", 1)
    if place == 0:
        return Slip("del0", 1)
    return Slip("delv", size) if letter in _VOWELS else Slip("del", size)


def _replaced(typed: str, meant: str, place: int, size: int) -> Slip:
    if (meant, typed) in _DIGITS or (typed, meant) in _DIGITS:
        return Slip("digit", size)
    if typed.isdigit() or meant.isdigit():
        return Slip("subdig", 10 * size)
    if typed in _TOUCHING[meant]:
        return Slip("key", 5 * size)
    if typed in _VOWELS and meant in _VOWELS:
        return Slip("vowel", 2 * size)
    if (meant, typed) in _SOUNDS:
        return Slip("phon", size)
    if (meant, typed) in _ALIKE:
        return Slip("homo", size)
    if place == 0:
        return Slip("sub0", 25)
    return Slip("sube", 25) if place == size - 1 else Slip("sub", 25 * size)
