"""Project files as an attacker or an accident would write them: none ends, holds or fills the run.

Each is read twice: by the plugin, for what it says about imports, and by the command,
for the names in it. What is not read is said once, with the reason; what is merely odd
is read as far as it goes.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from flake8_pysafe import reports
from flake8_pysafe.dependencies import judge, project_files
from flake8_pysafe.imports import files, manifests
from flake8_pysafe.imports.manifests import pyproject

PLAIN = "import requests\n\nrequests.get(address, verify=False)\n"
pytestmark = pytest.mark.usefixtures("ended")


@dataclass(frozen=True)
class Input:
    """One project file, and why it is not read by the plugin and by the command; "" where it is."""

    label: str
    file: str
    content: str | bytes
    plugin: str = ""
    command: str = ""


def both(label: str, file: str, content: str | bytes, reason: str) -> Input:
    return Input(label, file, content, reason, reason)


DEEP = "it is nested too deeply"
DOTS = "a key has too many parts"
DIGITS = "it holds a value that cannot be read"
TOML = "it is not valid TOML"
JSON = "it is not valid JSON"
CONFIGURATION = "it is not in the format of `configparser`"
LARGE, LARGE_LOCK, LARGE_JSON = (f"it is larger than {size} MB" for size in (1, 32, 8))
TEXT = "it is not UTF-8 text"
MANY_DOTS = ".".join(["a"] * 5000)
NAMES = '[[package]]\nname = "acme"\n' * 50_001

INPUTS = (
    # pyproject.toml, and what else is in TOML
    both("too large", "pyproject.toml", "#" * (files.MANIFEST_BYTES + 1), LARGE),
    both("broken", "pyproject.toml", "[project\nname = = 'x'\n", TOML),
    both("not text", "pyproject.toml", b"[project]\nname = '\xff\xfe'\n", TEXT),
    both("zero bytes", "pyproject.toml", b"\0" * 1000, TOML),
    both("nested arrays", "pyproject.toml", "a = " + "[" * 5000 + "]" * 5000, DEEP),
    both("nested tables", "pyproject.toml", "a = " + "{a = " * 5000 + "1" + "}" * 5000, DEEP),
    both("a long key", "pyproject.toml", f"{MANY_DOTS} = 1\n", DOTS),
    both("a long key with spaces", "pyproject.toml", MANY_DOTS.replace(".", " . ") + " = 1\n", DOTS),
    both("a long header", "pyproject.toml", f"[{MANY_DOTS}]\n", DOTS),
    both("a long key in a table", "pyproject.toml", f"a = {{b = 1, {MANY_DOTS} = 1}}\n", DOTS),
    both("a long key behind a quoted quote", "pyproject.toml", f'"\\"".{MANY_DOTS} = "x"\n', DOTS),
    both("a long key behind an apostrophe", "pyproject.toml", f"\"'\".{MANY_DOTS} = '1'\n", DOTS),
    both("a long key between strings", "pyproject.toml", f'a = [\n"""\n""", {{{MANY_DOTS} = 1}}, """\n"""]\n', DOTS),
    both("a long key of quoted parts", "pyproject.toml", MANY_DOTS.replace("a", '"a"') + " = 1\n", DOTS),
    Input("dots in a string", "pyproject.toml", f'[tool.x]\na = "{MANY_DOTS}"\n'),
    Input("dots in a long string", "pyproject.toml", f'[tool.x]\na = """\n"{MANY_DOTS}" \\" {MANY_DOTS}\n"""\n'),
    Input("dots in a literal string", "pyproject.toml", f"[tool.x]\na = '''\n{MANY_DOTS} '' \\\n'''\n"),
    Input("dots in a comment", "pyproject.toml", f"# {MANY_DOTS} = \"\n[project]\nname = 'x'\n"),
    both("a number with 5,000 digits", "pyproject.toml", f"a = {'9' * 5000}\n", DIGITS),
    Input("a float with 5,000 digits", "pyproject.toml", f"a = {'9' * 5000}.0\n"),
    Input("many tables", "pyproject.toml", "[[a]]\n" * 5000),
    Input("escaped names", "pyproject.toml", "[dependency-groups]\n" + "".join(
        f'g{number} = ["\\u0061acme{number}"]\n' for number in range(1000))),
    Input("a version with 5,000 digits", "pyproject.toml", f"[project]\nrequires-python = '>=3.{'9' * 5000}'\n"),
    Input("tables of other types", "pyproject.toml",
          "project = []\nbuild-system = 3\ndependency-groups = ['a']\n[tool]\npoetry = 'x'\nuv = [1]\n"),
    Input("groups that go round", "pyproject.toml",
          "[dependency-groups]\na = [{include-group = 'b'}, 5]\nb = [{include-group = 'a'}, {x = []}]\n"),
    Input("folders with odd names", "pyproject.toml",
          '[tool.setuptools]\npackage-dir = {"" = "\\u0000", a = "/", b = "~", c = "../../.."}\n'),
    both("nested", "Pipfile", "[[[[", TOML),
    both("a long key", "Pipfile", f"[packages]\n{MANY_DOTS} = 1\n", DOTS),
    both("broken", "pixi.toml", "[dependencies", TOML),
    both("a long key", "pixi.toml", f"[dependencies]\n{MANY_DOTS} = 1\n", DOTS),
    Input("tables of other types", "pixi.toml", "dependencies = 3\nfeature = ['a']\ntarget = {a = 1}\n"),
    # Lists of requirements
    both("too large", "requirements.txt", "#" * (files.MANIFEST_BYTES + 1), LARGE),
    both("not text", "requirements.txt", b"\xff\xffrequests", TEXT),
    Input("too many lines", "requirements.txt", "acme\n" * 20_002,
          "it has more than 20000 lines", "what follows line 20000 is not read"),
    Input("deep markers", "requirements.txt", "acme; " + "(" * 1500 + "\n"),
    Input("a version with 4,000 digits", "requirements.txt", f"acme=={'9' * 4000}\n"),
    Input("a line of a megabyte", "requirements.txt", "a" * 100_000 + "\n"),
    Input("a line that never ends", "requirements.txt", "acme \\\n" + "  --hash=sha256:0 \\\n" * 40_000),
    # setup.cfg, tox.ini
    both("broken", "setup.cfg", "[options]\ninstall_requires\n", CONFIGURATION),
    both("no section", "setup.cfg", "name = x\n", CONFIGURATION),
    both("a long blank", "setup.cfg", "[options]\na" + " " * 500_000 + "b\n", CONFIGURATION),
    Input("a long blank in a value", "setup.cfg", "[options]\nname = a" + " " * 500_000 + "b\n"),
    Input("a long blank", "tox.ini", "[testenv]\na" + "\t" * 500_000 + "b\n"),
    Input("interpolation", "setup.cfg", "[options]\nname = %(name)s\ninstall_requires =\n    %(x)s\n    %\n"),
    Input("sections twice", "setup.cfg", "[options]\n[options]\npackages = find:\n[DEFAULT]\na = b\n" * 100),
    # Scripts
    Input("not Python", "setup.py", "def (:\n"),
    Input("zero bytes", "setup.py", b"\0\0"),
    Input("deep", "setup.py", "-" * 500_000 + "1\n"),
    Input("many branches", "setup.py",
          "from setuptools import setup\nif a:\n    r = []\n" + "elif a:\n    r = ['acme']\n" * 800
          + "setup(install_requires=r)\n"),
    Input("names that go round", "setup.py",
          "from setuptools import setup\na = b = a + b\nb += a\nsetup(install_requires=a, package_dir=b, name=a)\n"),
    Input("a string of many lines", "setup.py",
          "from setuptools import setup\nsetup(install_requires='''" + "acme\n" * 10_000 + "''')\n"),
    Input("halves of characters", "setup.py",
          "from setuptools import find_packages, setup\n"
          "setup(name='\\ud800', install_requires=['\\ud800.txt', '\\0.txt'], packages=find_packages('\\ud800'))\n"),
    # Lock files
    both("too large", "poetry.lock", "#" * (files.LOCK_BYTES + 1), LARGE_LOCK),
    both("too large", "Pipfile.lock", " " * (files.JSON_BYTES + 1), LARGE_JSON),
    Input("too many names", "uv.lock", NAMES, "it has more than 50000 names", "what follows name 50000 is not read"),
    both("not text", "pylock.toml", b"\xff", TEXT),
    both("nested", "Pipfile.lock", "[" * 200_000, DEEP),
    both("broken", "Pipfile.lock", '{"default": ', JSON),
    both("a number with 5,000 digits", "Pipfile.lock", f'{{"default": {"9" * 5000}}}', JSON),
    Input("a list", "Pipfile.lock", "[1, 2]"),
    Input("categories of other types", "Pipfile.lock", '{"default": 1, "develop": ["a"], "_meta": {}}'),
    Input("halves of characters", "Pipfile.lock", '{"default": {"\\ud800": {}}}'),
    Input("escaped names", "Pipfile.lock", json.dumps({
        f"c{number}": {f"acme{number}": 1} for number in range(1000)}).replace("acme", "\\u0061cme")),
    # Environments of conda
    both("too large", "environment.yml", "#" * (files.MANIFEST_BYTES + 1), LARGE),
    Input("too many lines", "environment.yml", "dependencies:\n" + "- acme\n" * 20_001,
          "it has more than 20000 lines", "what follows entry 20000 is not read"),
    Input("tags", "environment.yml", "dependencies: !!python/object/apply:os.system ['true']\n"),
    Input("references that multiply", "environment.yml", "a: &a [1, 1]\nb: &b [*a, *a]\ndependencies: *b\n"),
)  # fmt: skip

