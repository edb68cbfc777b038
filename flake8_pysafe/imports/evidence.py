"""Decides what accounts for a module that a file imports, or that nothing does.

The cheap evidence comes first: the standard library, the files around, the bundled
index. Project files are read, and the whole project looked over, only for a name that
none of them settles.
"""

from __future__ import annotations

import fnmatch
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_pysafe.findings import Source
from flake8_pysafe.imports import project, stdlib
from flake8_pysafe.imports.answers import Account, Accounted, Unaccounted
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.tree import Present
from flake8_pysafe.imports.wanted import Wanted
from flake8_pysafe.loading import path_as_it_was

if TYPE_CHECKING:
    from flake8_pysafe.imports.search import Search


class Evidence:
    """What can be known about the modules of one file."""

    def __init__(self, source: Source, known_modules: tuple[str, ...]) -> None:
        self._source = source
        self._known = known_modules
        self.project: Project = project.find(source.filename)

    @functools.cached_property
    def search(self) -> Search:
        """What there is to know beyond the cheap evidence."""
        # It brings the readers of project files along: see `Project`.
        with path_as_it_was():
            from flake8_pysafe.imports.search import Search  # noqa: PLC0415

        return Search(self._source, self.project)

    def about(self, asked: Wanted) -> Accounted | Unaccounted:
        """Return what accounts for a module that a site asks for."""
        if asked.level:
            return self._relative(asked)
        module, parts = asked.module, asked.parts
        if module in stdlib.always_there():
            return Accounted(Account.STANDARD)
        if self.is_known(module):
            return Accounted(Account.USER)
        near = self.project.lookup(parts)
        if isinstance(near, Present):
            return Accounted(Account.FIRST_PARTY)
        # Neither a namespace of the project's own nor a neighbour in a package hides a module of that name.
        if (near is None or not (near.regular and near.credible)) and parts[0] in stdlib.modules():
            return self.search.standard(module)
        if (near is None or not near.credible) and parts[0] in index().top_levels:
            return Accounted(Account.WELL_KNOWN)
        return self.search.everywhere(module, parts)

    def _relative(self, asked: Wanted) -> Accounted | Unaccounted:
        found = self.project.relative(asked.parts, asked.level)
        if isinstance(found, Present):
            return Accounted(Account.FIRST_PARTY)
        if found is None:
            return Accounted(Account.UNDECIDED)
        answer = self.search.missing(asked.module, found)
        if isinstance(answer, Unaccounted) and self._known:
            absolute = self.project.absolute(Path(self.project.path), asked.module, asked.level)
            if absolute and self.is_known(absolute):
                return Accounted(Account.USER)
        return answer

    def holds_only_modules(self, asked: Wanted) -> bool:
        """Tell whether a name taken from a package can only be a module in it."""
        if asked.level:
            return self.project.is_bare(self.project.relative(asked.parts, asked.level))
        if package := stdlib.modules().get(asked.module):
            return package.holds_only_modules
        found = self.project.lookup(asked.parts)
        return self.project.is_bare(found if isinstance(found, Present) else self.search.located(asked.parts))

    def is_known(self, module: str) -> bool:
        """Tell whether the user vouches for a module, or for a package it lies in."""
        if not self._known:
            return False
        parts = module.split(".")
        prefixes = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
        return any(fnmatch.fnmatchcase(prefix, pattern) for pattern in self._known for prefix in prefixes)
