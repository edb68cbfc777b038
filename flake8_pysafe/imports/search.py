"""Looks everywhere for what accounts for a module that the cheap evidence does not settle."""

from __future__ import annotations

import functools
import os
from dataclasses import replace

from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from flake8_pysafe.findings import Source
from flake8_pysafe.imports import built, declared, hosts, installed, made, material, provides, script, stdlib, syspath
from flake8_pysafe.imports.answers import Account, Accounted, Lack, Unaccounted
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Role
from flake8_pysafe.imports.neighbours import neighbour
from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.tree import Missing, Present

# Where projects keep copies of others.
_VENDORED = frozenset(
    {"_vendor", "vendor", "vendored", "_vendored", "third_party", "thirdparty", "extern", "externals"}
)


class Search:
    """All that is to be known about the modules of one file."""

    def __init__(self, source: Source, project: Project) -> None:
        self._source = source
        self._project = project

    # --- by kind of name ---------------------------------------------------------------------

    def standard(self, module: str) -> Accounted | Unaccounted:
        """Answer for a module in the standard library, or below one of its packages."""
        nearest = stdlib.nearest_ancestor(module)
        if nearest is None or stdlib.is_open(module):
            return Accounted(Account.STANDARD)
        pythons = self._pythons() if nearest.last or nearest.since else ()
        if nearest.last and not any(nearest.last >= version for version in pythons):
            if self._is_brought_back(module):
                return Accounted(Account.DECLARED)
            return Unaccounted(
                Lack.REMOVED, stdlib.changed_part(nearest), detail=f"{nearest.last[0]}.{nearest.last[1] + 1}"
            )
        if nearest.since and not any(nearest.since <= version for version in pythons):
            return Unaccounted(
                Lack.NOT_YET, stdlib.changed_part(nearest), detail=f"{nearest.since[0]}.{nearest.since[1]}"
            )
        if nearest.name == module or module in index().providers:
            return Accounted(Account.STANDARD)
        if nearest.last and self._is_brought_back(module):
            return Accounted(Account.DECLARED)
        return Unaccounted(Lack.NOT_IN_STANDARD, nearest.name.count(".") + 1)

    def everywhere(self, module: str, parts: tuple[str, ...]) -> Accounted | Unaccounted:
        """Answer, with everything there is to know, for a module that is not in the standard library."""
        found = self.located(parts)
        if isinstance(found, Present) or built.makes_top_level(self._project, module):
            return Accounted(Account.FIRST_PARTY)
        declaration = self._provider(module)
        if found:
            return self._partly(module, found, declaration)
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
        if self._lies_elsewhere(parts[0]) or self._is_material or self._project.may_hide(parts[0]):
            return Accounted(Account.UNDECIDED)
        if self._project.is_fragment or any(one.opaque for one in self._project.above):
            return Accounted(Account.UNSEEN)
        if any(installed.provides(folder, parts[0]) for folder in self._installed):
            return Accounted(Account.INSTALLED)
        abbreviated = self.declared.abbreviated(parts[0])
        if abbreviated and not (self.neighbour(parts[0]) or neighbour(parts[0], self.declared_names)):
            return Accounted(Account.PLAUSIBLE, abbreviated)
        provided = index().modules(canonicalize_name(parts[0]))
        if provided and parts[0].lower() not in map(str.lower, provided):
            return Unaccounted(Lack.DISTRIBUTION, detail=provides.main_module(canonicalize_name(parts[0])))
        return Unaccounted(Lack.UNKNOWN)

    def located(self, parts: tuple[str, ...]) -> Present | Missing | None:
        """Find a first-party module wherever the project says that imports start, or where the file may let them."""
        found = self._project.lookup(parts, self._roots_for(parts[0]))
        if isinstance(found, Present) or not self._named_folders:
            return found
        named = self._project.lookup(parts, self._named_folders)
        if isinstance(named, Present) or found is None:
            # Those folders prove presence only.
            return replace(named, certain=False, credible=False) if isinstance(named, Missing) else named
        return found

    def _partly(self, module: str, found: Missing, declaration: Declaration | None) -> Accounted | Unaccounted:
        """Answer for a module whose first part is first-party, but that is not there."""
        if declaration is None:
            if not found.regular and module.partition(".")[0] in index().top_levels:
                return Accounted(Account.WELL_KNOWN, missing=found)
            if not found.regular and self._is_own_namespace(found):
                found = replace(found, certain=True)
            return self.missing(module, found)
        # What is known to provide the whole of a dotted name may add to a package of that name.
        if not found.certain or (
            "." in module and provides.is_mapped(declaration.name) and not self._makes(declaration.name)
        ):
            return self._declared(declaration)._replace(missing=found)
        return self.missing(module, found)

    def missing(self, module: str, found: Missing) -> Accounted | Unaccounted:
        """Answer for a module that is not in the first-party package in which it is looked for."""
        # Without a mark nothing shows that all of the package is here.
        is_open = not found.certain or not self._project.is_marked
        explained = is_open or self._is_vendored or self._is_material or self._made.makes_all_of(module)
        if explained or built.makes(self._project, found, module):
            return Accounted(Account.UNDECIDED, missing=found)
        return Unaccounted(Lack.NOT_IN_PACKAGE, found.position, found)

    def _is_own_namespace(self, missing: Missing) -> bool:
        """Tell whether a folder without `__init__.py` holds modules and lies where imports start."""
        return missing.credible and self._project.holds_files(missing.package)

    def _roots_for(self, top_level: str) -> tuple[str, ...]:
        """Return the folders besides the near ones that a module of some name may be imported from."""
        roots = (*self._own_edits, *self._project.far)
        homes = self._project.survey.homes_of(top_level)
        # To read the whole project for edits of the path is worth it only where they decide.
        return (*roots, *self._project.edited(homes)) if homes and not self._lies_elsewhere(top_level) else roots

    @functools.cached_property
    def _installed(self) -> tuple[str, ...]:
        return installed.folders(self._project)

    @functools.cached_property
    def _edits_path(self) -> bool:
        return syspath.mentions_path(self._source.lines)

    @functools.cached_property
    def _own_edits(self) -> tuple[str, ...]:
        if not self._edits_path:
            return ()
        return syspath.edits(self._source.tree, self._project.path, str(self._project.root))

    @functools.cached_property
    def _named_folders(self) -> tuple[str, ...]:
        if not self._edits_path:
            return ()
        return syspath.named(self._source.tree, self._project.above_folder(self._project.folder))

    def neighbour(self, name: str) -> str | None:
        """Return the first-party module, importable from the file, that a name is hardly to be told from."""
        if found := neighbour(name, self._project.top_levels):
            return found
        found = neighbour(name, self._project.survey.homes or ())
        if found and isinstance(self._project.lookup((found,), self._roots_for(found)), Present):
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
        return script.block(self._source.lines, self._project.path)

    @functools.cached_property
    def declared(self) -> declared.Declared:
        """The distributions that are declared for this file."""
        return declared.gathered(self._block.declarations) if self._block else self._project.facts.declared

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
        return distribution in self._project.facts.makes

    def _pythons(self) -> tuple[tuple[int, int], ...]:
        """Return the supported Pythons that the file may run on."""
        return self._supported or stdlib.SUPPORTED

    @functools.cached_property
    def _supported(self) -> tuple[tuple[int, int], ...]:
        return tuple(one for one in stdlib.SUPPORTED if self._asked_python.contains(f"{one[0]}.{one[1]}.99"))

    @property
    def _is_for_python2(self) -> bool:
        if script.names_python2(self._source.lines):
            return True
        return not self._supported and self._asked_python.contains("2.7")

    @functools.cached_property
    def _asked_python(self) -> SpecifierSet:
        """The versions that the script, or the nearest project file that names any, asks for."""
        if self._block:
            return self._block.python
        return next((manifest.python for manifest in self._project.above if manifest.python != ANY), ANY)

    @property
    def has_problems(self) -> bool:
        """Tell whether a project file above the file could not be read: it might account for anything."""
        return any(manifest.problem for manifest in self._project.above)

    # --- modules that are not files, or not yet ----------------------------------------------

    @functools.cached_property
    def _made(self) -> made.Made:
        return made.for_file(self._source.tree, self._project)

    @functools.cached_property
    def _is_vendored(self) -> bool:
        """Tell whether the file is a copy of somebody else's, of which parts are often left out."""
        return not _VENDORED.isdisjoint(os.path.relpath(self._project.folder, self._project.root).split(os.sep))

    @functools.cached_property
    def _is_material(self) -> bool:
        return material.is_material(self._project)

    def _lies_elsewhere(self, name: str) -> bool:
        """Tell whether a module of that name lies in a folder of the project that could be put on the path."""
        return any(home not in self._project.survey.packages for home in self._project.survey.homes_of(name))
