"""Lints much code in process and shows what went wrong: a command for every night.

    python tools/corpus.py [-j2] [--sample 6] FOLDER_OR_FILE ...

Prints how many files there were and how many of them flake8 cannot parse, every internal
error with its file and innermost frames, every promise that was broken (see
`tests/linting.py`), what the plugin says it did not analyse, by reason, and how often it
reported the other codes. Ends with 1 if there was an error or a broken promise.
`--sample N` takes every Nth file of each folder, always the same ones.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from linting import NotParsed, lint

FRAMES = 4  # enough to see where it happened


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    path: str
    skipped: bool = False
    error: str = ""
    broken: tuple[str, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()  # code and text


def files(places: Iterable[Path], sample: int = 1) -> Iterator[Path]:
    """Yield the Python files of folders, sorted, every so manyth of each; a file stands for itself."""
    for place in places:
        if place.is_file():
            yield place
        else:
            yield from sorted(path for path in place.rglob("*.py") if path.is_file())[::sample]


def outcome(path: Path) -> Outcome:
    """Lint one file."""
    try:
        linted = lint(str(path))
    except NotParsed:
        return Outcome(str(path), skipped=True)
    except Exception as error:  # noqa: BLE001 - what the plugin would have reported as an internal error
        frames = "".join(traceback.format_tb(error.__traceback__)[-FRAMES:])
        return Outcome(str(path), error=f"{frames}{type(error).__name__}: {error}")
    findings = tuple((finding.code, finding.text) for finding in linted.findings)
    return Outcome(str(path), broken=linted.broken, findings=findings)


def outcomes(paths: list[Path], jobs: int) -> Iterator[Outcome]:
    """Yield what became of each file, in order. Raises BrokenProcessPool when a process dies."""
    if jobs == 1:
        yield from map(outcome, paths)
    else:
        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(outcome, paths, chunksize=8)


def main() -> int:
    """Lint what the command line names; return the status to end with."""
    parser = argparse.ArgumentParser(description="Lint much code and show internal errors and broken promises.")
    parser.add_argument("places", nargs="+", type=Path, metavar="FOLDER_OR_FILE")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="take every Nth file")
    parser.add_argument("-j", "--jobs", type=int, default=1, metavar="N", help="processes")
    arguments = parser.parse_args()
    count: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for each in outcomes(list(files(arguments.places, arguments.sample)), arguments.jobs):
        count["files"] += 1
        count["skipped"] += each.skipped
        count["errors"] += bool(each.error)
        count["broken promises"] += len(each.broken)
        if each.error:
            print(f"{each.path}: internal error\n{each.error}")
        for promise in each.broken:
            print(f"{each.path}: {promise}")
        for code, text in each.findings:
            if code == "PS901":
                reasons[text] += 1
                print(f"{each.path}: {code} {text}")
            else:
                codes[code] += 1
    for title, numbers in (("count", count), ("PS901", reasons), ("findings", codes)):
        for name, number in sorted(numbers.items()):
            print(f"{title:10}{number:7}  {name}")
    return bool(count["errors"] or count["broken promises"])


if __name__ == "__main__":
    sys.exit(main())