each_input = pytest.mark.parametrize("given", INPUTS, ids=lambda given: f"{given.file}: {given.label}")


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def said_by_plugin(project: Path, messages: Run) -> list[str]:
    """What the plugin says of a harmless file, but for the findings that must be there whatever is around it."""
    said = messages(PLAIN, str(written(project, "app.py", PLAIN)))
    assert [report[:11] for report in said if " PS101 " in report] == ["3:30 PS101 "]
    return [report for report in said if " PS101 " not in report]


def said_by_command(project: Path, name: str) -> list[str]:
    """What the command says of a file and of those that it includes: `file code text`."""
    return [
        f"{os.path.relpath(read.path, project)} {found.code} {found.text}"
        for read in project_files.read(str(project / name), str(project), set())
        for found in judge.findings(read.contents)
    ]


@each_input
def test_the_plugin_says_once_what_it_does_not_read(given: Input, project: Path, messages: Run) -> None:
    written(project, given.file, given.content)
    said = said_by_plugin(project, messages)
    if given.plugin:
        assert len(said) == 1
        assert said[0].startswith(f"1:1 PS901 `{given.file}` was not read: {given.plugin}")
    else:
        assert said == []


@each_input
def test_the_command_says_once_what_it_does_not_read(given: Input, project: Path) -> None:
    written(project, given.file, given.content)
    said = said_by_command(project, given.file)
    if given.command:
        assert len(said) == 1
        assert said[0].startswith(f"{given.file} PS901 ")
        assert said[0].endswith(given.command)
    else:
        assert said == []


