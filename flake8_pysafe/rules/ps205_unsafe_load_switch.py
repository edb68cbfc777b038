"""PS205: a switch lets a loader run code."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS205",
    name="unsafe-load-switch",
    summary="a switch lets a loader run code",
    message="`{sink}` is told to run code that the file holds",
    cwe=502,
    severity="high",
    remedy="leave the switch at its safe value",
)
