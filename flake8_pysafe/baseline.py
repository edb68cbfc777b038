"""Findings that a project has accepted for now: one line each, in a file beside its code.

A line says where and which statement, not at which line, so that it stays true when
code moves. It counts once: two copies of a statement need two lines. Whatever order
the lines have, and however often one is repeated, they can be read, so that branches
which each add some can be merged.
"""

from __future__ import annotations

import ast
import bisect
import contextlib
import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from flake8_pysafe.findings import Finding, Source, printable
from flake8_pysafe.imports import files

_LIMIT = 64_000_000  # bytes
_DIGITS = 12  # of a digest: it tells apart the statements of one file that have the same code
_LONGEST_EXCERPT = 100
_LINE = re.compile(rf"(?P<path>.+?) (?P<code>PS[0-9]{{3}}) (?P<digest>[0-9a-f]{{{_DIGITS}}})(?: (?P<excerpt>.*))?")
_HEADING = """\
# What flake8-pysafe found and the project accepts for now: one line for each finding.
# Written by `python -m flake8_pysafe baseline`; to have a finding reported again, remove its line.
"""
# What stands below the header of a compound statement; in an expression, these are no lists.
_BLOCKS = frozenset({"body", "orelse", "finalbody", "handlers", "cases"})


class UnreadableBaseline(Exception):
    """A baseline that cannot be used, with the reason in a few words."""


@dataclass(frozen=True, order=True)
class Entry:
    """One accepted finding."""

    path: str  # relative to the folder of the baseline, with `/`
    code: str
    digest: str  # of the statement
    excerpt: str = field(default="", compare=False)  # of the statement, for who reads the file

    def __str__(self) -> str:
        return f"{self.path} {self.code} {self.digest} {self.excerpt}".rstrip()


@dataclass(frozen=True)
class Baseline:
    """The accepted findings of each file."""

    folder: str
    accepted: Mapping[str, Mapping[Entry, int]]  # by path

    def __iter__(self) -> Iterator[Entry]:
        for counted in self.accepted.values():
            for entry, count in counted.items():
                yield from (entry for _ in range(count))


def read(path: str) -> Baseline:
    """Return the baseline in a file. Raises UnreadableBaseline."""
    folder = folder_of(path)
    try:
        content = files.text(path, _LIMIT, os.path.dirname(os.path.realpath(path)))
    except files.Unreadable as error:
        raise UnreadableBaseline(str(error)) from error
    return of(folder, entries(content))


def of(folder: str, accepted: Iterable[Entry]) -> Baseline:
    """Return the baseline of a folder with some entries."""
    by_path: dict[str, Counter[Entry]] = {}
    for entry in accepted:
        by_path.setdefault(entry.path, Counter())[entry] += 1
    return Baseline(folder, by_path)


def entries(content: str) -> Iterator[Entry]:
    """Yield the entries in the text of a baseline. Raises UnreadableBaseline naming the line that is none."""
    for number, line in enumerate(content.split("\n"), 1):
        found = _LINE.fullmatch(line.rstrip())
        if found:
            yield Entry(found["path"], found["code"], found["digest"], found["excerpt"] or "")
        elif line.strip() and not line.startswith("#"):
            raise UnreadableBaseline(f"line {number} is not `path code digest statement`: {line[:40]!r}")


def text(accepted: Iterable[Entry]) -> str:
    """Return what a file holds with some entries."""
    return _HEADING + "".join(f"{entry}\n" for entry in sorted(accepted))


def path_in(folder: str, filename: str) -> str:
    """Return the path by which a baseline in a folder knows a file."""
    path = os.path.join(folder_of(filename), os.path.basename(filename))
    with contextlib.suppress(ValueError):  # it is on another drive
        path = os.path.relpath(path, folder)
    return printable(Path(path).as_posix())


def folder_of(path: str) -> str:
    """Return the folder of a file, without links. A link to the file itself keeps the name that flake8 reports."""
    return os.path.realpath(os.path.dirname(os.path.abspath(path)))


