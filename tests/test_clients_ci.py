"""What services read of flake8's output: by their patterns, and by formatters where these are installed."""

from __future__ import annotations

import json
import re
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

import clients
from conftest import ROOT, Flake8
from flake8_pysafe.rules import ALL, by_code
from test_docs import blocks, page

READ = {link: pattern for link, pattern, _ in clients.rows(clients.section("ci", "What each service reads"))}
# What the fields of an errorformat stand for. Source: Vim's help, "errorformat".
FIELDS = {
    "%f": "(?P<path>.+?)",
    "%l": r"(?P<line>\d+)",
    "%c": r"(?P<column>\d+)",
    "%n": r"\d+",
    "%t": ".",
    "%m": "(.*)",
}


def pattern(name: str) -> str:
    """The pattern of a client in the table of the page."""
    (found,) = (pattern for link, pattern in READ.items() if link.startswith(f"[{name}"))
    return found


def errorformat(written: str) -> str:
    """A pattern of Python for an errorformat."""
    return re.sub("%.", lambda field: FIELDS[field[0]], written)


def places(*parts: tuple[str, str, str, str]) -> list[clients.Place]:
    return [clients.Place(path, int(line), int(column), code) for path, line, column, code in parts]


def printed(flake8: Flake8, project: Path) -> list[str]:
    """The lines about the shop."""
    clients.copy_shop(project)
    return flake8("-j1", "--select=PS", ".").stdout.splitlines()


# --- patterns ---


def test_the_problem_matcher_finds_each_field(flake8: Flake8, project: Path) -> None:
    (matcher,) = json.loads(blocks(clients.section("ci", "GitHub Actions"))["json"])["problemMatcher"]
    (wanted,) = matcher["pattern"]
    found = [re.search(wanted["regexp"], line) for line in printed(flake8, project)]
    assert places(
        *(
            (one[wanted["file"]], one[wanted["line"]], one[wanted["column"]], one[wanted["code"]])
            for one in found
            if one
        )
    ) == list(clients.expected())
    assert all(one and one[wanted["message"]].endswith(one.string[-20:]) for one in found)


def test_the_problem_matcher_is_the_one_of_the_gate_and_matches_no_other_code() -> None:
    shown = json.loads(blocks(clients.section("ci", "GitHub Actions"))["json"])
    shipped = ROOT / "examples" / "gate" / ".github" / "flake8-pysafe.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == shown
    assert shipped.name in blocks(clients.section("ci", "GitHub Actions"))["yaml"]
    assert not re.search(shown["problemMatcher"][0]["pattern"][0]["regexp"], "./a.py:1:1: E501 line too long")


def test_sonarqube_reads_the_text(flake8: Flake8, project: Path) -> None:
    found = [re.fullmatch(pattern("SonarQube"), line) for line in printed(flake8, project)]
    assert places(*((one[1], one[2], one[3], one[4]) for one in found if one)) == clients.expected()


def test_reviewdog_reads_the_format_of_the_page_and_not_the_other(flake8: Flake8, project: Path) -> None:
    lines = printed(flake8, project)
    found = [re.fullmatch(errorformat(pattern("reviewdog")), line) for line in lines]
    assert (
        places(*((one["path"], one["line"], one["column"], one[4][:5]) for one in found if one)) == clients.expected()
    )
    told = clients.section("ci", "reviewdog")
    assert "-f=pep8" in blocks(told)["console"]
    (other,) = re.findall(r"`(%f[^`]*%t[^`]*)`", told)
    assert re.fullmatch(errorformat(other), "./a.py:1:1: E501 line too long")
    assert not any(re.fullmatch(errorformat(other), line) for line in lines)


# --- formatters ---


def test_github_annotations_name_place_and_code(project: Path) -> None:
    pytest.importorskip("flake8_github_annotations", reason="flake8-github-annotations is not installed")
    clients.copy_shop(project)
    (done,) = clients.commands(clients.section("ci", "GitHub Actions"), project)
    found = re.findall(r"^::error file=(.*?),line=(\d+),col=(\d+),title=(PS\d+)::.+$", done.stdout, flags=re.MULTILINE)
    assert places(*((f"./{path}", line, column, code) for path, line, column, code in found)) == clients.expected()


