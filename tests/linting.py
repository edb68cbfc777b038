"""Lints a file in process as flake8 does, and says which promises of the plugin that breaks.

Used by tests over much code and by the commands under `tools/`.
"""

from __future__ import annotations

import argparse
import ast
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flake8.processor import FileProcessor

from flake8_pysafe.findings import Finding
from flake8_pysafe.plugin import Plugin

# What flake8's reader asks the options for; none of it changes the lines or the tree.
_READER = argparse.Namespace(
    hang_closing=False, indent_size=4, max_doc_length=None, max_line_length=79, stdin_display_name="stdin", verbose=0
)


class NotParsed(Exception):
    """flake8 has no tree for a file, so no plugin sees it; the text says why."""


class Strict(Plugin):
    """The plugin with its internal errors raised instead of reported."""

    raise_errors = True


@dataclass(frozen=True)
class Linted:
    """What was found in a file, and the promises that were broken on the way."""

    findings: tuple[Finding, ...]
    broken: tuple[str, ...]


def lint(filename: str, lines: Sequence[str] | None = None) -> Linted:
    """Lint a file, or lines as if they stood in it. Raises NotParsed, and whatever the plugin raises."""
    try:
        processor = FileProcessor(filename, _READER, None if lines is None else list(lines))
        tree = _tree(processor)
    except (OSError, SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise NotParsed(type(error).__name__) from None
    before = _state(tree)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        findings = tuple(
            Finding(line, column, *text.split(" ", 1))
            for line, column, text, _ in Strict(tree, processor.lines, filename).run()
        )
    broken = list(malformed(findings, processor.lines))
    broken += [f"a warning was shown: {warning.message}" for warning in warned]
    if _state(tree) != before:
        broken.append("the tree was changed")
    return Linted(findings, tuple(broken))


def _tree(processor: FileProcessor) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the compiler, about the file
        tree = processor.build_ast()
    assert isinstance(tree, ast.Module)
    return tree


def _state(tree: ast.AST) -> list[tuple[ast.AST, dict[str, object]]]:
    # Nodes are equal only to themselves, so this sees replaced, moved and decorated nodes
    # on trees that `ast.dump` is too recursive for.
    return [
        (node, {name: [*value] if isinstance(value, list) else value for name, value in vars(node).items()})
        for node in ast.walk(tree)
    ]


def malformed(findings: Iterable[Finding], lines: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with findings, for those who print them and those who read that."""
    places: Counter[tuple[int, int, str]] = Counter()
    for finding in findings:
        places[finding.line, finding.column, finding.code] += 1
        # An empty file has a first line for editors, and flake8 reports there.
        width = len(lines[finding.line - 1].rstrip("\r\n")) if 0 < finding.line <= len(lines) else 0
        if not 1 <= finding.line <= max(len(lines), 1) or not 0 <= finding.column <= width:
            yield f"{finding.code} lies outside the file: {finding.line}:{finding.column}"
        if not finding.text.isprintable():
            yield f"{finding.code} cannot be printed: {finding.text!r}"
    for (line, column, code), times in places.items():
        if times > 1:
            yield f"{code} is reported {times} times at {line}:{column}"
