"""What the files of a project say: its project files, and those that edit the path of imports."""

from __future__ import annotations

import functools
import itertools
import os
from collections.abc import Iterable, Sequence

from flake8_pysafe.imports import files, manifests, syspath
from flake8_pysafe.imports.facts import Facts, facts
from flake8_pysafe.imports.manifests.manifest import Manifest
from flake8_pysafe.imports.outline import Outline, files_beside
from flake8_pysafe.imports.survey import Survey, survey
from flake8_pysafe.imports.tree import Tree

_MOST_INCLUDED = 10  # files, each by the one before
_MOST_MANIFESTS = 500
_MOST_EDITING = 40  # files that are read for their edits of the path


class Said:
    """The files of one project, each read when it is first asked for."""

    def __init__(self, tree: Tree, where: Outline) -> None:
        self._tree = tree
        self._outline = where

    @functools.cached_property
    def survey(self) -> Survey:
        """A look over the whole project; nothing where only one file is known of."""
        return survey(self._tree, self._outline.root) if self._outline.marked else Survey()

    @functools.cached_property
    def above(self) -> tuple[Manifest, ...]:
        """The project files in the folders above the linted file, the nearest first, with what they include."""
        return self._read(path for folder in self._outline.marked[::-1] for path in files_beside(self._tree, folder))

    @functools.cached_property
    def facts(self) -> Facts:
        """What all project files together say."""
        paths = dict.fromkeys(manifest.path for manifest in self.above) | dict.fromkeys(self.survey.manifests)
        found = self._read(paths)
        return facts(tuple((manifest.path, self._outline.root, files.stamp(manifest.path)) for manifest in found))

    def edited(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return what the project's own files put on the path of imports, if wanted folders may be among it."""
        root = self._outline.root
        editing = (path for path in self.survey.sources if syspath.may_add(path, wanted))
        read = itertools.islice(editing, _MOST_EDITING)
        found = dict.fromkeys(folder for path in read for folder in syspath.of_file(path, root))
        return tuple(folder for folder in found if self._tree.listing(folder))

    def _read(self, paths: Iterable[str]) -> tuple[Manifest, ...]:
        """Return what some project files say, and those that they include; the first one too many is not read."""
        found: dict[str, Manifest] = {}
        cut: dict[str, str] = {}
        for path in paths:
            if path not in found and manifests.reader(path):
                self._include(path, found, cut, depth=0)
        unread = (Manifest(path, problem=problem) for path, problem in cut.items() if path not in found)
        return (*found.values(), *itertools.islice(unread, 1))

    def _include(self, path: str, found: dict[str, Manifest], cut: dict[str, str], depth: int) -> None:
        if path in found:
            return
        if depth > _MOST_INCLUDED:
            cut[path] = f"more than {_MOST_INCLUDED} files lead to it"
            return
        if len(found) > _MOST_MANIFESTS:
            cut[path] = f"it comes after {_MOST_MANIFESTS} others"
            return
        manifest = found[path] = manifests.read(path, self._outline.root)
        for included in manifest.includes:
            if os.path.basename(included) in self._tree.listing(os.path.dirname(included)).files:
                self._include(included, found, cut, depth + 1)
