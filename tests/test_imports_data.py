"""The bundled facts: complete, described, small, quick to load, and asked for only when they are needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flake8_pysafe.imports import bundled, hosts, provides, stdlib
from flake8_pysafe.imports.index import aliases, extent, index, malicious
from test_imports_sites import write

DATA = Path(bundled.__file__).resolve().parents[1] / "data"
FILES = sorted(path for path in DATA.iterdir() if path.name != "README.md")
README = (DATA / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_described(path: Path) -> None:
    assert f"| `{path.name}` |" in README


def test_the_facts_are_small() -> None:
    assert sum(path.stat().st_size for path in FILES) <= 700_000


@pytest.mark.parametrize(
    "name", ["stdlib.txt", "python2.txt", "malicious.txt", "squatted.txt", "words.txt", "hosts.txt"]
)
def test_files_are_sorted(name: str) -> None:
    names = [line.split(" ")[0] for line in bundled.lines(name)]
    assert names == sorted(names)


def test_a_date_says_how_old_the_index_is() -> None:
    assert bundled.date() >= "2026-04-01"


def test_the_age_and_the_size_of_the_data_can_be_shown() -> None:
    found = extent()
    assert (found.date, found.ranked) == (bundled.date(), 15_000)
    assert found.known > found.ranked
    assert found.malicious == len(bundled.lines("malicious.txt"))
    assert str(found).startswith(f"names of {found.date}: ")


def test_what_is_imported_most_needs_no_index() -> None:
    program = (
        "import sys, tests.test_imports_sites as t; from flake8_pysafe.imports import index\n"
        "t.codes('import os, sys, json.decoder, xml.etree.ElementTree\\nfrom urllib import parse')\n"
        "sys.exit(index.index.cache_info().currsize)"
    )
    tests = Path(__file__).parent
    code = f"import sys; sys.path[:0] = [{str(DATA.parents[1])!r}, {str(tests)!r}]\n{program.replace('tests.', '')}"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# In a new process: what an earlier test has loaded would not be seen. What takes long to import comes last.
LOADING = """
import sys
sys.path[:0] = {paths!r}
from test_imports_sites import codes
assert codes({text!r}, {file!r}) == {expected!r}
print(*sorted({{"packaging", "tomllib", "tomli", "configparser", "flake8_pysafe.imports.search"}} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("text", "expected", "is_cheap"),
    [
        ("import os, xml.etree.ElementTree\nfrom urllib import parse\nfrom . import models", [], True),
        ("import shop.models\nfrom shop import models\nimport requests, numpy", [], True),
        ("try:\n    import bankgate\nexcept ImportError:\n    pass", [], True),
        ("import bankgate", ["1:8 PS302"], False),
    ],
)
def test_what_reads_project_files_is_imported_when_a_name_needs_it(
    tmp_path: Path, text: str, expected: list[str], is_cheap: bool
) -> None:
    files = {"pyproject.toml": "", "app.py": "", "shop/__init__.py": "", "shop/models.py": "", "shop/views.py": ""}
    file = write(tmp_path, files) / "shop" / "views.py"
    paths = [str(DATA.parents[1]), str(Path(__file__).parent)]
    program = LOADING.format(paths=paths, text=text, file=str(file), expected=expected)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert ("packaging" not in done.stdout, "search" not in done.stdout) == (is_cheap, is_cheap)


# --- the index -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distribution", "modules"),
    [
        ("requests", {"requests"}),
        ("pyyaml", {"yaml", "_yaml"}),
        ("beautifulsoup4", {"bs4"}),
        ("pillow", {"PIL"}),
        ("google-cloud-storage", {"google.cloud.storage"}),
        ("cupy-cuda12x", {"cupy", "cupyx", "cupy_backends"}),
        ("legacy-cgi", {"cgi", "cgitb", "legacy_cgi"}),
        ("types-requests", set()),
        ("no-such-distribution", set()),
    ],
)
def test_a_distribution_provides_modules(distribution: str, modules: set[str]) -> None:
    assert set(index().modules(distribution)) == modules


@pytest.mark.parametrize("module", ["numpy", "yaml", "google", "PIL", "bs4", "pkg_resources", "pypdf", "torch"])
def test_well_known_modules_are_known(module: str) -> None:
    assert module in index().top_levels


@pytest.mark.parametrize(
    "module", ["pyyaml", "beautifulsoup4", "Pillow", "pillow", "opencv_python", "reqeusts", "bankgate"]
)
def test_names_of_distributions_and_slips_are_no_modules(module: str) -> None:
    assert module not in index().top_levels


@pytest.mark.parametrize(
    ("module", "distribution"),
    [("yaml", "pyyaml"), ("bs4.element", "beautifulsoup4"), ("google.cloud.storage.blob", "google-cloud-storage")],
)
def test_a_module_has_a_provider(module: str, distribution: str) -> None:
    assert index().providers_of(module)[0] == distribution


