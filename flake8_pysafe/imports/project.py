"""Finds the project a file belongs to, and the modules of that project.

Every answer is about what is on disk when the linted file is begun; a `Project` is made
anew for each, and costs little because unchanged folders and files are remembered.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_pysafe.imports import files, stdlib
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.outline import Outline, beside, outline, top_folder, upwards
from flake8_pysafe.imports.tree import Missing, Present, Tree
from flake8_pysafe.loading import path_as_it_was

Imports: TypeAlias = tuple[tuple[str, int], ...]  # names as they are written, with the number of dots in front of them

if TYPE_CHECKING:
    from flake8_pysafe.imports.facts import Facts
    from flake8_pysafe.imports.manifests.manifest import Declaration, Manifest
    from flake8_pysafe.imports.said import Said
    from flake8_pysafe.imports.survey import Survey


class _Located(NamedTuple):
    """Where a module was found, and the folders that said so."""

    seen: frozenset[files.Listing]
    is_settled: bool
    path: Path | None  # of its source, if it is to be read


class _Imported(NamedTuple):
    """Where a module's imports lead to in the folders that all files of a project share."""

    seen: frozenset[files.Listing]
    paths: tuple[str, ...]
    absent: dict[str, tuple[str, ...]]  # names that are not there, by their first part
    unsettled: tuple[str, ...]  # those that lie in a folder that project files tell, perhaps


