"""Notebooks: nbqa reports the cells as the page shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import clients
from conftest import Run
from test_docs import blocks

PAGE = (clients.PAGES / "notebooks.md").read_text(encoding="utf-8")
CELL = blocks(PAGE)["python"]


def notebook(*cells: str) -> str:
    """The text of a notebook with these cells of code."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": cell}
                for cell in cells
            ],
            "metadata": {"language_info": {"name": "python"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )


def test_nbqa_prints_what_the_page_shows(project: Path) -> None:
    pytest.importorskip("nbqa", reason="nbqa is not installed")
    text = notebook("%pip install reqeusts\nimport requests", CELL)
    (project / "report.ipynb").write_text(text, encoding="utf-8")
    (done,) = clients.commands(PAGE, project)
    assert done.stdout.splitlines() == blocks(PAGE)["console"].splitlines()[1:]


def test_a_cell_alone_is_not_accused(run: Run) -> None:
    assert run(CELL) == []
    assert run(f"import requests\n{CELL}") == ["3:44 PS101", "4:47 PS101"]
