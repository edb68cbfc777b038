"""The baseline as a project uses it: written by the command, read by flake8."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from conftest import Flake8
from flake8_pysafe import baseline
from flake8_pysafe.cli import main
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin

UNSAFE = "import requests\n\n\ndef get(u):\n    return requests.get(u, verify=False)\n"
HEADER = 2  # lines of a baseline that say what it is


@pytest.fixture(autouse=True)
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project with a configured baseline and one unsafe file."""
    monkeypatch.setenv("HOME", str(project.parent))  # flake8 looks for a configuration up to there
    monkeypatch.chdir(project)
    monkeypatch.setattr(Plugin, "options", Options())  # flake8 runs in this process, and sets them
    (project / "src").mkdir()
    (project / "src" / "a.py").write_text(UNSAFE)
    (project / "setup.cfg").write_text("[flake8]\nselect = PS\njobs = 1\npysafe-baseline = ./accepted.txt\n")


def entries(project: Path, name: str = "accepted.txt") -> list[str]:
    """Path and code of each entry."""
    lines = (project / name).read_text(encoding="utf-8").splitlines()[HEADER:]
    return [" ".join(line.split()[:2]) for line in lines]


def test_what_is_accepted_is_not_reported_and_what_is_new_is(flake8: Flake8, project: Path) -> None:
    assert main(["baseline"]) == 0
    assert entries(project) == ["src/a.py PS101"]
    assert flake8(".").stdout == ""
    (project / "src" / "b.py").write_text(UNSAFE)
    (project / "src" / "a.py").write_text("# moved\n" + UNSAFE + UNSAFE)
    reported = ["./src/a.py:11:35: PS101", "./src/b.py:5:35: PS101"]
    for jobs in ("-j1", "-j2"):
        result = flake8(jobs, ".")
        assert [line[: line.index(" `")] for line in result.stdout.splitlines()] == reported


def test_a_baseline_holds_for_standard_input(flake8: Flake8) -> None:
    assert main(["baseline"]) == 0
    assert flake8("--stdin-display-name=src/a.py", "-", stdin=UNSAFE).stdout == ""
    assert "src/b.py:5" in flake8("--stdin-display-name=src/b.py", "-", stdin=UNSAFE).stdout


def test_a_baseline_holds_in_any_folder(flake8: Flake8, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "src")
    assert main(["baseline", "."]) == 0
    assert entries(project) == ["src/a.py PS101"]
    assert flake8("src/a.py").stdout == ""


def test_what_is_suppressed_or_not_selected_is_not_in_a_baseline(project: Path) -> None:
    (project / "src" / "a.py").write_text(UNSAFE.replace("False)", "False)  # noqa: PS101"))
    (project / "src" / "b.py").write_text(UNSAFE)
    (project / "src" / "c.py").write_text(UNSAFE + "import pickle\npickle.loads(u)\n")
    assert main(["baseline", "--per-file-ignores=b.py:PS1", "--extend-ignore=PS2"]) == 0
    assert entries(project) == ["src/c.py PS101"]


def test_a_suppressed_copy_uses_nothing_up(flake8: Flake8, project: Path) -> None:
    suppressed = """requests.post(u, verify=False, data='''
''')  # noqa: PS101
"""
    (project / "src" / "a.py").write_text("import requests\n" + suppressed + suppressed.replace("  # noqa: PS101", ""))
    assert main(["baseline"]) == 0
    assert entries(project) == ["src/a.py PS101"]
    assert flake8(".").stdout == ""
    assert [line.split(":")[1] for line in flake8("--disable-noqa", ".").stdout.splitlines()] == ["2"]


def test_codes_of_others_are_not_in_a_baseline(project: Path) -> None:
    (project / "setup.cfg").write_text("[flake8]\nselect = PS,F\n")
    (project / "src" / "a.py").write_text("import os\n" + UNSAFE)
    assert main(["baseline", "--output=other.txt"]) == 0
    assert entries(project, "other.txt") == ["src/a.py PS101"]


