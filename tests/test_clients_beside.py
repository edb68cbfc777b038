"""Other linters beside the plugin: whose comments are whose, which lines both report, one file of configuration."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

import clients
from conftest import Run
from test_docs import FILES, RULES, blocks, page, sections, switches

BANDIT = "Bandit"
# What is reported on each line: by path below the folder and number of the line.
Reported: TypeAlias = dict[tuple[str, int], set[str]]
# Yields path, line and code of what another linter reports in a folder.
Linter: TypeAlias = Callable[..., Iterator[tuple[str, int, str]]]


def ruff(project: Path, *arguments: str) -> str:
    """What Ruff prints; skips the test where Ruff is not installed."""
    pytest.importorskip("ruff", reason="Ruff is not installed")
    return clients.run([sys.executable, "-m", "ruff", "check", "--no-cache", *arguments, "."], project).stdout


def write_pyproject(project: Path, heading: str) -> None:
    text = blocks(clients.section("beside-other-linters", heading))["toml"]
    (project / "pyproject.toml").write_text(text, encoding="utf-8")


# --- whose comments ---

SUPPRESSED = "import requests\n\nrequests.get(u, verify=False)  # noqa: PS101\n"


def test_ruff_takes_a_comment_away_unless_the_codes_are_external(project: Path) -> None:
    path = project / "a.py"
    path.write_text(SUPPRESSED)
    write_pyproject(project, "Ruff")
    assert "All checks passed" in ruff(project, "--select=RUF100,RUF102", "--fix")
    assert path.read_text() == SUPPRESSED
    ruff(project, "--isolated", "--select=RUF102", "--fix")
    assert "noqa" not in path.read_text()


def test_ruff_takes_only_its_own_codes_away(project: Path) -> None:
    path = project / "a.py"
    path.write_text(SUPPRESSED.replace("PS101", "F841, PS101"))
    write_pyproject(project, "Ruff")
    ruff(project, "--select=F841,RUF100,RUF102", "--fix")
    assert path.read_text() == SUPPRESSED


# --- the same lines ---


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `examples` and the examples of the rules' pages."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(clients.SHOP, folder / "shop", ignore=shutil.ignore_patterns("__pycache__"))
    for rule in RULES:
        (folder / rule.code).mkdir()
        for language, content in blocks(sections(page(rule))["Example"]).items():
            (folder / rule.code / FILES[language]).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def ours(examples: Path, run: Run) -> Reported:
    """The codes of this plugin."""
    found: Reported = defaultdict(set)
    for place in clients.expected():
        found[place.path.removeprefix("./"), place.line].add(place.code)
    for rule in RULES:
        path = examples / rule.code / "example.py"
        for report in run(path.read_text(encoding="utf-8"), str(path), **switches(page(rule))):
            found[f"{rule.code}/example.py", int(report.split(":")[0])].add(report.split()[1])
    return found


def _by_bandit(folder: Path, *arguments: str) -> Iterator[tuple[str, int, str]]:
    pytest.importorskip("bandit", reason="Bandit is not installed")
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "--format=json", *arguments, "."]
    done = clients.run(command, folder)
    for result in json.loads(done.stdout)["results"]:
        yield result["filename"].removeprefix("./"), result["line_number"], result["test_id"]


def _by_ruff(folder: Path, *arguments: str) -> Iterator[tuple[str, int, str]]:
    for result in json.loads(ruff(folder, "--output-format=json", *(arguments or ["--isolated", "--select=S"]))):
        path = Path(result["filename"]).relative_to(folder.resolve())
        yield path.as_posix(), result["location"]["row"], result["code"]


def beside(ours: Reported, theirs: Iterable[tuple[str, int, str]]) -> dict[str, set[str]]:
    """The codes of another linter on the lines of each of our codes."""
    found = defaultdict(set)
    for path, line, code in theirs:
        for own in ours.get((path, line), ()):
            found[own].add(code)
    return found


@pytest.mark.parametrize(("column", "by"), [(1, _by_bandit), (2, _by_ruff)], ids=["Bandit", "Ruff"])
def test_the_table_shows_what_both_report(column: int, by: Linter, examples: Path, ours: Reported) -> None:
    text = clients.section("beside-other-linters", BANDIT)
    left_out = set(re.findall(r"[BS]\d{3}", text.split("Left out are")[1].split(", which")[0]))
    found = {own: codes - left_out for own, codes in beside(ours, by(examples)).items()}
    shown = {cells[0]: set(re.findall(r"\w+", cells[column])) for cells in clients.rows(text)}
    assert {own: codes for own, codes in found.items() if codes} == {
        own: codes for own, codes in shown.items() if codes
    }


def test_what_is_switched_off_is_what_the_table_shows() -> None:
    text = clients.section("beside-other-linters", BANDIT)
    table = [set(re.findall(r"\w+", cell)) for cell in map(" ".join, zip(*clients.rows(text), strict=True))]
    bandit, other = re.findall(r"^(?:skips|ignore) = (\[.*\])$", blocks(text)["toml"], flags=re.MULTILINE)
    assert [set(json.loads(bandit)), set(json.loads(other))] == table[1:]
    beside_flake8 = set(re.findall(r"S\d{3}", blocks(text)["ini"]))
    assert beside_flake8 == {code.replace("B", "S") for code in table[1]}


def switched_off(project: Path, key: str) -> set[str]:
    """The codes in the project's configuration under a key."""
    written = (project / "pyproject.toml").read_text(encoding="utf-8")
    (codes,) = re.findall(rf"^{key} = (.*)$", written, flags=re.MULTILINE)
    return set(json.loads(codes))