# --- what is no file -------------------------------------------------------------------------

KINDS = ("pyproject.toml", "requirements.txt", "setup.py", "setup.cfg", "Pipfile", "uv.lock", "environment.yml")


def _made(path: Path, kind: str) -> str:
    """Put something in the place of a file, and return why it cannot be read; skips what the system has not."""
    path.unlink(missing_ok=True)
    match kind:
        case "a folder":
            path.mkdir()
            return "it is not a regular file"
        case "a pipe":
            if not hasattr(os, "mkfifo"):
                pytest.skip("the system has no pipes with names")
            os.mkfifo(path)
            return "it is not a regular file"
        case "a link to itself":
            path.symlink_to(path)
            return "it cannot be opened"
        case "a link to a device":
            path.symlink_to("/dev/zero")
            return "it lies outside the project"
        case "a link to nothing":
            path.symlink_to(path.parent / "absent")
            return "it cannot be opened"
        case _:
            raise ValueError(kind)


each_kind = pytest.mark.parametrize(
    "kind", ["a folder", "a pipe", "a link to itself", "a link to a device", "a link to nothing"]
)


@each_kind
def test_what_is_no_file_is_not_opened(kind: str, project: Path, messages: Run) -> None:
    reasons = {name: _made(project / name, kind) for name in KINDS}
    assert said_by_plugin(project, messages) == []
    for name, reason in reasons.items():
        assert said_by_command(project, name) == [f"{name} PS901 not read: {reason}"]


