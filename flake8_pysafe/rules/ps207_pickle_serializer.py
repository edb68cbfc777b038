"""PS207: a framework is configured to pickle."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS207",
    name="pickle-serializer",
    summary="a framework is configured to pickle",
    message="`{sink}` admits pickle, so whoever reaches it can run code",
    cwe=502,
    severity="medium",
    remedy="use JSON",
)
