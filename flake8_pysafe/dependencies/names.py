"""Says what is wrong with the name of a distribution."""

from __future__ import annotations

import fnmatch
import functools
from collections.abc import Iterable
from dataclasses import dataclass

from packaging.utils import canonicalize_name

from flake8_pysafe.imports import lookalikes, spelling, stdlib
from flake8_pysafe.imports.index import index, malicious
from flake8_pysafe.imports.spelling.known import squashed
from flake8_pysafe.imports.spelling.weighing import Context


@dataclass(frozen=True)
class Accusation:
    """What is wrong with a name, and what to do."""

    code: str
    what: str
    remedy: str

    @property
    def text(self) -> str:
        """The text of a finding at the name."""
        return f"{self.what}; {self.remedy}"


def accusation(name: str, *, declared: bool) -> Accusation | None:
    """Return what is wrong with the name of a distribution that an index is asked for.

    A project that declares a name has met it before: more is asked for there than of a
    name in a command.
    """
    if not name.isascii():
        return _lookalike(name)
    normal = canonicalize_name(name)
    threshold = spelling.STRICT if declared else spelling.THRESHOLD
    if normal in malicious():
        meant = _nearest(normal)
        hint = f", or write `{meant.target.name}`" if meant and meant.score >= spelling.THRESHOLD else ""
        return Accusation("PS402", f"`{name}` is the name of a known malicious distribution", f"remove it{hint}")
    if normal in index().rank:
        return None
    meant = _nearest(normal)
    if meant is None or meant.score < threshold or _is_extended(normal, meant.target.spelling):
        return None
    if meant.target.standard:
        what = f"`{name}` looks like `{meant.target.name}` of the standard library"
        return Accusation("PS401", what, "nothing needs to be installed for that")
    if target := _distribution(meant.target.name):
        return Accusation("PS401", f"`{name}` looks like {target}", "check the name before installing it")
    return None


def _is_extended(name: str, spelling: str) -> bool:
    """Tell whether a name is a known one with letters around it: `txrequests` is meant so, nobody slips twice there."""
    plain = squashed(name)
    return len(plain) - len(spelling) > 1 and spelling in plain


def _distribution(name: str) -> str:
    """Return what to call a known name that may be that of a module only, "" for one that nobody installs by it."""
    if canonicalize_name(name) in index().rank:
        return f"`{name}`"
    providers = index().providers_of(name)
    return f"`{name}`, a module of `{providers[0]}`" if providers and not name.startswith("_") else ""


def _lookalike(name: str) -> Accusation | None:
    read = lookalikes.plain(name)
    if not read or canonicalize_name(read) not in index().rank:
        return None
    return Accusation("PS401", f"`{name}` contains {lookalikes.described(name)}", f"write `{read}`")


@functools.lru_cache(maxsize=4096)
def _nearest(name: str) -> spelling.Meant | None:
    return spelling.nearest(name, Context.DISTRIBUTION)


def in_standard_library(name: str) -> bool:
    """Tell whether a distribution has the name of a module that every supported Python has.

    As it is written: `DateTime` is Zope's, who writes `datetime` means the module.
    """
    return name == canonicalize_name(name) and name in stdlib.always_there()


def is_vouched_for(name: str, patterns: Iterable[str]) -> bool:
    """Tell whether the user has named a distribution among the known modules."""
    plain = canonicalize_name(name).replace("-", "_")
    return any(fnmatch.fnmatchcase(plain, pattern.lower()) for pattern in patterns)
