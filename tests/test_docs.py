"""The pages, the README and the changelog say the same as the code, and their examples do what they say."""

from __future__ import annotations

import html
import re
import shutil
from configparser import RawConfigParser
from pathlib import Path
from typing import Any

import pytest

import flake8_pysafe
from conftest import ROOT, Flake8, Run
from flake8_pysafe.cli import COMMANDS, check_config
from flake8_pysafe.options import ROWS, Row
from flake8_pysafe.rules import ALL, by_code
from flake8_pysafe.rules.rule import Rule
from test_layers import ORDER

PAGES = ROOT / "flake8_pysafe" / "pages"
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = ROOT / "docs"
ADOPTION = DOCS / "adoption.md"
# What is written for people, without the pages of the rules.
WRITTEN = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(DOCS.glob("*.md")),
    *sorted(DOCS.glob("clients/*.md")),
]
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
each_option = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
each_text = pytest.mark.parametrize(
    "path", [*WRITTEN, *sorted(PAGES.glob("*.md"))], ids=lambda path: str(path.relative_to(ROOT))
)


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


@each_text
def test_options_that_are_named_exist(path: Path) -> None:
    flags = {row.flag for row in ROWS}
    assert set(re.findall(r"--pysafe-[a-z-]*[a-z]", path.read_text(encoding="utf-8"))) <= flags


@each_text
def test_codes_that_are_named_exist(path: Path) -> None:
    for code in re.findall(r"PS\d{3}", path.read_text(encoding="utf-8")):
        assert by_code(code).code == code


@each_text
def test_what_is_linked_in_the_repository_is_there(path: Path) -> None:
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    linked = [link for link in re.findall(r"\]\(([^)\s#]+)", text) if "://" not in link]
    assert [link for link in linked if not (path.parent / link).exists()] == []


def described() -> dict[str, str]:
    """The sections of the page about options, by key."""
    found = sections((DOCS / "options.md").read_text(encoding="utf-8"))
    return {key: text for key, text in found.items() if key.startswith("pysafe-")}


def test_the_page_about_options_has_every_option() -> None:
    assert list(described()) == [row.key for row in ROWS]


@each_option
def test_the_default_of_an_option_is_that_of_its_page(row: Row) -> None:
    default = row.registration["default"]
    written = "none" if default == "" else f"`{str(default).lower()}`"
    assert re.findall(r"^- Default: (.*)$", described()[row.key], flags=re.MULTILINE) == [written]


@each_option
def test_the_example_of_an_option_is_one(row: Row) -> None:
    (example,) = re.findall(r"^- Example: `(.*)`$", described()[row.key], flags=re.MULTILINE)
    flag, sign, value = example.partition("=")
    is_switch = row.registration.get("const") is True
    assert flag == row.flag
    assert (sign, bool(value)) == (("", False) if is_switch else ("=", True))
    # Without a slash flake8 takes a path for relative to the current folder.
    assert value.startswith("./") or not row.registration.get("normalize_paths")


def test_the_configuration_on_the_page_about_options_is_one(project: Path) -> None:
    (project / "tools" / "models").mkdir(parents=True)
    written = re.search(r"^```ini\n(.*?)^```$", (DOCS / "options.md").read_text(encoding="utf-8"), re.M | re.DOTALL)
    assert written
    (project / ".flake8").write_text(written[1], encoding="utf-8")
    assert check_config.run([f"--config={project / '.flake8'}"]) == 0


def test_the_page_about_commands_has_every_command() -> None:
    named = re.findall(r"^\| `([a-z-]+)` \|", (DOCS / "commands.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert named == [command.name for command in COMMANDS]


def test_the_page_about_the_architecture_has_every_layer_in_order() -> None:
    table = sections((DOCS / "architecture.md").read_text(encoding="utf-8"))["Where things are"]
    cells = re.findall(r"^\| (`.*?) \|", table, flags=re.MULTILINE)
    named = [name.rstrip("/") for cell in cells for name in re.findall(r"`([\w/]+)`", cell)]
    assert [name for name in named if name not in ("data", "libraries", "pages")] == list(ORDER)


def test_the_picture_of_the_demo_shows_what_flake8_prints(flake8: Flake8, project: Path) -> None:
    shutil.copytree(ROOT / "examples", project, dirs_exist_ok=True)
    picture = html.unescape(re.sub(r"<[^>]*>", "", (DOCS / "pictures" / "demo.svg").read_text(encoding="utf-8")))
    printed = flake8("--isolated", "--select=PS", ".").stdout
    shown = "".join(picture.split())
    assert printed
    assert [line for line in printed.splitlines() if "".join(line.split()) not in shown] == []  # tools/pictures.py


def test_the_pictures_are_small() -> None:
    assert [path.name for path in sorted((DOCS / "pictures").iterdir()) if path.stat().st_size > 100_000] == []


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


def test_the_changelog_has_every_option_and_command() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert {row.flag for row in ROWS} <= set(re.findall(r"--pysafe-[a-z-]*[a-z]", changelog))
    assert {command.name for command in COMMANDS} <= set(re.findall(r"python -m flake8_pysafe ([a-z-]+)", changelog))


def test_the_readme_installs_this_version() -> None:
    assert set(re.findall(r"flake8-pysafe==([\d.]+)", README)) == {flake8_pysafe.__version__}


def test_a_switch_of_a_page_is_found() -> None:
    assert switches(page(by_code("PS209"))) == {"pedantic": True}
