"""PS302: nothing accounts for an imported module."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS302",
    name="unknown-module",
    summary="nothing accounts for an imported module",
    cwe=1357,
    severity="medium",
    remedy="declare what provides it, or name it in `pysafe-known-modules`",
)
