"""PS303: a name known to be malicious is imported."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS303",
    name="malicious-module",
    summary="a name known to be malicious is imported",
    cwe=506,
    severity="critical",
    remedy="remove it and check where it was installed",
)
