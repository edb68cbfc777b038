"""The command that lists the rules."""

from __future__ import annotations

import json
import re

import pytest

from flake8_pysafe import rules
from flake8_pysafe.cli import main


def test_every_rule_has_a_line_and_the_names_have_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    *lines, _, dated = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == sorted([rule.code, rule.name] for rule in rules.ALL)
    assert re.match(r"names of \d{4}-\d\d-\d\d: ", dated)


def test_the_catalogue_says_of_every_rule_what_a_dashboard_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--json"]) == 0
    catalogue = {entry["code"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert list(catalogue) == sorted(rule.code for rule in rules.ALL)
    assert catalogue["PS201"] == {
        "code": "PS201",
        "name": "remote-deserialization",
        "family": "deserialization",
        "severity": "critical",
        "cwe": 502,
        "summary": rules.by_code("PS201").summary,
        "link": rules.by_code("PS201").link,
    }
    assert catalogue["PS901"]["cwe"] is None


def test_a_link_names_the_page_of_the_rule() -> None:
    assert [rule.code for rule in rules.ALL if not rule.link.endswith(f"{rule.code}.md")] == []


@pytest.mark.parametrize("arguments", [["PS101"], ["--json", "PS101"], ["--jsno"]])
def test_what_is_not_understood_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", *arguments]) == 2
    assert "usage" in capsys.readouterr().err