def test_without_a_configured_baseline_a_name_is_chosen_and_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "setup.cfg").unlink()
    assert main(["baseline"]) == 0
    assert entries(project, "pysafe-baseline.txt") == ["src/a.py PS101"]
    assert capsys.readouterr().out == (
        "pysafe-baseline.txt: 1 accepted, 1 added, 0 removed\n"
        "to have it read, write into flake8's configuration: pysafe-baseline = ./pysafe-baseline.txt\n"
    )


def test_entries_that_nothing_accounts_for_are_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["baseline"])
    assert main(["baseline", "--check"]) == 0
    capsys.readouterr()
    (project / "src" / "a.py").rename(project / "src" / "b.py")
    before = (project / "accepted.txt").read_text(encoding="utf-8")
    assert main(["baseline", "--check"]) == 1
    assert [line.split()[:2] for line in capsys.readouterr().out.splitlines()] == [["src/a.py", "PS101"]]
    assert (project / "accepted.txt").read_text(encoding="utf-8") == before


def test_pruning_removes_and_never_adds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "src" / "a.py").write_text(UNSAFE + UNSAFE)
    main(["baseline"])
    (project / "src" / "a.py").write_text(UNSAFE + "import pickle\npickle.loads(u)\n")
    capsys.readouterr()
    assert main(["baseline", "--prune"]) == 0
    assert entries(project) == ["src/a.py PS101"]
    assert capsys.readouterr().out == "accepted.txt: 1 accepted, 0 added, 1 removed\n"


def test_entries_of_files_that_are_not_looked_at_stay(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "src" / "b.py").write_text(UNSAFE)
    main(["baseline"])
    (project / "src" / "a.py").write_text("")
    (project / "src" / "b.py").write_text("def f(:\n")
    capsys.readouterr()
    assert main(["baseline", "src/b.py", "--select=PS,E9"]) == 0
    printed = capsys.readouterr()
    assert entries(project) == ["src/a.py PS101", "src/b.py PS101"]
    assert printed.err.startswith("src/b.py: not looked at: E999 ")
    assert main(["baseline", "."]) == 0
    assert "src/a.py PS101" not in entries(project)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "it cannot be opened"),
        ("# x\n<<<<<<< HEAD\n", "line 2 is not `path code digest statement`: '<<<<<<< HEAD'"),
    ],
)
def test_a_baseline_that_cannot_be_read_ends_the_run(
    content: str | None, reason: str, flake8: Flake8, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "accepted.txt"
    if content is not None:
        path.write_text(content)
    result = flake8(".")
    _heading, line = result.stdout.splitlines()
    assert line == f"--pysafe-baseline: the baseline {str(path)!r} cannot be used: {reason}"
    assert (result.stderr, result.returncode) == ("", 1)
    assert main(["baseline", "--check"]) == 1
    assert capsys.readouterr().err == f"--pysafe-baseline: the baseline 'accepted.txt' cannot be used: {reason}\n"


def test_an_error_of_ours_costs_only_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError

    assert main(["baseline", "-j1"]) == 0
    monkeypatch.setattr(baseline, "unaccepted", broken)
    monkeypatch.setattr(Plugin, "options", Options(baseline=baseline.read("accepted.txt")))
    plugin = Plugin(ast.parse(UNSAFE), UNSAFE.splitlines(keepends=True), "src/a.py")
    assert [text.split()[0] for _, _, text, _ in plugin.run()] == ["PS101", "PS901"]


def test_a_baseline_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "--output=absent/accepted.txt"]) == 1
    assert "'absent/accepted.txt' cannot be used: it cannot be written" in capsys.readouterr().err


def test_standard_input_cannot_be_accepted(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["baseline", "-"])
    assert "standard input" in capsys.readouterr().err
