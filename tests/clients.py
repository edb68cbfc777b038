"""What the tests of `docs/clients` share: the pages, and a project whose findings are known.

The blocks and patterns that the tests run are read from the pages, so that no page can
be wrong.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT
from test_docs import blocks, sections

PAGES = ROOT / "docs" / "clients"
SHOP = ROOT / "examples" / "shop"


class Place(NamedTuple):
    """Where a client has to show a finding: the path is flake8's, line and column count from one."""

    path: str
    line: int
    column: int
    code: str


def section(page: str, heading: str) -> str:
    """The text under a heading of a page."""
    return sections((PAGES / f"{page}.md").read_text(encoding="utf-8"))[heading]


def rows(text: str) -> list[list[str]]:
    """The cells of the table in a text, without its head; the code in a cell if there is any."""
    lines = re.findall(r"^\|(.*)\|$", text, flags=re.MULTILINE)
    return [[cell.strip().strip("`") for cell in line.split(" | ")] for line in lines[2:]]


def copy_shop(folder: Path) -> None:
    """Put the project of `make demo` into a folder."""
    shutil.copytree(SHOP, folder / "shop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(SHOP.parent / "pyproject.toml", folder)


def commands(text: str, folder: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Run the commands of the first console block in a text, one after the other, in a folder."""
    for line in re.findall(r"^\$ (.*)$", blocks(text)["console"], flags=re.MULTILINE):
        yield run([sys.executable if word == "python" else word for word in shlex.split(line)], folder)


def run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder."""
    return subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False
    )


def environment(folder: Path) -> dict[str, str]:
    """The variables for a client in a folder: programs beside this Python first, no configuration from outside."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder.parent), "PYTHONPATH": str(ROOT)}


def expected() -> list[Place]:
    """The findings in the shop, which its lines say themselves, in flake8's order."""
    return [place for path in sorted(SHOP.glob("*.py")) for place in _expected(path)]


def _expected(path: Path) -> Iterator[Place]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        for code, column in re.findall(r"(PS\d{3}): (\d+)", line.partition("  # ")[2]):
            yield Place(f"./shop/{path.name}", number, int(column), code)
