"""PS502: a distribution is imported under a licence that the project does not accept."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS502",
    name="denied-licence-distribution",
    summary="an imported distribution has a licence that the project does not accept",
    cwe=None,
    severity="medium",
    remedy="replace the distribution",
)
