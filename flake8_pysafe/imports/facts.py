"""Joins what all the files of a project say."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from typing import TypeAlias

from packaging.utils import canonicalize_name

from flake8_pysafe.imports import files, manifests
from flake8_pysafe.imports.declared import Declared, gathered

Keys: TypeAlias = tuple[tuple[str, str, "files.Stamp | None"], ...]  # path, root of the project, state


@dataclass(frozen=True)
class Facts:
    """What the files of a project say together: the union, never only the first."""

    declared: Declared
    makes: frozenset[str]  # names of the distributions that the project makes
    roots: tuple[str, ...]  # folders that modules are imported from
    generated: frozenset[str]  # modules that a build writes: dotted names, or paths


@functools.lru_cache(maxsize=64)
def facts(keys: Keys) -> Facts:
    """Return what some project files say."""
    found = [manifests.read(path, root) for path, root, _ in keys]
    roots: dict[str, None] = {}
    for manifest in found:
        folder = os.path.dirname(manifest.path)
        roots |= dict.fromkeys((*manifest.roots, folder, os.path.join(folder, "src")))
    return Facts(
        gathered(declaration for manifest in found for declaration in manifest.declarations),
        frozenset(canonicalize_name(manifest.name) for manifest in found if manifest.name),
        tuple(roots),
        frozenset(name for manifest in found for name in manifest.generated),
    )
