"""The reports of other tools: what they say stands at the imports, and nothing they do not say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from flake8_pysafe.reports import audit_report, licence_report
from flake8_pysafe.reports.audit import Advisory, Audited
from flake8_pysafe.reports.licences import Licensed, Policy

PIP_AUDIT = {
    "dependencies": [
        {
            "name": "requests",
            "version": "2.19.0",
            "vulns": [
                {
                    "id": "PYSEC-2018-28",
                    "fix_versions": ["2.20.0"],
                    "aliases": ["GHSA-x84v-xcm2-53pg", "CVE-2018-18074"],
                    "description": "Authorization header sent to http URL",
                }
            ],
        },
        {"name": "pyyaml", "version": "5.3", "vulns": [{"id": "PYSEC-2020-96", "fix_versions": ["5.3.1"]}]},
        {"name": "flask", "version": "3.0.0", "vulns": []},
        {"name": "private-thing", "skip_reason": "Dependency not found on PyPI and could not be audited: x"},
    ],
    "fixes": [],
}
UV_AUDIT = {
    "schema": {"version": "preview"},
    "vulnerabilities": [
        {
            "dependency": {"name": "jinja2", "version": "2.10"},
            "id": "GHSA-462w-v97r-4m45",
            "display_id": "PYSEC-2019-217",
            "aliases": ["CVE-2019-10906"],
            "fix_versions": ["2.10.1"],
        },
        {"dependency": {"name": "jinja2", "version": "2.10"}, "id": "PYSEC-2021-66", "fix_versions": ["2.11.3"]},
    ],
    "adverse_statuses": [],
}
PIP_LICENSES = [
    {"License": "GNU General Public License v2 or later (GPLv2+)", "Name": "Unidecode", "Version": "1.4.0"},
    {"License": "BSD License; MIT License", "Name": "flask", "Version": "3.0.0"},
    {"License": "UNKNOWN", "Name": "private-thing", "Version": "1"},
]
LICENSE_FINDER = [{"licenses": ["LGPL-2.1-only", "MIT"], "name": "chardet", "version": "3.0.4"}]


def written(document: Any, folder: Path) -> str:
    path = folder / "report.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return str(path)


# --- audit -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "import requests\n",
            ["1:8 PS501 `requests` 2.19.0 has PYSEC-2018-28 (CVE-2018-18074); update to 2.20.0"],
        ),
        ("from yaml import load\n", ["1:6 PS501 `pyyaml` 5.3 has PYSEC-2020-96; update to 5.3.1"]),
        (
            "import private_thing\n",
            ["1:8 PS901 `private-thing` was not audited: Dependency not found on PyPI and could not be audited: x"],
        ),
        ("import flask, json\n", []),
        ("import django\n", []),
        ("from .requests import get\n", []),
    ],
)
def test_an_audit_is_said_at_the_import(source: str, expected: list[str], messages: Run, project: Path) -> None:
    options = {"audit_report": audit_report(written(PIP_AUDIT, project)), "known_modules": ("private_thing",)}
    assert messages(source, str(project / "a.py"), **options) == expected


def test_a_module_of_the_project_is_no_distribution(run: Run, project: Path) -> None:
    (project / "requests.py").touch()
    options = {"audit_report": audit_report(written(PIP_AUDIT, project))}
    assert run("import requests\n", str(project / "a.py"), **options) == []


def test_every_import_is_said(run: Run, project: Path) -> None:
    options = {"audit_report": audit_report(written(PIP_AUDIT, project))}
    source = "import os, requests\ntry:\n    import yaml\nexcept ImportError:\n    pass\n"
    assert run(source, str(project / "a.py"), **options) == ["1:12 PS501", "3:12 PS501"]


def test_the_report_of_uv_is_read(messages: Run, project: Path) -> None:
    options = {"audit_report": audit_report(written(UV_AUDIT, project))}
    assert messages("import jinja2\n", str(project / "a.py"), **options) == [
        "1:8 PS501 `jinja2` 2.10 has PYSEC-2019-217 (CVE-2019-10906), PYSEC-2021-66; update to 2.11.3"
    ]


def test_what_the_plugin_needs_is_not_the_projects(run: Run, project: Path) -> None:
    report = {"dependencies": [{"name": "astroid", "version": "3.0", "vulns": [{"id": "X", "fix_versions": []}]}]}
    options = {"audit_report": audit_report(written(report, project))}
    assert run("import astroid\n", str(project / "a.py"), **options) == []
    (project / "requirements.txt").write_text("astroid\n", encoding="utf-8")
    assert run("import astroid\n", str(project / "a.py"), **options) == ["1:8 PS501"]


@pytest.mark.parametrize(
    ("version", "fixed", "expected"),
    [
        ("1.0", [("1.1",), ("1.3", "2.0")], "1.3"),
        ("1.5", [("1.1", "1.6")], "1.6"),
        ("1.0", [("1.1",), ()], ""),
        ("odd", [("1.1",)], ""),
        ("", [("1.1",)], ""),
        ("1.0", [], ""),
    ],
)
def test_the_lowest_version_without_a_fault_is_named(version: str, fixed: list[tuple[str, ...]], expected: str) -> None:
    assert Audited("a", version, tuple(Advisory("X", (), each) for each in fixed)).fixed == expected


# --- licences --------------------------------------------------------------------------------


def licensed(*licences: str) -> Licensed:
    return Licensed("a", "1", licences)


@pytest.mark.parametrize(
    ("licence", "denied"),
    [
        ("GPL-3.0-only", True),
        ("gpl-3.0-ONLY", True),
        ("GPL-3.0-only WITH Classpath-exception-2.0", True),
        ("MIT AND GPL-3.0-only", True),
        ("MIT OR GPL-3.0-only", False),
        ("MIT OR (GPL-3.0-only AND BSD-3-Clause)", False),
        ("(MIT OR GPL-3.0-only) AND GPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU General Public License (GPL)", True),
        ("GNU General Public License v3 or later (GPLv3+)", False),
        ("GPL-3.0", True),
        ("LGPL-3.0-only", False),
        ("MIT License", False),
    ],
)
def test_a_licence_is_denied(licence: str, denied: bool) -> None:
    assert bool(Policy(deny=("GPL-3.0-only",)).fault(licensed(licence))) is denied


@pytest.mark.parametrize(
    ("licences", "allowed"),
    [
        (("MIT",), True),
        (("MIT License",), True),
        (("BSD License",), True),
        (("MIT AND BSD-3-Clause",), True),
        (("MIT AND GPL-3.0-only",), False),
        (("MIT OR GPL-3.0-only",), True),
        (("GPL-3.0-only", "MIT"), True),
        (("Apache-2.0",), False),
        ((), False),
    ],
)
def test_a_licence_is_allowed(licences: tuple[str, ...], allowed: bool) -> None:
    assert bool(Policy(allow=("MIT", "BSD-*")).fault(licensed(*licences))) is not allowed


def test_nothing_is_said_of_a_licence_that_nobody_knows_unless_some_are_allowed() -> None:
    assert Policy(deny=("*",)).fault(licensed()) == ""
    assert Policy(allow=("UNKNOWN",)).fault(licensed()) == ""
    assert Policy(allow=("MIT",)).fault(licensed()) == (
        "is under an unknown licence, which `pysafe-licence-allow` does not name"
    )


@pytest.mark.parametrize(
    ("report", "source", "expected"),
    [
        (
            PIP_LICENSES,
            "import unidecode\n",
            [
                "1:8 PS502 `Unidecode` is under `GNU General Public License v2 or later (GPLv2+)`, "
                "which `pysafe-licence-deny` names; replace the distribution"
            ],
        ),
        (PIP_LICENSES, "import flask\n", []),
        (
            LICENSE_FINDER,
            "import chardet\n",
            [
                "1:8 PS502 `chardet` is under `LGPL-2.1-only; MIT`, which `pysafe-licence-deny` names; "
                "replace the distribution"
            ],
        ),
    ],
)
def test_licences_are_said_at_the_import(
    report: Any, source: str, expected: list[str], messages: Run, project: Path
) -> None:
    options = {"licence_report": licence_report(written(report, project)), "licence_deny": ("GPL-*", "LGPL-*")}
    assert messages(source, str(project / "a.py"), **options) == expected


@pytest.mark.parametrize(
    "fields",
    [
        "License-Expression: GPL-3.0-or-later\n",
        "License: GPL-3.0-or-later\n",
        "Classifier: License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)\n",
    ],
)
def test_without_a_report_the_projects_environment_answers(fields: str, run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n", encoding="utf-8")
    packages = project / ".venv" / "lib" / "python3.12" / "site-packages"
    (packages / "unidecode").mkdir(parents=True)
    metadata = packages / "Unidecode-1.4.0.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.4\nName: Unidecode\nVersion: 1.4.0\n{fields}\ntext\n", encoding="utf-8")
    source, filename = "import unidecode\n", str(project / "a.py")
    assert run(source, filename, licence_deny=("GPL-3.0-or-later",)) == ["1:8 PS502"]
    assert run(source, filename, licence_deny=("MIT",)) == []
    assert run(source, filename) == []
