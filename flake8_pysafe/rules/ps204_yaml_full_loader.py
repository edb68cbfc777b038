"""PS204: YAML is read with a loader that its maintainers do not call safe."""

from __future__ import annotations

from flake8_pysafe.rules.rule import Rule

RULE = Rule(
    code="PS204",
    name="yaml-full-loader",
    summary="YAML is read with `FullLoader`, which its maintainers do not call safe",
    message="`{sink}` uses `FullLoader`, which is not meant for untrusted documents",
    cwe=502,
    severity="medium",
    remedy="use `yaml.safe_load`",
)
