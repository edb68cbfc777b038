"""What the tests share: the checks as flake8 runs them, in process and as a program."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
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
