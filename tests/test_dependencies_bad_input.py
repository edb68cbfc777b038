"""Files that are broken, hostile or too large: one clear finding, and nothing lost of the rest."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.dependencies import judge, project_files
from flake8_pysafe.dependencies.contents import Contents
from flake8_pysafe.dependencies.formats import conda, ini, locks, requirements, tables
from flake8_pysafe.imports import files


def reports(folder: Path, name: str, content: str | bytes | None = None) -> list[str]:
    """What is said of a file in a project, and of those it includes: `file:line:column code text`."""
    if content is not None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [
        f"{os.path.relpath(read.path, folder)}:{found.line}:{found.column + 1} {found.code} {found.text}"
        for read in project_files.read(str(folder / name), str(folder), set())
        for found in judge.findings(read.contents)
    ]


def test_a_line_that_is_no_requirement_costs_only_itself(tmp_path: Path) -> None:
    assert reports(tmp_path, "requirements.txt", "flask please\nreqeusts\n==1\n") == [
        "requirements.txt:2:1 PS401 `reqeusts` looks like `requests`; check the name before installing it",
        "requirements.txt:1:1 PS901 not read: `flask please` is not a requirement",
        "requirements.txt:3:1 PS901 not read: `==1` is not a requirement",
    ]


def test_a_text_of_another_kind_is_told_once(tmp_path: Path) -> None:
    prose = "Write down what the program needs.\n" * 20
    expected = ["requirements.txt:1:1 PS901 not read: this is no list of requirements"]
    assert reports(tmp_path, "requirements.txt", prose) == expected


def test_a_template_is_no_mistake(tmp_path: Path) -> None:
    assert reports(tmp_path, "requirements.txt", "{{ cookiecutter.name }}=={{ version }}\n{% if x %}\nflask\n") == []


def test_includes_are_read_and_told_by_their_own_name(tmp_path: Path) -> None:
    reports(tmp_path, "requirements/base.txt", "reqeusts\n")
    assert [
        report.split(" PS")[0] for report in reports(tmp_path, "dev.txt", "-r requirements/base.txt\npandsa\n")
    ] == [
        "dev.txt:2:1",
        "requirements/base.txt:1:1",
    ]


def test_includes_that_go_round_are_read_once(tmp_path: Path) -> None:
    reports(tmp_path, "a.txt", "-r b.txt\nreqeusts\n")
    assert len(reports(tmp_path, "b.txt", "-r a.txt\n-r b.txt\n-c ./a.txt\n")) == 1


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("-r /etc/passwd", "`/etc/passwd` lies outside the project"),
        ("-r ../other/a.txt", "`../other/a.txt` lies outside the project"),
        ("-r ~/a.txt", "`~/a.txt` is no plain path"),
        ("-r $HOME/a.txt", "`$HOME/a.txt` is no plain path"),
        ("-r https://example.org/a.txt", "`https://example.org/a.txt` is no file of this project"),
        ("-r absent.txt", "there is no file `absent.txt`"),
        ("-r .", "there is no file `.`"),
    ],
)
def test_an_include_that_is_not_read_is_told(written: str, reason: str, tmp_path: Path) -> None:
    expected = [f"requirements.txt:1:4 PS901 not read: {reason}"]
    assert reports(tmp_path, "requirements.txt", f"{written}\nflask\n") == expected


def test_a_chain_of_includes_ends(tmp_path: Path) -> None:
    for number in range(30):
        reports(tmp_path, f"{number}.txt", f"-r {number + 1}.txt\n")
    assert reports(tmp_path, "0.txt") == ["10.txt:1:4 PS901 not read: `11.txt` is one include too many"]


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.txt").write_text("reqeusts\n", encoding="utf-8")
    (project / "requirements.txt").symlink_to(tmp_path / "secret.txt")
    assert reports(project, "requirements.txt") == ["requirements.txt:1:1 PS901 not read: it lies outside the project"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("pyproject.toml", "[project", "it is not valid TOML"),
        ("pyproject.toml", f"a = {'[' * 2000}", "it is nested too deeply"),
        ("pyproject.toml", f"a{'.a' * 5000} = 1\n", "a key has too many parts"),
        ("pyproject.toml", f"a = {'9' * 6000}\n", "it holds a value that cannot be read"),
        ("Pipfile", "[packages", "it is not valid TOML"),
        ("Pipfile.lock", "{", "it is not valid JSON"),
        ("Pipfile.lock", "[" * 100_000, "it is nested too deeply"),
        ("setup.cfg", "[metadata\nname", "it is not in the format of `configparser`"),
        ("requirements.txt", b"\xff\xffreqeusts", "it is not UTF-8 text"),
        ("requirements.txt", b"#" * (files.MANIFEST_BYTES + 1), "it is larger than 1 MB"),
        ("poetry.lock", b"#" * (files.LOCK_BYTES + 1), "it is larger than 32 MB"),
        ("absent.txt", None, "it cannot be opened"),
    ],
    ids=str,
)
def test_a_file_that_cannot_be_read_is_told(
    name: str, content: str | bytes | None, reason: str, tmp_path: Path
) -> None:
    found = reports(tmp_path, name, content)
    assert [report.partition(" PS901 ")[2] for report in found] == [f"not read: {reason}"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_what_windows_writes_is_read(encoding: str, tmp_path: Path) -> None:
    content = "flask\r\nreqeusts\r\n".encode(encoding)
    assert [report.split(" `")[0] for report in reports(tmp_path, "requirements.txt", content)] == [
        "requirements.txt:2:1 PS401"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_does_not_hold_the_run_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "requirements.txt")
    assert reports(tmp_path, "requirements.txt") == ["requirements.txt:1:1 PS901 not read: it is not a regular file"]


def test_a_large_lock_file_is_read(tmp_path: Path) -> None:
    packages = "".join(f'[[package]]\nname = "acme-{number}"\nversion = "1"\n\n' for number in range(20_000))
    found = reports(tmp_path, "uv.lock", f'{packages}[[package]]\nname = "reqeusts"\n')
    assert [report.split(" `")[0] for report in found] == ["uv.lock:80002:9 PS401"]


READERS = [
    requirements.read,
    tables.read,
    tables.read_pipfile,
    locks.read,
    locks.read_pipfile_lock,
    ini.read,
    ini.read_tox,
    conda.read,
]
PIECES = (
    "[project]", "[tool.uv]", "[options]", "[[package]]", "dependencies", "install_requires", "deps", " = ", ": ", "[",
    "]", "{", "}", '"', "'", "\n", "\n  ", "- ", "-r ", "-e ", "--index-url ", "#", "\\\n", "a", "==1", "é", "http://a",
    "name = ", "pip:", ",", ";", "\0",
)  # fmt: skip


@pytest.mark.parametrize("read", READERS, ids=lambda read: f"{read.__module__.rpartition('.')[2]}-{read.__name__}")
@given(text=st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_any_text_is_read(read: Callable[[str], Contents], text: str) -> None:
    lines = text.count("\n") + 1
    for found in judge.findings(read(text)):
        assert 1 <= found.line <= lines
