"""Turns what is known about the imports of a file into findings, at most one for each name."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pysafe.findings import Finding, ImportSite, Source
from flake8_pysafe.imports.answers import Account, Accounted, Unaccounted
from flake8_pysafe.imports.evidence import Evidence
from flake8_pysafe.imports.wanted import Wanted, taken, wanted
from flake8_pysafe.loading import path_as_it_was

if TYPE_CHECKING:
    from flake8_pysafe.imports.verdicts import Verdicts

_OURS = frozenset({Account.STANDARD, Account.FIRST_PARTY})
_PLAINLY_RIGHT = frozenset({*_OURS, Account.USER, Account.WELL_KNOWN})


class ImportOptions(NamedTuple):
    """What the user chose."""

    known_modules: tuple[str, ...] = ()  # names or globs of modules that need no other evidence
    require_declared: bool = False  # report known modules that the project does not declare


def findings(source: Source, sites: Iterable[ImportSite], options: ImportOptions) -> Iterator[Finding]:
    """Yield what is wrong with the imports of a file."""
    judge = _Judge(source, options)
    for asked in wanted(sites):
        yield from judge.judged(asked)
    yield from judge.problems()


class _Judge:
    """Goes through the imports of one file."""

    def __init__(self, source: Source, options: ImportOptions) -> None:
        self._source = source
        self._options = options
        self._evidence = Evidence(source, options.known_modules)

    def judged(self, asked: Wanted) -> Iterator[Finding]:
        """Yield the findings about a module that a site asks for, or about the names it takes from it."""
        if not asked.module.isascii() and (found := self._verdicts.lookalike(asked)):
            yield found
            return
        if asked.guarded:
            return
        answer = self._evidence.about(asked)
        if found := self._finding(asked, answer):
            if not asked.doubted or found.code != "PS302":
                yield found
        elif asked.names and _may_be_ours(answer) and self._evidence.holds_only_modules(asked):
            for alias in asked.names:
                if not _is_bound(alias.name) and (found := self._about_name(taken(asked, alias))):
                    yield found

    def _about_name(self, asked: Wanted) -> Finding | None:
        return self._finding(asked, self._evidence.about(asked))

    def _finding(self, asked: Wanted, answer: Accounted | Unaccounted) -> Finding | None:
        if self._is_plainly_right(answer):
            return None
        return self._verdicts.finding(asked, answer)

    def _is_plainly_right(self, answer: Accounted | Unaccounted) -> bool:
        if not isinstance(answer, Accounted) or answer.missing or answer.account not in _PLAINLY_RIGHT:
            return False
        return answer.account is not Account.WELL_KNOWN or not self._options.require_declared

    @functools.cached_property
    def _verdicts(self) -> Verdicts:
        # What it compares names with is needed for few files: see `Evidence.search`.
        with path_as_it_was():
            from flake8_pysafe.imports.verdicts import Verdicts  # noqa: PLC0415

        return Verdicts(self._source, self._evidence, self._options.require_declared)

    def problems(self) -> Iterator[Finding]:
        """Yield what kept a name from being judged, and in the first file of a project what could not be read."""
        withheld = "_verdicts" in vars(self) and self._verdicts.withheld
        project = self._evidence.project
        if withheld or any(project.is_first_below(folder) for folder in project.marked):
            yield from (Finding(1, 0, "PS901", text) for text in project.problems(withheld))


def _may_be_ours(answer: Accounted | Unaccounted) -> bool:
    return isinstance(answer, Accounted) and answer.account in _OURS


def _is_bound(name: str) -> bool:
    """Tell whether a name can be taken from any module: all of its names, or an attribute that Python sets."""
    return name == "*" or (name.startswith("__") and name.endswith("__"))