def test_gitlab_is_given_a_list_with_place_and_code(project: Path) -> None:
    pytest.importorskip("flake8_gl_codeclimate", reason="flake8-gl-codeclimate is not installed")
    clients.copy_shop(project)
    job = blocks(clients.section("ci", "GitLab"))["yaml"]
    (arguments,) = re.findall(r"- python -m flake8 (.*)", job)
    (path,) = re.findall(r"codequality: (.*)", job)
    done = clients.run([sys.executable, "-m", "flake8", "--select=PS", *shlex.split(arguments)], project)
    issues = json.loads((project / path).read_text(encoding="utf-8"))
    assert done.returncode == 1
    assert [(issue["location"]["path"], issue["location"]["lines"]["begin"]) for issue in issues] == [
        (place.path.removeprefix("./"), place.line) for place in clients.expected()
    ]
    assert [issue["description"][-7:] for issue in issues] == [f"[{place.code}]" for place in clients.expected()]
    assert {issue["severity"] for issue in issues} == {"minor"}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


SARIF = "Code scanning, and whatever else reads SARIF"
# What GitHub calls a score. Source: its documentation, "SARIF support for code scanning".
SCORES = {"critical": (9.0, 10.0), "high": (7.0, 9.0), "medium": (4.0, 7.0), "low": (0.1, 4.0), "info": (0.0, 0.0)}


def enriched(report: dict[str, Any], project: Path) -> dict[str, dict[str, Any]]:
    """The rules of a report, by code, after the script of the page has seen it."""
    (project / "sarif.py").write_text(blocks(clients.section("ci", SARIF))["python"], encoding="utf-8")
    path = project / "report.sarif"
    path.write_text(json.dumps(report), encoding="utf-8")
    assert clients.run([sys.executable, "sarif.py", path.name], project).stderr == ""
    (run,) = json.loads(path.read_text(encoding="utf-8"))["runs"]
    return {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}


def test_the_script_adds_what_the_catalogue_says(project: Path) -> None:
    codes = ["PS101", "PS103", "PS201", "PS204", "PS209", "PS901"]
    driver = {"name": "flake8", "rules": [{"id": code} for code in ["E501", *codes]]}
    rules = enriched({"runs": [{"tool": {"driver": driver}, "results": []}]}, project)
    assert rules.pop("E501") == {"id": "E501"}
    assert list(rules) == codes
    for code, shown in rules.items():
        rule = by_code(code)
        least, most = SCORES[rule.severity]
        assert shown["name"] == rule.name
        assert shown["shortDescription"] == {"text": rule.summary}
        assert shown["help"]["markdown"] == page(rule).strip()
        assert least <= float(shown["properties"]["security-severity"]) <= most
        assert shown["properties"]["tags"][1:] == ([f"external/cwe/cwe-{rule.cwe}"] if rule.cwe else [])


def test_the_script_knows_every_severity() -> None:
    script = blocks(clients.section("ci", SARIF))["python"]
    for rule in ALL:
        assert script.count(f'"{rule.severity}": ') == 2


def test_sarif_has_place_and_severity(project: Path) -> None:
    pytest.importorskip("flake8_sarif_reporter", reason="flake8-sarif is not installed")
    clients.copy_shop(project)
    (project / "sarif.py").write_text(blocks(clients.section("ci", SARIF))["python"], encoding="utf-8")
    assert [(done.returncode, done.stderr) for done in clients.commands(clients.section("ci", SARIF), project)] == [
        (0, ""),
        (0, ""),
    ]
    (run,) = json.loads((project / "flake8.sarif").read_text(encoding="utf-8"))["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    found = []
    for result in run["results"]:
        where = result["locations"][0]["physicalLocation"]
        region = where["region"]
        found.append(
            clients.Place(
                f"./{where['artifactLocation']['uri']}", region["startLine"], region["startColumn"], result["ruleId"]
            )
        )
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert found == clients.expected()
    assert rules["PS101"]["defaultConfiguration"] == {"level": "error"}
    assert rules["PS101"]["properties"] == {"tags": ["security", "external/cwe/cwe-295"], "security-severity": "8.0"}


def test_the_jobs_run_what_the_section_shows() -> None:
    text = clients.section("ci", SARIF)
    commands = re.findall(r"^\$ (.*)$", blocks(text)["console"], flags=re.MULTILINE)
    assert re.findall(r"- run: (?!.*pip install)(.*)$", blocks(text)["yaml"], flags=re.MULTILINE) == commands
