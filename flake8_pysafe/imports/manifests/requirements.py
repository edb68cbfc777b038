"""Reads requirement files as pip takes them: includes, constraints, continued lines, editable and direct addresses."""

from __future__ import annotations

import os
from collections.abc import Iterator

from flake8_pysafe.imports.manifests.manifest import Declaration, Manifest, requirement

_MOST_LINES = 20_000
_REQUIRED = ("-r", "--requirement")
_INCLUDES = (*_REQUIRED, "-c", "--constraint")  # a constraint asks for nothing by itself
_EDITABLE = ("-e", "--editable")


def read(path: str, text: str) -> Manifest:
    """Return what a requirements file asks for."""
    declared: list[Declaration] = []
    includes: list[str] = []
    opaque = False
    folder = os.path.dirname(path)
    for number, (line, entry) in enumerate(_logical_lines(text)):
        if number >= _MOST_LINES:
            return Manifest(path, tuple(declared), problem=f"it has more than {_MOST_LINES} lines")
        option, value = _parts(entry)
        if option in _INCLUDES:
            included = _inside(folder, value)
            includes.append(included)
            opaque = opaque or (option in _REQUIRED and not included)
        elif (option in _EDITABLE or not option) and _is_folder(value):
            opaque = opaque or not os.path.isdir(_inside(folder, value.partition("[")[0]))
        elif (option in _EDITABLE or not option) and (found := requirement(value)):
            declared.append(Declaration(*found, path, line))
    return Manifest(path, tuple(declared), includes=tuple(filter(None, includes)), opaque=opaque)


def _parts(entry: str) -> tuple[str, str]:
    """Return the option that opens an entry, "" for none, and the rest."""
    if not entry.startswith("-"):
        return "", entry
    if entry[:2] in _INCLUDES and not entry.startswith("--"):
        return entry[:2], entry[2:].strip(" =")
    option, _, value = entry.partition(" ")
    if "=" in option:
        option, _, value = entry.partition("=")
    return option, value.strip()


def _is_folder(value: str) -> bool:
    return value.startswith((".", "file:.")) and not value.endswith((".whl", ".gz", ".zip"))


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the entries with their first line: comments removed, continued lines joined, pip's options cut off."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        if not parts:
            first = number
        stripped = _without_comment(line).strip()
        if stripped.endswith("\\"):
            # A tail of hashes would only be cut off again.
            if len(parts) < 50:
                parts.append(stripped[:-1])
            continue
        parts.append(stripped)
        entry = " ".join(" ".join(parts).split())
        parts = []
        if entry:
            yield first, entry if entry.startswith("-") else entry.partition(" --")[0]


def _without_comment(line: str) -> str:
    if line.lstrip().startswith("#"):
        return ""
    # An address may hold a `#`; a comment has a space before it.
    return line.replace("\t#", " #").partition(" #")[0]


def _inside(folder: str, value: str) -> str:
    """Return the absolute path of an include, "" for what is not a plain relative one."""
    value = value.strip("\"'").removeprefix("file:")
    if not value or len(value) > 1000 or value.startswith(("~", "/", "$")) or ":" in value or "\0" in value:
        return ""
    return os.path.normpath(os.path.join(folder, value))