# An answer holds as long as the folders that it comes from are the same.
_located: dict[tuple[str, str, tuple[str, ...], str], _Located] = {}
_MOST_LOCATED = 20_000
_known_imports: dict[tuple[str, Imports, tuple[str, ...], str, str], _Imported] = {}
_MOST_IMPORTED = 5_000


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
        self._held: dict[str, bool] = {}

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
        return tuple(folder for folder in found if self._tree.listing(folder))

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
            if folder not in self.near and files.is_within(folder, root) and self._tree.listing(folder)
        )

    def lookup(self, parts: Sequence[str], extra: Sequence[str] = ()) -> Present | Missing | None:
        """Find a module by the parts of its absolute name near the file, then in some extra folders."""
        misses: list[Missing] = []
        folders = (*self._near(parts[0]), *extra)
        around = (folder for folder in self.around if folder not in folders)
        for number, folder in enumerate((*folders, *around)):
            match self._tree.lookup(folder, parts):
                case Present() as present:
                    return present
                case Missing() as missing:
                    credible = number < len(folders) or (not misses and folder == self._script_folder)
                    misses.append(replace(missing, certain=missing.certain and credible, credible=credible))
        return _decisive(misses) if misses else None

    def _near(self, top_level: str) -> tuple[str, ...]:
        """Return the folders in which a top-level module is looked for first."""
        # The package that the file lies in may be the root itself.
        return (self._top_folder, *self.near) if top_level == self._own_package else self.near

    @functools.cached_property
    def _own_package(self) -> str:
        """The outermost package that the file lies in, empty if there is none."""
        return self.folder[len(self._top_folder) :].strip(os.sep).partition(os.sep)[0]

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
        if known is None or not self._tree.is_still(known.seen):
            with self._tree.recorded() as seen:
                found = self.lookup(module.split("."))
                known = _Located(frozenset(seen), _is_settled(found), self._source(found, module))
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
        if "." not in module and os.path.dirname(found.path) == self.folder and self._is_inside_package(found.path):
            return None  # a module of a package is not imported without the package's name
        return Path(found.path) if self._holds(found.path) else None

    def _holds(self, path: str) -> bool:
        """Tell whether a file lies in the project, whatever links lead to it."""
        if os.path.islink(path):
            return files.is_within(os.path.realpath(path), self._real_root)
        folder = os.path.dirname(path)
        if folder not in self._held:
            self._held[folder] = files.is_within(os.path.realpath(folder), self._real_root)
        return self._held[folder]

    @functools.cached_property
    def _real_root(self) -> str:
        return os.path.realpath(self._outline.root)

    def _is_inside_package(self, path: str) -> bool:
        folder, name = os.path.split(path)
        return name != "__init__.py" and self._tree.is_package(folder)

    def imported(self, importing: str, names: Imports) -> Iterator[str]:
        """Yield the source files of the first-party modules that a module of the project imports."""
        shared = self._imported(importing, names)
        yield from shared.paths
        around = sorted(shared.absent.keys() & self._names_around)
        for name in (*shared.unsettled, *(name for top in around for name in shared.absent[top])):
            found = self.locate(name)
            if found is not None and found.suffix == ".py":
                yield str(found)

    @functools.cached_property
    def _names_around(self) -> frozenset[str]:
        """The names of the modules and folders that lie around the file."""
        listings = [self._tree.listing(folder) for folder in self.around]
        return frozenset().union(*(names for each in listings for names in (each.modules, each.folders, each.links)))

    def _imported(self, importing: str, names: Imports) -> _Imported:
        key = (importing, names, self.near, self._top_folder if self._own_package else "", self._own_package)
        known = _known_imports.get(key)
        if known is None or not self._tree.is_still(known.seen):
            known, is_shared = self._imported_now(importing, names)
            if len(_known_imports) >= _MOST_IMPORTED:
                _known_imports.clear()
            if is_shared:
                _known_imports[key] = known
        return known

    def _imported_now(self, importing: str, names: Imports) -> tuple[_Imported, bool]:
        """Return where imports lead to, and whether that is the same for other files."""
        paths: list[str] = []
        absent: dict[str, dict[str, None]] = {}
        unsettled: list[str] = []
        modules: set[tuple[str, int]] = set()  # those that are no packages
        with self._tree.recorded() as seen:
            is_shared = self._outermost(importing)[0] in self.near or not any(dots for _, dots in names)
            for name, dots in names:
                if (name.rpartition(".")[0], dots) in modules:
                    continue  # what is imported from a module is no module
                module = name if not dots else self.absolute(Path(importing), name or None, dots)
                if not module:
                    continue
                parts = module.split(".")
                found = _first(self._tree.lookup(folder, parts) for folder in self._near(parts[0]))
                if not isinstance(found, Present):
                    absent.setdefault(parts[0], {})[module] = None
                    if not _is_settled(found) and not is_elsewhere(parts[0]):
                        unsettled.append(module)
                elif len(parts) == 1 and found.path is not None and self._is_inside_package(found.path):
                    unsettled.append(module)  # for files beside it, it has no such name
                elif found.path is not None and found.path.endswith(".py") and self._holds(found.path):
                    paths.append(found.path)
                    if os.path.basename(found.path) != "__init__.py":
                        modules.add((name, dots))
        names_absent = {top: tuple(each) for top, each in absent.items()}
        return _Imported(frozenset(seen), tuple(dict.fromkeys(paths)), names_absent, tuple(unsettled)), is_shared

    def module_name(self, path: Path) -> str:
        """Return the dotted name by which a file of the project is imported."""
        if path not in self._names:
            self._names[path] = self._module_name(path)
        return self._names[path]

    def _module_name(self, path: Path) -> str:
        folder, parts = self._outermost(path)
        # Folders above that hold no `__init__.py` are namespaces, down from where imports start.
        roots = self.near if folder in self.near else (*self.near, *self.far)
        starts = [start for start in roots if files.is_within(folder, start)]
        if starts and folder != (start := max(starts, key=len)):
            parts += reversed(os.path.relpath(folder, start).split(os.sep))
        return ".".join(reversed(parts))

    def _outermost(self, path: str | Path) -> tuple[str, list[str]]:
        """Return where a file's outermost package lies, and the parts of its name there, the last first."""
        folder, name = os.path.split(path)
        parts = [] if name.startswith("__init__.") else [name.partition(".")[0]]
        while self._tree.is_package(folder) and os.path.dirname(folder) != folder:
            folder, package = os.path.split(folder)
            parts.append(package)
        return folder, parts

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

    def problems(self, everywhere: bool) -> Iterator[str]:
        """Yield, for the project files above this one that could not be read, which and why.

        Unless everywhere, only those are meant for which this file speaks.
        """
        for manifest in self.above:
            if manifest.problem and (everywhere or self.is_first_below(os.path.dirname(manifest.path))):
                name = os.path.relpath(manifest.path, self.root).replace(os.sep, "/")
                yield f"`{name}` was not read: {manifest.problem}; imports that it may account for are not judged"

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


def _first(found: Iterable[Present | Missing | None]) -> Present | Missing | None:
    """Return the first module that is there, or else the miss to go by."""
    misses: list[Missing] = []
    for each in found:
        if isinstance(each, Present):
            return each
        if each is not None:
            misses.append(each)
    return _decisive(misses) if misses else None


def _decisive(misses: Sequence[Missing]) -> Missing:
    """Return which of some misses to go by.

    A regular package hides a namespace of its name, wherever on the path both lie; of two
    packages, one that proves nothing outweighs one that proves absence.
    """
    best = max(misses, key=lambda one: (one.credible, one.regular, one.position))
    return replace(best, certain=best.certain and all(one.certain for one in misses if one.regular))
