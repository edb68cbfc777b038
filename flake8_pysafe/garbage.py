"""Keeps Python's garbage collector from walking the same trees again and again.

Trees are what most of the objects are. Those of the file live until it is done, and the
collector, woken by their number, would walk over all of them many times: that was half
of the time. It is off while a file is looked at.

Trees of modules that are kept for the next file would be walked by every collection of
flake8's own. They are set aside where the collector does not look (`gc.freeze`), when
they have become many. What was garbage by then is collected first. What becomes garbage
later, kept trees that others took the place of among it, would stay for ever: so when
what was set aside has doubled, all of it is looked at again. The walks take time in
proportion to what was made, and at most half of what was set aside is garbage.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50_000  # objects that may be looked at by each collection


class _Counted:
    """Numbers of objects in this process."""

    made = 0  # by us since the last time, about
    aside = 0
    checked = 0  # were set aside when all were last looked at


def settle() -> None:
    """Set aside what has been made and is still there, if it has become much; the collector is off."""
    _Counted.made += gc.get_count()[0]
    if _Counted.made < MANY:
        return
    _Counted.made = 0
    if _Counted.aside > 2 * _Counted.checked:
        gc.unfreeze()
        _Counted.aside = _Counted.checked = 0
    gc.collect()
    _Counted.aside += len(gc.get_objects())  # those set aside before are not among them
    _Counted.checked = _Counted.checked or _Counted.aside
    gc.freeze()


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch the collector off for a while, unless it was off before."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        settle()
    finally:
        gc.enable()
