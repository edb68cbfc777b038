"""The pages, the README and the changelog say the same as the code, and their examples do what they say."""

from __future__ import annotations

import re
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import pytest

import flake8_pysafe
from conftest import ROOT, Flake8, Run
from flake8_pysafe.options import ROWS
from flake8_pysafe.rules import ALL, by_code
from flake8_pysafe.rules.rule import Rule

PAGES = ROOT / "flake8_pysafe" / "pages"
README = (ROOT / "README.md").read_text(encoding="utf-8")
ADOPTION = ROOT / "docs" / "adoption.md"
RULES = sorted(ALL, key=lambda rule: rule.code)
HEADINGS = ("What it does", "Why is this bad?", "Example", "Use instead", "Options", "When to suppress", "References")
# What a fenced block of a language is in the project that the page's code is linted in.
FILES = {
    "python": "example.py",
    "toml": "pyproject.toml",
    "text": "requirements.txt",
    "json": "report.json",
    "ini": ".flake8",
}

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def page(rule: Rule) -> str:
    return (PAGES / f"{rule.code}.md").read_text(encoding="utf-8")


def sections(text: str) -> dict[str, str]:
    """The text under each heading, in order."""
    parts = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def blocks(section: str) -> dict[str, str]:
    """The first fenced block of each language."""
    found = re.findall(r"^```(\w+)\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)
    return dict(reversed(found))


def switches(text: str) -> dict[str, bool]:
    """The options of a page that take no value."""
    named = re.findall(r"--pysafe-[a-z-]+", sections(text).get("Options", ""))
    return {row.field: True for row in ROWS if row.flag in named and row.registration.get("const") is True}


def configured(written: dict[str, str], folder: Path) -> dict[str, Any]:
    """The options in the configuration of flake8 beside an example."""
    parser = RawConfigParser()
    parser.read_string(written.get("ini", "[flake8]"))
    found = {}
    for row in ROWS:
        value = parser["flake8"].get(row.key)
        if value is not None:
            is_path = row.registration.get("normalize_paths")
            found[row.field] = row.read(row.flag, str(folder / value) if is_path else value)
    return found


def reported(text: str, heading: str, folder: Path, run: Run) -> list[str]:
    """The codes reported for the Python block under a heading, the other blocks beside it."""
    written = blocks(sections(text)[heading])
    for language, content in written.items():
        (folder / FILES[language]).write_text(content, encoding="utf-8")
    options = switches(text) | configured(written, folder)
    return [report.split()[1] for report in run(written["python"], str(folder / FILES["python"]), **options)]


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == [rule.code for rule in RULES]


@each_rule
def test_a_page_has_the_form_of_a_page(rule: Rule) -> None:
    text = page(rule)
    headings = list(sections(text))
    assert text.startswith(f"# {rule.code}: {rule.name}\n\n## ")
    assert headings == [heading for heading in HEADINGS if heading != "Options" or "Options" in headings]
    assert all(line.strip() == line for line in headings)


@each_rule
def test_a_page_links_the_weakness(rule: Rule) -> None:
    link = f"https://cwe.mitre.org/data/definitions/{rule.cwe}.html"
    assert (link in sections(page(rule))["References"]) == (rule.cwe is not None)


@each_rule
def test_the_example_is_reported(rule: Rule, run: Run, project: Path) -> None:
    assert set(reported(page(rule), "Example", project, run)) == {rule.code}


@each_rule
def test_what_to_use_instead_is_silent(rule: Rule, run: Run, project: Path) -> None:
    assert reported(page(rule), "Use instead", project, run) == []


def test_the_readme_shows_what_is_reported(run: Run) -> None:
    assert run(blocks(README)["python"]) == ["4:18 PS101"]


def test_the_readme_lists_every_rule() -> None:
    rows = re.findall(r"^\| \[(\w+)\]\(flake8_pysafe/pages/(\w+)\.md\) \| ([\w-]+) \|", README, flags=re.MULTILINE)
    assert rows == [(rule.code, rule.code, rule.name) for rule in RULES]


def test_the_readme_lists_every_option() -> None:
    assert re.findall(r"^\| `(--pysafe-[a-z-]+)", README, flags=re.MULTILINE) == [row.flag for row in ROWS]


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", ADOPTION, *sorted(PAGES.glob("*.md"))], ids=lambda path: path.stem
)
def test_options_that_are_named_exist(path: Path) -> None:
    flags = {row.flag for row in ROWS}
    assert set(re.findall(r"--pysafe-[a-z-]*[a-z]", path.read_text(encoding="utf-8"))) <= flags


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "CHANGELOG.md", ADOPTION, *sorted(PAGES.glob("*.md"))],
    ids=lambda path: path.stem,
)
def test_codes_that_are_named_exist(path: Path) -> None:
    for code in re.findall(r"PS\d{3}", path.read_text(encoding="utf-8")):
        assert by_code(code).code == code


def test_a_comment_does_what_the_page_about_adoption_says(flake8: Flake8, project: Path) -> None:
    example = blocks(sections(ADOPTION.read_text(encoding="utf-8"))["A comment"])["python"]
    (project / "example.py").write_text(example, encoding="utf-8")
    reported = {int(line.split(":")[1]) for line in flake8("--select=PS", ".").stdout.splitlines()}
    assert reported == {number for number, line in enumerate(example.splitlines(), 1) if "reported" in line}


def test_the_page_about_adoption_shows_every_option() -> None:
    shown = blocks(sections(ADOPTION.read_text(encoding="utf-8"))["What is configured"])["console"]
    assert re.findall(r"^(pysafe-[a-z-]+) ", shown, flags=re.MULTILINE) == [row.key for row in ROWS]


def test_the_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", changelog, flags=re.MULTILINE)[0] == flake8_pysafe.__version__


def test_the_readme_installs_this_version() -> None:
    assert set(re.findall(r"flake8-pysafe==([\d.]+)", README)) == {flake8_pysafe.__version__}


def test_a_switch_of_a_page_is_found() -> None:
    assert switches(page(by_code("PS209"))) == {"pedantic": True}
