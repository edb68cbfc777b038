"""`python -m flake8_pysafe`: the commands, and flake8's options around the check of names."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import flake8_pysafe
from flake8_pysafe.cli import COMMANDS, Command, main, usage

Deps = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def deps(project: Path) -> Deps:
    """Run the command in the project folder, with the package that is imported here."""
    environment = {
        **os.environ,
        "HOME": str(project.parent),  # flake8 looks for a configuration up to there
        "PYTHONPATH": str(Path(flake8_pysafe.__file__).parents[1]),
    }

    def deps(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "flake8_pysafe", "deps", *arguments]
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)

    return deps


def write(project: Path, **files: str) -> None:
    for name, content in files.items():
        (project / name.replace("__", ".")).write_text(content, encoding="utf-8")


def test_what_is_found_is_printed_as_flake8_does(deps: Deps, project: Path) -> None:
    write(project, requirements__txt="flask\nreqeusts==1\n", pyproject__toml='[build-system]\nrequires = ["pandsa"]\n')
    ran = deps()
    assert sorted(ran.stdout.splitlines()) == [
        "pyproject.toml:2:14: PS401 `pandsa` looks like `pandas`; check the name before installing it",
        "requirements.txt:2:1: PS401 `reqeusts` looks like `requests`; check the name before installing it",
    ]
    assert (ran.returncode, ran.stderr) == (1, "")


def test_nothing_to_say_is_success(deps: Deps, project: Path) -> None:
    write(project, requirements__txt="flask\n")
    ran = deps("requirements.txt", ".")
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--format=%(path)s|%(row)d|%(col)d|%(code)s"], ["requirements.txt|1|1|PS401", "requirements.txt|2|1|PS403"]),
        (["--select=PS403", "--format=%(code)s"], ["PS403"]),
        (["--extend-ignore=PS403", "--format=%(code)s"], ["PS401"]),
        (["--per-file-ignores=requirements.txt:PS401", "--format=%(code)s"], ["PS403"]),
        (["--disable-noqa", "--format=%(row)d"], ["1", "2", "3"]),
        (["--pysafe-known-modules=reqeusts", "--format=%(code)s"], ["PS403"]),
        (["--quiet"], ["requirements.txt"]),
        (["--exclude=requirements.txt"], []),
        (["--count", "--format=%(code)s"], ["PS401", "PS403", "2"]),
    ],
)
def test_the_options_of_flake8_apply(arguments: list[str], expected: list[str], deps: Deps, project: Path) -> None:
    write(project, requirements__txt="reqeusts\ncertifi==1\npandsa  # noqa: PS401\n")
    assert deps(*arguments).stdout.splitlines() == expected


def test_the_configuration_of_flake8_applies(deps: Deps, project: Path) -> None:
    write(project, requirements__txt="reqeusts\n", setup__cfg="[flake8]\npysafe-known-modules = reqeusts\n")
    assert deps().stdout == ""


def test_the_exit_status_can_be_zero(deps: Deps, project: Path) -> None:
    write(project, requirements__txt="reqeusts\n")
    assert deps("--exit-zero").returncode == 0


def test_a_file_can_be_silenced(deps: Deps, project: Path) -> None:
    write(project, requirements__txt="# flake8: noqa\nreqeusts\n")
    assert deps().returncode == 0


def test_what_is_installed_is_not_the_projects(deps: Deps, project: Path) -> None:
    (project / ".venv" / "lib").mkdir(parents=True)
    write(project / ".venv" / "lib", requirements__txt="reqeusts\n")
    assert deps().stdout == ""


def test_a_file_that_is_not_there_is_told(deps: Deps) -> None:
    ran = deps("absent.txt")
    assert (ran.stdout, ran.returncode) == ("absent.txt:1:1: PS901 not read: it cannot be opened\n", 1)


def test_a_wrong_option_is_one_line(deps: Deps) -> None:
    ran = deps("--pysafe-audit-report=absent.json")
    assert ran.stderr == "--pysafe-audit-report: the report 'absent.json' cannot be used: it cannot be opened\n"
    assert (ran.stdout, ran.returncode) == ("", 1)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command.name, "--help"]) == 0
    assert f"python -m flake8_pysafe {command.name}" in capsys.readouterr().out
    assert command.name in usage()


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["nonsense"], 2), (["--help"], 0), (["--version"], 0)])
def test_the_commands_are_listed(arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == status
    printed = capsys.readouterr()
    assert ("deps" in printed.out + printed.err) or flake8_pysafe.__version__ in printed.out
