"""Says what is wrong with a command that installs something."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from packaging.utils import canonicalize_name

from flake8_pysafe.commands.installs import Installed, Kind
from flake8_pysafe.dependencies import judge, names
from flake8_pysafe.dependencies.contents import Address, Manner, Named, at
from flake8_pysafe.dependencies.requirement import Asked, Origin, asked
from flake8_pysafe.values import HOLE


@dataclass(frozen=True)
class Fault:
    """What is wrong with one word of a command."""

    code: str
    remedy: str
    word: Installed


_ORDER = ("PS402", "PS401", "PS405", "PS404", "PS403", "PS406")
_CONDA_NAME = re.compile(r"(?:[\w./:-]{0,100}::)?([A-Za-z0-9_][\w.-]{0,100})")
_SHOWN = re.compile(r"`([^`]+)`")


def faults(found: Iterable[Installed]) -> tuple[Fault, ...]:
    """Return what is wrong with the words of install commands, the worst first."""
    all_faults = (fault for word in found for fault in _about(word))
    return tuple(sorted(all_faults, key=lambda fault: _ORDER.index(fault.code)))


def _about(word: Installed) -> Iterable[Fault]:
    match word.kind:
        case Kind.INDEX:
            if judge.unverified(Address(word.text.partition(HOLE)[0], at(1, 0))):
                yield Fault("PS404", "use an https address", word)
        case Kind.REQUIREMENT | Kind.CONDA:
            yield from _about_requirement(word)
        case Kind.HOST | Kind.FILE:
            return  # a trusted host is PS107


def _about_requirement(word: Installed) -> Iterable[Fault]:
    text = _known_part(word.text)
    if not text:
        return
    if word.kind is Kind.REQUIREMENT and not word.option and (meant := judge.file_as_package(text)):
        yield Fault("PS405", f"write `-r {meant}`", word)
        return
    for part in text.split(",") if word.option == "--with" else (text,):
        requirement = _asked(part, word.kind)
        if requirement and requirement.name:
            yield from _about_name(requirement, word)


def _about_name(requirement: Asked, word: Installed) -> Iterable[Fault]:
    named = Named(requirement, at(1, 0), Manner.COMMAND, conda=word.kind is Kind.CONDA)
    name = requirement.name
    accused = None
    if requirement.origin is not Origin.LOCAL:
        accused = names.accusation(name, declared=named.conda)
    if accused and accused.code == "PS402":
        yield Fault("PS402", f"remove `{name}`", word)
    elif accused:
        yield Fault("PS401", accused.what, word)
    elif judge.needless(named):
        yield Fault("PS406", f"leave `{name}` out", word)
    if canonicalize_name(name) == "certifi" and judge.pinned(requirement):
        yield Fault("PS403", "root certificates must stay current: give a lower bound only", word)


def _asked(text: str, kind: Kind) -> Asked | None:
    if kind is Kind.REQUIREMENT:
        return asked(text)
    name = _CONDA_NAME.match(text)
    return Asked(name[1], name.start(1), text[name.end() :].strip()) if name else None


def _known_part(text: str) -> str:
    """Return the text up to what is not known in it, if that leaves the name whole: `name==`, `name[`."""
    known, hole, _ = text.partition(HOLE)
    if not hole:
        return known
    name = re.match(r"[\w.-]+(?=[\[<>=!~@])", known)
    return name[0] if name else ""


def is_vouched_for(text: str, patterns: Iterable[str]) -> bool:
    """Tell whether a finding about a command, by its text, accuses a name that the user knows to be right."""
    named = _SHOWN.search(text.rpartition("; ")[2])
    return named is not None and names.is_vouched_for(named[1], patterns)
