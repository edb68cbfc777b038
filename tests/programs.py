"""Strategies of programs that nobody would write.

A mutant lies a few steps from a file in which there is something to find: a token deleted
or doubled, two parts of the same kind swapped, a name replaced by another everywhere.
Each step leaves a program that parses.
"""

from __future__ import annotations

import ast
import io
import keyword
import sysconfig
import tokenize
import warnings
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from hypothesis import assume
from hypothesis import strategies as st

CASES = Path(__file__).parent / "cases"
# What the library models know, and small enough to be linted by the thousand.
STANDARD = ("multiprocessing/managers.py", "poplib.py", "shelve.py", "xmlrpc/client.py")
FILES = (
    *(path for path in sorted(CASES.rglob("*.py")) if path.stat().st_size > 200),
    *(Path(sysconfig.get_path("stdlib"), name) for name in STANDARD),
)
# What means something to the rules, beside the names of the file.
NAMES = ("False", "True", "__import__", "getattr", "input", "pickle", "requests", "self", "ssl", "verify", "yaml")
STEPS = 5

Place: TypeAlias = tuple[int, int]  # offsets of characters


@dataclass(frozen=True)
class Program:
    """A text, and the file it is linted as."""

    text: str
    filename: str = "example.py"

    @property
    def lines(self) -> list[str]:
        """The lines as flake8 reads them."""
        return _lines(self.text)


@dataclass(frozen=True)
class _Parts:
    tokens: tuple[Place, ...]
    names: tuple[Place, ...]
    kinds: tuple[tuple[Place, ...], ...]  # the places of each kind of node that stands in several


def _lines(text: str) -> list[str]:
    return io.StringIO(text).readlines()


def _tree(text: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(maxsize=256)
def _parts(text: str) -> _Parts:
    lines = _lines(text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(line: int, byte: int) -> int:
        return starts[line - 1] + len(lines[line - 1].encode("utf-8", "replace")[:byte].decode("utf-8", "ignore"))

    tokens = []
    names = []
    try:
        for token in tokenize.generate_tokens(iter(lines).__next__):
            if token.string.strip() and token.type != tokenize.COMMENT:
                start, end = (starts[row - 1] + column for row, column in (token.start, token.end))
                tokens.append((start, end))
                if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
                    names.append(tokens[-1])
    except (tokenize.TokenError, SyntaxError):
        pass  # stricter here and there than the parser; what was read so far will do
    kinds: defaultdict[str, set[Place]] = defaultdict(set)
    for node in ast.walk(_tree(text) or ast.Module([], [])):
        match node:
            case ast.expr() | ast.stmt() | ast.arg() | ast.keyword() | ast.alias():
                last = offset(node.end_lineno or 1, node.end_col_offset or 0)
                kinds[type(node).__name__].add((offset(node.lineno, node.col_offset), last))
    several = tuple(tuple(sorted(places)) for _, places in sorted(kinds.items()) if len(places) > 1)
    return _Parts(tuple(tokens), tuple(names), several)


def _without(draw: st.DrawFn, text: str, parts: _Parts) -> str:
    start, end = draw(st.sampled_from(parts.tokens))
    return text[:start] + text[end:]


def _with_twice(draw: st.DrawFn, text: str, parts: _Parts) -> str:
    start, end = draw(st.sampled_from(parts.tokens))
    return f"{text[:end]} {text[start:]}"


def _swapped(draw: st.DrawFn, text: str, parts: _Parts) -> str:
    places = draw(st.sampled_from(parts.kinds))
    (start, end), (other_start, other_end) = sorted(draw(st.sampled_from(places)) for _ in range(2))
    if end > other_start:
        return text
    swapped = text[other_start:other_end] + text[end:other_start] + text[start:end]
    return text[:start] + swapped + text[other_end:]


def _renamed(draw: st.DrawFn, text: str, parts: _Parts) -> str:
    old, other = (text[slice(*draw(st.sampled_from(parts.names)))] for _ in range(2))
    new = draw(st.sampled_from((other, *NAMES)))
    for start, end in reversed(parts.names):
        if text[start:end] == old:
            text = text[:start] + new + text[end:]
    return text


@st.composite
def mutants(draw: st.DrawFn) -> Program:
    """Build programs out of the case files and of modules of the standard library."""
    path = draw(st.sampled_from(FILES))
    text = original = path.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, STEPS))):
        parts = _parts(text)
        if parts.names and parts.kinds:
            changed = draw(st.sampled_from((_without, _with_twice, _swapped, _renamed)))(draw, text, parts)
            if _tree(changed) is not None:
                text = changed
    assume(text != original)
    return Program(text, str(path))


def strategies() -> dict[str, st.SearchStrategy[Program]]:
    """Return all strategies by name: those of hypothesmith only where that is installed."""
    found = {"mutants": mutants()}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about lib2to3, which it uses
            hypothesmith = import_module("hypothesmith")
    except ModuleNotFoundError:
        return found
    return {
        **found,
        "grammar": hypothesmith.from_grammar().map(Program),
        "node": hypothesmith.from_node().map(Program),
    }
