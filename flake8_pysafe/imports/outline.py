"""Finds where the project of a file begins."""

from __future__ import annotations

import functools
import os
import re
import stat
from collections.abc import Iterator
from typing import NamedTuple

from flake8_pysafe.imports import files
from flake8_pysafe.imports.tree import Tree

MOST_LEVELS = 40  # folders climbed in search of a root
_VERSION_CONTROL = frozenset({".git", ".hg", ".svn", ".bzr", ".jj"})
_MARKERS = frozenset(
    {
        *("pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "Pipfile.lock", "poetry.lock", "uv.lock", "pdm.lock"),
        *("pylock.toml", "pixi.toml", "environment.yml", "environment.yaml", "conda.yaml", "conda.yml", "tox.ini"),
        *("manage.py", "noxfile.py"),
    }
)
_SHARED_BY_TOOLS = frozenset({"setup.cfg", "tox.ini"})
_SECTION = re.compile(r"^\[([^\]\n]*)\]", re.M)
_MARKER_FOLDER = re.compile(r"requirements|.+\.dist-info")
_MARKER_FILE = re.compile(r"[\w.-]*requirements[\w.-]*\.(?:txt|in)", re.I)
_ENVIRONMENTS = ("site-packages", "dist-packages")  # what is installed there is a project of its own


class Outline(NamedTuple):
    """The folder that holds a whole project, and those down to a file that show where a project begins."""

    root: str
    marked: tuple[str, ...] = ()  # from the root down; empty where nothing marks a project


def outline(tree: Tree, folder: str) -> Outline:
    """Return where the project of the files in a folder begins.

    The outermost folder with a project file is the root, unless version control tells a
    nearer one. Without any of these it is the first folder that is no package.
    """
    marked: list[str] = []
    for above in upwards(folder):
        if above != folder and _is_shared(above):
            break
        here = tree.listing(above)
        is_versioned = not _VERSION_CONTROL.isdisjoint(here.folders | here.files)
        if is_versioned or _has_marker(above, here):
            marked.insert(0, above)
        if is_versioned or os.path.basename(above) in _ENVIRONMENTS:
            break
    return Outline(marked[0], tuple(marked)) if marked else Outline(top_folder(tree, folder))


def top_folder(tree: Tree, folder: str) -> str:
    """Return the first folder, from one up, that is not a package."""
    return next((above for above in upwards(folder) if not tree.is_package(above)), folder)


def files_beside(tree: Tree, folder: str) -> Iterator[str]:
    """Yield the files in a folder and in those below it that are made for project files."""
    here = tree.listing(folder)
    yield from (os.path.join(folder, name) for name in sorted(here.files))
    for name in sorted(here.folders):
        if _MARKER_FOLDER.fullmatch(name):
            below = os.path.join(folder, name)
            yield from (os.path.join(below, found) for found in sorted(tree.listing(below).files))


def upwards(folder: str) -> Iterator[str]:
    """Yield a folder and those above it, up to a limit."""
    for _ in range(MOST_LEVELS):
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def beside(folder: str) -> tuple[str, ...]:
    """Return where more of an unmarked project may lie than in one of its folders: beside it, and in `src` there."""
    above = os.path.dirname(folder)
    return () if _is_shared(folder) or _is_shared(above) else (above, os.path.join(above, "src"))


def _has_marker(folder: str, here: files.Listing) -> bool:
    found = _markers(here)
    shared = (os.path.join(folder, name) for name in found & _SHARED_BY_TOOLS)
    return not found <= _SHARED_BY_TOOLS or any(not _is_for_flake8(path, files.stamp(path)) for path in shared)


@functools.lru_cache(maxsize=4096)
def _markers(here: files.Listing) -> frozenset[str]:
    """Return the files and folders that mark a project, by their names."""
    named = filter(_MARKER_FILE.fullmatch, here.files)
    return _MARKERS & here.files | {*named, *filter(_MARKER_FOLDER.fullmatch, here.folders)}


@functools.lru_cache(maxsize=1024)
def _is_for_flake8(path: str, _: files.Stamp | None) -> bool:
    """Tell whether a file only configures flake8: build systems put it beside any files that are to be linted."""
    try:
        sections = _SECTION.findall(files.text(path, files.MANIFEST_BYTES, os.path.dirname(path)))
    except files.Unreadable:
        return False
    return bool(sections) and all(section.startswith("flake8") for section in sections)


@functools.lru_cache(maxsize=1024)
def _is_shared(folder: str) -> bool:
    """Tell whether a folder is nobody's project: the top one, a home, or one for everybody's temporary files."""
    if os.path.dirname(folder) == folder or folder == os.path.expanduser("~"):
        return True
    try:
        return bool(os.stat(folder).st_mode & stat.S_ISVTX)
    except OSError:
        return True
