"""Finds the project a file belongs to, and the modules of that project.

Every answer is about what is on disk when the linted file is begun; a `Project` is made
anew for each, and costs little because unchanged folders and files are remembered.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_pysafe.imports import files, stdlib
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.outline import Outline, beside, outline, top_folder, upwards
from flake8_pysafe.imports.tree import Missing, Present, Tree
from flake8_pysafe.loading import path_as_it_was

if TYPE_CHECKING:
    from flake8_pysafe.imports.facts import Facts
    from flake8_pysafe.imports.manifests.manifest import Declaration, Manifest
    from flake8_pysafe.imports.said import Said
    from flake8_pysafe.imports.survey import Survey


@dataclass(frozen=True)
class _Located:
    """Where a module was found, and the folders that said so."""

    seen: tuple[tuple[str, files.Listing], ...]
    is_settled: bool
    path: Path | None  # of its source, if it is to be read


# An answer holds as long as the folders that it comes from are the same.
_located: dict[tuple[str, str, tuple[str, ...], str], _Located] = {}
_MOST_LOCATED = 20_000


def find(filename: str) -> Project:
    """Return the project of a file as flake8 names it; standard input without a name lies in the working folder."""
    return Project(os.path.abspath("stdin.py" if filename in ("-", "stdin") else filename))


class Project:
    """The files around one linted file, and what they say."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.folder = os.path.dirname(path)
        self._tree = Tree()
        self._found: dict[str, Path | None] = {}
        self._names: dict[Path, str] = {}

    @functools.cached_property
    def _outline(self) -> Outline:
        return outline(self._tree, self.folder)

    @functools.cached_property
    def _top_folder(self) -> str:
        return top_folder(self._tree, self.folder)

    @property
    def root(self) -> Path:
        """The folder that holds the whole project."""
        return Path(self._outline.root)

    @property
    def is_marked(self) -> bool:
        """Tell whether anything shows where the project begins."""
        return bool(self._outline.marked)

    @property
    def marked(self) -> tuple[str, ...]:
        """The folders above the file that show where a project begins, from the root down."""
        return self._outline.marked

    def is_first_below(self, folder: str) -> bool:
        """Tell whether the file is the first of all Python files in a folder, or else of those below it."""
        pending = [folder]
        for here in pending:
            if found := sorted(name for name in self._tree.listing(here).files if name.endswith(".py")):
                return self.path == os.path.join(here, found[0])
            below = sorted(name for name in self._tree.listing(here).folders if name[:1] != ".")
            pending += [os.path.join(here, name) for name in below[: 50 - len(pending)]]
        return False

    @property
    def is_fragment(self) -> bool:
        """Tell whether the file is part of a package whose project is not to be seen."""
        return not self.is_marked and self._tree.is_package(self.folder)

    def may_hide(self, top_level: str) -> bool:
        """Tell whether a module may be a package, not to be seen, that the file lies in."""
        return not self.is_marked and top_level in self.folder.split(os.sep)

    # --- first-party modules -----------------------------------------------------------------

    @functools.cached_property
    def near(self) -> tuple[str, ...]:
        """The folders that the file's own place says modules are imported from."""
        root = self._outline.root
        found = dict.fromkeys((root, os.path.join(root, "src")))
        for folder in reversed(self.marked):
            found |= dict.fromkeys((folder, os.path.join(folder, "src")))
        return tuple(folder for folder in found if self._tree.listing(folder) != files.NOTHING)

    @functools.cached_property
    def around(self) -> tuple[str, ...]:
        """The folders that modules may be imported from if somebody starts there: they prove presence only."""
        found = {self.folder: None}
        for folder in upwards(self.folder):
            if not files.is_within(folder, self._outline.root):
                break
            if not self._tree.is_package(folder):
                found[folder] = None
        if not self.is_marked:
            found |= dict.fromkeys(beside(self._top_folder))
        return tuple(folder for folder in found if folder not in self.near)

    @functools.cached_property
    def far(self) -> tuple[str, ...]:
        """The folders that project files anywhere in the project say modules are imported from."""
        root = self._outline.root
        return tuple(
            folder
            for folder in self.facts.roots
            if folder not in self.near and files.is_within(folder, root) and self._tree.listing(folder) != files.NOTHING
        )

    def lookup(self, parts: Sequence[str], extra: Sequence[str] = ()) -> Present | Missing | None:
        """Find a module by the parts of its absolute name near the file, then in some extra folders."""
        misses: list[Missing] = []
        folders = (*self.near, *extra)
        if files.is_within(self.folder, os.path.join(self._top_folder, parts[0])):
            # The package that the file lies in may be the root itself.
            folders = (self._top_folder, *folders)
        around = (folder for folder in self.around if folder not in folders)
        for number, folder in enumerate((*folders, *around)):
            match self._tree.lookup(folder, parts):
                case Present() as present:
                    return present
                case Missing() as missing:
                    credible = number < len(folders) or (not misses and folder == self._script_folder)
                    misses.append(replace(missing, certain=missing.certain and credible, credible=credible))
        return _decisive(misses) if misses else None

    @functools.cached_property
    def _script_folder(self) -> str | None:
        """The file's own folder if it is no package: the file may be run there, or be part of a namespace."""
        return None if self._tree.is_package(self.folder) else self.folder

    def relative(self, parts: Sequence[str], level: int) -> Present | Missing | None:
        """Find a module by the parts of a relative name; a name that climbs out of its package proves nothing."""
        folder = self.folder
        for _ in range(level - 1):
            folder = os.path.dirname(folder)
        if not self._tree.is_package(folder):
            return None
        package = os.path.basename(folder)
        match self._tree.lookup(os.path.dirname(folder), (package, *parts)):
            case Missing() as missing:
                return replace(missing, position=missing.position - 1)
            case found:
                return found

    def is_bare(self, found: Present | Missing | None) -> bool:
        """Tell whether a module is a package whose own file binds no name."""
        return isinstance(found, Present) and found.path is not None and self._tree.is_bare(found.path)

    def above_folder(self, folder: str) -> Iterator[str]:
        """Yield a folder of the project and those above it, up to the root."""
        return (above for above in upwards(folder) if files.is_within(above, self._outline.root))

    def is_package(self, folder: str) -> bool:
        """Tell whether a folder is a regular package."""
        return self._tree.is_package(folder)

    def names_in(self, folder: str) -> frozenset[str]:
        """Return the names of the files in a folder."""
        return self._tree.listing(folder).files

    def holds_files(self, folder: str) -> bool:
        """Tell whether some module lies directly in a folder."""
        return bool(self._tree.listing(folder).modules)

    def siblings(self, missing: Missing) -> tuple[str, ...]:
        """Return the modules that are there beside a missing one."""
        here = self._tree.listing(missing.package)
        names = {*here.modules, *here.folders} - {"__init__", "__main__", "__pycache__"}
        return tuple(sorted(name for name in names if name.isidentifier()))

    @functools.cached_property
    def top_levels(self) -> frozenset[str]:
        """The first-party modules that can be imported from here without a dot."""
        names = set()
        for folder in (*self.near, *self.around):
            here = self._tree.listing(folder)
            packages = (name for name in here.folders if self._tree.is_package(os.path.join(folder, name)))
            names |= {*here.modules, *packages}
        return frozenset(name for name in names if name.isidentifier())

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module, of a package its `__init__.py`; None for other modules."""
        if module not in self._found:
            self._found[module] = self._locate(module)
        return self._found[module]

    def _locate(self, module: str) -> Path | None:
        key = (self.folder, self._outline.root, self.marked, module)
        known = _located.get(key)
        if known is None or any(self._tree.listing(folder) is not listing for folder, listing in known.seen):
            with self._tree.recorded() as seen:
                found = self.lookup(module.split("."))
                known = _Located(tuple(seen.items()), _is_settled(found), self._source(found, module))
            if len(_located) >= _MOST_LOCATED:
                _located.clear()
            _located[key] = known
        if known.is_settled or is_elsewhere(module.partition(".")[0]):
            return known.path
        return self._source(self.lookup(module.split("."), self.far), module)  # what project files say may change

    def _source(self, found: Present | Missing | None, module: str) -> Path | None:
        """Return the file of what was found under a name, if it lies in the project and is imported by that name."""
        if not isinstance(found, Present) or found.path is None:
            return None
        beside = os.path.dirname(found.path) == self.folder and os.path.basename(found.path) != "__init__.py"
        if beside and "." not in module and self._script_folder is None:
            return None  # a module of a package is not imported without the package's name
        real = os.path.realpath(found.path)
        return Path(found.path) if files.is_within(real, os.path.realpath(self._outline.root)) else None

    def module_name(self, path: Path) -> str:
        """Return the dotted name by which a file of the project is imported."""
        if path not in self._names:
            self._names[path] = self._module_name(path)
        return self._names[path]

    def _module_name(self, path: Path) -> str:
        folder, name = os.path.split(path)
        parts = [] if name.startswith("__init__.") else [name.partition(".")[0]]
        while self._tree.is_package(folder) and os.path.dirname(folder) != folder:
            folder, package = os.path.split(folder)
            parts.append(package)
        # Folders above that hold no `__init__.py` are namespaces, down from where imports start.
        roots = self.near if folder in self.near else (*self.near, *self.far)
        starts = [start for start in roots if files.is_within(folder, start)]
        if starts and folder != (start := max(starts, key=len)):
            parts += reversed(os.path.relpath(folder, start).split(os.sep))
        return ".".join(reversed(parts))

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name of what a file imports; None where the dots climb out of the package."""
        if level == 0:
            return module
        package = self.module_name(importing_file).split(".")
        if not os.path.basename(importing_file).startswith("__init__."):
            package.pop()
        if level > len(package):
            return None
        return ".".join((*package[: len(package) - level + 1], *((module,) if module else ())))

    # --- what the project files say ----------------------------------------------------------

    @functools.cached_property
    def _said(self) -> Said:
        # The readers of project files take longer to import than most files take to check,
        # and most files import nothing that they are needed for.
        with path_as_it_was():
            from flake8_pysafe.imports.said import Said  # noqa: PLC0415

        return Said(self._tree, self._outline)

    @property
    def survey(self) -> Survey:
        """A look over the whole project; nothing where only one file is known of."""
        return self._said.survey

    @property
    def above(self) -> tuple[Manifest, ...]:
        """The project files in the folders above the file, the nearest first, with what they include."""
        return self._said.above

    @property
    def facts(self) -> Facts:
        """What all project files together say."""
        return self._said.facts

    @property
    def declared(self) -> tuple[Declaration, ...]:
        """The distributions that the project files name."""
        return self._said.facts.declared.declarations

    def edited(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return what the project's own files put on the path of imports, if wanted folders may be among it."""
        return self._said.edited(wanted)


def is_elsewhere(top_level: str) -> bool:
    """Tell whether a name is that of the standard library or a well-known distribution's module."""
    return top_level in stdlib.modules() or top_level in index().top_levels


def _is_settled(found: Present | Missing | None) -> bool:
    """Tell whether what was found near a file does not depend on other folders."""
    return isinstance(found, Present) or (found is not None and found.regular and found.certain)


def _decisive(misses: Sequence[Missing]) -> Missing:
    """Return which of some misses to go by.

    A regular package hides a namespace of its name, wherever on the path both lie; of two
    packages, one that proves nothing outweighs one that proves absence.
    """
    best = max(misses, key=lambda one: (one.credible, one.regular, one.position))
    return replace(best, certain=best.certain and all(one.certain for one in misses if one.regular))