def unaccepted(
    findings: Iterable[Finding], source: Source, baseline: Baseline, is_suppressed: Callable[[Finding], bool]
) -> list[Finding]:
    """Return the findings in a file that a baseline does not account for.

    Takes them in their order; what is suppressed by a comment is not in a baseline,
    and is passed on.
    """
    path = path_in(baseline.folder, source.filename)
    left = Counter(baseline.accepted.get(path, {}))
    if not left:
        return list(findings)
    statements = Statements(source)
    kept = []
    for finding in findings:
        known = Entry(path, finding.code, statements.digest(finding))
        if left[known] and not is_suppressed(finding):
            left[known] -= 1
        else:
            kept.append(finding)
    return kept


class Statements:
    """The statements of a file, by the places where something is found."""

    def __init__(self, source: Source) -> None:
        self._source = source
        nodes = [node for node in ast.walk(source.tree) if isinstance(node, (ast.stmt, ast.ExceptHandler))]
        starts = {node: self._start(node) for node in nodes}
        # Stable: of two that start at one place, the inner one comes last.
        self._nodes = sorted(nodes, key=starts.__getitem__)
        self._starts = [starts[node] for node in self._nodes]

    def _start(self, node: ast.stmt | ast.ExceptHandler) -> tuple[int, int]:
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        line, offset = min((each.lineno, each.col_offset) for each in (node, *decorators))
        return line, self._source.column(line, offset)

    def entry(self, finding: Finding, path: str) -> Entry:
        """Return the line of a baseline that accepts a finding."""
        return Entry(path, finding.code, self.digest(finding), self._excerpt(finding))

    def digest(self, finding: Finding) -> str:
        """Return what stays the same however the statement at a finding is laid out, and wherever it stands."""
        node = self._at(finding)
        content = self._line(finding) if node is None else "\n".join(_shape(node))
        return hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]

    def _at(self, finding: Finding) -> ast.stmt | ast.ExceptHandler | None:
        """Return the innermost statement at a finding; None for a comment and for what is said of the whole file."""
        if _is_about_the_file(finding):
            return None
        end = bisect.bisect_right(self._starts, (finding.line, finding.column))
        before = reversed(self._nodes[:end])
        return next((node for node in before if finding.line <= (node.end_lineno or node.lineno)), None)

    def _line(self, finding: Finding) -> str:
        lines = self._source.lines
        if _is_about_the_file(finding) or not 1 <= finding.line <= len(lines):
            return ""
        return " ".join(lines[finding.line - 1].split())

    def _excerpt(self, finding: Finding) -> str:
        node = self._at(finding)
        try:
            said = self._line(finding) if node is None else ast.unparse(node)
        except (RecursionError, ValueError):  # nested too deeply, or a number too long to be written out
            said = self._line(finding)
        if node is not None and not _BLOCKS.isdisjoint(node._fields):
            said = said.partition("\n")[0]
        return printable(" ".join(said.split())[:_LONGEST_EXCERPT])


def _is_about_the_file(finding: Finding) -> bool:
    return finding.code == "PS901" and (finding.line, finding.column) == (1, 0)


def _shape(root: ast.AST) -> Iterator[str]:
    """Yield what a statement consists of, without what stands below its header.

    Not `ast.unparse` and `ast.dump`: they write the same code differently in different
    versions of Python, and nested code can be too deep for them.
    """
    pending: list[tuple[str, object]] = [("", root)]
    while pending:
        name, value = pending.pop()
        match value:
            case ast.JoinedStr(values=values):
                yield f"{name} JoinedStr"
                # Python 3.12.0 to 3.12.3 end a format in an empty text.
                pending.append(("", [part for part in values if getattr(part, "value", None) != ""]))
            case ast.AST():
                parts = [
                    (each, part)
                    for each, part in ast.iter_fields(value)
                    # A version that has a field the others lack leaves it empty.
                    if not (part is None or part == [] or each in ("ctx", "kind", "type_comment"))
                    and not (value is root and isinstance(part, list) and each in _BLOCKS)
                ]
                yield f"{name} {type(value).__name__} {len(parts)}"
                pending.extend(reversed(parts))
            case list():
                yield f"{name} [{len(value)}]"
                pending.extend(("", part) for part in reversed(value))
            case bool() | None:
                yield f"{name} {value}"
            case int():
                yield f"{name} {value:x}"  # decimal digits are limited
            case _:
                yield f"{name} {type(value).__name__} {value!a}"
