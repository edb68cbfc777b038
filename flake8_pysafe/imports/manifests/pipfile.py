"""Reads `Pipfile` and `Pipfile.lock`."""

from __future__ import annotations

import json

from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Lines, Manifest, Role, declarations, versions
from flake8_pysafe.imports.manifests.pyproject import UnreadableTOML, parsed, table

_NO_PACKAGES = frozenset({"source", "requires", "scripts", "pipenv", "pipfile"})


def read(path: str, text: str) -> Manifest:
    """Return what a `Pipfile` asks for; any table that is none of Pipenv's own is a category of packages."""
    try:
        document = parsed(text)
    except UnreadableTOML as error:
        return Manifest(path, problem=str(error))
    lines = Lines(text)
    declared: list[Declaration] = []
    for category, packages in document.items():
        if category not in _NO_PACKAGES:
            declared += declarations(table(packages), path, lines)
    python = table(document, "requires").get("python_version")
    return Manifest(path, tuple(declared), python=versions(python) if isinstance(python, str) else ANY)


def read_lock(path: str, text: str) -> Manifest:
    """Return what a `Pipfile.lock` locks."""
    try:
        document = json.loads(text)
    except RecursionError:
        return Manifest(path, problem="it is nested too deeply")
    except ValueError:
        return Manifest(path, problem="it is not valid JSON")
    lines = Lines(text)
    declared: list[Declaration] = []
    for category, packages in table(document).items():
        if category != "_meta":
            declared += declarations(table(packages), path, lines, Role.LOCKED)
    return Manifest(path, tuple(declared))
