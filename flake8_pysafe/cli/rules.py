"""Prints what the plugin looks for, and how old the names are that it knows."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from flake8_pysafe import rules
from flake8_pysafe.imports.index import extent

USAGE = """\
usage: python -m flake8_pysafe rules

Lists the codes, names and summaries of the rules, and says of which day the
bundled names of distributions are.
"""


def run(arguments: Sequence[str]) -> int:
    """Print one line a rule, and the date of the bundled names. Returns the exit status: 2 for an unknown argument."""
    if arguments:
        asked = arguments[0] in ("-h", "--help")
        (sys.stdout if asked else sys.stderr).write(USAGE)
        return 0 if asked else 2
    width = max(len(rule.name) for rule in rules.ALL)
    for rule in sorted(rules.ALL, key=lambda each: each.code):
        sys.stdout.write(f"{rule.code}  {rule.name:{width}}  {rule.summary}\n")
    sys.stdout.write(f"\n{extent()}\n")
    return 0
