"""Looks over a whole project: where its modules and its project files lie."""

from __future__ import annotations

import functools
import itertools
import os
from dataclasses import dataclass
from typing import TypeAlias

from flake8_pysafe.imports import files, manifests
from flake8_pysafe.imports.tree import Tree

_MOST_FOLDERS = 2000
_MOST_LEVELS = 10
_MOST_SOURCES = 3000
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages", "dist-packages", "__pypackages__", "venv", "env"})

Seen: TypeAlias = tuple[tuple[str, files.Stamp], ...]


@dataclass(frozen=True)
class Survey:
    """What lies where in a project."""

    manifests: tuple[str, ...] = ()  # project files, those nearer to the root first
    sources: tuple[str, ...] = ()  # Python files, up to a limit
    homes: dict[str, tuple[str, ...]] | None = None  # for each module or package, the folders it lies in
    packages: frozenset[str] = frozenset()  # folders that are regular packages

    def homes_of(self, name: str) -> tuple[str, ...]:
        """Return the folders in which modules or packages of some name lie."""
        return self.homes.get(name, ()) if self.homes else ()


def survey(tree: Tree, root: str) -> Survey:
    """Return what lies in a project, without environments and caches, up to a limit."""
    return _survey(_folders(tree, root))


def _folders(tree: Tree, root: str) -> Seen:
    """Return the folders of a project, those nearer to the root first, with what changes when they do."""
    found: list[tuple[str, files.Stamp]] = []
    level = [root]
    for _ in range(_MOST_LEVELS):
        below: list[str] = []
        for folder in level:
            current = tree.stamp(folder)
            if current is None or len(found) >= _MOST_FOLDERS:
                continue
            here = tree.listing(folder)
            if "pyvenv.cfg" in here.files:
                continue
            found.append((folder, current))
            below += [os.path.join(folder, name) for name in here.surveyed if name not in _SKIPPED]
        level = below
    return tuple(found)


@functools.lru_cache(maxsize=8)
def _survey(seen: Seen) -> Survey:
    tree = Tree()
    paths: list[str] = []
    sources: list[str] = []
    homes: dict[str, tuple[str, ...]] = {}
    for folder, _ in seen:
        here = tree.listing(folder)
        for name in sorted(here.files):
            path = os.path.join(folder, name)
            if name.endswith(".py"):
                sources.append(path)
            if manifests.reader(path):
                paths.append(path)
        packages = (name for name in here.folders if tree.is_package(os.path.join(folder, name)))
        for name in {*here.modules, *packages}:
            homes[name] = (*homes.get(name, ()), folder)
    regular = frozenset(folder for folder, _ in seen if tree.is_package(folder))
    return Survey(tuple(paths), tuple(itertools.islice(sources, _MOST_SOURCES)), homes, regular)
