"""PS406: a distribution named like a module of the standard library is asked for."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS406",
    name="stdlib-backport-dependency",
    summary="a distribution is asked for that has the name of a standard module",
    message="the command installs a copy of a standard module",
    cwe=1104,
    severity="low",
    remedy="leave it out",
)
