"""PS201: data from the network is unpickled."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS201",
    name="remote-deserialization",
    summary="bytes that provably come from a request, response, socket or queue are unpickled",
    message="`{sink}` runs code from data that arrives from {source}",
    cwe=502,
    severity="critical",
    remedy="use JSON, or verify a signature first",
)
