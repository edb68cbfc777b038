"""PS405: a requirements file is installed as if it were a package."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS405",
    name="requirements-file-as-package",
    summary="a requirements file is given where a requirement is wanted",
    message="the command installs a package named like a requirements file",
    cwe=1357,
    severity="medium",
    remedy="write `-r` before the file",
)
