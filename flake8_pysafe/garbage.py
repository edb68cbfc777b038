"""Keeps Python's garbage collector out of the way while a file is looked at.

Trees are what most of the objects are. They live until the file is done, and the
collector, woken by their number, would walk over all of them again and again: that was
half of the time. What was switched off is switched on again, and what is left over is
collected when the collector next runs.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch the collector off for a while, unless it was off before."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
