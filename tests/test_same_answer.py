"""The same code gets the same findings, byte for byte, however flake8 is started and whatever else is installed."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import flake8_pysafe
import linting
from flake8_pysafe.options import Options
from flake8_pysafe.reports import audit_report

VULNERABLE = {"name": "jinja2", "version": "3.0.0", "vulns": [{"id": "GHSA-x", "fix_versions": ["3.1.4"]}]}
CONFIGURATION = "[flake8]\nselect = PS\npysafe-audit-report = ./audit.json\n"
SOURCES = {
    "app.py": "from shop.client import Client, fetch\nfrom shop.settings import LAX\n\n"
    "fetch('https://a.example', LAX)\nClient(LAX).get('https://b.example')\nfetch('https://c.example')\n",
    "cache.py": "import pickle\n\nimport yaml\n\n\ndef load(text, data):\n"
    "    return yaml.load(text, Loader=yaml.Loader), pickle.loads(data)\n",
    "names.py": "import jinja2\n"
    "import numpyy\n"
    "import quxlet_client\n"
    "import requests\n"
    "\n"
    "jinja2, numpyy, quxlet_client, requests\n",
    "setup.py": "from setuptools import setup\n\nsetup(install_requires=['reqeusts', 'certifi==2020.1.1'])\n",
    "shell.py": "import subprocess\n\nsubprocess.run(['curl', '-k', 'https://a.example'])\n",
    "shop/__init__.py": "",
    "shop/client.py": "import requests\n"
    "\n"
    "from shop import settings\n"
    "\n"
    "\n"
    "class Client:\n"
    "    def __init__(self, verify=True):\n"
    "        self.session = requests.Session()\n        self.session.verify = verify\n\n    def get(self, address):\n"
    "        return self.session.get(address)\n\n\ndef fetch(address, verify=settings.STRICT):\n"
    "    return requests.get(address, verify=verify)\n",
    "shop/settings.py": "STRICT, LAX = True, False\n",
    "tools/first.py": "import os\n\nos.environ['PYTHONHTTPSVERIFY'] = '0'\n",
}
OTHERS = {
    "audit.json": json.dumps({"dependencies": [VULNERABLE]}),
    "requirements.txt": "jinja2\nrequests\nPyYAML\n",
    "setup.cfg": CONFIGURATION,
    "tools/pyproject.toml": "[project",  # broken: said once
}
FAMILIES = {"PS1", "PS2", "PS3", "PS4", "PS5", "PS9"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with findings of every family, some of them only seen through other modules."""
    folder = tmp_path_factory.mktemp("same") / "shop"
    for name, content in (SOURCES | OTHERS).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def flake8(folder: Path, *arguments: str, program: Sequence[str] = (), stdin: bytes = b"") -> bytes:
    """What flake8 prints in a folder; only findings."""
    environment = {
        **os.environ,
        "HOME": str(folder / "nobody"),
        "PYTHONPATH": str(Path(flake8_pysafe.__file__).parents[1]),
    }
    command = [*(program or (sys.executable, "-m", "flake8")), *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, input=stdin, capture_output=True, check=False)
    assert ran.returncode == 1, ran.stderr  # where others write to as they like
    return ran.stdout


@pytest.fixture(scope="module")
def usual(shop: Path) -> bytes:
    """What is found in one process."""
    return flake8(shop, "-j1", *sorted(SOURCES))


def test_every_family_is_found(usual: bytes) -> None:
    assert {line.split(b": ", 1)[1][:3].decode() for line in usual.splitlines()} == FAMILIES


@pytest.mark.parametrize("jobs", ["-j2", "-j8"])
def test_more_processes_find_the_same(jobs: str, shop: Path, usual: bytes) -> None:
    assert flake8(shop, jobs, *sorted(SOURCES)) == usual


def test_the_order_of_files_does_not_matter(shop: Path, usual: bytes) -> None:
    assert flake8(shop, "-j1", *sorted(SOURCES, reverse=True)) == usual


def test_the_program_finds_what_the_module_finds(shop: Path, usual: bytes) -> None:
    program = Path(sys.executable).parent / ("flake8.exe" if os.name == "nt" else "flake8")
    if not program.is_file():
        pytest.skip("flake8 has no program of its own in this environment")
    assert flake8(shop, "-j1", *sorted(SOURCES), program=[str(program)]) == usual


def test_the_working_folder_does_not_matter(shop: Path, usual: bytes) -> None:
    paths = [os.path.join("..", name) for name in sorted(SOURCES)]
    found = flake8(shop / "shop", "-j1", f"--config={os.path.join('..', 'setup.cfg')}", *paths)
    assert found.replace(os.path.join("..", "").encode(), b"") == usual


def test_standard_input_is_the_file_that_it_is_called(shop: Path, usual: bytes) -> None:
    found = flake8(shop, "--stdin-display-name", "app.py", "-", stdin=SOURCES["app.py"].encode())
    assert found.splitlines() == [line for line in usual.splitlines() if line.startswith(b"app.py:")]
    assert found


# --- in one process --------------------------------------------------------------------------


@pytest.fixture
def inside(shop: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as the working folder of this process."""
    monkeypatch.chdir(shop)
    monkeypatch.setattr(linting.Strict, "options", Options(audit_report=audit_report("audit.json")))
    return shop


def found_inside(names: Sequence[str]) -> bytes:
    """What the plugin alone finds, as flake8 prints it."""
    printed = io.BytesIO()
    for name in names:
        for each in linting.lint(name).findings:
            printed.write(f"{name}:{each.line}:{each.column + 1}: {each.code} {each.text}\n".encode())
    return printed.getvalue()


@pytest.mark.usefixtures("inside")
def test_a_process_that_goes_on_finds_the_same(usual: bytes) -> None:
    for names in (sorted(SOURCES), sorted(SOURCES), sorted(SOURCES, reverse=True)):
        assert sorted(found_inside(names).splitlines()) == sorted(usual.splitlines())


# --- together with others --------------------------------------------------------------------

PLUGINS = ("flake8_bandit", "bugbear", "dlint", "flake8p")


@pytest.mark.skipif(not any(map(importlib.util.find_spec, PLUGINS)), reason="no other plugin of flake8 is installed")
@pytest.mark.usefixtures("inside")
def test_other_plugins_change_nothing(usual: bytes) -> None:
    assert found_inside(sorted(SOURCES)) == usual


@pytest.mark.usefixtures("inside")
def test_pylint_and_the_plugin_leave_each_other_alone(usual: bytes) -> None:
    lint = pytest.importorskip("pylint.lint", reason="pylint is not installed")
    text = pytest.importorskip("pylint.reporters.text", reason="pylint is not installed")

    def pylint() -> str:
        printed = io.StringIO()
        lint.Run([*sorted(SOURCES), "--rcfile=", "--score=n"], reporter=text.TextReporter(printed), exit=False)
        return printed.getvalue()

    before = pylint()
    assert found_inside(sorted(SOURCES)) == usual
    assert pylint() == before
    assert found_inside(sorted(SOURCES)) == usual
