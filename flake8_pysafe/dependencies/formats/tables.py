"""Reads `pyproject.toml`, `Pipfile` and the block of a script: tables that ask for distributions.

Every value can have any type: what is not of the expected one is skipped.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from packaging.utils import canonicalize_name

from flake8_pysafe.dependencies.contents import Address, Contents, Include, Named, Problem, at, is_frozen, locked
from flake8_pysafe.dependencies.positions import Positions, Step
from flake8_pysafe.dependencies.requirement import Asked, Origin, asked, origin_of
from flake8_pysafe.imports.manifests import pyproject
from flake8_pysafe.imports.manifests.pyproject import table

_MOST_ENTRIES = 5000  # of one list
_MOST_TABLES = 8  # nested ones
# Keys of the tables of tools: lists of requirements, and tables of names with their versions.
_LISTS = re.compile(r"dependencies|requires|requirements|\bdeps\b")
_NAMES = frozenset(
    "dependencies dev-dependencies pypi-dependencies build-dependencies host-dependencies run-dependencies"
    " requires-plugins".split()
)
_ADDRESSES = frozenset("url index-url extra-index-url find-links default-index index".split())
_HOSTS = frozenset("allow-insecure-host trusted-host trusted-hosts".split())
_LOCAL = ("path", "workspace", "file")
_NO_PACKAGES = frozenset({"source", "requires", "scripts", "pipenv", "pipfile"})


def read(text: str) -> Contents:
    """Return what a `pyproject.toml` says."""
    return _read(text, _Reader.project)


def read_pipfile(text: str) -> Contents:
    """Return what a `Pipfile` says; any table that is none of Pipenv's own is a category of packages."""
    return _read(text, _Reader.pipfile)


def read_block(text: str, lines_before: int) -> Contents:
    """Return what the block of a one-file script says (PEP 723), which begins behind some lines of the script."""
    return _read(text, _Reader.project_table, lines_before)


def _read(text: str, what: Any, lines_before: int = 0) -> Contents:
    try:
        reader = _Reader(text, lines_before)
    except pyproject.UnreadableTOML as error:
        return Contents(problems=(Problem(f"not read: {error}", at(1 + lines_before, 0)),))
    what(reader)
    return reader.contents()


def _parse(text: str) -> dict[str, Any]:
    try:
        return pyproject.parsed(text)
    except pyproject.UnreadableTOML as error:
        raise ValueError(str(error)) from error


