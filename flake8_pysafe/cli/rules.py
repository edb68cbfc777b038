"""Prints what the plugin looks for, and how old the names are that it knows."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from flake8_pysafe import rules
from flake8_pysafe.imports.index import extent

USAGE = """\
usage: python -m flake8_pysafe rules [--json]

Lists the codes, names and summaries of the rules, and says of which day the
bundled names of distributions are. With --json, a list of the rules with code,
name, family, severity, number of the CWE, summary and link to the page.
"""


def run(arguments: Sequence[str]) -> int:
    """Print the rules. Returns the exit status: 2 for an unknown argument."""
    known = sorted(rules.ALL, key=lambda each: each.code)
    match list(arguments):
        case []:
            width = max(len(rule.name) for rule in known)
            for rule in known:
                sys.stdout.write(f"{rule.code}  {rule.name:{width}}  {rule.summary}\n")
            sys.stdout.write(f"\n{extent()}\n")
        case ["--json"]:
            fields = ("code", "name", "family", "severity", "cwe", "summary", "link")
            entries = [{field: getattr(rule, field) for field in fields} for rule in known]
            sys.stdout.write(f"{json.dumps(entries, indent=2)}\n")
        case [*given] if {"-h", "--help"} & set(given):
            sys.stdout.write(USAGE)
        case _:
            sys.stderr.write(USAGE)
            return 2
    return 0
