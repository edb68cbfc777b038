"""The command that shows what the options are set to, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_pysafe.cli import main
from flake8_pysafe.options import ROWS


@pytest.fixture(autouse=True)
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(project.parent))  # flake8 looks for a configuration up to there
    monkeypatch.chdir(project)


def rows(output: str) -> dict[str, list[str]]:
    """Origin and value of each option."""
    return {line.split()[0]: line.split(maxsplit=2)[1:] for line in output.splitlines() if line.startswith("pysafe-")}


def test_without_a_configuration_everything_is_at_its_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("configuration: no file\n")
    assert rows(output) == {
        row.key: ["default", "false"] if row.registration["default"] is False else ["default"] for row in ROWS
    }


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
def test_a_value_is_shown_with_its_file(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "tools").mkdir()
    (project / name).write_text(
        "[flake8]\npysafe-known-modules = corp_*,\n    local\npysafe_pedantic = yes\npysafe-libraries = ./tools\n"
        "pysafe-licence-deny = GPL-3.0-only, MIT License\n"
    )
    assert main(["check-config"]) == 0
    output = capsys.readouterr().out
    assert output.startswith(f"configuration: {name}\n")
    shown = rows(output)
    assert shown["pysafe-known-modules"] == [name, "corp_*, local"]
    assert shown["pysafe-pedantic"] == [name, "yes"]
    assert shown["pysafe-libraries"] == [name, str(project / "tools")]
    assert shown["pysafe-licence-deny"] == [name, "GPL-3.0-only, MIT License"]
    assert shown["pysafe-require-declared"] == ["default", "false"]


def test_the_stronger_source_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "setup.cfg").write_text("[flake8]\npysafe-known-modules = a\npysafe-pedantic = false\n")
    (project / "more.ini").write_text("[flake8]\npysafe-known-modules = b\n")
    (project / "unread.ini").write_text("[flake8]\npysafe-known-modules = c\n")
    assert main(["check-config", "--append-config=more.ini", "--pysafe-pedantic"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("configuration: setup.cfg, more.ini\n")
    assert rows(output)["pysafe-known-modules"] == ["more.ini", "b"]
    assert rows(output)["pysafe-pedantic"] == ["the", "command line  true"]


@pytest.mark.parametrize("arguments", [["--isolated"], ["--config=other.ini"]])
def test_what_flake8_does_not_read_is_not_shown(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "setup.cfg").write_text("[flake8]\npysafe-nonsense = 1\n")
    (project / "other.ini").write_text("[flake8]\n")
    assert main(["check-config", *arguments]) == 0
    assert "setup.cfg" not in capsys.readouterr().out


def test_every_fault_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "setup.cfg").write_text(
        "[flake8]\npysafe-pedantik = true\npysafe_known_module = a\npysafe-require-declared = maybe\n"
        "pysafe-known-modules = my-lib\npysafe-libraries = ./absent\npysafe-audit-report = ./absent.json\n"
        "pysafe-licence-report = ./absent.json\npysafe-licence-deny = GPLv3\npysafe-licence-allow = GPL3\n"
        "pysafe-baseline = ./absent.txt\nunknown-to-us = 1\nmax-line-length = wide\n"
    )
    assert main(["check-config"]) == 1
    faults = capsys.readouterr().out.split("\n\n")[2].splitlines()
    assert [fault.removeprefix("setup.cfg: ").split(":")[0] for fault in faults] == [
        "'pysafe-pedantik' in the configuration of flake8 is not an option; the nearest is 'pysafe-pedantic'",
        "'pysafe_known_module' in the configuration of flake8 is not an option; the nearest is 'pysafe-known-modules'",
        "--pysafe-known-modules",
        "--pysafe-libraries",
        "--pysafe-require-declared",
        "--pysafe-audit-report",
        "--pysafe-licence-report",
        "--pysafe-licence-deny",
        "--pysafe-licence-allow",
        "--pysafe-baseline",
    ]


def test_a_wrong_argument_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config", "--pysafe-known-modules=a,my-lib"]) == 1
    assert "the command line: --pysafe-known-modules: 'my-lib' is not allowed" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-config", "--config=absent.ini"]) == 1
    assert capsys.readouterr().err == "The specified config file does not exist: absent.ini\n"


def test_a_pyproject_that_a_plugin_reads_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("flake8p", reason="no Flake8-pyproject")  # noqa: PS301  # its module is called so
    (project / "pyproject.toml").write_text(
        '[tool.flake8]\npysafe-known-modules = ["a", "b"]\npysafe-pedantik = true\n'
    )
    assert main(["check-config"]) == 1
    output = capsys.readouterr().out
    assert rows(output)["pysafe-known-modules"] == ["pyproject.toml", "a, b"]
    assert "pyproject.toml: 'pysafe-pedantik' in the configuration of flake8 is not an option" in output
