"""The command that lists the rules."""

from __future__ import annotations

import re

import pytest

from flake8_pysafe import rules
from flake8_pysafe.cli import main


def test_every_rule_has_a_line_and_the_names_have_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    *lines, _, dated = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == sorted([rule.code, rule.name] for rule in rules.ALL)
    assert re.match(r"names of \d{4}-\d\d-\d\d: ", dated)


def test_it_takes_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "PS101"]) == 2
    assert "usage" in capsys.readouterr().err
