from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "figures.py"


def _loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pysafe_benchmarks_figures", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


figures = _loaded()


def _cost(user: float, peak: float) -> dict[str, float]:
    return {"user": user, "cpu": user + 0.01, "wall": user + 0.02, "peak": peak}


MEASURED: dict[str, Any] = {
    "date": "2026-11-24",
    "command": "python benchmarks/run.py",
    "machine": "2 CPUs",
    "corpus": "2 files, 2,000 lines: requests 2.34.2",
    "tools": {"flake8 (flake8 7.5.0)": "flake8 -j1 FOLDER..."},
    # The second round saw a busy machine: the share of each round counts, not that of the medians.
    "costs": {
        figures.PLAIN: [_cost(100, 30), _cost(200, 30), _cost(100, 30)],
        figures.PLUGIN: [_cost(104, 70), _cost(206, 70), _cost(106, 70)],
    },
    "start": {figures.PLAIN: [_cost(0.1, 30)], figures.PLUGIN: [_cost(0.108, 31)]},
    "quiet": {"count": 1500, "median": 0.5, "high": 2.0, "per_1000_lines": 3.0},
    "followed": {"count": 30, "median": 40.0, "high": 80.0, "per_1000_lines": 120.0},
    "curves": [{"name": "files", "points": [[2**n, 0.001 * 2**n] for n in range(7)], "exponent": 1.0}],
}


@pytest.mark.parametrize(
    "row",
    [
        "| user CPU, added | 5 % | 4.0 % | yes | 3.0 to 6.0 % in the rounds |",
        "| start, added | 10 ms | 8.0 ms | yes | 8.0 ms CPU |",
        "| a file without any trigger | 1 ms | 0.5 ms | yes"
        " | median of 1,500; 95 % below 2.0 ms; 3.0 ms per 1,000 lines |",
        "| 1,000 lines that need astroid | 100 ms | 120.0 ms | no | 30 files; median 40.0 ms a file |",
        "| peak memory, added | 30 MB | 40.0 MB | no |  |",
        "| flake8 with flake8-pysafe | 106.0 s | 106 % | 106.0 s | 70 MB |",
        "| flake8 | 110 ms | 120 ms |",
        "| files | 1.00 | 1: 1 ms | 64: 64 ms |",
    ],
)
def test_the_table_says_what_was_measured(row: str) -> None:
    assert row in figures.table(figures.parsed(json.dumps(MEASURED))).splitlines()


def test_figures_with_other_fields_are_refused() -> None:
    with pytest.raises(ValueError, match="not the figures"):
        figures.parsed(json.dumps({**MEASURED, "speed": 1}))


def test_only_the_measured_part_of_the_page_is_replaced() -> None:
    page = f"# Before\n\n{figures.BEGIN}\nold\n{figures.END}\n\nAfter\n"
    assert figures.replaced(page, "new") == f"# Before\n\n{figures.BEGIN}\n\nnew\n\n{figures.END}\n\nAfter\n"
    assert figures.replaced(figures.replaced(page, "new"), "new") == figures.replaced(page, "new")


@pytest.mark.parametrize("page", ["no marks", figures.BEGIN, figures.END, figures.END + figures.BEGIN])
def test_a_page_without_its_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="has no"):
        figures.replaced(page, "new")


def test_the_page_has_a_place_for_what_is_measured() -> None:
    assert "new" in figures.replaced(figures.PAGE.read_text(encoding="utf-8"), "new")
