"""What flake8 loads: a tree and its lines in, positions and texts out.

Whatever happens inside, flake8's run goes on, and it gets only what it and the
editors behind it can show.
"""

from __future__ import annotations

import argparse
import ast
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from flake8.options.manager import OptionManager

from flake8_pysafe import check
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import Options, parsed, register

_LONGEST_TEXT = 400  # a name in the code can have any length


class Plugin:
    """One file under inspection, in the form flake8 asks for."""

    options: ClassVar[Options] = Options()
    raise_errors: ClassVar[bool] = False  # True in tests: an internal error is not turned into a finding

    def __init__(self, tree: ast.Module, lines: list[str], filename: str) -> None:
        self._source = Source(tree, tuple(lines), filename)

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Register the options."""
        register(manager)

    @classmethod
    def parse_options(cls, namespace: argparse.Namespace) -> None:
        """Keep the options for the files of this run. Raises InvalidOption."""
        cls.options = parsed(namespace)

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Yield line, character column from 0, code and text, and this class, for each finding."""
        for finding in presentable(self._findings(), self._source.lines):
            yield finding.line, finding.column, f"{finding.code} {finding.text}", type(self)

    def _findings(self) -> list[Finding]:
        found = []
        try:
            for finding in check.findings(self._source, self.options):
                found.append(finding)
        # flake8 ends its run, all files and plugins included, at whatever comes through
        # here. MemoryError and RecursionError are among it, and what was found stays.
        except Exception as error:
            if self.raise_errors:
                raise
            text = f"not fully checked: internal error in {_culprit(error)}; report it to flake8-pysafe"
            found.append(Finding(1, 0, "PS901", text))
        return found


def _culprit(error: BaseException) -> str:
    """Return the innermost function of ours and the kind of error: neither paths nor source."""
    places = [
        f"{frame.f_globals['__name__']}.{frame.f_code.co_name}"
        for frame, _ in traceback.walk_tb(error.__traceback__)
        if str(frame.f_globals.get("__name__")).partition(".")[0] == __package__
    ]
    return f"`{places[-1]}` ({type(error).__name__})"


def presentable(findings: Iterable[Finding], lines: tuple[str, ...]) -> list[Finding]:
    """Return findings that every client can show, sorted.

    Each lies within the file, has one printable line of text, and is the only one
    with its position and code.
    """
    shown: dict[tuple[int, int, str], Finding] = {}
    for finding in findings:
        line = min(max(finding.line, 1), max(len(lines), 1))
        width = len(lines[line - 1].rstrip("\r\n")) if lines else 0
        column = min(max(finding.column, 0), width)
        text = "".join(map(_printable, finding.text[:_LONGEST_TEXT]))
        shown.setdefault((line, column, finding.code), replace(finding, line=line, column=column, text=text))
    return [shown[key] for key in sorted(shown)]


def _printable(character: str) -> str:
    # Line ends, control characters, surrogates, and marks that reverse the reading direction.
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