def test_bandit_passes_over_what_the_page_switches_off(project: Path) -> None:
    clients.copy_shop(project)
    write_pyproject(project, BANDIT)
    everything = {code for _, _, code in _by_bandit(project)}
    rest = {code for _, _, code in _by_bandit(project, "-c", "pyproject.toml")}
    skipped = switched_off(project, "skips")
    assert everything & skipped
    assert rest == everything - skipped


def test_ruff_passes_over_what_the_page_switches_off(project: Path) -> None:
    clients.copy_shop(project)
    write_pyproject(project, BANDIT)
    everything = {code for _, _, code in _by_ruff(project)}
    # Not on the command line: what is selected there is not ignored.
    path = project / "pyproject.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}select = ["S"]\n', encoding="utf-8")
    rest = {code for _, _, code in _by_ruff(project, "--no-fix")}
    ignored = switched_off(project, "ignore")
    assert everything & ignored
    assert rest == everything - ignored


def test_flake8_bandit_passes_over_what_the_page_switches_off(project: Path) -> None:
    pytest.importorskip("flake8_bandit", reason="flake8-bandit is not installed")
    clients.copy_shop(project)
    configuration = blocks(clients.section("beside-other-linters", BANDIT))["ini"]
    (project / ".flake8").write_text(configuration, encoding="utf-8")
    command = [sys.executable, "-m", "flake8", "-j1", "--extend-select=S,PS", "shop"]
    everything, rest = (
        re.findall(r": (P?S\d{3}) ", clients.run([*command, *more], project).stdout) for more in (["--isolated"], [])
    )
    ignored = set(re.findall(r"S\d{3}", configuration))
    assert ignored & set(everything)
    assert rest == [code for code in everything if code not in ignored]
    assert [code for code in rest if code.startswith("PS")] == [place.code for place in clients.expected()]


# --- one configuration ---


def test_flake8_reads_the_options_in_pyproject(project: Path) -> None:
    pytest.importorskip("flake8p", reason="Flake8-pyproject is not installed")
    (project / "a.py").write_text("import corp_ledger\nimport local_settings\nimport requests\nimport corpledger\n")
    write_pyproject(project, "One configuration")
    done = clients.run([sys.executable, "-m", "flake8", "--select=PS", "a.py"], project)
    assert re.findall(r":(\d+):\d+: (PS\d+)", done.stdout) == [("3", "PS304"), ("4", "PS302")]
