"""Loads what few files need, when the first of them does, from where the plugin itself was loaded from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PATH = tuple(sys.path)


@contextmanager
def path_as_it_was() -> Iterator[None]:
    """Import from where the plugin itself was imported from.

    An editor may have put the project's folder in front by now, and what is named there
    like a module that is imported would run. Every import in a function stands below this.
    """
    path = sys.path[:]
    sys.path[:] = _PATH
    try:
        yield
    finally:
        sys.path[:] = path
