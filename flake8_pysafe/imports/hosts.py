"""Knows the modules that a host program brings along: they are no distribution and need none."""

from __future__ import annotations

import functools

from flake8_pysafe.imports import bundled


@functools.cache
def modules() -> frozenset[str]:
    """Return the modules of host programs by their first part."""
    return frozenset(name for line in bundled.lines("hosts.txt") for name in line.split(" ")[1:])
