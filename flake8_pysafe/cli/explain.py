"""Prints what there is to know about a rule."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from pathlib import Path

from flake8_pysafe import rules
from flake8_pysafe.rules.rule import Rule

USAGE = """\
usage: python -m flake8_pysafe explain RULE ...

Prints the page of each rule, named by its code (PS101) or its name
(verification-disabled): what it reports, why that is dangerous, what to write
instead, and when to suppress it.
"""
_PAGES = Path(rules.__file__).parents[1] / "pages"


def run(arguments: Sequence[str]) -> int:
    """Print the pages of some rules. Returns the exit status: 2 if there is no such rule, and nothing is printed."""
    if not arguments or {"-h", "--help"} & set(arguments):
        (sys.stdout if arguments else sys.stderr).write(USAGE)
        return 0 if arguments else 2
    asked = [_rule(argument) for argument in arguments]
    for argument, rule in zip(arguments, asked, strict=True):
        if rule is None:
            sys.stderr.write(f"there is no rule {argument!r}; the nearest is {_nearest(argument)}\n")
    if None in asked:
        return 2
    sys.stdout.write("\n".join(page(rule) for rule in asked if rule is not None))
    return 0


def page(rule: Rule) -> str:
    """Return the text of the page of a rule."""
    return (_PAGES / rule.page).read_text(encoding="utf-8")


def _rule(argument: str) -> Rule | None:
    return next((rule for rule in rules.ALL if argument.lower() in (rule.code.lower(), rule.name)), None)


def _nearest(argument: str) -> str:
    named = {rule.code.lower(): rule for rule in rules.ALL} | {rule.name: rule for rule in rules.ALL}
    rule = named[difflib.get_close_matches(argument.lower(), named, n=1, cutoff=0)[0]]
    return f"{rule.code} {rule.name}"
