"""Turns what a file says about distributions into findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from flake8_pysafe.dependencies import names
from flake8_pysafe.dependencies.contents import Address, Contents, Manner, Named, Where
from flake8_pysafe.dependencies.requirement import Asked, Origin
from flake8_pysafe.findings import Finding

_REQUIREMENTS_FILE = re.compile(r"(?:.*[/\\])?(?:[\w.-]+\.txt|[\w.-]*req[\w.-]*\.in)", re.I)
_SHOWN = 80  # characters of a thing that has any length


def findings(contents: Contents, known: Iterable[str] = ()) -> Iterator[Finding]:
    """Yield what is wrong with what a file says; `known` are names or patterns of names that are right."""
    known = tuple(known)
    for named in contents.named:
        for code, text in _about(named, contents.makes, known):
            yield _finding(named.where, code, text)
    for address in contents.addresses:
        if text := unverified(address):
            yield _finding(address.where, "PS404", text)
    for problem in contents.problems:
        yield _finding(problem.where, "PS901", problem.what)


def _finding(where: Where, code: str, text: str) -> Finding:
    line, column = where()
    return Finding(line, column, code, text)


def _about(named: Named, makes: frozenset[str], known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    asked = named.asked
    if asked.origin is Origin.INDEX and (file := file_as_package(asked.name)):
        yield "PS405", f"`{asked.name}` is taken for a package; write `-r {file}`"
        return
    if asked.name and asked.origin is not Origin.LOCAL:
        normal = canonicalize_name(asked.name)
        if normal not in makes and not names.is_vouched_for(asked.name, known):
            declared = named.manner is not Manner.COMMAND or named.conda
            if found := names.accusation(asked.name, declared=declared):
                yield found.code, found.text
            elif text := needless(named):
                yield "PS406", text
        if named.manner is not Manner.LOCKED and normal == "certifi" and (text := pinned(asked)):
            yield "PS403", text


def needless(named: Named) -> str:
    """Return what to say of a distribution that only copies a standard module, "" of others."""
    asked = named.asked
    if named.manner is Manner.LOCKED or named.conda or asked.marked or not names.in_standard_library(asked.name):
        return ""
    return f"`{asked.name}` is part of the standard library; leave it out, or add a marker for old Pythons"


# --- PS403: certifi-pinned -------------------------------------------------------------------


def pinned(asked: Asked) -> str:
    """Return what to say of a requirement that keeps root certificates from being updated, "" of others."""
    if asked.origin is Origin.ARCHIVE:
        return "certifi is pinned to one archive; ask an index for it, root certificates must stay current"
    if asked.origin is Origin.INDEX and _is_bounded(asked.versions):
        written = asked.versions[:_SHOWN]
        return f"certifi is pinned to `{written}`; root certificates must stay current, give a lower bound only"
    return ""


def _is_bounded(versions: str) -> bool:
    """Tell whether versions have an upper bound, in the notation of the standard, Poetry or conda."""
    versions = versions.strip()
    if not versions or versions in ("*", "latest"):
        return False
    try:
        return any(each.operator in ("==", "===", "~=", "<", "<=") for each in SpecifierSet(versions))
    except InvalidSpecifier:
        pass
    parts = re.split(r"\|\|?|,", versions)
    return any(part.strip()[:1] in ("^", "~", "=", "<") or part.strip()[:1].isdigit() for part in parts)


# --- PS404: unverified-index -----------------------------------------------------------------


def unverified(address: Address) -> str:
    """Return what to say of an address that anybody on the way can answer for, "" of others."""
    value = address.value.strip()
    if address.trusts:
        host = value.partition("://")[2] or value
        if is_this_machine(host.partition("/")[0]):
            return ""
        return f"`{value[:_SHOWN]}` is trusted without a certificate; give the CA's certificate instead"
    if not value.lower().startswith("http://"):
        return ""
    try:
        host = urlsplit(value).hostname or ""
    except ValueError:
        return ""
    if is_this_machine(host):
        return ""
    return f"packages are fetched from `http://{host[:_SHOWN]}` without TLS; use an https address"


def is_this_machine(host: str) -> bool:
    """Tell whether a host is this machine, which nobody on a network can answer for."""
    name = host.lower().rpartition("]")[0].removeprefix("[") or host.lower().partition(":")[0] or host
    return name in ("localhost", "::1") or name.endswith(".localhost") or name.startswith("127.")


# --- PS405: requirements-file-as-package -----------------------------------------------------


def file_as_package(word: str) -> str:
    """Return the file that was meant by a word that stands where a requirement is wanted, "" for other words."""
    if canonicalize_name(word) == "requirements":
        return "requirements.txt"
    return word if _REQUIREMENTS_FILE.fullmatch(word[:_SHOWN]) else ""
