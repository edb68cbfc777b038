"""PS208: an endpoint unpickles or runs what its peer sends."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS208",
    name="object-endpoint",
    summary="an endpoint unpickles or runs what its peer sends",
    message="`{sink}` runs what the peer sends",
    cwe=502,
    severity="critical",
    remedy="receive JSON or bytes, or authenticate the peer",
)
