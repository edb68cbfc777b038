"""Every format: names are found where they stand, and known ones are left alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from flake8_pysafe.dependencies import judge, project_files
from requirement_files import FORMATS, Format

SHARED = ROOT.parent / "shared" / "data"

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the lists of names are not beside this repository")


def reports(path: Path, root: Path) -> list[str]:
    """What the command prints of a file and those it includes: `line:column code`."""
    return [
        f"{found.line}:{found.column + 1} {found.code}"
        for read in project_files.read(str(path), str(root), set())
        for found in judge.findings(read.contents)
    ]


def written(form: Format, name: str, folder: Path) -> Path:
    path = folder / form.file
    path.parent.mkdir(exist_ok=True)
    path.write_text(form.written(name), encoding="utf-8")
    return path


def column(name: str, file: str) -> Iterator[str]:
    with (SHARED / file).open(encoding="utf-8") as rows:
        yield from (row[name] for row in csv.DictReader(rows))


@each_format
def test_a_misspelled_name_is_found_where_it_stands(form: Format, tmp_path: Path) -> None:
    line, place = form.place()
    assert reports(written(form, "reqeusts", tmp_path), tmp_path) == [f"{line}:{place} PS401"]


@each_format
def test_a_malicious_name_is_found_where_it_stands(form: Format, tmp_path: Path) -> None:
    line, place = form.place()
    assert reports(written(form, "colourama", tmp_path), tmp_path) == [f"{line}:{place} PS402"]


@each_format
def test_a_well_known_name_is_right(form: Format, tmp_path: Path) -> None:
    assert reports(written(form, "Requests", tmp_path), tmp_path) == []


@needs_shared
@each_format
def test_squats_are_found_in_every_format(form: Format, tmp_path: Path) -> None:
    line, place = form.place()
    expected = ([f"{line}:{place} PS401"], [f"{line}:{place} PS402"])
    names = list(column("name", "typosquat_truth_dev.csv"))[::11]
    assert [name for name in names if reports(written(form, name, tmp_path), tmp_path) not in expected] == []


@needs_shared
def test_the_most_downloaded_are_right(tmp_path: Path) -> None:
    names = list(column("name", "top_pypi_packages.csv"))[:5000]
    path = tmp_path / "requirements.txt"
    path.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    found = [report.split() for report in reports(path, tmp_path)]
    wrong = [names[int(place.partition(":")[0]) - 1] for place, code in found if code != "PS406"]
    assert wrong == []


@needs_shared
@each_format
def test_the_most_downloaded_are_right_in_every_format(form: Format, tmp_path: Path) -> None:
    names = list(column("name", "top_pypi_packages.csv"))[:5000:50]
    assert [name for name in names if reports(written(form, name, tmp_path), tmp_path)] == []
