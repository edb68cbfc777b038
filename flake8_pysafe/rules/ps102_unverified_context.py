"""PS102: a TLS context does not check certificates."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS102",
    name="unverified-context",
    summary="a TLS context that does not verify is made, or an existing one is set so",
    message="`{sink}` does not verify certificates",
    cwe=295,
    severity="high",
    remedy="use `ssl.create_default_context`",
)
