"""PS209: a library pickles unless it is told otherwise."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS209",
    name="pickle-by-default",
    summary="a library pickles unless it is told otherwise",
    message="`{sink}` pickles unless told otherwise",
    cwe=502,
    severity="low",
    remedy="name a serializer that holds only data",
)
