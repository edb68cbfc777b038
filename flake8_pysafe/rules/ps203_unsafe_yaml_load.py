"""PS203: YAML is read with a loader that can build any object."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS203",
    name="unsafe-yaml-load",
    summary="YAML is read with a loader that can build any object",
    message="`{sink}` can build any object from the document",
    cwe=502,
    severity="high",
    remedy="use `yaml.safe_load`",
)
