"""Much code that nobody wrote for this plugin: the running Python's own library, a sample of it."""

from __future__ import annotations

import ast
import sysconfig
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flake8_pysafe import check
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import Options
from linting import NotParsed, lint, malformed

LIBRARY = Path(sysconfig.get_path("stdlib"))
# What the resolver has most to do with, and of the others every so manyth and no large
# ones: `tools/corpus.py` is for the rest.
CHOSEN = ("logging/config.py", "shelve.py", "smtplib.py")
EVERY = 16
LARGEST = 6_000  # bytes


def sample() -> list[Path]:
    """The same files on every machine with this Python, except for its tests, which not every one has."""
    library = [path for path in sorted(LIBRARY.rglob("*.py")) if not {"site-packages", "dist-packages"} & {*path.parts}]
    return [LIBRARY / name for name in CHOSEN] + [path for path in library[::EVERY] if path.stat().st_size < LARGEST]


def test_the_library_of_python_breaks_no_promise() -> None:
    broken: dict[Path, tuple[str, ...]] = {}
    for path in sample():
        try:
            broken[path] = lint(str(path)).broken
        except NotParsed:  # a test of CPython's parser
            continue
    assert len(broken) > 20
    assert {path: promises for path, promises in broken.items() if promises} == {}


# --- what is said to be broken ---


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (Finding(2, 6, "PS101", "text"), []),
        (Finding(2, 7, "PS101", "text"), ["PS101 lies outside the file: 2:7"]),
        (Finding(2, -1, "PS101", "text"), ["PS101 lies outside the file: 2:-1"]),
        (Finding(3, 0, "PS101", "text"), ["PS101 lies outside the file: 3:0"]),
        (Finding(0, 0, "PS101", "text"), ["PS101 lies outside the file: 0:0"]),
        (Finding(1, 0, "PS101", "a\nb"), ["PS101 cannot be printed: 'a\\nb'"]),
    ],
)
def test_a_finding_is_a_place_in_the_file_and_a_line_of_text(finding: Finding, said: list[str]) -> None:
    assert list(malformed([finding], ["x = 1\n", "yé = 2\r\n"])) == said


def test_a_place_has_a_code_once() -> None:
    twice = [Finding(1, 0, "PS101", "a"), Finding(1, 0, "PS102", "a"), Finding(1, 0, "PS101", "b")]
    assert list(malformed(twice, ["x\n"])) == ["PS101 is reported 2 times at 1:0"]


def test_an_empty_file_has_a_first_line() -> None:
    assert list(malformed([Finding(1, 0, "PS901", "a")], [])) == []


def decorate(tree: ast.Module) -> None:
    tree.body[0].parent = tree  # type: ignore[attr-defined]


def replace(tree: ast.Module) -> None:
    tree.body[0] = ast.Pass()


def reorder(tree: ast.Module) -> None:
    tree.body.reverse()


def warn(tree: ast.Module) -> None:
    warnings.warn("slow", stacklevel=1)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (decorate, "the tree was changed"),
        (replace, "the tree was changed"),
        (reorder, "the tree was changed"),
        (warn, "a warning was shown: slow"),
    ],
)
def test_what_the_plugin_does_to_others_is_seen(
    act: Callable[[ast.Module], None], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def acting(source: Source, options: Options) -> Iterator[Finding]:
        act(source.tree)
        yield Finding(1, 0, "PS101", "text")

    monkeypatch.setattr(check, "findings", acting)
    assert lint("x.py", ["x = 1\n", "y = 2\n"]).broken == (said,)


def test_internal_errors_are_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(source: Source, options: Options) -> Iterator[Finding]:
        raise KeyError(source.filename)

    monkeypatch.setattr(check, "findings", failing)
    with pytest.raises(KeyError, match=r"x\.py"):
        lint("x.py", ["x = 1\n"])


@pytest.mark.parametrize("lines", [["def f(:\n"], ["x = '\0'\n"]])
def test_what_flake8_cannot_parse_is_told_apart(lines: list[str]) -> None:
    with pytest.raises(NotParsed):
        lint("x.py", lines)
