"""PS104: an API that verifies nothing unless it is told to is left alone."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS104",
    name="unverified-by-default",
    summary="an API that verifies nothing unless it is given a context is called without one",
    message="`{sink}` verifies nothing unless it is given a context",
    cwe=295,
    severity="medium",
    remedy="pass `ssl.create_default_context()`",
)
