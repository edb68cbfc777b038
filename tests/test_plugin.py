"""The plugin as flake8 sees it: in process for what the door promises, as a program for the rest."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flake8_pysafe
from conftest import ROOT, Flake8
from flake8_pysafe import check
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin, presentable

UNSAFE = "import requests\nrequests.get(u, verify=False)\n"
REPORTED = "./bad.py:2:24: PS101"


# --- what the door promises ---


def results(monkeypatch: pytest.MonkeyPatch, *findings: Finding | BaseException) -> list[tuple[Any, ...]]:
    """What the plugin gives flake8 for a two-line file when the checks yield, or raise, these."""

    def scripted(source: Source, options: Options) -> Iterator[Finding]:
        for finding in findings:
            if isinstance(finding, BaseException):
                raise finding
            yield finding

    monkeypatch.setattr(check, "findings", scripted)
    return list(Plugin(ast.parse("x = 1\ny = 2\n"), ["x = 1\n", "y = 2\n"], "x.py").run())


def test_a_finding_becomes_what_flake8_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    assert results(monkeypatch, Finding(2, 4, "PS101", "text")) == [(2, 4, "PS101 text", Plugin)]


@pytest.mark.parametrize(
    "error", [KeyError("k"), RecursionError(), MemoryError(), AssertionError("/home/me/secret.py")]
)
def test_an_internal_error_is_one_finding_beside_the_others(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    where = f"`flake8_pysafe.plugin._findings` ({type(error).__name__})"
    assert results(monkeypatch, Finding(2, 0, "PS101", "text"), error) == [
        (1, 0, f"PS901 not fully checked: internal error in {where}; report it to flake8-pysafe", Plugin),
        (2, 0, "PS101 text", Plugin),
    ]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit()])
def test_what_is_meant_to_end_the_run_ends_it(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(type(error)):
        results(monkeypatch, error)


def test_tests_see_internal_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Plugin, "raise_errors", True)
    with pytest.raises(KeyError):
        results(monkeypatch, KeyError())


def test_a_name_out_of_the_code_cannot_break_the_line() -> None:
    text = "module `a\r\n\x1b[31m\u202e\u2028\ud800é` looks like `b`"
    (shown,) = presentable([Finding(1, 0, "PS301", text)], ("x\n",))
    assert shown.text == r"module `a\r\n\x1b[31m\u202e\u2028\ud800é` looks like `b`"


@pytest.mark.parametrize("forged", ["X:999:2: E501 z", "X:999:2:3: E501 z", "X::: E501 z", "b.py:1:1: PS101 x:2:2: y"])
def test_a_text_cannot_be_taken_for_the_place_of_another_finding(forged: str) -> None:
    (shown,) = presentable([Finding(1, 0, "PS501", f"`requests` has {forged}")], ("x\n",))
    # The pattern of python-lsp-server, which takes the last place in the line.
    place = re.match(r"(.*):(\d*):(\d*): (\w*) (.*)", f"./a.py:3:8: {shown.code} {shown.text}")
    assert place is not None
    assert place.groups()[:4] == ("./a.py", "3", "8", "PS501")


@given(
    st.lists(
        st.builds(
            Finding,
            st.integers(-3, 6),
            st.integers(-3, 12),
            st.sampled_from(["PS101", "PS202"]),
            st.text(st.characters(exclude_categories=())),
        )
    ),
    st.sampled_from([(), ("\n",), ("é = 1\r\n", "x = 2")]),
)
def test_whatever_is_found_can_be_shown(findings: list[Finding], lines: tuple[str, ...]) -> None:
    shown = presentable(findings, lines)
    places = [(finding.line, finding.column, finding.code) for finding in shown]
    assert places == sorted(set(places))
    assert bool(shown) == bool(findings)
    for finding in shown:
        width = len(lines[finding.line - 1].rstrip("\r\n")) if lines else 0
        assert 1 <= finding.line <= max(len(lines), 1)
        assert 0 <= finding.column <= width
        assert finding.text.isprintable()


def test_the_tree_is_left_as_it_was() -> None:
    source = (ROOT / "flake8_pysafe" / "plugin.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    list(Plugin(tree, source.splitlines(keepends=True), "plugin.py").run())
    untouched = ast.parse(source)
    assert [vars(node).keys() for node in ast.walk(tree)] == [vars(node).keys() for node in ast.walk(untouched)]
    assert ast.dump(tree, include_attributes=True) == ast.dump(untouched, include_attributes=True)


# --- the real flake8 ---


def places(output: str) -> list[str]:
    """`path:line:column: code` of each line of output."""
    return [" ".join(line.split(" ", 2)[:2]) for line in output.splitlines()]


def test_flake8_lists_the_plugin(flake8: Flake8) -> None:
    assert f"flake8-pysafe: {flake8_pysafe.__version__}" in flake8("--version").stdout


def test_flake8_reports_a_finding(flake8: Flake8, project: Path) -> None:
    (project / "bad.py").write_text(UNSAFE)
    result = flake8("--select=PS", ".")
    assert (places(result.stdout), result.stderr, result.returncode) == ([REPORTED], "", 1)


def test_findings_are_on_without_any_configuration(flake8: Flake8, project: Path) -> None:
    (project / "bad.py").write_text(UNSAFE)
    assert REPORTED in places(flake8(".").stdout)


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (["--select=PS101"], [REPORTED]),
        (["--select=PS1"], [REPORTED]),
        (["--select=PS2"], []),
        (["--select=PS", "--ignore=PS101"], []),
        (["--select=PS", "--per-file-ignores=bad.py:PS1"], []),
        (["--select=PS", "--per-file-ignores=other.py:PS1"], [REPORTED]),
    ],
)
def test_codes_are_chosen_with_the_options_of_flake8(
    arguments: list[str], reported: list[str], flake8: Flake8, project: Path
) -> None:
    (project / "bad.py").write_text(UNSAFE)
    assert places(flake8(*arguments, ".").stdout) == reported


@pytest.mark.parametrize(("comment", "reported"), [("# noqa: PS101", []), ("# noqa: PS102", [REPORTED])])
def test_noqa_silences_the_code_it_names(comment: str, reported: list[str], flake8: Flake8, project: Path) -> None:
    (project / "bad.py").write_text(UNSAFE.replace("False)", f"False)  {comment}"))
    assert places(flake8("--select=PS", ".").stdout) == reported


def test_jobs_change_nothing(flake8: Flake8, project: Path) -> None:
    for number in range(6):
        (project / f"bad{number}.py").write_text(UNSAFE)
    alone = flake8("--select=PS", "-j1", ".").stdout
    assert len(places(alone)) == 6
    assert flake8("--select=PS", "-j2", ".").stdout == alone


def test_standard_input_is_checked_under_the_name_it_is_given(flake8: Flake8) -> None:
    result = flake8("--select=PS", "--stdin-display-name=src/unsaved.py", "-", stdin=UNSAFE)
    assert places(result.stdout) == ["src/unsaved.py:2:24: PS101"]


def test_columns_count_characters(flake8: Flake8, project: Path) -> None:
    (project / "bad.py").write_text("import requests\nrequests.get('é日本😀', verify=False)\n", encoding="utf-8")
    assert places(flake8("--select=PS", ".").stdout) == ["./bad.py:2:29: PS101"]


def test_a_file_that_does_not_parse_is_left_to_flake8(flake8: Flake8, project: Path) -> None:
    (project / "bad.py").write_text(UNSAFE)
    (project / "broken.py").write_text("def f(:\n")
    result = flake8("--select=PS,E9", ".")
    assert (places(result.stdout)[0], places(result.stdout)[1][:11], result.stderr) == (REPORTED, "./broken.py", "")
    assert "E999" in result.stdout


# --- options, from the command line and from configuration files ---


@pytest.mark.parametrize("key", ["pysafe-known-modules", "pysafe_known_modules"])
@pytest.mark.parametrize(("value", "found"), [("local, corp_*", []), ("local", ["./bad.py:1:8: PS302"])])
def test_an_option_is_read_from_the_configuration(
    key: str, value: str, found: list[str], flake8: Flake8, project: Path
) -> None:
    (project / "pyproject.toml").write_text('[project]\nname = "shop"\nversion = "1"\ndependencies = ["requests"]\n')
    (project / "setup.cfg").write_text(f"[flake8]\nselect = PS\n{key} = {value}\n")
    (project / "bad.py").write_text("import corp_billing_ledger\n")
    assert places(flake8(".").stdout) == found


def test_a_folder_is_relative_to_the_configuration(flake8: Flake8, project: Path) -> None:
    (project / "tools" / "models").mkdir(parents=True)
    (project.parent / "setup.cfg").write_text("[flake8]\npysafe-libraries = project/tools/models\n")
    assert flake8(".").stdout == ""


@pytest.mark.parametrize(
    ("option", "value", "allowed"),
    [
        ("pysafe-known-modules", "my-lib", "a comma-separated list of module names or globs such as `corp_*`"),
        ("pysafe-libraries", "absent", "a comma-separated list of existing folders, relative ones with a `/`"),
        ("pysafe-pedantic", "maybe", "`true` or `false`"),
        ("pysafe-require-declared", "", "`true` or `false`"),
    ],
)
def test_a_wrong_value_ends_the_run_with_one_line(
    option: str, value: str, allowed: str, flake8: Flake8, project: Path
) -> None:
    (project / "setup.cfg").write_text(f"[flake8]\n{option} = {value}\n")
    result = flake8(".")
    _heading, line = result.stdout.splitlines()
    assert line == f"--{option}: {value!r} is not allowed; use {allowed}"
    assert (result.stderr, result.returncode) == ("", 1)


def test_a_wrong_value_on_the_command_line_reads_the_same(flake8: Flake8) -> None:
    assert "--pysafe-known-modules: 'my-lib' is not allowed" in flake8("--pysafe-known-modules=a,my-lib", ".").stdout


def unknown(key: str, nearest: str) -> str:
    return f"{key!r} in the configuration of flake8 is not an option; the nearest is {nearest!r}"


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("pysafe-knwon-modules", "pysafe-known-modules"),
        ("pysafe_library", "pysafe-libraries"),
        ("pysafe-require", "pysafe-require-declared"),
        ("pysafe-known_modules", "pysafe-known-modules"),
        ("pysafe-", "pysafe-pedantic"),
    ],
)
def test_an_unknown_key_of_ours_names_the_nearest(key: str, nearest: str, flake8: Flake8, project: Path) -> None:
    (project / "setup.cfg").write_text(f"[flake8]\n{key} = x\n")
    result = flake8(".")
    _heading, line = result.stdout.splitlines()
    assert line == unknown(key, nearest)
    assert (result.stderr, result.returncode) == ("", 1)


@pytest.mark.parametrize("argument", ["--config", "--append-config"])
def test_an_unknown_key_is_seen_in_whatever_file_flake8_reads(argument: str, flake8: Flake8, project: Path) -> None:
    (project / "other.ini").write_text("[flake8]\npysafe-pedantik = true\n")
    assert unknown("pysafe-pedantik", "pysafe-pedantic") in flake8(f"{argument}=other.ini", ".").stdout


def test_an_unknown_key_of_somebody_else_is_not_ours_to_refuse(flake8: Flake8, project: Path) -> None:
    (project / "setup.cfg").write_text("[flake8]\nsafe-pysafe = x\nunknown = y\n")
    assert flake8(".").returncode == 0


def test_an_unknown_key_is_unread_when_flake8_is_isolated(flake8: Flake8, project: Path) -> None:
    (project / "setup.cfg").write_text("[flake8]\npysafe-pedantik = true\n")
    assert flake8("--isolated", ".").returncode == 0
