"""PS106: certificate verification is switched off for the whole process."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS106",
    name="verification-disabled-globally",
    summary="verification is switched off for the whole process and what it starts",
    message="verification is switched off for the whole process",
    cwe=295,
    severity="high",
    remedy="configure the one client that needs another CA",
)
