"""PS901: something kept a file from being analysed to the end."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS901",
    name="not-fully-analysed",
    summary="a limit was reached, a project file could not be read, or an internal error happened",
    cwe=None,
    severity="info",
)
