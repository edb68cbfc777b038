"""The case files: what is marked must be reported there, everything else must stay silent.

A file of `cases/` is one case; a folder is a project, linted file by file, and so is the
project of the demonstration. A line that must be reported ends in a comment with code
and column, as flake8 prints them: `# PS101: 24`, several separated by commas. What
follows a `;` or another `#` is a remark. A comment
`# options: known_modules=corp_* shop, pedantic=true` names the options the file is
linted with.
"""

from __future__ import annotations

import io
import re
import shutil
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Run

CASES = (*sorted((ROOT / "tests" / "cases").glob("*")), ROOT / "examples")
MARK = re.compile(r"(PS\d{3}): (\d+)")
OPTIONS = re.compile(r"# options: (.*)")


def comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def expected(source: str) -> list[str]:
    """What the marks say: `line:column code`, sorted as flake8 sorts."""
    marked = []
    for line, comment in comments(source):
        if comment.startswith("# PS"):
            marks = [MARK.fullmatch(part.strip()) for part in re.split("[;#]", comment[2:])[0].split(",")]
            assert all(marks), f"line {line}: {comment}"
            marked += [(line, int(mark[2]), mark[1]) for mark in marks if mark]
    return [f"{line}:{column} {code}" for line, column, code in sorted(marked)]


def options(source: str) -> dict[str, Any]:
    """What an options comment says, in the types of `Options`."""
    written = [match[1] for _, comment in comments(source) if (match := OPTIONS.fullmatch(comment))]
    pairs = [pair.strip().partition("=") for line in written for pair in line.split(",")]
    return {name: True if value == "true" else tuple(value.split()) for name, _, value in pairs}


def linted(case: Path) -> list[Path]:
    return sorted(case.rglob("*.py")) if case.is_dir() else [case]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_what_is_marked_is_reported_and_nothing_else(case: Path, run: Run, tmp_path: Path) -> None:
    # A copy, so that nothing of this repository counts as the project's.
    copy = tmp_path / "case" / case.name
    copy.parent.mkdir()
    (shutil.copytree if case.is_dir() else shutil.copyfile)(case, copy)
    sources = {str(path): path.read_text(encoding="utf-8") for path in linted(copy)}
    assert sources
    reported = {path: run(source, path, **options(source)) for path, source in sources.items()}
    assert reported == {path: expected(source) for path, source in sources.items()}


def test_a_mark_is_a_code_and_a_column() -> None:
    assert expected("f()  # PS101: 5\ng()  # PS203: 1, PS101: 3; reason\nh()  # PS204: 9  # reason\n") == [
        "1:5 PS101",
        "2:1 PS203",
        "2:3 PS101",
        "3:9 PS204",
    ]


def test_other_comments_are_no_marks() -> None:
    assert expected("f()  # silent: PS101 elsewhere\ng()  # noqa: PS101\nx = '# PS101: 1'\n") == []


@pytest.mark.parametrize("comment", ["# PS101 5", "# PS101: 5, PS202 7", "# PS1O1: 5", "# PS101"])
def test_a_mark_with_a_slip_is_refused(comment: str) -> None:
    with pytest.raises(AssertionError, match="line 1"):
        expected(f"f()  {comment}\n")


def test_options_are_read() -> None:
    assert options("# options: known_modules=a b, pedantic=true\n") == {"known_modules": ("a", "b"), "pedantic": True}
