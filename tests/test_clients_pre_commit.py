"""pre-commit runs the hooks of the page in a repository, with the plugin built from this checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import clients
import flake8_pysafe
from conftest import ROOT
from test_docs import blocks

PAGE = "pre-commit"
HOOK = blocks((clients.PAGES / f"{PAGE}.md").read_text(encoding="utf-8"))["yaml"]
REPORTED = "a.py:2:26: PS101 `requests.get` skips certificate verification"
# As the repository of flake8 has it; its source distribution has not.
FLAKE8_HOOK = """\
- id: flake8
  name: flake8
  entry: flake8
  language: python
  types: [python]
  require_serial: true
"""


@pytest.fixture
def repository(project: Path) -> Path:
    """A repository with a file that is reported, which is staged."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (project / "a.py").write_text('import requests\nrequests.get("x", verify=False)\n')
    (project / "requirements.txt").write_text("requests\nreqeusts\n")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    return project


def git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=tests", "-c", "user.email=tests@example.org"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def pip(*arguments: str | Path) -> None:
    """Run pip; skips the test where it fails, which is where there is no package index."""
    done = subprocess.run([sys.executable, "-m", "pip", *arguments], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        pytest.skip(f"pip {arguments[0]} has failed: {done.stderr.splitlines()[-1]}")


def commit(repository: Path, configuration: str, environment: Mapping[str, str] | None = None) -> str:
    """What the hooks of a configuration print before a commit."""
    (repository / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    git(repository, "add", ".")
    variables = clients.environment(repository) | {"PRE_COMMIT_HOME": str(repository.parent / "store")}
    variables["HOME"] = os.environ["HOME"]  # pip is configured there
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--color=never"],
        cwd=repository,
        env={**variables, **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout
    return done.stdout


def test_the_hook_of_flake8_has_the_plugin(repository: Path, tmp_path: Path) -> None:
    (address,) = re.findall(r"repo: (.*)", HOOK)
    (version,) = re.findall(r"rev: (.*)", HOOK)
    pip("download", "--quiet", "--no-deps", "--no-binary=:all:", "--dest", tmp_path, f"flake8=={version}")
    source = tmp_path / f"flake8-{version}"
    with tarfile.open(f"{source}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    (source / ".pre-commit-hooks.yaml").write_text(FLAKE8_HOOK, encoding="utf-8")
    git(source, "init", "--quiet")
    git(source, "add", "--force", ".")
    git(source, "commit", "--quiet", "--message=release")
    git(source, "tag", version)
    # From a copy: setuptools leaves files beside what it builds.
    checkout = tmp_path / "checkout"
    shutil.copytree(ROOT / "flake8_pysafe", checkout / "flake8_pysafe", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, checkout)
    pip("wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path / "wheels", checkout)
    printed = commit(
        repository,
        HOOK,
        {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{source}.insteadOf",
            "GIT_CONFIG_VALUE_0": address,
            "PIP_FIND_LINKS": f"{os.environ.get('PIP_FIND_LINKS', '')} {tmp_path / 'wheels'}",
            "PYTHONPATH": "",
        },
    )
    assert REPORTED in printed


def test_the_hook_in_the_environment_of_the_project_has_the_plugin(repository: Path) -> None:
    printed = commit(repository, blocks(clients.section(PAGE, "In the project's environment"))["yaml"])
    assert REPORTED in printed


def test_the_hook_for_names_reads_requirement_files(repository: Path) -> None:
    printed = commit(repository, blocks(clients.section(PAGE, "Names of dependencies, too"))["yaml"])
    assert re.findall(r"^(.*): (PS\d+)", printed, flags=re.MULTILINE) == [("requirements.txt:2:1", "PS401")]


def test_the_page_installs_this_version() -> None:
    assert re.findall(r"flake8-pysafe==([\d.]+)", HOOK) == [flake8_pysafe.__version__]


def test_the_hook_for_names_looks_at_the_files_of_the_hook_that_is_shipped() -> None:
    shipped = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    shown = blocks(clients.section(PAGE, "Names of dependencies, too"))["yaml"]
    assert re.findall(r"files: (.*)", shown) == re.findall(r"files: (.*)", shipped)
