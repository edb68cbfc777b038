"""Reads `pixi.toml`: names of conda in its tables of dependencies, those of pip in `pypi-dependencies`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flake8_pysafe.imports.manifests import conda
from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Lines, Manifest, declarations, versions
from flake8_pysafe.imports.manifests.pyproject import UnreadableTOML, parsed, table

_OF_CONDA = frozenset({"dependencies", "host-dependencies", "build-dependencies", "run-dependencies"})
_MOST_TABLES = 5  # nested ones: `feature.NAME.target.SYSTEM.dependencies`


def read(path: str, text: str) -> Manifest:
    """Return what a `pixi.toml` asks for, in any of its features and for any system."""
    try:
        document = parsed(text)
    except UnreadableTOML as error:
        return Manifest(path, problem=str(error))
    lines = Lines(text)
    declared: list[Declaration] = []
    for kind, names in _dependencies(document):
        asked = (name if kind == "pypi-dependencies" else conda.distribution(name) for name in names)
        declared += declarations(asked, path, lines)
    python = table(document, "dependencies").get("python")
    return Manifest(
        path, tuple(declared), python=versions(python) if isinstance(python, str) and python != "*" else ANY
    )


def _dependencies(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the tables of dependencies with the key that each lies under."""
    pending = [(document, 0)]
    for found, depth in pending:
        for key, value in found.items():
            if isinstance(value, Mapping) and (key in _OF_CONDA or key == "pypi-dependencies"):
                yield key, value
            elif isinstance(value, Mapping) and depth < _MOST_TABLES:
                pending.append((value, depth + 1))
