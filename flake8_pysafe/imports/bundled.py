"""Gives the lines of the files under `flake8_pysafe/data`, each read when it is first asked for."""

from __future__ import annotations

import functools
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "data"


def content(name: str) -> str:
    """Return the text of a bundled file."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def lines(name: str) -> list[str]:
    """Return the lines of a bundled file."""
    return content(name).splitlines()


@functools.cache
def date() -> str:
    """Return the day on which the downloads were counted that the index of names goes by."""
    return content("date.txt").split()[0]
