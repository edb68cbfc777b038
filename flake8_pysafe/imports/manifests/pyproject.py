"""Reads `pyproject.toml`: the standard tables, and those of the tools that declare dependencies or lay modules out.

Every value can have any type: what is not of the expected one is skipped.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from flake8_pysafe.imports.manifests.manifest import (
    ANY,
    Declaration,
    Lines,
    Manifest,
    Role,
    declarations,
    versions,
)

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

# Keys below which the tools keep dependencies.
_DEPENDENCIES = re.compile(r"dependencies|requires|requirements|\bdeps\b")
_MOST_TABLES = 8  # nested ones
# The parser's time grows with the square of the dots in one key.
_MOST_DOTS = 64
# A string, closed or not, or a comment: dots in them are none between keys.
_QUOTED = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:"""|\Z)'
    r"|'''[^']*(?:'(?!'')[^']*)*(?:'''|\Z)"
    r'|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*",
    re.S,
)
_NO_SPACE = str.maketrans("", "", " \t")
_BETWEEN_KEYS = str.maketrans("=,{}[]#", "       ")


class UnreadableTOML(Exception):
    """A document that is not parsed, with the reason."""


def parsed(text: str) -> dict[str, Any]:
    """Return a TOML document. Raises UnreadableTOML for one that is broken or would take too long."""
    if any(line.count(".") > _MOST_DOTS for line in text.split("\n")):
        keys = _QUOTED.sub("q", text).translate(_NO_SPACE).translate(_BETWEEN_KEYS).split()
        if any(key.count(".") > _MOST_DOTS for key in keys):
            raise UnreadableTOML("a key has too many parts")
    try:
        document: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableTOML("it is not valid TOML") from error
    except RecursionError as error:
        raise UnreadableTOML("it is nested too deeply") from error
    except ValueError as error:  # an integer with thousands of digits
        raise UnreadableTOML("it holds a value that cannot be read") from error
    return document


def read(path: str, text: str) -> Manifest:
    """Return what a `pyproject.toml` says."""
    try:
        document = parsed(text)
    except UnreadableTOML as error:
        return Manifest(path, problem=str(error))
    reader = _Reader(path, text, document)
    project, tool = table(document, "project"), table(document, "tool")
    poetry = table(tool, "poetry")
    python = project.get("requires-python") or table(poetry, "dependencies").get("python")
    return Manifest(
        path,
        tuple(reader.declared()),
        name=next((name for name in (project.get("name"), poetry.get("name")) if isinstance(name, str)), ""),
        python=versions(python) if isinstance(python, str) else _ruff_target(table(tool, "ruff").get("target-version")),
        roots=tuple(reader.roots()),
        generated=tuple(reader.generated()),
        includes=tuple(reader.includes()),
    )


def _ruff_target(value: object) -> Any:
    """`py310` is the oldest Python a project supports."""
    if isinstance(value, str) and value.startswith("py3") and value[3:].isdigit():
        return versions(f">=3.{value[3:]}")
    return ANY


