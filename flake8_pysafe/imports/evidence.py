"""Decides what accounts for a module that a file imports, or that nothing does.

The cheap evidence comes first: the standard library, the files around, the bundled
index. Project files are read, and the whole project looked over, only for a name that
none of them settles.
"""

from __future__ import annotations

import fnmatch
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from packaging.specifiers import SpecifierSet

from flake8_pysafe.findings import Source
from flake8_pysafe.imports import built, declared, hosts, installed, made, project, provides, script, stdlib, syspath
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Role
from flake8_pysafe.imports.neighbours import neighbour
from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.tree import Missing, Present
from flake8_pysafe.imports.wanted import Wanted

# Where projects keep copies of others.
_VENDORED = frozenset(
    {"_vendor", "vendor", "vendored", "_vendored", "third_party", "thirdparty", "extern", "externals"}
)


class Account(Enum):
    """What accounts for a module."""

    STANDARD = auto()
    FIRST_PARTY = auto()
    USER = auto()  # named in the options
    WELL_KNOWN = auto()  # in the index, whoever declares it
    DECLARED = auto()
    HOST = auto()  # the program that runs the file brings it
    PLAUSIBLE = auto()  # a declared distribution that is not well known may provide it
    INSTALLED = auto()
    UNSEEN = auto()  # what could account for it is not here to be read
    UNDECIDED = auto()  # nothing does, but nothing could show that


class Lack(Enum):
    """Why nothing accounts for a module."""

    UNKNOWN = auto()
    NOT_IN_PACKAGE = auto()  # first-party
    NOT_IN_STANDARD = auto()  # below a standard package
    REMOVED = auto()  # from the standard library
    NOT_YET = auto()  # in the standard library
    PYTHON2 = auto()
    DISTRIBUTION = auto()  # the name is that of a distribution that provides other modules


@dataclass(frozen=True)
class Accounted:
    """Something accounts for a module."""

    account: Account
    declaration: Declaration | None = None
    missing: Missing | None = None  # where an open package or namespace has no file for it


@dataclass(frozen=True)
class Unaccounted:
    """Nothing accounts for a module."""

    lack: Lack
    position: int = 0  # of the first part that is missing
    missing: Missing | None = None  # where, in a first-party package
    detail: str = ""  # the module to use, or the version that removed it


