"""Lints many files again and again in one process, as an editor does, and says how its memory grows.

python tools/long_lived.py --runs 500 --files 50
python tools/long_lived.py --places    # what holds the memory that was taken after the first round
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import tracemalloc
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from editing import Editor, make_project, resident

MOST_GROWN = 20_000_000  # bytes after the first round


def main() -> int:
    """Run, and return 1 if the process has grown too much."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--places", action="store_true", help="trace where memory is taken; slow")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch).resolve()
        make_project(project, given.files)
        os.chdir(project)
        grown = _run(sorted(str(path) for path in project.glob("*.py")), given.runs, given.places)
    print(
        f"grown by {grown / 1e6:.1f} MB after the first {given.files} runs; at most {MOST_GROWN / 1e6:.0f} MB are good"
    )
    return int(grown > MOST_GROWN)


def _run(files: list[str], runs: int, places: bool) -> int:
    editor = Editor()
    warm = 0
    before = None
    for number in range(1, runs + 1):
        if not editor.lint(files[number % len(files)]):
            raise SystemExit("nothing was found: this run shows nothing")
        if number == len(files):
            warm = resident() or 0
            if places:
                tracemalloc.start(8)
                before = tracemalloc.take_snapshot()
        if number % len(files) == 0:
            print(f"{number:6} runs  {(resident() or 0) / 1e6:7.1f} MB", flush=True)
    if before is not None:
        gc.collect()
        for statistic in tracemalloc.take_snapshot().compare_to(before, "lineno")[:20]:
            print(statistic)
    return (resident() or 0) - warm


if __name__ == "__main__":
    raise SystemExit(main())
