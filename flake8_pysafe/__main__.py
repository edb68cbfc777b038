"""Runs a command of the package: `python -m flake8_pysafe deps`."""

from __future__ import annotations

import sys

from flake8_pysafe.cli import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
