"""PS206: code from a model repository is run."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS206",
    name="remote-code",
    summary="code that a model repository holds is downloaded and run",
    message="`{sink}` runs Python from the model repository",
    cwe=829,
    severity="high",
    remedy="pin a reviewed `revision`, or leave the switch out",
)
