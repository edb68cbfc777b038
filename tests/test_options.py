"""Options: what flake8 collects becomes validated values, or one line that says what is wrong."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import Any

import pytest
from flake8.exceptions import ExecutionError
from flake8.options.parse_args import parse_args
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.options import (
    ROWS,
    InvalidOption,
    Options,
    UnknownOption,
    UnusableReport,
    folders,
    licence_names,
    module_patterns,
    parsed,
    switch,
)
from flake8_pysafe.plugin import Plugin


def namespace(**given: Any) -> argparse.Namespace:
    """What flake8 hands over when the user writes nothing, but for what is given."""
    silent: dict[str, Any] = {
        "pysafe_known_modules": [],
        "pysafe_libraries": [],
        "pysafe_pedantic": False,
        "pysafe_require_declared": False,
        "pysafe_audit_report": "",
        "pysafe_licence_report": "",
        "pysafe_licence_deny": "",
        "pysafe_licence_allow": "",
        "pysafe_baseline": "",
    }
    return argparse.Namespace(**{**silent, **given})


def test_nothing_written_gives_the_defaults() -> None:
    assert parsed(namespace()) == Options()


def test_every_row_fills_a_field_and_every_field_has_a_row() -> None:
    assert [row.field for row in ROWS] == [field.name for field in dataclasses.fields(Options)]


def test_every_flag_is_ours() -> None:
    assert [row.flag for row in ROWS if not row.flag.startswith("--pysafe-")] == []


def test_options_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Options().pedantic = True  # type: ignore[misc]


@pytest.mark.parametrize("name", ["requests", "corp_*", "corp.*.models", "plugin_[a-z]", "plugin_[!0-9]?", "modülname"])
def test_a_module_name_or_glob_is_kept(name: str) -> None:
    assert module_patterns("--x", [name]) == (name,)


@pytest.mark.parametrize("name", ["my-lib", "a..b", ".a", "a.", "a/b", "a b", "", "[", "plugin_[a", "class!", 3, None])
def test_what_cannot_be_imported_is_refused(name: object) -> None:
    with pytest.raises(InvalidOption) as raised:
        module_patterns("--pysafe-known-modules", ["fine", name])
    assert str(raised.value) == (
        f"--pysafe-known-modules: {name!r} is not allowed; "
        "use a comma-separated list of module names or globs such as `corp_*`"
    )


@given(st.lists(st.text()))
def test_any_text_is_kept_or_refused(names: list[str]) -> None:
    try:
        kept: tuple[str, ...] | None = module_patterns("--x", names)
    except InvalidOption:
        kept = None
    assert kept in (None, tuple(names))


@given(st.text())
def test_a_refusal_is_one_line(value: str) -> None:
    assert len(str(InvalidOption("--x", value, "something else")).splitlines()) == 1


def test_a_folder_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stubs").mkdir()
    monkeypatch.chdir(tmp_path)
    assert folders("--x", ["./stubs"]) == (tmp_path / "stubs",)


@pytest.mark.parametrize("name", ["absent", "file.txt", "nul\0", "x" * 5000, 7])
def test_what_is_no_folder_is_refused(name: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file.txt").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidOption, match=r"^--pysafe-libraries: .*; use a comma-separated list of existing folders"):
        folders("--pysafe-libraries", [name])


@pytest.mark.parametrize(
    ("written", "meant"),
    [(True, True), (False, False), ("true", True), ("Yes", True), ("1", True), ("off", False), ("FALSE", False)],
)
def test_a_switch_reads_the_words_of_configuration_files(written: object, meant: bool) -> None:
    assert switch("--x", written) is meant


@pytest.mark.parametrize("written", ["", "maybe", "2", None, 1])
def test_a_switch_refuses_other_words(written: object) -> None:
    with pytest.raises(InvalidOption) as raised:
        switch("--pysafe-pedantic", written)
    assert str(raised.value) == f"--pysafe-pedantic: {written!r} is not allowed; use `true` or `false`"


def test_licences_are_separated_by_commas_and_lines() -> None:
    text = "GPL-3.0-only, MIT License,\nAGPL-*, Apache-2.0 OR MIT"
    assert licence_names("--x", text) == ("GPL-3.0-only", "MIT License", "AGPL-*", "Apache-2.0 OR MIT")


@pytest.mark.parametrize("name", ["GPLv3", "GPL3", "Apache-3.0"])
def test_a_licence_that_nothing_could_match_is_refused(name: str) -> None:
    with pytest.raises(InvalidOption, match=rf"^--pysafe-licence-deny: '{name}' is not allowed; use SPDX identifiers"):
        licence_names("--pysafe-licence-deny", f"MIT,{name}")


@pytest.mark.parametrize("option", ["audit_report", "licence_report"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "it cannot be opened"),
        ("{", "it is not valid JSON"),
        ("", "it is not valid JSON"),
        ("[" * 100_000, "it is nested too deeply"),
        ('{"a": 1}', "it is not in a format that is known"),
        ("7", "it is not in a format that is known"),
    ],
)
def test_a_report_that_cannot_be_used_is_one_error(
    option: str, content: str | None, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableReport) as raised:
        parsed(namespace(**{f"pysafe_{option}": str(path)}))
    flag = f"--pysafe-{option.replace('_', '-')}"
    assert str(raised.value) == f"{flag}: the report {str(path)!r} cannot be used: {reason}"


# A value that each option refuses, in a configuration file and on the command line.
WRONG = {
    "--pysafe-known-modules": "my-lib",
    "--pysafe-libraries": "./absent",
    "--pysafe-audit-report": "./absent.json",
    "--pysafe-licence-report": "./absent.json",
    "--pysafe-licence-deny": "GPLv3",
    "--pysafe-licence-allow": "GPLv3",
    "--pysafe-baseline": "./absent.txt",
}
SWITCHES = {row.flag: "maybe" for row in ROWS if row.registration.get("const") is True}


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(project.parent))  # flake8 looks for a configuration up to there
    monkeypatch.chdir(project)
    monkeypatch.setattr(Plugin, "options", Options())  # flake8 sets them in this process
    return project


def test_of_every_option_a_wrong_value_is_known() -> None:
    assert {*WRONG, *SWITCHES} == {row.flag for row in ROWS}


@pytest.mark.parametrize(("flag", "value"), [*WRONG.items(), *SWITCHES.items()])
def test_flake8_refuses_a_wrong_value_in_a_file(flag: str, value: str, here: Path) -> None:
    (here / "setup.cfg").write_text(f"[flake8]\n{flag.removeprefix('--')} = {value}\n")
    with pytest.raises(ExecutionError, match=f"^{flag}: "):
        parse_args([])


@pytest.mark.parametrize(("flag", "value"), WRONG.items())
@pytest.mark.usefixtures("here")
def test_flake8_refuses_a_wrong_argument(flag: str, value: str) -> None:
    with pytest.raises(ExecutionError, match=f"^{flag}: "):
        parse_args([f"{flag}={value}"])


@pytest.mark.parametrize("flag", SWITCHES)
@pytest.mark.usefixtures("here")
def test_flake8_refuses_a_switch_with_a_value(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse_args([f"{flag}=true"])
    assert f"argument {flag}: ignored explicit argument 'true'" in capsys.readouterr().err


def test_flake8_refuses_an_unknown_key_that_a_plugin_reads_from_a_pyproject(here: Path) -> None:
    pytest.importorskip("flake8p", reason="no Flake8-pyproject")  # noqa: PS301  # its module is called so
    (here / "pyproject.toml").write_text("[tool.flake8]\npysafe-pedantik = true\n")
    with pytest.raises(UnknownOption, match=r"the nearest is 'pysafe-pedantic'$"):
        parse_args([])
