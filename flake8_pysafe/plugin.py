"""What flake8 loads: a tree and its lines in, positions and texts out.

Whatever happens inside, flake8's run goes on, and it gets only what it and the
editors behind it can show.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from flake8.options.manager import OptionManager
from flake8.violation import Violation

from flake8_pysafe import check, garbage
from flake8_pysafe.findings import Finding, Source, told
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.options import Options, parsed, register

_LONGEST_TEXT = 400  # a name in the code can have any length


class Plugin:
    """One file under inspection, in the form flake8 asks for."""

    options: ClassVar[Options] = Options()
    raise_errors: ClassVar[bool] = False  # True in tests: an internal error is not turned into a finding

    # flake8 hands over whatever attribute of its own a parameter is named after; this one it does not document.
    def __init__(
        self,
        tree: ast.Module,
        lines: list[str],
        filename: str,
        noqa_line_for: Callable[[int], str | None] | None = None,
    ) -> None:
        self._source = Source(tree, tuple(lines), filename)
        self._noqa_line_for = noqa_line_for

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
        for finding in self._unaccepted(presentable(self._findings(), self._source.lines)):
            yield finding.line, finding.column, f"{finding.code} {finding.text}", type(self)

    def _findings(self) -> list[Finding]:
        found: list[Finding] = []
        with self._errors_reported(found), garbage.uncollected():
            for finding in check.findings(self._source, self.options):
                found.append(finding)
        return found

    def _unaccepted(self, found: list[Finding]) -> list[Finding]:
        if self.options.baseline is None:
            return found
        # Most runs have no baseline.
        with path_as_it_was():
            from flake8_pysafe import baseline  # noqa: PLC0415

        with self._errors_reported(found):
            return baseline.unaccepted(found, self._source, self.options.baseline, self._is_suppressed)
        return found

    @contextlib.contextmanager
    def _errors_reported(self, found: list[Finding]) -> Iterator[None]:
        """Make an internal error one more finding."""
        try:
            yield
        # flake8 ends its run, all files and plugins included, at whatever comes through
        # here. MemoryError and RecursionError are among it, and what was found stays.
        except Exception as error:
            if self.raise_errors:
                raise
            text = f"not fully checked: internal error in {_culprit(error)}; report it to flake8-pysafe"
            found.append(Finding(1, 0, "PS901", text))

    def _is_suppressed(self, finding: Finding) -> bool:
        """Tell whether flake8 will drop a finding because of a comment."""
        lines = self._source.lines
        line = self._noqa_line_for(finding.line) if self._noqa_line_for else None
        line = line or (lines[finding.line - 1] if lines else "")
        place = (self._source.filename, finding.line, finding.column + 1)
        return Violation(finding.code, *place, finding.text, line).is_inline_ignored(disable_noqa=False)


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
        text = told(finding.text[:_LONGEST_TEXT])
        shown.setdefault((line, column, finding.code), finding._replace(line=line, column=column, text=text))
    return [shown[key] for key in sorted(shown)]
