"""PS404: packages are fetched without TLS, or from a host that is trusted without a certificate."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS404",
    name="unverified-index",
    summary="packages are fetched from an address that is not verified",
    message="packages are fetched without TLS",
    cwe=494,
    severity="high",
    remedy="use an https address",
)
