"""The rules: each module is loaded, and a wrong one is refused loudly."""

from __future__ import annotations

from types import ModuleType

import pytest

import flake8_pysafe.rules
from conftest import ROOT
from flake8_pysafe.rules import ALL, by_code, collected
from flake8_pysafe.rules.rule import Rule

FILES = sorted((ROOT / "flake8_pysafe" / "rules").glob("ps*.py"))


def module(name: str, rule: object) -> ModuleType:
    made = ModuleType(f"flake8_pysafe.rules.{name}")
    made.__dict__["RULE"] = rule
    return made


PICKLE_LOAD = Rule("PS202", "pickle-load", "summary", 502, "medium")


def test_every_file_is_loaded() -> None:
    assert sorted(f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in ALL) == [file.stem for file in FILES]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_the_docstring_of_a_rule_begins_with_its_code(rule: Rule) -> None:
    docstring = vars(flake8_pysafe.rules)[f"{rule.code.lower()}_{rule.name.replace('-', '_')}"].__doc__
    assert docstring.startswith(f"{rule.code}: ")


def test_a_rule_is_found_by_its_code() -> None:
    assert by_code("PS101").name == "verification-disabled"


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        by_code("PS000")


@pytest.mark.parametrize("code", ["ps101", "PS1", "PS1011", "XY101", "PS10x", "", "PS101\n"])
def test_a_code_that_flake8_could_not_select_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is not `PS` and three digits"):
        Rule(code, "name", "summary", None, "high")


@pytest.mark.parametrize("name", ["Name", "two words", "two--dashes", "-name", "name-", "snake_case", ""])
def test_a_name_that_is_not_in_kebab_case_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not in kebab-case"):
        Rule("PS101", name, "summary", None, "high")


def test_a_code_of_no_family_is_refused() -> None:
    with pytest.raises(ValueError, match="code 'PS001' is of no family"):
        Rule("PS001", "name", "summary", None, "high")


def test_a_severity_of_our_own_making_is_refused() -> None:
    with pytest.raises(ValueError, match="severity 'grave' of PS101 is none of critical, high, medium, low, info"):
        Rule("PS101", "name", "summary", None, "grave")


def test_a_module_without_a_rule_is_refused() -> None:
    with pytest.raises(ValueError, match=r"ps202_pickle_load has no RULE"):
        collected([module("ps202_pickle_load", None)])


def test_a_module_with_another_name_than_its_rule_is_refused() -> None:
    with pytest.raises(ValueError, match=r"ps203_pickle_load is not named after its rule, PS202 pickle-load"):
        collected([module("ps203_pickle_load", PICKLE_LOAD)])


def test_a_code_that_is_taken_is_refused() -> None:
    modules = [module("ps202_pickle_load", PICKLE_LOAD)] * 2
    with pytest.raises(ValueError, match="has the code of another rule, PS202 pickle-load"):
        collected(modules)
