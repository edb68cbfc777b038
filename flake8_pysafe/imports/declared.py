"""Tells which of a project's declared distributions accounts for a module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flake8_pysafe.imports import provides
from flake8_pysafe.imports.manifests.manifest import Declaration, Role


@dataclass(frozen=True)
class Declared:
    """The distributions of a project, and where to look for a module."""

    declarations: tuple[Declaration, ...]
    by_top_level: dict[str, tuple[tuple[str, Declaration], ...]]  # dotted modules by their first part

    def provider(self, module: str) -> Declaration | None:
        """Return the declared distribution that accounts for a dotted module; one that is asked for, if any is."""
        candidates = self.by_top_level.get(module.partition(".")[0].lower(), ())
        found = [one for provided, one in candidates if provides.accounts_for(provided, module, one.name)]
        return min(found, key=_strength, default=None)

    def abbreviated(self, top_level: str) -> Declaration | None:
        """Return the distribution, not well known, after which a module may be named in short."""
        unknown = (one for one in self.declarations if not provides.is_mapped(one.name))
        return next((one for one in unknown if provides.is_abbreviation(top_level, one.name)), None)

    def modules(self) -> dict[str, Declaration]:
        """Return the modules by their dotted names, as far as the distributions are known to provide them."""
        return {provided: one for pairs in self.by_top_level.values() for provided, one in pairs}


def _strength(declaration: Declaration) -> tuple[bool, int]:
    # A distribution whose modules are only guessed is the weaker witness.
    return not provides.is_mapped(declaration.name), list(Role).index(declaration.role)


def gathered(declarations: Iterable[Declaration]) -> Declared:
    """Return some declarations, arranged by the modules they account for."""
    declarations = tuple(declarations)
    found: dict[str, dict[tuple[str, str], Declaration]] = {}
    for one in declarations:
        for module in provides.modules(one.name):
            entries = found.setdefault(module.partition(".")[0].lower(), {})
            entries.setdefault((module, one.name), one)
    by_top_level = {top: tuple((module, one) for (module, _), one in entries.items()) for top, entries in found.items()}
    return Declared(declarations, by_top_level)
