"""PS202: bytes that were not made in this process are unpickled."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS202",
    name="pickle-load",
    summary="pickle, or what is built on it, loads bytes that were not provably made in this process",
    message="`{sink}` unpickles, so the data can run any code",
    cwe=502,
    severity="medium",
    remedy="load only what this process wrote, or use a format that holds only data",
)
