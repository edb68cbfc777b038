"""The command that prints the page of a rule."""

from __future__ import annotations

from configparser import RawConfigParser

import pytest

from conftest import ROOT
from flake8_pysafe import rules
from flake8_pysafe.cli import main
from flake8_pysafe.rules.rule import Rule


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", rule.code]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"# {rule.code}: {rule.name}\n")
    assert printed.endswith("\n")


@pytest.mark.parametrize("asked", ["ps203", "unsafe-yaml-load", "Unsafe-YAML-Load"])
def test_a_rule_is_found_by_its_name_and_in_any_case(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", asked]) == 0
    assert capsys.readouterr().out.startswith("# PS203: unsafe-yaml-load\n")


def test_several_rules_are_explained_in_the_order_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "PS203", "PS101"]) == 0
    titles = [line for line in capsys.readouterr().out.splitlines() if line.startswith("# PS")]
    assert titles == ["# PS203: unsafe-yaml-load", "# PS101: verification-disabled"]


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("PS1011", "PS101 verification-disabled"),
        ("P203", "PS203 unsafe-yaml-load"),
        ("verification-disable", "PS101 verification-disabled"),
        ("unsafe-yaml", "PS203 unsafe-yaml-load"),
    ],
)
def test_an_unknown_rule_names_the_nearest_and_nothing_is_explained(
    asked: str, nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", "PS102", asked]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"there is no rule {asked!r}; the nearest is {nearest}\n")


def test_a_rule_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_pages_are_installed() -> None:
    configuration = RawConfigParser()
    configuration.read(ROOT / "setup.cfg", encoding="utf-8")
    package = ROOT / "flake8_pysafe"
    patterns = configuration["options.package_data"]["flake8_pysafe"].split()
    installed = {path for pattern in patterns for path in package.glob(pattern)}
    assert {package / "pages" / rule.page for rule in rules.ALL} <= installed


def test_the_documentation_has_the_same_pages() -> None:
    link = ROOT / "docs" / "rules"
    if not link.is_dir():
        pytest.skip("a checkout without symbolic links")
    assert link.samefile(ROOT / "flake8_pysafe" / "pages")
