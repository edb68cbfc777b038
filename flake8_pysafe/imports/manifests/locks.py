"""Reads the lock files of Poetry, uv, PDM and the standard `pylock.toml`.

They are written by programs, one `name = "…"` a line, and can be far larger than a TOML
parser takes in reasonable time; only that line is read.
"""

from __future__ import annotations

import re

from packaging.utils import canonicalize_name

from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Manifest, Role

_MOST_NAMES = 50_000  # the largest known have a tenth
_NAME = re.compile(r'^name = "([A-Za-z0-9][A-Za-z0-9._-]{0,100})"', re.M)


def read(path: str, text: str) -> Manifest:
    """Return what a lock file locks."""
    declared: list[Declaration] = []
    line, last = 1, 0
    for found in _NAME.finditer(text):
        line += text.count("\n", last, found.start())
        last = found.start()
        if len(declared) >= _MOST_NAMES:
            return Manifest(path, tuple(declared), problem=f"it has more than {_MOST_NAMES} names")
        declared.append(Declaration(canonicalize_name(found[1]), ANY, path, line, Role.LOCKED))
    return Manifest(path, tuple(declared))
