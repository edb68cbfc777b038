"""Programs that nobody would write: whatever parses is linted without an error or a broken promise."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from linting import lint
from programs import Program, strategies

EXAMPLES = {"mutants": 40, "grammar": 40, "node": 10}  # `tools/fuzz.py` runs as many as there is time for


@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_parses_is_linted(name: str) -> None:
    if name not in strategies():
        pytest.skip("hypothesmith is not installed")

    @settings(max_examples=EXAMPLES[name], suppress_health_check=list(HealthCheck))
    @given(strategies()[name])
    def keeps_its_promises(program: Program) -> None:
        assert lint(program.filename, program.lines).broken == ()

    keeps_its_promises()
