"""PS304: a third-party module is imported that the project does not declare."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS304",
    name="undeclared-module",
    summary="a known third-party module is imported that the project does not declare",
    cwe=1357,
    severity="low",
    remedy="declare the distribution that provides it",
)
