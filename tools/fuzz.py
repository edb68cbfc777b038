"""Lints programs that nobody would write, as many as there is time for.

    python tools/fuzz.py [--count 10000] [--seed 1] [mutants | grammar | node]

The programs are those of `tests/programs.py`. The first error or broken promise ends the
run, and hypothesis shows the smallest program it found for it; the same seed finds it again.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))

from linting import lint
from programs import Program, strategies


def main() -> None:
    """Lint what the command line asks for."""
    parser = argparse.ArgumentParser(description="Lint programs that nobody would write.")
    parser.add_argument("kind", nargs="?", default="mutants", choices=list(strategies()))
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="programs")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32), metavar="N")
    arguments = parser.parse_args()
    print(f"{arguments.kind}, seed {arguments.seed}", flush=True)
    linted = findings = 0

    @seed(arguments.seed)
    @settings(max_examples=arguments.count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(strategies()[arguments.kind])
    def keeps_its_promises(program: Program) -> None:
        nonlocal linted, findings
        result = lint(program.filename, program.lines)
        linted += 1
        findings += len(result.findings)
        assert result.broken == ()

    keeps_its_promises()
    print(f"{linted} programs, {findings} findings, no error, no broken promise")


if __name__ == "__main__":
    main()
