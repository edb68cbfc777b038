"""PS103: a certificate is accepted for any host name."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS103",
    name="hostname-unchecked",
    summary="the certificate is checked but accepted for any host name",
    message="`{sink}` accepts a certificate for any host name",
    cwe=297,
    severity="high",
    remedy="keep the host name check and connect by a name in the certificate",
)