@each_kind
def test_an_included_file_that_is_none_is_not_opened(kind: str, project: Path, messages: Run) -> None:
    written(project, "requirements.txt", "requests\n-r more.txt\n")
    _made(project / "more.txt", kind)
    assert said_by_plugin(project, messages) == []
    said = said_by_command(project, "requirements.txt")
    assert len(said) == 1
    assert said[0].startswith("requirements.txt PS901 not read: ")


# --- includes --------------------------------------------------------------------------------


def test_files_that_include_each_other_are_read_once(project: Path, messages: Run) -> None:
    written(project, "requirements.txt", "requests\n-r a.txt\n-r ./a.txt\n-r requirements.txt\n")
    written(project, "a.txt", "-r requirements.txt\n-c a.txt\n" * 1000 + "reqeusts\n")
    assert said_by_plugin(project, messages) == []
    assert [report.split(" `")[0] for report in said_by_command(project, "requirements.txt")] == ["a.txt PS401"]


def test_of_too_many_includes_one_is_told(project: Path) -> None:
    written(project, "requirements.txt", "".join(f"-r more/{number}.txt\n" for number in range(2000)))
    for number in range(501):
        written(project, f"more/{number}.txt", "acme\n")
    said = said_by_command(project, "requirements.txt")
    assert said == ["requirements.txt PS901 not read: `more/499.txt` is one include too many"]


