"""The nouns every stage shares: a file's source, where it imports, and what is reported."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple


class Finding(NamedTuple):
    """One report.

    `line` counts from 1, `column` counts characters (not bytes) from 0.
    """

    line: int
    column: int
    code: str
    text: str


class Source(NamedTuple):
    """One file as flake8 hands it over."""

    tree: ast.Module
    lines: tuple[str, ...]
    filename: str  # as flake8 names it: "-" or "stdin" when nothing else is known

    def column(self, line: int, byte_offset: int) -> int:
        """Return the character column of a UTF-8 byte offset, which is what `ast` counts."""
        if not 1 <= line <= len(self.lines):
            return 0
        text = self.lines[line - 1]
        if text.isascii():
            return byte_offset
        return len(text.encode("utf-8", "surrogatepass")[:byte_offset].decode("utf-8", "replace"))


class ImportSite(NamedTuple):
    """A statement that imports, or a call that may import by name.

    The ancestors run from the module down to the node's parent.
    """

    node: ast.Import | ast.ImportFrom | ast.Call
    ancestors: tuple[ast.AST, ...]


_PLACE = re.compile(r":(?=[0-9]*:[0-9]*: )")  # clients look for the last one in a line


def printable(text: str) -> str:
    """Return a text on one line, in which nothing is hidden."""
    return "".join(map(_printable, text))


def told(text: str) -> str:
    """Return a finding's text as it is shown: on one line, and nothing in it looks like the place of another."""
    return _PLACE.sub(": ", printable(text))


def _printable(character: str) -> str:
    # Line ends, control characters, surrogates, and marks that reverse the reading direction.
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