class _Reader:
    """Goes through one document. Raises UnreadableTOML."""

    def __init__(self, text: str, lines_before: int) -> None:
        self._document = pyproject.parsed(text)
        self._positions = Positions(text, _parse, lines_before)
        self._named: list[Named] = []
        self._addresses: list[Address] = []
        self._includes: list[Include] = []
        self._problems: list[Problem] = []
        self._makes: set[str] = set()

    def contents(self) -> Contents:
        return Contents(
            tuple(self._named),
            tuple(self._addresses),
            tuple(self._includes),
            tuple(self._problems),
            frozenset(self._makes),
        )

    # --- documents ---------------------------------------------------------------------------

    def project(self) -> None:
        project, tool = table(self._document, "project"), table(self._document, "tool")
        for name in (project.get("name"), table(tool, "poetry").get("name")):
            if isinstance(name, str):
                self._makes.add(canonicalize_name(name))
        self._list(project.get("dependencies"), ("project", "dependencies"), strict=True)
        for key in ("optional-dependencies",):
            for group, entries in table(project, key).items():
                self._list(entries, ("project", key, group), strict=True)
        for group, entries in table(self._document, "dependency-groups").items():
            self._list(entries, ("dependency-groups", group), strict=True)
        self._list(table(self._document, "build-system").get("requires"), ("build-system", "requires"), strict=True)
        self._sources(table(tool, "uv", "sources"))
        self._tools(tool)
        dynamic = table(tool, "setuptools", "dynamic")
        self._included(dynamic.get("dependencies"), ("tool", "setuptools", "dynamic", "dependencies"))
        for group, entry in table(dynamic, "optional-dependencies").items():
            self._included(entry, ("tool", "setuptools", "dynamic", "optional-dependencies", group))

    def project_table(self) -> None:
        """Read the table that stands for `[project]` in a script."""
        self._list(self._document.get("dependencies"), ("dependencies",), strict=True)
        self._sources(table(self._document, "tool", "uv", "sources"))
        self._tools(table(self._document, "tool"))

    def pipfile(self) -> None:
        for category, packages in self._document.items():
            if category not in _NO_PACKAGES:
                self._names(table(packages), (category,))
        self._found_addresses({"source": self._document.get("source")}, ())

    # --- requirements ------------------------------------------------------------------------

    def _list(self, entries: object, path: tuple[Step, ...], *, strict: bool = False) -> None:
        if isinstance(entries, str):
            self._required(entries, path, strict=strict)
        elif isinstance(entries, list):
            before = len(self._named)
            for number, entry in enumerate(itertools.islice(entries, _MOST_ENTRIES)):
                if isinstance(entry, str):
                    self._required(entry, (*path, number), strict=strict)
            if is_frozen(self._named[before:]):
                self._named[before:] = locked(self._named[before:])

    def _required(self, text: str, path: tuple[Step, ...], *, strict: bool) -> None:
        if text.lstrip().startswith("-e "):
            text = text.lstrip()[3:]
        found = asked(text)
        if found is None or (not strict and not found.name):
            # In the table of a tool it may be anything.
            if strict and text.strip():
                where = self._positions.of(text, path)
                self._problems.append(Problem(f"not read: `{text[:60]}` is not a requirement", where))
        elif found.name:
            self._named.append(Named(found, self._positions.of(found.name, path)))

    def _names(self, packages: Mapping[str, Any], path: tuple[Step, ...]) -> None:
        """Read a table of names and versions: `name = "^1"`, `name = {path = "..."}`."""
        for name, entry in itertools.islice(packages.items(), _MOST_ENTRIES):
            if name == "python":
                continue
            if isinstance(entry, list) and all(isinstance(each, str) for each in entry):
                self._list(entry, (*path, name))  # `extra = ["name"]`
                continue
            versions, marked, origin = _described(entry)
            if origin is Origin.LOCAL:
                self._makes.add(canonicalize_name(name))
            where = self._positions.of(name, (*path, name), key=True)
            self._named.append(Named(Asked(name, 0, versions, marked, origin), where))

    def _sources(self, sources: Mapping[str, Any]) -> None:
        """Read where uv fetches distributions from that are asked for elsewhere."""
        for name, entry in sources.items():
            if _described(entry)[2] is Origin.LOCAL:
                self._makes.add(canonicalize_name(name))
        known = {canonicalize_name(each.asked.name) for each in self._named}
        others = {name: entry for name, entry in sources.items() if canonicalize_name(name) not in known}
        self._names(others, ("tool", "uv", "sources"))

    # --- tools -------------------------------------------------------------------------------

    def _tools(self, tool: Mapping[str, Any]) -> None:
        for path, name, value in _tables(tool, ("tool",), 0):
            if isinstance(value, (list, str)) and _LISTS.search(name) and name != "requires-python":
                self._list(value, (*path, name))
            elif isinstance(value, Mapping) and name in _NAMES and path[:3] != ("tool", "setuptools", "dynamic"):
                self._names(value, (*path, name))
            elif isinstance(value, Mapping) and _LISTS.search(name):  # PDM's groups
                for group, entries in value.items():
                    if isinstance(entries, list):
                        self._list(entries, (*path, name, group))
        self._found_addresses(tool, ("tool",))

    def _found_addresses(self, tables: Mapping[str, Any], path: tuple[Step, ...]) -> None:
        """Read the addresses of indexes; what else has a `url` is none."""
        for here, name, value in _tables(tables, path, 0):
            is_index = any(step in ("source", "index", "pip", "uv") for step in here) or name in ("source", "index")
            for number, entry in enumerate(value if isinstance(value, list) else [value]):
                step = (*here, name, number) if isinstance(value, list) else (*here, name)
                if isinstance(entry, Mapping) and name in ("source", "index"):
                    self._address(entry, step)
                elif isinstance(entry, str) and is_index and name in _ADDRESSES and entry.startswith("http"):
                    self._addresses.append(Address(entry, self._positions.of(entry, step)))
                elif isinstance(entry, str) and name in _HOSTS:
                    self._addresses.append(Address(entry, self._positions.of(entry, step), trusts=True))

    def _address(self, source: Mapping[str, Any], path: tuple[Step, ...]) -> None:
        url = source.get("url")
        if isinstance(url, str):
            trusts = source.get("verify_ssl") is False and not url.startswith("http:")
            self._addresses.append(Address(url, self._positions.of(url, (*path, "url")), trusts))

    def _included(self, entry: object, path: tuple[Step, ...]) -> None:
        files = table(entry).get("file")
        for number, name in enumerate(files if isinstance(files, list) else [files]):
            if isinstance(name, str):
                step = (*path, "file", number) if isinstance(files, list) else (*path, "file")
                self._includes.append(Include(name, self._positions.of(name, step), "file"))


def _described(entry: object) -> tuple[str, bool, Origin]:
    """Return the versions that an entry asks for, whether only in some environments, and where it comes from."""
    if isinstance(entry, str):
        return entry, False, Origin.INDEX
    if isinstance(entry, list):  # alternatives of Poetry, one for each environment
        versions = [each.get("version") for each in entry if isinstance(each, Mapping)]
        local = any(_described(each)[2] is Origin.LOCAL for each in entry)
        written = "||".join(each for each in versions if isinstance(each, str))
        return written, True, Origin.LOCAL if local else Origin.INDEX
    described = table(entry)
    version = described.get("version")
    marked = any(key in described for key in ("markers", "python", "platform", "sys_platform", "python_version"))
    origin = Origin.INDEX
    if any(described.get(key) for key in _LOCAL) and not str(described.get("file")).startswith("http"):
        origin = Origin.LOCAL
    elif any(key in described for key in ("git", "hg", "svn")):
        origin = Origin.REPOSITORY
    elif isinstance(described.get("url"), str) or isinstance(described.get("file"), str):
        origin = origin_of(str(described.get("url") or described.get("file")))
    return version if isinstance(version, str) else "", marked, origin


def _tables(
    tables: Mapping[str, Any], path: tuple[Step, ...], depth: int
) -> Iterator[tuple[tuple[Step, ...], str, Any]]:
    """Yield path, key and value of everything in nested tables."""
    for name, value in tables.items():
        yield path, name, value
        if isinstance(value, Mapping) and depth < _MOST_TABLES and name not in (*_NAMES, "sources", "dynamic"):
            yield from _tables(value, (*path, name), depth + 1)
