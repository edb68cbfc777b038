"""What is found where only the linted files are to be seen, compared with the whole project.

Build systems lint in a folder that holds a batch of files and nothing else of the project.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import pytest

from conftest import ROOT, Run

Batches: TypeAlias = Callable[[list[Path]], list[list[Path]]]

PROJECTS = sorted({path.parent for path in (ROOT / "tests" / "cases").rglob("pyproject.toml")} | {ROOT / "examples"})
# What docs/monorepos.md says to switch off there: it is reported because something is not to be seen.
ABSENCE = ("PS301", "PS302", "PS304")
BATCHES: dict[str, Batches] = {
    "each file alone": lambda files: [[file] for file in files],
    "each folder alone": lambda files: [list(batch) for _, batch in groupby(files, key=lambda file: file.parent)],
    "all files": lambda files: [files],
}
PROJECT = {
    "pyproject.toml": """
[project]
name = "shop"
version = "1"
requires-python = ">=3.14"
dependencies = ["corp-ledger", "torch>=2.6"]
"""
}
SURE = {"sure.py": "import pickle\npickle.load(f)\n"}  # reported in any sandbox
SAFE_LOADER = "import yaml\nclass Loader(yaml.SafeLoader): ...\n"
CLOSED = """
import pickle
class Closed(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError
"""
LAYOUTS: dict[str, dict[str, str]] = {
    "flat": {
        "shop/__init__.py": "",
        "shop/settings.py": "VERIFY = True\n",
        "shop/app.py": "import requests\nfrom shop.settings import VERIFY\nrequests.get(u, verify=VERIFY)\n",
    },
    "src": {
        "src/shop/__init__.py": "",
        "src/shop/loaders.py": SAFE_LOADER,
        "src/shop/app.py": "import yaml\nfrom .loaders import Loader\nyaml.load(t, Loader=Loader)\n",
        "tests/conftest.py": "",
        "tests/test_app.py": "import conftest\nimport shop.app\nimport requests\nrequests.get(u, verify=False)\n",
    },
    "namespace": {
        "corp/shop/__init__.py": "",
        "corp/shop/app.py": "import corp.shop.base\nfrom corp.bank import Closed\nClosed(f).load()\n",
        "corp/shop/base.py": "",
        "corp/bank/__init__.py": CLOSED,
    },
    "relative": {
        "shop/__init__.py": "from . import yaml\nfrom .helpers import read\n",
        "shop/yaml.py": "def load(text): return text\n",
        "shop/helper.py": "",
        "shop/helpers.py": "from . import yaml\ndef read(text): return yaml.load(text)\n",
    },
    "declared": {"app.py": "import corp_ledger\nimport torch\nimport requestz\ntorch.load(path)\nimport smtplib\n"},
    "old": {"setup.py": "from setuptools import setup\nsetup(install_requires=['certifi==2020.1.1'])\n"},
}


def found(root: Path, files: Iterable[Path], messages: Run) -> set[str]:
    """Lint files of a folder; `path:line:column code` of each finding."""
    texts = {file: messages((root / file).read_text(encoding="utf-8"), str(root / file)) for file in files}
    return {" ".join(f"{file.as_posix()}:{text}".split(" ")[:2]) for file, found in texts.items() for text in found}


def only_in_sandboxes(project: Path, batches: Batches, messages: Run, folder: Path) -> set[str]:
    """Return what is found in folders with a batch of a project's files each, and not in the project."""
    files = sorted(path.relative_to(project) for path in project.rglob("*.py"))
    sandboxed: set[str] = set()
    for number, batch in enumerate(batches(files)):
        sandbox = folder / f"sandbox{number}"
        for file in batch:
            (sandbox / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / file, sandbox / file)
        sandboxed |= found(sandbox, batch, messages)
    assert sandboxed  # or the comparison would say nothing
    return sandboxed - found(project, files, messages)


def made(folder: Path, layout: dict[str, str]) -> Path:
    """Make a project."""
    for name, text in {**SURE, **layout}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def copied(case: Path, folder: Path) -> Path:
    """Copy a project, with something in it that is always reported."""
    shutil.copytree(case, folder)
    return made(folder, {})


@pytest.mark.parametrize("batches", BATCHES.values(), ids=BATCHES.keys())
@pytest.mark.parametrize("case", PROJECTS, ids=lambda path: path.name)
def test_a_sandbox_adds_nothing_to_a_project(case: Path, batches: Batches, messages: Run, tmp_path: Path) -> None:
    added = only_in_sandboxes(copied(case, tmp_path / "project"), batches, messages, tmp_path)
    assert not {one for one in added if not one.endswith(ABSENCE)}


@pytest.mark.parametrize("batches", BATCHES.values(), ids=BATCHES.keys())
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_sandbox_adds_nothing_to_a_layout(
    layout: dict[str, str], batches: Batches, messages: Run, tmp_path: Path
) -> None:
    added = only_in_sandboxes(made(tmp_path / "project", {**PROJECT, **layout}), batches, messages, tmp_path)
    assert not {one for one in added if not one.endswith(ABSENCE)}


@pytest.mark.parametrize("case", PROJECTS, ids=lambda path: path.name)
def test_the_sources_of_a_project_are_enough(case: Path, messages: Run, tmp_path: Path) -> None:
    project = copied(case, tmp_path / "project")
    assert not only_in_sandboxes(project, BATCHES["all files"], messages, tmp_path)


@pytest.mark.parametrize(("label", "added"), [*((label, set()) for label in LAYOUTS if label != "declared"),
                                              ("declared", {"app.py:1:8 PS302"})])  # fmt: skip
def test_the_sources_of_a_layout_are_enough_but_for_what_it_declares(
    label: str, added: set[str], messages: Run, tmp_path: Path
) -> None:
    project = made(tmp_path / "project", {**PROJECT, **LAYOUTS[label]})
    assert only_in_sandboxes(project, BATCHES["all files"], messages, tmp_path) == added


OWN = {
    "a module of the project named like a library": (
        "requests.py",
        "def get(url, verify): return url\n",
        "import requests\nrequests.get(u, verify=False)\n",
        {"app.py:2:24 PS101"},
    ),
    "bytes made in another module": (
        "wire.py",
        "import pickle\ndef dump(x): return pickle.dumps(x)\n",
        "import pickle\nfrom wire import dump\npickle.loads(dump(1))\n",
        {"app.py:2:6 PS302", "app.py:3:8 PS202"},
    ),
    "bytes received in another module": (
        "wire.py",
        "import requests\ndef get(u): return requests.get(u).content\n",
        "import pickle\nfrom wire import get\npickle.loads(get(u))\n",
        {"app.py:2:6 PS302", "app.py:3:8 PS202"},
    ),
    "a neighbour": (
        "ledgers.py",
        "",
        "import ledgers\n",
        {"app.py:1:8 PS302"},
    ),
}


@pytest.mark.parametrize(("name", "text", "source", "added"), OWN.values(), ids=OWN.keys())
def test_what_a_module_out_of_sight_would_excuse(
    name: str, text: str, source: str, added: set[str], messages: Run, tmp_path: Path
) -> None:
    project = made(tmp_path / "project", {**PROJECT, name: text, "app.py": source})
    alone, together = BATCHES["each file alone"], BATCHES["all files"]
    assert only_in_sandboxes(project, alone, messages, tmp_path / "alone") == added
    assert not only_in_sandboxes(project, together, messages, tmp_path / "together")
