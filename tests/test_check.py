"""The stages together: what a limit leaves, and that nothing depends on what was checked before."""

from __future__ import annotations

import ast
import io
import itertools
from pathlib import Path

import pytest

from conftest import ROOT, Run
from flake8_pysafe import check, resolve
from flake8_pysafe.findings import Source
from flake8_pysafe.options import Options

PLAIN = "import pickle, requests, ssl\nrequests.get(u, verify=False)\npickle.loads(x)\n"
FOLLOWED = "s = requests.Session()\ns.verify = False\n"
DEEP = "x = " + "-" * 150 + "1\n"
CASES = sorted((ROOT / "tests" / "cases").glob("ps*.py"))


def test_a_file_that_can_be_followed_says_nothing_of_limits(run: Run) -> None:
    assert run(PLAIN + FOLLOWED) == ["2:24 PS101", "3:8 PS202", "5:12 PS101"]


def test_a_file_that_is_too_deep_is_said_and_checked_plainly(messages: Run) -> None:
    found = messages(PLAIN + FOLLOWED + DEEP)
    assert [" ".join(each.split()[:2]) for each in found] == ["1:1 PS901", "2:24 PS101", "3:8 PS202"]
    assert "nested too deeply" in found[0]


def test_a_file_that_takes_too_many_steps_is_said_and_checked_plainly(
    messages: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolve, "STEPS_AT_LEAST", 5)
    monkeypatch.setattr(resolve, "STEPS_PER_CHARACTER", 0)
    found = messages(PLAIN + FOLLOWED)
    assert [" ".join(each.split()[:2]) for each in found] == ["1:1 PS901", "2:24 PS101", "3:8 PS202"]
    assert "too many steps" in found[0]


def test_a_deep_file_without_anything_to_report_stays_silent(run: Run) -> None:
    assert run("import json\n" + DEEP) == []


def test_columns_are_characters_in_a_plain_finding_too(run: Run) -> None:
    source = "import pickle, requests\n'größe'; requests.get(u, verify=False)\n'größe'; pickle.loads(x)\n" + DEEP
    assert run(source) == ["1:1 PS901", "2:33 PS101", "3:17 PS202"]


@pytest.mark.parametrize("source", ["", "\n", "# nothing\n", "\ufeffimport pickle\n", "x = 1"])
def test_a_file_with_nothing_in_it_is_fine(source: str, run: Run) -> None:
    assert run(source.removeprefix("\ufeff")) == []


def test_pickling_by_default_is_only_reported_to_the_pedantic(run: Run) -> None:
    source = "import rq\nrq.Queue('a')\n"
    assert (run(source), run(source, pedantic=True)) == ([], ["2:4 PS209"])


def dumped(tree: ast.AST) -> str:
    return ast.dump(tree, include_attributes=True)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_tree_of_flake8_is_not_changed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    before = dumped(tree)
    source = Source(tree, tuple(io.StringIO(text).readlines()), str(path))
    assert list(check.findings(source, Options(pedantic=True)))
    assert dumped(tree) == before
    assert all(set(vars(node)) <= {*node._fields, *node._attributes} for node in ast.walk(tree))


def test_findings_do_not_depend_on_the_order_of_files_or_on_earlier_runs(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\ndependencies = ['requests', 'pyyaml']\n")
    files = {
        "web.py": "import requests\nOFF = False\ndef fetch(u, v=True):\n    return requests.get(u, verify=v)\n",
        "api.py": "from web import OFF, fetch\ndef load(v):\n    return fetch(u, v)\nfetch(u, OFF)\n",
        "main.py": "from api import load\nimport pickle\nload(False)\npickle.load(f)\n",
        "settings.py": "import yaml\nfrom main import load\nyaml.load(x, Loader=yaml.FullLoader)\n",
    }
    for name, text in files.items():
        (project / name).write_text(text)
    expected = {
        "web.py": [],
        "api.py": ["4:10 PS101"],
        "main.py": ["3:6 PS101", "4:8 PS202"],
        "settings.py": ["3:26 PS204"],
    }
    for order in itertools.permutations(files):
        assert {name: run(files[name], str(project / name)) for name in order} == expected
