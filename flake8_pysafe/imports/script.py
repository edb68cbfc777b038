"""Reads the block of metadata that a one-file script carries (PEP 723)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from packaging.specifiers import SpecifierSet

from flake8_pysafe.imports import files
from flake8_pysafe.imports.manifests import pyproject
from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Lines, declarations, versions

OPENING, _CLOSING = "# /// script", "# ///"
_PYTHON2 = re.compile(r"#!.*\bpython2(?:\.\d)?\s*")


@dataclass(frozen=True)
class Block:
    """What a script says that it needs."""

    declarations: tuple[Declaration, ...]
    python: SpecifierSet


def block_lines(lines: Sequence[str]) -> tuple[int, list[str]] | None:
    """Return the index of a script's first line of metadata, and those lines with their `#`; None without a block."""
    stripped = [line.rstrip() for line in lines]
    if OPENING not in stripped:
        return None
    first = stripped.index(OPENING) + 1
    comment = []
    for line in stripped[first:]:
        if not line.startswith("#"):
            break
        comment.append(line)
    # The last closing line counts: the document may hold others.
    if _CLOSING not in comment:
        return None
    return first, comment[: len(comment) - 1 - comment[::-1].index(_CLOSING)]


def block(lines: Sequence[str], path: str) -> Block | None:
    """Return a script's block, None for a file that has none that can be read."""
    found = block_lines(lines)
    if found is None:
        return None
    text = "\n".join(line[2:] if line.startswith("# ") else line[1:] for line in found[1])
    try:
        document = pyproject.parsed(text)
        asked = pyproject.strings(document.get("dependencies"))
        declared = tuple(declarations(asked, path, Lines("\n" * found[0] + text)))
    except (pyproject.UnreadableTOML, files.Unreadable):
        return None
    python = document.get("requires-python")
    return Block(declared, versions(python) if isinstance(python, str) else ANY)


def names_python2(lines: Sequence[str]) -> bool:
    """Tell whether the first line of a script asks for Python 2."""
    return bool(lines and len(lines[0]) < 200 and _PYTHON2.fullmatch(lines[0]))