def test_no_known_distribution_is_called_malicious() -> None:
    assert malicious().isdisjoint(index().names)


def test_aliases_and_hosts_are_no_known_modules() -> None:
    assert index().top_levels.isdisjoint(aliases())
    assert {"bpy_extras", "arcpy", "machine"} <= hosts.modules()


@pytest.mark.parametrize(
    ("name", "other"), [("Requests", "requests"), ("pil", "PIL"), ("requests", None), ("Bankgate", None)]
)
def test_a_name_in_other_capitals_is_found(name: str, other: str | None) -> None:
    assert index().other_case(name) == other


# --- distributions that are not in it --------------------------------------------------------


@pytest.mark.parametrize(
    ("distribution", "module", "accounts"),
    [
        ("acme-audit-client", "acme_audit_client", True),
        ("acme-audit-client", "acme.audit_client", True),
        ("acme-audit-client", "acme.audit.log", True),
        ("acme-audit-client", "acme_audit", True),
        ("python-acme", "acme", True),
        ("acme-sdk", "acme", True),
        ("django-acme", "acme", True),
        ("acme", "acme_pro", False),
        ("reef-survey-tools", "reef_survey_private", False),
        ("AcmeKit", "acmekit.x", True),
    ],
)
def test_an_unknown_distribution_plausibly_provides_modules(distribution: str, module: str, accounts: bool) -> None:
    found = provides.modules(distribution.lower())
    assert any(provides.accounts_for(one, module, distribution.lower()) for one in found) == accounts


def test_a_known_distribution_provides_nothing_else() -> None:
    assert provides.modules("requests") == ("requests",)


@pytest.mark.parametrize(
    ("module", "distribution", "is_short"),
    [
        ("pytestshellutils", "pytest-shell-utilities", True),
        ("ptscripts", "python-tools-scripts", True),
        ("sensorhb_sdk", "sensorhub-sdk", False),
        ("bankgate", "reef-survey-tools", False),
        ("abc", "a-b-c-d-e-f", False),
    ],
)
def test_a_module_may_be_named_in_short(module: str, distribution: str, is_short: bool) -> None:
    assert provides.is_abbreviation(module, distribution) == is_short


@pytest.mark.parametrize(
    ("distribution", "module"), [("pyyaml", "yaml"), ("setuptools", "setuptools"), ("acme-x", "acme_x")]
)
def test_a_distribution_has_a_main_module(distribution: str, module: str) -> None:
    assert provides.main_module(distribution) == module


# --- the standard library --------------------------------------------------------------------


def test_the_modules_of_this_python_are_known() -> None:
    assert {name for name in sys.stdlib_module_names if name not in stdlib.modules()} <= {"_freeze_importlib"}


def test_modules_without_a_file_are_known() -> None:
    code = "import sys, multiprocessing, typing, xml.parsers.expat; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True, capture_output=True, text=True)
    assert not set(done.stdout.split()) - stdlib.modules().keys()


@pytest.mark.parametrize("module", ["_testcapi", "_testinternalcapi", "_xxsubinterpreters", "xxsubtype"])
def test_the_modules_that_python_tests_itself_with_are_known(module: str) -> None:
    assert module in stdlib.modules()


@pytest.mark.parametrize(
    ("module", "since", "last"),
    [
        ("os", None, None),
        ("tomllib", (3, 11), None),
        ("imp", None, (3, 11)),
        ("telnetlib", None, (3, 12)),
        ("annotationlib", (3, 14), None),
        ("typing.io", None, (3, 12)),
        ("typing.re", None, (3, 12)),
    ],
)
def test_modules_come_and_go(module: str, since: tuple[int, int] | None, last: tuple[int, int] | None) -> None:
    found = stdlib.modules()[module]
    assert (found.since, found.last) == (since, last)


def test_the_public_modules_of_a_package_are_listed() -> None:
    assert set(stdlib.below("urllib")) == {"error", "parse", "request", "response", "robotparser"}
    assert stdlib.below("os") == ("path",)


@pytest.mark.parametrize(
    ("package", "only"), [("urllib", True), ("xml", True), ("concurrent", True), ("os", False), ("json", False)]
)
def test_packages_that_hold_only_modules_are_known(package: str, only: bool) -> None:
    assert stdlib.modules()[package].holds_only_modules == only


@pytest.mark.parametrize(("name", "ancestor"), [("xml.etree.ElementTre", "xml.etree"), ("os", "os"), ("bank", None)])
def test_the_nearest_standard_package_is_found(name: str, ancestor: str | None) -> None:
    found = stdlib.nearest_ancestor(name)
    assert (found.name if found else None) == ancestor


def test_the_modules_of_python_2_have_a_new_place() -> None:
    assert (stdlib.python2()["urllib2"], stdlib.python2()["sets"]) == ("urllib.request", "")
