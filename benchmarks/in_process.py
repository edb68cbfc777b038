"""Measures the plugin's own time for each file below some folders, and prints two `figures.Files` as JSON."""

from __future__ import annotations

import ast
import json
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from unittest import mock

from figures import Files

from flake8_pysafe.plugin import Plugin
from flake8_pysafe.resolve import world

# Brings in what is loaded once a process; that belongs to the start.
WARM_UP = "import requests\nsession = requests.Session()\nsession.get(address, verify=False)\n"


def run(text: str, filename: str) -> tuple[float, int]:
    """Return the processor time of the plugin, without that of flake8's parser, and how much it finds."""
    tree, lines = ast.parse(text), text.splitlines(keepends=True)
    begun = time.process_time()
    found = list(Plugin(tree, lines, filename).run())
    return time.process_time() - begun, len(found)


def _summary(rows: list[tuple[int, float]]) -> Files:
    times = [1000 * taken for _, taken in rows]
    per_1000_lines = 1000 * sum(times) / sum(lines for lines, _ in rows)
    return Files(count=len(rows), median=median(times), high=quantiles(times, n=20)[-1], per_1000_lines=per_1000_lines)


def main() -> None:
    """Measure, one after the other, as flake8 would."""
    run(WARM_UP, "./warm_up.py")
    rows: dict[bool, list[tuple[int, float]]] = {False: [], True: []}
    for path in (path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.py"))):
        with mock.patch.object(world, "rebuilt", wraps=world.rebuilt) as rebuilt:
            try:
                text = path.read_text(encoding="utf-8")
                taken, _ = run(text, f"./{path}")
            except (SyntaxError, ValueError):  # templates; flake8 gives the plugin no tree
                continue
        rows[rebuilt.called].append((text.count("\n") + 1, taken))
    print(json.dumps({"quiet": _summary(rows[False]), "followed": _summary(rows[True])}))


if __name__ == "__main__":
    main()
