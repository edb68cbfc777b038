"""What the tests share: the checks as flake8 runs them, in process and as a program."""

from __future__ import annotations

import ast
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

import hypothesis
import pytest

import flake8_pysafe
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin

# The same examples in every run, and no clock: a slow machine fails nothing.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")

collect_ignore = ["cases"]  # what is linted in tests, some of it projects with tests of their own

ROOT = Path(__file__).resolve().parents[1]

Run: TypeAlias = Callable[..., list[str]]
Flake8: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


def _reports(source: str, filename: str = "example.py", **options: Any) -> Iterator[str]:
    class Strict(Plugin):
        raise_errors = True

    Strict.options = Options(**options)
    lines = io.StringIO(source).readlines()
    for line, column, text, _ in Strict(ast.parse(source), lines, filename).run():
        yield f"{line}:{column + 1} {text}"


@pytest.fixture
def messages() -> Run:
    """Check a source; what flake8 would print: `2:20 PS101 text`. Internal errors are raised."""

    def run(source: str, filename: str = "example.py", **options: Any) -> list[str]:
        return list(_reports(source, filename, **options))

    return run


@pytest.fixture
def run() -> Run:
    """Check a source; positions and codes as flake8 prints them: `2:20 PS101`. Internal errors are raised."""

    def run(source: str, filename: str = "example.py", **options: Any) -> list[str]:
        return [" ".join(report.split(" ", 2)[:2]) for report in _reports(source, filename, **options)]

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty folder that nothing around it can influence."""
    folder = tmp_path / "project"
    folder.mkdir()
    return folder


@pytest.fixture
def flake8(project: Path) -> Flake8:
    """Run the real flake8 in the project folder, with the plugin that is imported here."""
    environment = {
        **os.environ,
        "HOME": str(project.parent),  # flake8 looks for a configuration up to there
        "PYTHONPATH": str(Path(flake8_pysafe.__file__).parents[1]),
    }

    def flake8(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flake8", *arguments]
        return subprocess.run(
            command, cwd=project, env=environment, input=stdin, capture_output=True, encoding="utf-8", check=False
        )

    return flake8


SECONDS = 60  # what hangs is to fail, not to be waited for


@pytest.fixture
def ended() -> Iterator[None]:
    """Fail what does not come to an end."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def calls_made(work: Callable[[], object], function: str = "") -> int:
    """Count the calls of Python functions and of built-in ones, which no machine makes faster or slower.

    With a name, only the calls of Python functions that have it.
    """
    count = 0

    def counted(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        if function:
            count += event == "call" and frame.f_code.co_name == function
        else:
            count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
