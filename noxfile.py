"""Runs what has to pass with the versions that are supported: `nox`, or `nox -l` for a list.

The full product of Pythons, flake8s and astroids is large and tells little more than its
edges do. So every Python runs with the newest of both, and the oldest of both with the
oldest Python that has them; interpreters that are not there are skipped.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2024.4.15"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "tests", "versions", "docs", "distribution"]

PINNED = "tools/requirements-release.txt"
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# What flake8 and astroid decide: how the plugin is called, and which tree is evaluated.
ON_OTHERS = (
    "tests/test_plugin.py",
    "tests/test_options.py",
    "tests/test_cases.py",
    "tests/test_sites.py",
    "tests/test_evaluate.py",
    "tests/test_flow.py",
    "tests/test_world.py",
    "tests/test_behaviour.py",
    "tests/test_cli_baseline.py",
    "tests/test_cli_deps.py",
)
VERSIONS = (
    ("3.10", "6.0", "3.3"),
    ("3.11", "6.1", "4.0"),
    ("3.12", "6.1", "3.3"),
    ("3.13", "7.0", "3.3"),
    ("3.13", "7.3", "4.0"),
)


@nox.session
def lint(session: nox.Session) -> None:
    """Run ruff, mypy and the plugin on its own code."""
    session.install("-e", ".[test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("flake8", "--select=PS", ".")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run all tests with the newest flake8 and astroid."""
    session.install("-e", ".[test]")
    _tell(session)
    session.run("pytest", *session.posargs)


@nox.session
@nox.parametrize(("python", "flake8", "astroid"), VERSIONS)
def versions(session: nox.Session, flake8: str, astroid: str) -> None:
    """Run the tests of what depends on flake8 and astroid with older ones."""
    session.install("-e", ".[test]", f"flake8=={flake8}.*", f"astroid=={astroid}.*")
    _tell(session)
    session.run("pytest", *(session.posargs or ON_OTHERS))


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a link that leads nowhere fails."""
    session.install("-e", ".[docs]")
    session.run("make", "site", f"SPHINX={Path(session.bin) / 'python'} -m sphinx", external=True)


@nox.session
def distribution(session: nox.Session) -> None:
    """Build the wheel and the source distribution as a release does."""
    session.install("-r", PINNED, "-e", ".[test]")
    session.run("pytest", "tests/test_distribution.py")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build", env={"PIP_CONSTRAINT": str(Path(PINNED).absolute())})
    session.run("twine", "check", "--strict", *map(str, Path("dist").iterdir()))
    session.notify("wheel")


@nox.session
def wheel(session: nox.Session) -> None:
    """Use the wheel, with what it asks for and nothing else."""
    session.install(*(str(path.absolute()) for path in Path("dist").glob("*.whl")))
    session.chdir(session.create_tmp())
    Path("example.py").write_text(
        "import requests\n\nrequests.get('https://localhost', verify=False)\n", encoding="utf-8"
    )
    session.run("flake8", "--version")
    printed = session.run("flake8", "--isolated", "--select=PS", "example.py", success_codes=[1], silent=True)
    if not str(printed).startswith("example.py:3:42: PS101 "):
        session.error(f"flake8 printed {printed!r}")
    session.run("python", "-m", "flake8_pysafe", "explain", "PS101", silent=True)


def _tell(session: nox.Session) -> None:
    session.run("python", "-m", "flake8", "--version")
    session.run("python", "-m", "pip", "list", "--format=freeze", silent=True)
