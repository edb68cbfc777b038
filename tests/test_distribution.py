"""What is published: a wheel with all that the plugin reads, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

import flake8_pysafe
from conftest import ROOT

# Without an environment of its own, for which a network would be needed.
pytest.importorskip("build")
pytest.importorskip("setuptools", minversion="70.1")  # the first to make a wheel by itself

PACKAGE = ROOT / "flake8_pysafe"
# What setuptools goes by.
DESCRIPTION = ("LICENSE", "MANIFEST.in", "README.md", "pyproject.toml", "setup.cfg")
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "top_level.txt"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source")
    for name in DESCRIPTION:
        shutil.copy(ROOT / name, folder)
    shutil.copytree(PACKAGE, folder / "flake8_pysafe", ignore=shutil.ignore_patterns("__pycache__"))
    # What an editor or a tool may leave behind.
    (folder / "flake8_pysafe" / "rules" / "notes.txt").touch()
    (folder / "flake8_pysafe" / "pages" / "PS101.md.orig").touch()
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--skip-dependency-check", str(folder)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (found,) = (folder / "dist").glob("*.whl")
    return found


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def metadata(wheel: Path) -> Message:
    (name,) = (name for name in names(wheel) if name.endswith(".dist-info/METADATA"))
    with zipfile.ZipFile(wheel) as archive:
        return message_from_bytes(archive.read(name))


def kept(pattern: str) -> set[str]:
    return {path.relative_to(ROOT).as_posix() for path in PACKAGE.glob(pattern) if path.is_file()}


def test_a_wheel_holds_modules_models_data_pages_and_the_marker_of_types(wheel: Path) -> None:
    wanted = kept("**/*.py") | kept("libraries/**/*.pyi") | kept("data/*") | kept("pages/PS???.md") | kept("py.typed")
    assert {name for name in names(wheel) if name.startswith("flake8_pysafe/")} == wanted


def test_a_wheel_holds_its_metadata_and_nothing_else(wheel: Path) -> None:
    rest = {PurePosixPath(name) for name in names(wheel) if not name.startswith("flake8_pysafe/")}
    assert {path.parts[0] for path in rest} == {f"flake8_pysafe-{flake8_pysafe.__version__}.dist-info"}
    assert {"/".join(path.parts[1:]) for path in rest} == METADATA


def test_the_version_is_that_of_the_package(wheel: Path) -> None:
    assert metadata(wheel)["Version"] == flake8_pysafe.__version__


def test_only_what_is_needed_to_run_is_asked_for(wheel: Path) -> None:
    wanted = [Requirement(line) for line in metadata(wheel).get_all("Requires-Dist", [])]
    needed = [each.name for each in wanted if "extra" not in str(each.marker)]
    assert sorted(needed) == ["astroid", "flake8", "packaging", "tomli"]


def test_data_are_files_that_are_described() -> None:
    described = (PACKAGE / "data" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (PACKAGE / "data").iterdir() if f"`{path.name}`" not in described] == ["README.md"]
