"""PS401: a declared or installed name that looks like a slip of another."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS401",
    name="misspelled-dependency",
    summary="the name of a distribution looks like that of a well-known one",
    message="the command installs a misspelled name",
    cwe=1357,
    severity="high",
    remedy="check the name before installing it",
)
