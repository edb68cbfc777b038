"""PS501: a distribution with known vulnerabilities is imported."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS501",
    name="vulnerable-distribution",
    summary="an audit report lists vulnerabilities of an imported distribution",
    cwe=1395,
    severity="high",
    remedy="update the distribution",
)
