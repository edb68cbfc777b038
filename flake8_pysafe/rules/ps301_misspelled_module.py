"""PS301: an imported name looks like a slip of another."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS301",
    name="misspelled-module",
    summary="the name of an imported module looks like that of a well-known, declared or first-party one",
    cwe=1357,
    severity="high",
    remedy="correct the name",
)
