"""What other tools have found out about distributions, said where these are imported.

Most runs are given no report, so that what reads and judges them is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from flake8_pysafe.findings import Finding, ImportSite, Source
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.reports.report import UnreadableReport

if TYPE_CHECKING:
    from flake8_pysafe.imports.project import Project
    from flake8_pysafe.reports.audit import AuditReport
    from flake8_pysafe.reports.licences import LicenceReport

__all__ = ["Given", "UnreadableReport", "audit_report", "findings", "is_licence", "licence_report"]


class Given(NamedTuple):
    """What the user has given, and asks for."""

    audit: AuditReport | None = None
    licences: LicenceReport | None = None
    deny: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


def audit_report(path: str) -> AuditReport:
    """Return what an audit found. Raises UnreadableReport."""
    with path_as_it_was():
        from flake8_pysafe.reports import audit  # noqa: PLC0415

    return audit.read(path)


def licence_report(path: str) -> LicenceReport:
    """Return under which licences distributions are. Raises UnreadableReport."""
    with path_as_it_was():
        from flake8_pysafe.reports import licences  # noqa: PLC0415

    return licences.read(path)


def is_licence(name: str) -> bool:
    """Tell whether a name is one that a licence can be recognised by."""
    with path_as_it_was():
        from flake8_pysafe.reports import spdx  # noqa: PLC0415

    return spdx.is_readable(name)


def findings(source: Source, sites: Iterable[ImportSite], given: Given, project: Project) -> Iterator[Finding]:
    """Yield what is known against the distributions that a file imports."""
    if given != Given():
        with path_as_it_was():
            from flake8_pysafe.reports import judge  # noqa: PLC0415

        yield from judge.findings(source, sites, given, project)
