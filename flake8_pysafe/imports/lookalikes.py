"""Knows the letters, legal in names, that look like those of plain names."""

from __future__ import annotations

import functools
import unicodedata

from flake8_pysafe.imports import bundled


@functools.cache
def _table() -> dict[int, str]:
    pairs = (line.split(" ") for line in bundled.lines("lookalikes.txt"))
    return {int(code, 16): plain for code, plain in pairs}


def plain(name: str) -> str | None:
    """Return the plain name that another looks like; None for one that is plain, or looks like none."""
    if name.isascii():
        return None
    read = unicodedata.normalize("NFKC", name).translate(_table())
    return read if read.isascii() else None


def described(name: str) -> str:
    """Say which letter of a name is not what it looks like."""
    letter = next(letter for letter in name if not letter.isascii())
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'a letter without a name')}"
