"""Says at imports what is known of the distributions that they come from."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from packaging.utils import canonicalize_name

from flake8_pysafe.findings import Finding, ImportSite, Source
from flake8_pysafe.imports import installed, stdlib
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.wanted import Wanted, place, wanted
from flake8_pysafe.reports import Given
from flake8_pysafe.reports.audit import Audited
from flake8_pysafe.reports.licences import Licensed, Policy
from flake8_pysafe.reports.licences import installed as installed_licences

# What the plugin needs is in every environment that it runs in, whoever has asked for it.
_OURS = frozenset({"astroid", "flake8", "mccabe", "packaging", "pycodestyle", "pyflakes", "tomli", "typing-extensions"})
_SHOWN = 3  # vulnerabilities


def findings(source: Source, sites: Iterable[ImportSite], given: Given, project: Project) -> Iterator[Finding]:
    """Yield what is known against the distributions that a file imports."""
    judge = _Judge(given, project)
    for asked in wanted(sites):
        if asked.level or not asked.parts or asked.module.partition(".")[0] in stdlib.modules():
            continue
        if project.locate(asked.parts[0]) is not None:
            continue
        line, column = place(source, asked, 0)
        for code, text in judge.faults(asked):
            yield Finding(line, column, code, text)


class _Judge:
    """Judges the distributions behind the imports of one file."""

    def __init__(self, given: Given, project: Project) -> None:
        self._given = given
        self._policy = Policy(given.deny, given.allow)
        self._project = project

    def faults(self, asked: Wanted) -> Iterator[tuple[str, str]]:
        modules = {asked.module, *(f"{asked.module}.{alias.name}" for alias in asked.names)}
        if self._given.audit is not None:
            for name in sorted(_behind(tuple(self._given.audit.audited), modules)):
                if self._counts(name):
                    yield from _vulnerable(self._given.audit.audited[name])
        if self._policy:
            for licensed in self._licensed(modules):
                if fault := self._policy.fault(licensed):
                    yield "PS502", f"`{licensed.name}` {fault}; replace the distribution"

    def _licensed(self, modules: set[str]) -> Iterator[Licensed]:
        report = self._given.licences
        if report is not None:
            names = sorted(_behind(tuple(report.licensed), modules))
            yield from (report.licensed[name] for name in names if self._counts(name))
            return
        for name in sorted(_providers(modules)):
            if self._counts(name):
                found = (installed_licences(folder, name) for folder in self._folders)
                if licensed := next(filter(None, found), None):
                    yield licensed

    @functools.cached_property
    def _folders(self) -> tuple[str, ...]:
        return installed.folders(self._project)

    def _counts(self, name: str) -> bool:
        return name not in _OURS or any(each.name == name for each in self._project.declared)


def _vulnerable(audited: Audited) -> Iterator[tuple[str, str]]:
    if audited.skipped:
        reason = audited.skipped.partition("\n")[0].rstrip(".")[:120]
        yield "PS901", f"`{audited.name}` was not audited: {reason}"
    if audited.advisories:
        names = ", ".join(each.name for each in audited.advisories[:_SHOWN])
        more = len(audited.advisories) - _SHOWN
        names += f" and {more} more" if more > 0 else ""
        remedy = f"update to {audited.fixed}" if audited.fixed else "replace it, no version is known to be fixed"
        yield "PS501", f"`{audited.name}` {audited.version} has {names}; {remedy}"


def _behind(names: tuple[str, ...], modules: set[str]) -> set[str]:
    """Return those of some distributions that one of the modules comes from."""
    provided = _provided(names)
    return {name for module in modules for part in _leading(module) for name in provided.get(part.lower(), ())}


@functools.lru_cache(maxsize=8)
def _provided(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the distributions by the modules they provide, in small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for module in index().modules(name) or (name.replace("-", "_"),):
            found[module.lower()] = (*found.get(module.lower(), ()), name)
    return found


def _providers(modules: set[str]) -> set[str]:
    """Return the distributions that some modules can come from."""
    known = {name for module in modules for name in index().providers_of(module)}
    return known | {canonicalize_name(module.partition(".")[0]) for module in modules}


def _leading(module: str) -> Iterator[str]:
    """Yield a dotted name and its leading parts."""
    while module:
        yield module
        module = module.rpartition(".")[0]
