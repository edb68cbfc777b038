"""PS107: another program is told not to check certificates or host keys."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS107",
    name="command-unverified",
    summary="a command line tells a program not to verify",
    message="the command does not verify certificates or host keys",
    cwe=295,
    severity="high",
    remedy="take the flag out and give the program the CA or host key",
)
