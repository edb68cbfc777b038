"""Keeps what was measured, and writes it into the page.

python benchmarks/figures.py    # the page again, from figures.json
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import TypedDict

HERE = Path(__file__).resolve().parent
KEPT = HERE / "figures.json"
PAGE = HERE / "README.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PLAIN, PLUGIN = "flake8", "flake8 with flake8-pysafe"


# What scripts in other environments print and `figures.json` holds: JSON, hence dictionaries.
class Cost(TypedDict):
    """What one run of a command took: seconds and megabytes."""

    user: float
    cpu: float  # user and system; the kernel splits them exactly only over long runs
    wall: float
    peak: float


class Files(TypedDict):
    """The plugin's own time for single files, in milliseconds."""

    count: int
    median: float
    high: float  # 95 % take less
    per_1000_lines: float


class Curve(TypedDict):
    """The plugin's own time over the size of what it reads."""

    name: str
    points: list[tuple[int, float]]  # size, seconds
    exponent: float  # 1: proportional


class Figures(TypedDict):
    """All that one run of the benchmarks measured."""

    date: str
    command: str
    machine: str
    corpus: str
    tools: dict[str, str]  # name: versions and command
    costs: dict[str, list[Cost]]  # the corpus, by tool, one a round
    start: dict[str, list[Cost]]  # an empty file, by tool
    quiet: Files  # without any trigger
    followed: Files  # in need of astroid
    curves: list[Curve]


def parsed(text: str) -> Figures:
    """Return figures from their JSON. Raises ValueError where it holds others."""
    figures: Figures = json.loads(text)
    if set(figures) != set(Figures.__annotations__):
        raise ValueError(f"not the figures of this version: {sorted(figures)}")
    return figures


def table(figures: Figures) -> str:
    """Return the part of the page that is measured."""
    costs, start = figures["costs"], figures["start"]

    def middle(runs: list[Cost], what: str) -> float:
        return float(median(run[what] for run in runs))  # type: ignore[literal-required]  # a field of Cost

    plain = middle(costs[PLAIN], "user")
    tools = [
        (
            name,
            f"{middle(runs, 'user'):.1f} s",
            f"{100 * middle(runs, 'user') / plain:.0f} %",
            f"{middle(runs, 'wall'):.1f} s",
            f"{middle(runs, 'peak'):.0f} MB",
        )
        for name, runs in costs.items()
    ]
    starts = [
        (name, f"{1000 * middle(runs, 'cpu'):.0f} ms", f"{1000 * middle(runs, 'wall'):.0f} ms")
        for name, runs in start.items()
    ]
    grown = [
        (curve["name"], f"{curve['exponent']:.2f}", *(f"{at:,}: {1000 * s:.0f} ms" for at, s in curve["points"][::6]))
        for curve in figures["curves"]
    ]
    return "\n\n".join(
        [
            f"{figures['date']}, `{figures['command']}`, {figures['machine']}.",
            f"Corpus: {figures['corpus']}.",
            f"Medians of {len(costs[PLAIN])} rounds, for the start of {len(start[PLAIN])} runs.",
            _markdown(("the plugin", "at most", "reached", "met", ""), _targets(figures)),
            _markdown(("the whole corpus", "user CPU", "of flake8's", "wall", "peak memory"), tools),
            _markdown(("an empty file", "CPU", "wall"), starts),
            _markdown(("the plugin's own time over", "exponent", "from", "to"), grown),
            "![time over size, three curves](curves.svg)",
            "\n".join(["```text", *(f"{name}\n    {how}" for name, how in figures["tools"].items()), "```"]),
        ]
    )


def _targets(figures: Figures) -> Iterable[tuple[str, ...]]:
    """Yield what was asked for beside what was reached."""
    costs, start, quiet, followed = (figures["costs"], figures["start"], figures["quiet"], figures["followed"])
    # Two runs that follow each other see the same load, so that each round has its own share.
    pairs = list(zip(costs[PLAIN], costs[PLUGIN], strict=True))
    shares = sorted(100 * (more["user"] / less["user"] - 1) for less, more in pairs)
    wall, cpu = (
        1000 * (median(run[what] for run in start[PLUGIN]) - median(run[what] for run in start[PLAIN]))
        for what in ("wall", "cpu")
    )
    for what, most, reached, unit, remark in (
        ("user CPU, added", 5, median(shares), "%", f"{shares[0]:.1f} to {shares[-1]:.1f} % in the rounds"),
        ("start, added", 10, wall, "ms", f"{cpu:.1f} ms CPU"),
        (
            "a file without any trigger",
            1,
            quiet["median"],
            "ms",
            f"median of {quiet['count']:,}; 95 % below {quiet['high']:.1f} ms; "
            f"{quiet['per_1000_lines']:.1f} ms per 1,000 lines",
        ),
        (
            "1,000 lines that need astroid",
            100,
            followed["per_1000_lines"],
            "ms",
            f"{followed['count']:,} files; median {followed['median']:.1f} ms a file",
        ),
        ("peak memory, added", 30, median(more["peak"] - less["peak"] for less, more in pairs), "MB", ""),
    ):
        yield what, f"{most} {unit}", f"{reached:.1f} {unit}", "yes" if reached <= most else "no", remark


def _markdown(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


def replaced(page: str, measured: str) -> str:
    """Return the page with another measured part. Raises ValueError where it has no place for it."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"the page has no {BEGIN} followed by {END}")
    return f"{before}{begin}\n\n{measured}\n\n{end}{after}"


if __name__ == "__main__":
    measured = table(parsed(KEPT.read_text(encoding="utf-8")))
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")