class Evidence:
    """What can be known about the modules of one file."""

    def __init__(self, source: Source, known_modules: tuple[str, ...]) -> None:
        self._source = source
        self._known = known_modules
        self.project: Project = project.find(source.filename)

    # --- the questions -----------------------------------------------------------------------

    def about(self, asked: Wanted) -> Accounted | Unaccounted:
        """Return what accounts for a module that a site asks for."""
        if asked.level:
            return self._relative(asked)
        if asked.module in stdlib.always_there():
            return Accounted(Account.STANDARD)
        return self._absolute(asked.module, asked.parts)

    def holds_only_modules(self, asked: Wanted) -> bool:
        """Tell whether a name taken from a package can only be a module in it."""
        if asked.level:
            return self.project.is_bare(self.project.relative(asked.parts, asked.level))
        if package := stdlib.modules().get(asked.module):
            return package.holds_only_modules
        return self.project.is_bare(self.project.lookup(asked.parts))

    def is_known(self, module: str) -> bool:
        """Tell whether the user vouches for a module, or for a package it lies in."""
        if not self._known:
            return False
        parts = module.split(".")
        prefixes = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
        return any(fnmatch.fnmatchcase(prefix, pattern) for pattern in self._known for prefix in prefixes)

    # --- by kind of name ---------------------------------------------------------------------

    def _relative(self, asked: Wanted) -> Accounted | Unaccounted:
        answer = self._first_party(asked.module, self.project.relative(asked.parts, asked.level))
        if isinstance(answer, Unaccounted) and self._known:
            absolute = self.project.absolute(Path(self.project.path), asked.module, asked.level)
            if absolute and self.is_known(absolute):
                return Accounted(Account.USER)
        return answer

    def _first_party(self, module: str, found: Present | Missing | None) -> Accounted | Unaccounted:
        match found:
            case Missing(position=position, certain=True) if not (
                self._is_vendored or built.makes(self.project, found, module)
            ):
                return Unaccounted(Lack.NOT_IN_PACKAGE, position, found)
            case Present():
                return Accounted(Account.FIRST_PARTY)
            case _:
                return Accounted(Account.UNDECIDED, missing=found)

    def _absolute(self, module: str, parts: tuple[str, ...]) -> Accounted | Unaccounted:
        if self.is_known(module):
            return Accounted(Account.USER)
        near = self.project.lookup(parts)
        if isinstance(near, Present):
            return Accounted(Account.FIRST_PARTY)
        # Neither a namespace of the project's own nor a neighbour in a package hides a module of that name.
        if (near is None or not (near.regular and near.credible)) and parts[0] in stdlib.modules():
            return self._standard(module, parts)
        if (near is None or not near.credible) and parts[0] in index().top_levels:
            return Accounted(Account.WELL_KNOWN)
        return self._searched(module, parts)

    def _standard(self, module: str, parts: tuple[str, ...]) -> Accounted | Unaccounted:
        nearest = stdlib.nearest_ancestor(module)
        if nearest is None or stdlib.is_open(module):
            return Accounted(Account.STANDARD)
        pythons = self._pythons() if nearest.last or nearest.since else ()
        if nearest.last and not any(nearest.last >= version for version in pythons):
            if self._is_brought_back(module):
                return Accounted(Account.DECLARED)
            return Unaccounted(Lack.REMOVED, 0, detail=f"{nearest.last[0]}.{nearest.last[1] + 1}")
        if nearest.since and not any(nearest.since <= version for version in pythons):
            return Unaccounted(Lack.NOT_YET, 0, detail=f"{nearest.since[0]}.{nearest.since[1]}")
        if nearest.name == module or module in index().providers:
            return Accounted(Account.STANDARD)
        if nearest.last and self._is_brought_back(module):
            return Accounted(Account.DECLARED)
        return Unaccounted(Lack.NOT_IN_STANDARD, nearest.name.count(".") + 1)

    def _searched(self, module: str, parts: tuple[str, ...]) -> Accounted | Unaccounted:
        """Answer with everything there is to know."""
        found = self.project.lookup(parts, self._roots_for(parts[0]))
        if isinstance(found, Present) or built.makes_top_level(self.project, module):
            return Accounted(Account.FIRST_PARTY)
        declaration = self._provider(module)
        if found:
            return self._missing(module, found, declaration)
        if declaration:
            return self._declared(declaration)
        if self._made.makes(module):
            return Accounted(Account.FIRST_PARTY)
        if parts[0] in stdlib.python2():
            if self._is_for_python2:
                return Accounted(Account.STANDARD)
            return Unaccounted(Lack.PYTHON2, detail=stdlib.python2()[parts[0]])
        if parts[0] in hosts.modules():
            return Accounted(Account.HOST)
        if self._lies_elsewhere(parts[0]):
            return Accounted(Account.UNDECIDED)
        if self.project.is_fragment or any(one.opaque for one in self.project.above):
            return Accounted(Account.UNSEEN)
        if any(installed.provides(folder, parts[0]) for folder in self._installed):
            return Accounted(Account.INSTALLED)
        if abbreviated := self.declared.abbreviated(parts[0]):
            return Accounted(Account.PLAUSIBLE, abbreviated)
        provided = index().modules(parts[0])
        if provided and parts[0].lower() not in map(str.lower, provided):
            return Unaccounted(Lack.DISTRIBUTION, detail=provides.main_module(parts[0]))
        return Unaccounted(Lack.UNKNOWN)

    def _missing(self, module: str, found: Missing, declaration: Declaration | None) -> Accounted | Unaccounted:
        """Answer for a module whose first part is first-party, but that is not there."""
        if declaration is None:
            if not found.regular and module.partition(".")[0] in index().top_levels:
                return Accounted(Account.WELL_KNOWN, missing=found)
            if not found.regular and self._is_own_namespace(found):
                found = replace(found, certain=True)
            return self._first_party(module, found)
        # What is known to provide the whole of a dotted name may add to a package of that name.
        if not found.certain or (
            "." in module and provides.is_mapped(declaration.name) and not self._makes(declaration.name)
        ):
            return replace(self._declared(declaration), missing=found)
        return self._first_party(module, found)

    def _is_own_namespace(self, missing: Missing) -> bool:
        """Tell whether a folder without `__init__.py` holds modules and lies where imports start."""
        return missing.credible and self.project.holds_files(missing.package)

    def _roots_for(self, top_level: str) -> tuple[str, ...]:
        """Return the folders besides the near ones that a module of some name may be imported from."""
        roots = (*self._own_edits, *self.project.far)
        homes = self.project.survey.homes_of(top_level)
        # To read the whole project for edits of the path is worth it only where they decide.
        return (*roots, *self.project.edited(homes)) if homes and not self._lies_elsewhere(top_level) else roots

    @functools.cached_property
    def _installed(self) -> tuple[str, ...]:
        return installed.folders(self.project)

    @functools.cached_property
    def _own_edits(self) -> tuple[str, ...]:
        if not syspath.mentions_path(self._source.lines):
            return ()
        return syspath.edits(self._source.tree, self.project.path, str(self.project.root))

    def neighbour(self, name: str) -> str | None:
        """Return the first-party module, importable from the file, that a name is hardly to be told from."""
        if found := neighbour(name, self.project.top_levels):
            return found
        found = neighbour(name, self.project.survey.homes or ())
        if found and isinstance(self.project.lookup((found,), self._roots_for(found)), Present):
            return found
        return None

    @functools.cached_property
    def declared_names(self) -> frozenset[str]:
        """The first parts of declared modules, and the declared distributions written as modules."""
        names = {one.name.replace("-", "_") for one in self.declared.declarations}
        return frozenset(names.union(module.partition(".")[0] for module in self.declared.modules()))

    def _declared(self, declaration: Declaration) -> Accounted:
        known = provides.is_mapped(declaration.name)
        return Accounted(Account.DECLARED if known else Account.PLAUSIBLE, declaration)

    # --- what the project says ---------------------------------------------------------------

    @functools.cached_property
    def _block(self) -> script.Block | None:
        return script.block(self._source.lines, self.project.path)

    @functools.cached_property
    def declared(self) -> declared.Declared:
        """The distributions that are declared for this file."""
        return declared.gathered(self._block.declarations) if self._block else self.project.facts.declared

    def _provider(self, module: str) -> Declaration | None:
        found = self.declared.provider(module)
        # What builds the project is not there when it runs.
        if found and found.role is Role.BUILD and module.partition(".")[0] in stdlib.modules():
            return None
        return found

    def _is_brought_back(self, module: str) -> bool:
        """Tell whether a distribution provides a module that left the standard library: a declared one, or this."""
        return self._provider(module) is not None or any(map(self._makes, index().providers_of(module)))

    def _makes(self, distribution: str) -> bool:
        return distribution in self.project.facts.makes

    def _pythons(self) -> tuple[tuple[int, int], ...]:
        """Return the supported Pythons that the file may run on."""
        return self._supported or stdlib.SUPPORTED

    @functools.cached_property
    def _supported(self) -> tuple[tuple[int, int], ...]:
        return tuple(one for one in stdlib.SUPPORTED if self._asked_python.contains(f"{one[0]}.{one[1]}.99"))

    @property
    def _is_for_python2(self) -> bool:
        return not self._supported and self._asked_python.contains("2.7")

    @functools.cached_property
    def _asked_python(self) -> SpecifierSet:
        """The versions that the script, or the nearest project file that names any, asks for."""
        if self._block:
            return self._block.python
        return next((manifest.python for manifest in self.project.above if manifest.python != ANY), ANY)

    @property
    def has_problems(self) -> bool:
        """Tell whether a project file above the file could not be read: it might account for anything."""
        return any(manifest.problem for manifest in self.project.above)

    @functools.cached_property
    def speaks_for_project(self) -> bool:
        """Tell whether this file is the one in which unreadable project files are reported in any case."""
        return any(self.project.is_first_below(folder) for folder in self.project.marked)

    def problems(self, everywhere: bool) -> Iterator[str]:
        """Yield, for the project files above this one that could not be read, which and why.

        Unless everywhere, only those are meant for which this file speaks.
        """
        for manifest in self.project.above:
            folder = os.path.dirname(manifest.path)
            if manifest.problem and (everywhere or self.project.is_first_below(folder)):
                name = os.path.relpath(manifest.path, self.project.root).replace(os.sep, "/")
                yield f"`{name}` was not read: {manifest.problem}; imports that it may account for are not judged"

    # --- modules that are not files, or not yet ----------------------------------------------

    @functools.cached_property
    def _made(self) -> made.Made:
        return made.in_file(self._source.tree, self.project.path)

    @functools.cached_property
    def _is_vendored(self) -> bool:
        """Tell whether the file is a copy of somebody else's, of which parts are often left out."""
        return not _VENDORED.isdisjoint(os.path.relpath(self.project.folder, self.project.root).split(os.sep))

    def _lies_elsewhere(self, name: str) -> bool:
        """Tell whether a module of that name lies in a folder of the project that could be put on the path."""
        return any(home not in self.project.survey.packages for home in self.project.survey.homes_of(name))
