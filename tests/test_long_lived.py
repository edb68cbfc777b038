"""A process that goes on, as in an editor: it does not grow, and sees what has been edited at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editing import Editor, make_project, resident
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin

RUNS, FILES, WARM = 60, 10, 30
MOST_GROWN = 4_000_000  # bytes; 500 runs over 50 files may take 20 MB


@pytest.fixture(autouse=True)
def _own_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Plugin, "options", Options())  # flake8 sets them for good


@pytest.fixture
def editor(project: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    make_project(project, FILES)
    monkeypatch.chdir(project)
    return Editor()


def edit(path: Path, text: str) -> None:
    """Change a file as an editor does: its size may stay the same, the time of the change does not."""
    before = path.stat().st_mtime_ns
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before + 1_000_000, before + 1_000_000))


@pytest.mark.skipif(resident() is None, reason="the system does not tell how much memory a process has")
def test_a_process_that_goes_on_does_not_grow(editor: Editor, project: Path) -> None:
    files = sorted(str(path) for path in project.glob("*.py"))
    grown: list[int] = []
    for number in range(RUNS):
        assert editor.lint(files[number % len(files)])
        grown.append(resident() or 0)
    assert grown[-1] - grown[WARM] < MOST_GROWN


def test_an_edited_project_file_is_seen_at_once(editor: Editor, project: Path) -> None:
    requirements = project / "requirements.txt"
    file = project / "unknown.py"
    file.write_text("import quxlet_client\n\nquxlet_client\n", encoding="utf-8")
    assert editor.lint(str(file)) == ["1:8 PS302"]
    edit(requirements, "requests\nquxlet-client\n")
    assert editor.lint(str(file)) == []
    edit(requirements, "requests\nquxlet-clienx\n")
    assert editor.lint(str(file)) != []


def test_an_edited_module_is_seen_at_once(editor: Editor, project: Path) -> None:
    module = project / "shared" / "settings.py"
    file = project / "uses.py"
    file.write_text("import requests\nfrom shared import settings\n\nrequests.get('a', verify=settings.VERIFY)\n")
    assert editor.lint(str(file)) == ["4:35 PS101"]
    edit(module, "VERIFY = 11 > 1\n")
    assert editor.lint(str(file)) == []
    edit(module, "VERIFY = False \n")
    assert editor.lint(str(file)) == ["4:35 PS101"]
    module.unlink()
    assert editor.lint(str(file)) == ["2:20 PS302"]
