"""Reads which distributions have known vulnerabilities: the JSON of `pip-audit` and of `uv audit`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from flake8_pysafe.reports import report


@dataclass(frozen=True)
class Advisory:
    """One known vulnerability."""

    id: str
    aliases: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()  # versions

    @property
    def name(self) -> str:
        """The identifier with the CVE's, which is what most people look for."""
        cve = min((alias for alias in self.aliases if alias.startswith("CVE-")), default="")
        return f"{self.id} ({cve})" if cve and cve != self.id else self.id


@dataclass(frozen=True)
class Audited:
    """What a report says of one distribution."""

    name: str
    version: str = ""
    advisories: tuple[Advisory, ...] = ()
    skipped: str = ""  # why it was not audited

    @property
    def fixed(self) -> str:
        """The lowest version without any of the vulnerabilities, as far as the report tells; "" if it does not."""
        try:
            current = Version(self.version)
            lowest = [
                min(each for each in map(Version, advisory.fixed) if each > current) for advisory in self.advisories
            ]
        except (InvalidVersion, ValueError):  # no version, or one that is not valid
            return ""
        return str(max(lowest)) if lowest else ""


@dataclass(frozen=True)
class AuditReport:
    """What an audit found, by the normal names of distributions."""

    audited: Mapping[str, Audited] = field(default_factory=dict)


def read(path: str) -> AuditReport:
    """Return what a report says. Raises UnreadableReport."""
    document = report.loaded(path)
    if report.field(document, "vulnerabilities") is not None:
        return _of_uv(report.entries(document, "vulnerabilities"))
    # Before version 2 pip-audit wrote the list alone.
    listed = report.entries(document) if isinstance(document, list) else report.entries(document, "dependencies")
    found: dict[str, Audited] = {}
    for entry in listed:
        name = report.text(entry, "name")
        if name:
            vulnerabilities = report.field(entry, "vulns")
            advisories = tuple(
                Advisory(report.text(each, "id"), report.strings(each, "aliases"), report.strings(each, "fix_versions"))
                for each in (vulnerabilities if isinstance(vulnerabilities, list) else ())
            )
            found[canonicalize_name(name)] = Audited(
                name, report.text(entry, "version"), advisories, report.text(entry, "skip_reason")
            )
    return AuditReport(found)


def _of_uv(vulnerabilities: list[object]) -> AuditReport:
    """Collect the entries of `uv audit`, one for each vulnerability."""
    found: dict[str, Audited] = {}
    for entry in vulnerabilities:
        name = report.text(entry, "dependency", "name")
        if name:
            advisory = Advisory(
                report.text(entry, "display_id") or report.text(entry, "id"),
                report.strings(entry, "aliases"),
                report.strings(entry, "fix_versions"),
            )
            normal = canonicalize_name(name)
            before = found.get(normal, Audited(name, report.text(entry, "dependency", "version")))
            found[normal] = Audited(before.name, before.version, (*before.advisories, advisory))
    return AuditReport(found)
