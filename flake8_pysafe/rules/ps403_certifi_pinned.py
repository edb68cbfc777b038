"""PS403: certifi is kept from being updated."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS403",
    name="certifi-pinned",
    summary="a requirement written by hand keeps certifi from being updated",
    message="the command pins certifi",
    cwe=1104,
    severity="low",
    remedy="give a lower bound only",
)