def table(value: object, *keys: str) -> Mapping[str, Any]:
    """Return the table below some keys, an empty one where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def strings(value: object) -> tuple[str, ...]:
    """Return the strings in a list, or the one string there is."""
    if isinstance(value, str):
        return (value,)
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else ()


def tables(value: object) -> tuple[Mapping[str, Any], ...]:
    """Return the tables in a list."""
    return tuple(entry for entry in value if isinstance(entry, Mapping)) if isinstance(value, list) else ()


class _Reader:
    """Goes through one document."""

    def __init__(self, path: str, text: str, document: Mapping[str, Any]) -> None:
        self._path = path
        self._folder = os.path.dirname(path)
        self._lines = Lines(text)
        self._project = table(document, "project")
        self._groups = table(document, "dependency-groups")
        self._build = table(document, "build-system")
        self._tool = table(document, "tool")

    def declared(self) -> Iterator[Declaration]:
        yield from self._required(self._project.get("dependencies"))
        for group in (table(self._project, "optional-dependencies"), self._groups):
            for entries in group.values():  # a group that another includes stands in the same table
                yield from self._required(entries)
        yield from declarations(strings(self._build.get("requires")), self._path, self._lines, Role.BUILD)
        yield from self._required(list(table(self._tool, "uv", "sources")))
        yield from self._of_tools()

    def _required(self, entries: object) -> Iterator[Declaration]:
        return declarations(strings(entries), self._path, self._lines)

    def _of_tools(self) -> Iterator[Declaration]:
        """Yield what the tables of tools ask for: whatever tool it is, the key says that dependencies follow."""
        pending = [(self._tool, 0)]
        for tables_of_tool, depth in pending:
            for key, value in tables_of_tool.items():
                if _DEPENDENCIES.search(key):
                    yield from self._asked(value)
                elif isinstance(value, Mapping) and depth < _MOST_TABLES and key != "dynamic":
                    pending.append((value, depth + 1))

    def _asked(self, value: object) -> Iterator[Declaration]:
        """Yield what a list of requirements asks for, a table of such lists, or one of names and versions."""
        yield from self._required(value)
        for name, entry in table(value).items():
            if isinstance(entry, list) and strings(entry):
                yield from self._required(entry)
            elif name != "python":
                yield from self._required(name)

    def roots(self) -> Iterator[str]:
        """Yield the folders that modules are imported from, as far as the tables name them."""
        tool = self._tool
        setuptools = table(tool, "setuptools")
        found = [
            *table(setuptools, "package-dir").values(),
            *strings(table(setuptools, "packages", "find").get("where")),
        ]
        for target in table(tool, "hatch", "build", "targets").values():
            found += [os.path.dirname(package) for package in strings(table(target).get("packages"))]
            found += table(target, "sources")
            found += strings(table(target).get("sources"))
        for package in tables(table(tool, "poetry").get("packages")):
            found.append(package.get("from", "."))
        found += strings(table(tool, "pytest", "ini_options").get("pythonpath"))
        found += strings(table(tool, "pytest").get("pythonpath"))
        for value in strings(table(tool, "mypy").get("mypy_path")):
            found += value.replace("$MYPY_CONFIG_FILE_DIR/", "").replace(",", ":").split(":")
        found += strings(table(tool, "ruff").get("src"))
        found += strings(table(tool, "pyright").get("extraPaths"))
        found += strings(table(tool, "isort").get("src_paths"))
        found += strings(table(tool, "maturin").get("python-source"))
        found += strings(table(tool, "pdm", "build").get("package-dir"))
        found += strings(table(tool, "uv", "build-backend").get("module-root"))
        yield from (self._absolute(folder) for folder in found if isinstance(folder, str) and "*" not in folder)

    def generated(self) -> Iterator[str]:
        """Yield the modules that the build writes or compiles."""
        tool = self._tool
        for name in ("version_file", "write_to", "version-file", "write-to"):
            yield from map(self._absolute, strings(table(tool, "setuptools_scm").get(name)))
        yield from map(self._absolute, strings(table(tool, "hatch", "build", "hooks", "vcs").get("version-file")))
        yield from map(self._absolute, strings(table(tool, "pdm", "version").get("write_to")))
        yield from map(self._absolute, strings(table(tool, "versioneer").get("versionfile_source")))
        for extension in tables(table(tool, "setuptools").get("ext-modules")):
            yield from strings(extension.get("name"))
        yield from strings(table(tool, "maturin").get("module-name"))

    def includes(self) -> Iterator[str]:
        dynamic = table(self._tool, "setuptools", "dynamic")
        for source in (dynamic.get("dependencies"), *table(dynamic, "optional-dependencies").values()):
            yield from map(self._absolute, strings(table(source).get("file")))
        hatch = table(self._tool, "hatch", "metadata", "hooks", "requirements_txt")
        yield from map(self._absolute, strings(hatch.get("files")))

    def _absolute(self, path: str) -> str:
        return os.path.normpath(os.path.join(self._folder, path))
