"""PS101: a connection is made without checking the peer's certificate."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS101",
    name="verification-disabled",
    summary="a client, session, request or connection string switches certificate verification off",
    message="`{sink}` skips certificate verification",
    cwe=295,
    severity="high",
    remedy="keep verification on, with a CA bundle for a private CA",
)
