"""Reads the metadata of an installed or unpacked distribution."""

from __future__ import annotations

from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Manifest, requirement, versions


def read(path: str, text: str) -> Manifest:
    """Return what a `METADATA` file says that its distribution needs."""
    declared, name, python = [], "", ANY
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():  # the description follows
            break
        field, _, value = line.partition(": ")
        if field == "Requires-Dist" and (found := requirement(value)):
            declared.append(Declaration(*found, path, number))
        elif field == "Name":
            name = value.strip()
        elif field == "Requires-Python":
            python = versions(value)
    return Manifest(path, tuple(declared), name=name, python=python)
