"""PS402: a distribution that is known to be malicious."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS402",
    name="malicious-dependency",
    summary="a distribution is asked for that is known to be malicious",
    message="the command installs a known malicious distribution",
    cwe=506,
    severity="critical",
    remedy="remove it",
)