@pytest.mark.parametrize(
    "included",
    [
        "/etc/shadow", "../../../../../../etc/passwd", "~/.netrc", "~root/.netrc", "$HOME/.pypirc", "${HOME}/.pypirc",
        "https://127.0.0.1:9/x.txt", "file:///etc/hosts", "file:../x.txt", "x" * 5000, "a\0b.txt", ".", "", "-", "|id",
    ],
    ids=lambda included: ascii(included[:30]),
)  # fmt: skip
@pytest.mark.parametrize("file", ["requirements.txt", "setup.cfg", "pyproject.toml"])
def test_an_include_leads_nowhere_else(
    included: str, file: str, project: Path, messages: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    read = files._content

    def recorded(path: str, limit: int) -> bytes:
        opened.append(path)
        return read(path, limit)

    monkeypatch.setattr(files, "_content", recorded)
    content = {
        "requirements.txt": f"requests\n-r {included}\n",
        "setup.cfg": f"[options]\ninstall_requires = file: {included}\n",
        "pyproject.toml": "[tool.setuptools.dynamic]\ndependencies = {file = [" + json.dumps(included) + "]}\n",
    }
    written(project, file, content[file])
    assert said_by_plugin(project, messages) == []
    assert len(said_by_command(project, file)) <= 1
    assert {os.path.dirname(path) for path in opened} <= {os.path.realpath(project)}


@pytest.mark.parametrize("included", ["https://example.org/base.txt", "~/base.txt", "$BASE/base.txt"])
def test_what_an_unread_list_asks_for_may_account_for_anything(included: str, project: Path, run: Run) -> None:
    written(project, "requirements.txt", f"requests\n-r {included}\n")
    source = "import quxlet_client\n"
    assert run(source, str(written(project, "app.py", source))) == []


def test_an_unread_constraint_accounts_for_nothing(project: Path, run: Run) -> None:
    written(project, "requirements.txt", "requests\n-c https://example.org/constraints.txt\n")
    source = "import quxlet_client\n"
    assert run(source, str(written(project, "app.py", source))) == ["1:8 PS302"]


# --- reports of other tools ------------------------------------------------------------------


@pytest.mark.parametrize("read", [reports.audit_report, reports.licence_report], ids=["audit", "licences"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[" * 200_000, DEEP),
        ("{", JSON),
        ("", JSON),
        (f"[{'9' * 5000}]", JSON),
        (b"\xff\xff", TEXT),
        ("1", "it is not in a format that is known"),
        ('{"dependencies": 1}', "it is not in a format that is known"),
        ('"x"', "it is not in a format that is known"),
        ("null", "it is not in a format that is known"),
    ],
    ids=lambda value: ascii(value[:20]),
)
def test_a_report_that_cannot_be_used_is_refused(read: Any, content: str | bytes, reason: str, tmp_path: Path) -> None:
    path = written(tmp_path, "report.json", content)
    with pytest.raises(reports.UnreadableReport, match=reason):
        read(str(path))


@pytest.mark.parametrize("read", [reports.audit_report, reports.licence_report], ids=["audit", "licences"])
@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a link to itself", "a link to nothing"])
def test_a_report_that_is_no_file_is_refused(read: Any, kind: str, tmp_path: Path) -> None:
    reason = _made(tmp_path / "report.json", kind)
    with pytest.raises(reports.UnreadableReport, match=reason):
        read(str(tmp_path / "report.json"))


# --- limits that nothing above shows ---------------------------------------------------------


@pytest.mark.parametrize("dots", [pyproject._MOST_DOTS, pyproject._MOST_DOTS + 1])
def test_a_key_has_so_many_parts_and_no_more(dots: int, tmp_path: Path) -> None:
    path = written(tmp_path, "pyproject.toml", ".".join(["a"] * (dots + 1)) + " = 1\n")
    assert bool(manifests.read(str(path), str(tmp_path)).problem) == (dots > pyproject._MOST_DOTS)


def test_lines_of_names_that_are_written_otherwise_are_given_up(project: Path) -> None:
    entries = "".join(f'"\\u0061cme{number}",\n' for number in range(1000))
    written(project, "pyproject.toml", f'[project]\ndependencies = [\n{entries}"acme",\n]\n')
    declared = manifests.read(str(project / "pyproject.toml"), str(project)).declarations
    assert len(declared) == 1001
    assert {one.line for one in declared} == {1}


def test_a_name_in_a_branch_is_only_wanted_somewhere(project: Path) -> None:
    condition = "if a:\n    pass\nelse:\n    if b:\n        r += ['argparse']\n"
    written(project, "setup.py", f"from setuptools import setup\nr = []\n{condition}setup(install_requires=r)\n")
    assert said_by_command(project, "setup.py") == []
    written(project, "setup.py", "from setuptools import setup\nr = ['argparse']\nsetup(install_requires=r)\n")
    assert [report.split(" `")[0] for report in said_by_command(project, "setup.py")] == ["setup.py PS406"]


def test_a_version_that_cannot_be_compared_says_nothing(project: Path, run: Run) -> None:
    written(project, "pyproject.toml", f"[project]\nrequires-python = '>=2.{'7' * 5000}'\n")
    source = "import urllib2\n"
    assert run(source, str(written(project, "app.py", source))) == ["1:8 PS302"]
