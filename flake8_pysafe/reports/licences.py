"""Reads under which licences distributions are: the JSON of `pip-licenses`, or what is installed."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from packaging.utils import canonicalize_name

from flake8_pysafe.imports import files
from flake8_pysafe.reports import report, spdx


@dataclass(frozen=True)
class Licensed:
    """The licences of one distribution."""

    name: str
    version: str
    licences: tuple[str, ...]  # empty: nobody knows


@dataclass(frozen=True)
class LicenceReport:
    """The licences of distributions, by their normal names."""

    licensed: Mapping[str, Licensed] = field(default_factory=dict)


@dataclass(frozen=True)
class Policy:
    """Which licences a project accepts: those that are allowed, if any are named, and not denied."""

    deny: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.deny or self.allow)

    def fault(self, licensed: Licensed) -> str:
        """Return what to say of the licences of a distribution, "" if they are accepted.

        Of several licences that are only listed, as classifiers are, one that is denied
        is enough, and one that is allowed, too: so does `pip-licenses`.
        """
        shown = "; ".join(licensed.licences)[:80] or "an unknown licence"
        for licence in licensed.licences:
            if spdx.satisfies(licence, functools.partial(_is_among, self.deny), all_of=False):
                return f"is under `{shown}`, which `pysafe-licence-deny` names"
        if self.allow and not any(
            spdx.satisfies(licence, functools.partial(_is_among, self.allow), all_of=True)
            for licence in licensed.licences or ("UNKNOWN",)
        ):
            quoted = f"`{shown}`" if licensed.licences else shown
            return f"is under {quoted}, which `pysafe-licence-allow` does not name"
        return ""


def _is_among(patterns: tuple[str, ...], licence: str) -> bool:
    return any(spdx.matches(licence, pattern) for pattern in patterns)


def read(path: str) -> LicenceReport:
    """Return what a report of `pip-licenses` says, in either of its forms. Raises UnreadableReport."""
    found: dict[str, Licensed] = {}
    for entry in report.entries(report.loaded(path)):
        name = report.text(entry, "Name") or report.text(entry, "name")
        if not name:
            raise report.UnreadableReport("it is not in a format that is known")
        listed = report.strings(entry, "licenses") or tuple(report.text(entry, "License").split(";"))
        found[canonicalize_name(name)] = Licensed(
            name, report.text(entry, "Version") or report.text(entry, "version"), _known(listed)
        )
    return LicenceReport(found)


def _known(listed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.strip() for each in listed if each.strip() and each.strip().upper() != "UNKNOWN")


# --- what is installed -----------------------------------------------------------------------

_METADATA_BYTES = 2_000_000
_CLASSIFIER = "License :: "
_LONGEST = 100  # some have the whole text of the licence in the field for its name


def installed(folder: str, distribution: str) -> Licensed | None:
    """Return the licences of a distribution that is installed in a folder, None if it is not."""
    here = files.stamp(folder)
    path = _metadata(folder, here).get(distribution) if here else None
    stamp = files.stamp(path) if path else None
    return _described(path, folder, stamp) if path and stamp else None


@functools.lru_cache(maxsize=64)
def _metadata(folder: str, stamp: files.Stamp) -> dict[str, str]:
    names = (name for name in files.listing(folder, stamp).folders if name.endswith(".dist-info"))
    return {
        canonicalize_name(name.removesuffix(".dist-info").rpartition("-")[0]): os.path.join(folder, name, "METADATA")
        for name in names
    }


@functools.lru_cache(maxsize=512)
def _described(path: str, folder: str, _: files.Stamp) -> Licensed | None:
    try:
        text = files.text(path, _METADATA_BYTES, folder)
    except files.Unreadable:
        return None
    found: dict[str, str] = {}
    classifiers = []
    for line in text.split("\n"):
        if not line.strip():  # the description follows
            break
        key, _colon, value = line.partition(": ")
        found.setdefault(key, value.strip())
        if key == "Classifier" and value.startswith(_CLASSIFIER):
            classifiers.append(value.rpartition(" :: ")[2].strip())
    named = (found["License-Expression"],) if found.get("License-Expression") else tuple(classifiers)
    if not named and len(found.get("License", "")) <= _LONGEST:
        named = (found.get("License", ""),)
    return Licensed(found.get("Name", ""), found.get("Version", ""), _known(named))
