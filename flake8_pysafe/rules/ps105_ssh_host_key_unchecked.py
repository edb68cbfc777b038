"""PS105: an SSH server is accepted without knowing its host key."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS105",
    name="ssh-host-key-unchecked",
    summary="an SSH host key is accepted unseen",
    message="`{sink}` accepts unknown SSH host keys",
    cwe=322,
    severity="high",
    remedy="load `known_hosts` and keep unknown keys rejected",
)
