"""PS301 to PS304, PS901: what is reported for the imports of a file, where, and in which words."""

from __future__ import annotations

import os
import subprocess
import sys
from keyword import iskeyword
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from test_imports_sites import codes, found, package, texts, write

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = (
    '[project]\nname = "shop"\nversion = "1"\ndependencies = ["requests", "structlog", "PyYAML", "acme-audit-client"]\n'
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A project with a package `shop` and some declared dependencies."""
    folder = tmp_path / "checkout"
    write(folder, {"pyproject.toml": PYPROJECT, "shop/models.py": "", "shop/views.py": "", "shop/api/v1.py": ""})
    return package(folder, "shop", "shop.api")


# --- what accounts for a module --------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "import os.path, xml.etree.ElementTree, concurrent.futures, _thread, winreg",
        "import tomllib, distutils.core, test.support",
        "import requests.adapters, structlog",
        "import yaml",
        "import numpy, google.cloud.storage, ruamel.yaml, mpl_toolkits.mplot3d, flake8p",
        "import shop.models, shop.api.v1",
        "from shop import models, views",
        "from . import models",
        "from .models import Anything",
        "from .api.v1 import handler",
        "import acme.audit_client, acme_audit_client",
        "from __future__ import annotations",
        "import bpy_extras, sublime, idaapi",
    ],
)
def test_what_something_accounts_for_is_silent(shop: Path, text: str) -> None:
    assert codes(text, shop / "shop" / "app.py") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import bankgate_client", "1:8 PS302"),
        ("import os, bankgate_client.retry", "1:12 PS302"),
        ("from bankgate_client import retry", "1:6 PS302"),
        ("import shop.payments", "1:13 PS302"),
        ("from shop.payments.cards import pay", "1:11 PS302"),
        ("from shop.api import v2", "1:22 PS302"),
        ("from .payments import pay", "1:7 PS302"),
        ("from . import models, payments", "1:23 PS302"),
        ("from .\\\n    payments import pay", "2:5 PS302"),
        ("from  .  api . v2  import x", "1:16 PS302"),
        ("import urllib2", "1:8 PS302"),
        ("import pyyaml", "1:8 PS302"),
        ("import urllib.robots", "1:15 PS302"),
        ("import reqeusts", "1:8 PS301"),
        ("import stuctlog", "1:8 PS301"),
        ("from shop.modles import Order", "1:11 PS301"),
        ("from .modles import Order", "1:7 PS301"),
        ("import shpo.models", "1:8 PS301"),
        ("from urllib.prase import quote", "1:13 PS301"),
        ("from urllib import prase", "1:20 PS301"),
        ("import xml.etree.ElementTre", "1:18 PS301"),
        ("import os.pth", "1:11 PS301"),
        ("import logging.handler", "1:16 PS301"),
        ("import Requests", "1:8 PS301"),
        ("import nump\u0443", "1:8 PS301"),
    ],
)
def test_what_nothing_accounts_for_is_reported_at_the_part_that_is_wrong(shop: Path, text: str, expected: str) -> None:
    assert codes(text, shop / "shop" / "app.py") == [expected]


def test_columns_count_characters(shop: Path) -> None:
    assert codes('"é"; import reqeusts', shop / "app.py") == ["1:13 PS301"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("djnago", "PS301 module `djnago` looks like `django`; check the name before installing it"),
        ("beautifulsuop4", "PS301 module `beautifulsuop4` looks like `bs4`; check the name before installing it"),
        (
            "acme_audit_cleint",
            "PS301 module `acme_audit_cleint` looks like the declared `acme_audit_client`; correct the name",
        ),
        ("shpo", "PS301 module `shpo` looks like the project's own `shop`; correct the name"),
        ("shop.modles", "PS301 module `shop.modles` looks like `models` beside it; correct the name"),
        ("Requests", "PS301 module `Requests` differs from `requests` in capitals; correct the name"),
        ("scikitlearn", "PS301 module `scikitlearn` is called `sklearn`; correct the name"),
        ("nump\u0443", "PS301 module `nump\u0443` contains U+0443 CYRILLIC SMALL LETTER U; write `numpy`"),
        ("bankgate", "PS302 nothing accounts for module `bankgate`; declare its distribution or correct the name"),
        ("shop.bank", "PS302 `shop.bank` is not in its package; correct the name or add the module"),
        ("urllib.robots", "PS302 `urllib.robots` is not in the standard library; correct the name"),
        ("urllib2", "PS302 `urllib2` is a module of Python 2; import `urllib.request`"),
        ("sets", "PS302 `sets` is a module of Python 2 that Python 3 has no more; remove the import"),
        ("pyyaml", "PS302 module `pyyaml` does not exist; the distribution provides `yaml`"),
        ("colourama", "PS303 `colourama` is the name of a known malicious package; remove it, or write `colorama`"),
    ],
)
def test_a_text_says_what_is_wrong_and_what_to_do(shop: Path, name: str, expected: str) -> None:
    assert texts(f"import {name}", shop / "shop" / "app.py") == [expected]


def test_the_text_about_a_relative_import_keeps_its_dots(shop: Path) -> None:
    expected = "PS301 module `.modles` looks like `models` beside it; correct the name"
    assert texts("from .modles import x", shop / "shop" / "app.py") == [expected]


def test_each_name_of_a_statement_is_a_question_of_its_own(shop: Path) -> None:
    assert codes("import os, reqeusts, bankgate", shop / "app.py") == ["1:12 PS301", "1:22 PS302"]


def test_names_taken_from_a_package_with_code_are_not_modules(shop: Path) -> None:
    (shop / "shop" / "api" / "__init__.py").write_text("from shop.settings import *\n", encoding="utf-8")
    assert codes("from shop.api import v2", shop / "app.py") == []


def test_a_well_known_name_needs_no_declaration(shop: Path) -> None:
    assert codes("import boto3", shop / "app.py") == []


# --- dynamic imports -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('import importlib\nimportlib.import_module("reqeusts")', ["2:25 PS301"]),
        ('from importlib import import_module as load\nload("x")', []),
        ('from importlib import import_module\nimport_module("bankgate.x")', ["2:15 PS302"]),
        ('__import__("bankgate")', ["1:12 PS302"]),
        ('__import__(name="bankgate")', ["1:17 PS302"]),
        ('import importlib.util\nimportlib.util.find_spec("reqeusts")', ["2:26 PS301"]),
        ('import importlib.util\nimportlib.util.find_spec("bankgate")', []),
        ('import pytest\npytest.importorskip("reqeusts")', ["2:21 PS301"]),
        ('import pytest\npytest.importorskip("bankgate")', []),
        ('def import_module(name): ...\nimport_module("bankgate")', []),
        ('registry.import_module("bankgate")', []),
        ('import importlib\nimportlib.import_module(name)', []),
        ('import importlib\nimportlib.import_module(".bankgate", "shop")', ["2:25 PS302"]),
        ('import importlib\nimportlib.import_module(".modles", package="shop")', ["2:25 PS301"]),
        ('import importlib\nimportlib.import_module("..modles", "shop.api")', ["2:25 PS301"]),
        ('import importlib\nimportlib.import_module(".views", "shop")', []),
        ('import importlib\nimportlib.import_module(".bankgate", chosen)', []),
        ('import importlib\nimportlib.import_module("...bankgate", "shop.api")', []),
        ('import importlib\nimportlib.import_module(".", "shop")', []),
        ('import builtins\nbuiltins.__import__("bankgate")', ["2:21 PS302"]),
        ('import importlib.util\nimportlib.util.find_spec("bankgate").origin', ["2:26 PS302"]),
        ('from importlib import util\nutil.module_from_spec(util.find_spec("bankgate"))', ["2:38 PS302"]),
        ('import importlib\nimportlib.import_module("not a name")', []),
    ],
)  # fmt: skip
def test_a_literal_name_in_a_call_that_imports_counts(shop: Path, text: str, expected: list[str]) -> None:
    assert codes(text, shop / "app.py") == expected


# --- guards ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    import {}\nexcept ImportError:\n    pass",
        "try:\n    import {}\nexcept (ValueError, ModuleNotFoundError):\n    pass",
        "try:\n    pass\nexcept ImportError:\n    import {}",
        "try:\n    import {}\nexcept:\n    pass",
        "import contextlib\nwith contextlib.suppress(ImportError):\n    import {}",
        "if TYPE_CHECKING:\n    import {}",
        "if sys.version_info < (3, 11):\n    pass\nelse:\n    import {}",
        "if sys.platform == 'win32':\n    import {}",
        "if os.name == 'nt':\n    def f():\n        import {}",
        "if HAS_BANK:\n    import {}",
        "if is_bank_available():\n    import {}",
        "import pytest\nwith pytest.raises(ImportError):\n    import {}",
        "@pytest.mark.skipif(True, reason='x')\ndef test():\n    import {}",
    ],
)
@pytest.mark.parametrize("name", ["bankgate", "reqeusts", "shop.bank"])
def test_an_import_that_may_fail_is_silent(shop: Path, text: str, name: str) -> None:
    assert codes(text.format(name), shop / "app.py") == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    pass\nexcept ImportError:\n    pass\nfinally:\n    import {}",
        "try:\n    import {}\nexcept ValueError:\n    pass",
        "if debug:\n    import {}",
        "if __name__ == '__main__':\n    import {}",
        "with open(path):\n    import {}",
        "@cache\ndef f():\n    import {}",
    ],
)
def test_other_blocks_guard_nothing(shop: Path, text: str) -> None:
    assert [code.partition(" ")[2] for code in codes(text.format("bankgate"), shop / "app.py")] == ["PS302"]


def test_a_look_alike_letter_is_reported_inside_a_guard(shop: Path) -> None:
    assert codes("try:\n    import r\u0435quests\nexcept ImportError:\n    pass", shop / "app.py") == ["2:12 PS301"]


def test_a_module_that_is_there_may_have_any_letters(shop: Path) -> None:
    (shop / "shop" / "m\u043edels.py").touch()
    text = "from . import m\u043edels\nimport shop.m\u043edels\nimport shop.vi\u0435ws"
    assert codes(text, shop / "shop" / "app.py") == ["3:13 PS301"]


def test_what_python_reads_as_a_plain_name_is_one(shop: Path) -> None:
    assert codes("import \uff4a\uff53\uff4f\uff4e", shop / "app.py") == []


# --- modules that a file makes ---------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "import sys, types\nsys.modules['bankgate'] = types.ModuleType('b')\nimport bankgate",
        "load_module('bankgate', path)\nimport bankgate",
        "mocker.patch.dict('sys.modules', {'bankgate': fake})\nimport bankgate.retry",
    ],
)
def test_a_module_that_the_file_makes_is_silent(shop: Path, text: str) -> None:
    assert codes(text, shop / "app.py") == []


def test_a_logger_of_that_name_makes_no_module(shop: Path) -> None:
    assert codes("logging.getLogger('bankgate')\nimport bankgate", shop / "app.py") == ["2:8 PS302"]


@pytest.mark.parametrize(
    "text", ["(tmp_path / 'bankgate.py').touch()", "pytester.makepyfile(bankgate='')", "'bankgate/x'"]
)
def test_a_test_may_write_the_module_it_imports(shop: Path, text: str) -> None:
    assert codes(f"{text}\nimport bankgate", shop / "tests" / "test_bank.py") == []


# --- options ---------------------------------------------------------------------------------


@pytest.mark.parametrize("known", ["bankgate", "bank*", "bankgate.*", "*gate"])
def test_known_modules_are_never_reported(shop: Path, known: str) -> None:
    assert codes("import bankgate.retry", shop / "app.py", known_modules=(known,)) == []


@pytest.mark.parametrize("name", ["reqeusts", "colourama", "shop.bank", "urllib2", "r\u0435quests"])
def test_a_known_module_is_right_whatever_it_looks_like(shop: Path, name: str) -> None:
    assert codes(f"import {name}", shop / "app.py", known_modules=(name,)) == []


def test_a_known_module_is_right_where_it_is_imported_relatively(shop: Path) -> None:
    text = "from . import bank\nfrom .bank import pay\nfrom .vault import open"
    assert codes(text, shop / "shop" / "app.py", known_modules=("shop.bank",)) == ["3:7 PS302"]


def test_a_pattern_counts_for_whole_names(shop: Path) -> None:
    assert codes("import bankgate", shop / "app.py", known_modules=("bank",)) == ["1:8 PS302"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import numpy", ["PS304 module `numpy` is not declared by this project; declare the distribution `numpy`"]),
        (
            "import bs4",
            ["PS304 module `bs4` is not declared by this project; declare the distribution `beautifulsoup4`"],
        ),
        ("import requests, yaml, os, shop.models", []),
        ("try:\n    import numpy\nexcept ImportError:\n    pass", []),
    ],
)
def test_undeclared_modules_are_reported_on_demand(shop: Path, text: str, expected: list[str]) -> None:
    assert texts(text, shop / "app.py", require_declared=True) == expected


def test_what_is_only_locked_is_undeclared(shop: Path) -> None:
    write(shop, {"uv.lock": '[[package]]\nname = "numpy"\nversion = "2"\n'})
    assert codes("import numpy", shop / "app.py", require_declared=True) == ["1:8 PS304"]


def test_what_is_locked_accounts_for_an_unknown_module(shop: Path) -> None:
    write(shop, {"poetry.lock": '[[package]]\nname = "bankgate-client"\nversion = "2"\n'})
    assert codes("import bankgate_client", shop / "app.py") == []


# --- Python versions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("python", "text", "expected"),
    [
        (">=3.12", "import imp", ["PS302"]),
        (">=3.11", "import imp", []),
        (">=3.13", "import telnetlib, cgi, asyncore", ["PS302"] * 3),
        ("<3.11", "import tomllib", ["PS302"]),
        (">=3.10", "import tomllib", []),
        ("nonsense", "import imp", []),
        (">=3.10", "from typing.io import IO\nfrom typing.re import Pattern", []),
        (">=3.13", "from typing.io import IO\nfrom typing.re import Pattern", ["PS302"] * 2),
    ],
)
def test_the_pythons_a_project_supports_decide(tmp_path: Path, python: str, text: str, expected: list[str]) -> None:
    write(tmp_path, {"pyproject.toml": f'[project]\nname = "a"\nrequires-python = "{python}"\n'})
    assert [one.code for one in found(text, tmp_path / "app.py")] == expected


@pytest.mark.parametrize(
    ("python", "module", "column", "expected"),
    [
        (">=3.13", "typing.io", 15, "`typing.io` left the standard library in Python 3.13"),
        (">=3.12", "distutils.core", 8, "`distutils` left the standard library in Python 3.12"),
        ("<3.11", "asyncio.taskgroups", 16, "`asyncio.taskgroups` is in the standard library since Python 3.11 only"),
        ("<3.14", "compression.zstd", 8, "`compression` is in the standard library since Python 3.14 only"),
    ],
)
def test_the_part_that_a_python_lacks_is_named(
    tmp_path: Path, python: str, module: str, column: int, expected: str
) -> None:
    write(tmp_path, {"pyproject.toml": f'[project]\nname = "a"\nrequires-python = "{python}"\n'})
    (one,) = found(f"import {module}", tmp_path / "app.py")
    assert (one.column + 1, one.text.partition(";")[0]) == (column, expected)


@pytest.mark.parametrize(
    ("classifiers", "expected"),
    [
        (["Programming Language :: Python :: 2", "Programming Language :: Python :: 2.7"], []),
        (["Programming Language :: Python :: 2", "Programming Language :: Python :: 3"], ["1:8 PS302"]),
        ([], ["1:8 PS302"]),
    ],
)
def test_a_project_for_python_2_has_its_modules(tmp_path: Path, classifiers: list[str], expected: list[str]) -> None:
    write(tmp_path, {"setup.py": f"from setuptools import setup\nsetup(name='old', classifiers={classifiers})\n"})
    assert codes("import urllib2", tmp_path / "app.py") == expected


@pytest.mark.parametrize(
    ("distribution", "module"),
    [("legacy-cgi", "cgi"), ("standard-telnetlib", "telnetlib"), ("setuptools", "distutils.core")],
)
def test_a_declared_backport_brings_a_module_back(tmp_path: Path, distribution: str, module: str) -> None:
    content = f'[project]\nname = "a"\nrequires-python = ">=3.13"\ndependencies = ["{distribution}"]\n'
    write(tmp_path, {"pyproject.toml": content})
    assert codes(f"import {module}", tmp_path / "app.py") == []


# --- one-file scripts ------------------------------------------------------------------------

SCRIPT = '# /// script\n# requires-python = ">=3.12"\n# dependencies = ["requests", "bankgate-client"]\n# ///\n'


def test_the_block_of_a_script_declares(shop: Path) -> None:
    assert codes(f"{SCRIPT}import requests, bankgate_client", shop / "script.py") == []


def test_only_the_block_of_a_script_declares(shop: Path) -> None:
    text = f"{SCRIPT}import acme_audit_client, yaml"
    assert codes(text, shop / "script.py") == ["5:8 PS302"]
    assert codes(text, shop / "script.py", require_declared=True) == ["5:8 PS302", "5:27 PS304"]


def test_the_block_of_a_script_says_which_python(shop: Path) -> None:
    assert codes(f"{SCRIPT}import imp", shop / "script.py") == ["5:8 PS302"]


def test_a_misspelled_name_stays_misspelled_when_it_is_declared(tmp_path: Path) -> None:
    text = '# /// script\n# dependencies = ["beautifulsuop4"]\n# ///\nimport beautifulsuop4'
    assert codes(text, tmp_path / "script.py") == ["4:8 PS301"]


# --- projects that cannot be read, or seen ---------------------------------------------------


def test_a_lone_script_is_judged_by_what_is_well_known(tmp_path: Path) -> None:
    write(tmp_path, {"helper.py": ""})
    text = "import os, requests, helper, bankgate, reqeusts"
    assert codes(text, tmp_path / "script.py") == ["1:30 PS302", "1:40 PS301"]


def test_standard_input_lies_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"helper.py": ""}))
    assert codes("import helper, bankgate", "-") == ["1:16 PS302"]
    assert codes("import helper, bankgate", "stdin") == ["1:16 PS302"]
    assert codes("import helper, bankgate", "elsewhere.py") == ["1:16 PS302"]


def test_a_package_without_a_project_is_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    package(tmp_path, "shop")
    text = "import bankgate, reqeusts\nfrom shop import bank"
    assert codes(text, tmp_path / "shop" / "app.py") == ["1:18 PS301"]


def test_a_root_that_is_a_package_knows_its_own_name(tmp_path: Path) -> None:
    package(write(tmp_path / "orders", {"pyproject.toml": "", "codec.py": ""}).parent, "orders")
    text = "from orders.codec import load\nfrom orders import vault\nfrom .codec import load\nimport codec"
    assert codes(text, tmp_path / "orders" / "worker.py") == ["2:20 PS302"]


def test_the_metadata_of_an_unpacked_wheel_declares(tmp_path: Path) -> None:
    package(tmp_path, "shop")
    write(
        tmp_path,
        {"shop-1.dist-info/METADATA": "Name: shop\nRequires-Dist: bankgate-client (>=1)\n\nRequires-Dist: x\n"},
    )
    assert codes("import bankgate_client, bankvault", tmp_path / "shop" / "app.py") == ["1:25 PS302"]


BROKEN = "`pyproject.toml` was not read: it is not valid TOML; imports that it may account for are not judged"


def test_a_broken_project_file_is_said_where_it_may_account_for_something(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[project\n", "app.py": "", "main.py": ""})
    text = "import reqeusts, bankgate"
    assert texts(text, tmp_path / "main.py") == [
        "PS301 module `reqeusts` looks like `requests`; check the name before installing it",
        f"PS901 {BROKEN}",
    ]
    assert codes("import os", tmp_path / "main.py") == []


def test_a_broken_project_file_may_declare_a_well_known_module(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[project\n", "app.py": "", "main.py": ""})
    assert texts("import requests", tmp_path / "main.py", require_declared=True) == [f"PS901 {BROKEN}"]


def test_a_broken_project_file_is_said_in_the_first_file_of_the_project(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[project\n", "app.py": "", "main.py": ""})
    assert texts("import os", tmp_path / "app.py") == [f"PS901 {BROKEN}"]
    assert texts("", tmp_path / "app.py") == [f"PS901 {BROKEN}"]


def test_a_broken_file_does_not_hide_what_the_others_declare(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[project\n", "requirements.txt": "bankgate-client\n", "app.py": ""})
    assert codes("import bankgate_client", tmp_path / "main.py") == []


def test_a_template_elsewhere_in_the_tree_is_no_broken_project_file(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": PYPROJECT, "templates/pyproject.toml": "[{{ x }}", "app.py": ""})
    assert codes("import bankgate", tmp_path / "app.py") == ["1:8 PS302"]


TOO_MUCH = {
    "includes that include": (
        {f"r{i}.txt": f"-r r{i + 1}.txt\n" for i in range(20)} | {"requirements.txt": "-r r0.txt\n"},
        "`r10.txt` was not read: more than 10 files lead to it",
    ),
    "files": (
        {"requirements.txt": "".join(f"-r r/{i}.txt\n" for i in range(600))} | {f"r/{i}.txt": "" for i in range(600)},
        "`r/500.txt` was not read: it comes after 500 others",
    ),
    "entries": (
        {"pyproject.toml": "[project]\ndependencies = [" + "'acme', " * 5001 + "]\n"},
        "`pyproject.toml` was not read: a list in it has more than 5000 entries",
    ),
}


@pytest.mark.parametrize("label", TOO_MUCH)
def test_more_than_is_read_may_account_for_anything(label: str, tmp_path: Path) -> None:
    around, said = TOO_MUCH[label]
    path = write(tmp_path, {**around, "app.py": ""}) / "app.py"
    text = f"PS901 {said}; imports that it may account for are not judged"
    assert texts("import bankgate, bankvault", path) == [text]


def test_a_file_is_read_that_is_included_nearby_and_far_away(tmp_path: Path) -> None:
    chain = {f"r{i}.txt": f"-r r{i + 1}.txt\n" for i in range(10)}
    write(tmp_path, {**chain, "r10.txt": "bankgate-client\n", "requirements.txt": "-r r0.txt\n-r r10.txt\n"})
    assert codes("import bankgate_client, bankvault", tmp_path / "app.py") == ["1:25 PS302"]


def test_a_script_with_more_entries_than_are_read_is_like_one_without_a_block(shop: Path) -> None:
    entries = "".join(f"#   'acme-{i}',\n" for i in range(5001))
    block = f"# /// script\n# dependencies = [\n{entries}# ]\n# ///\n"
    assert codes(f"{block}import structlog", shop / "bin" / "sync.py") == []


# --- promises --------------------------------------------------------------------------------


def test_edits_around_the_file_are_seen_at_once(shop: Path) -> None:
    text = "import bankgate, requests\nfrom shop import bank"
    assert codes(text, shop / "app.py") == ["1:8 PS302", "2:18 PS302"]
    (shop / "shop" / "bank.py").touch()
    (shop / "pyproject.toml").write_text(PYPROJECT.replace("structlog", "bankgate"), encoding="utf-8")
    assert codes(text, shop / "app.py") == []


def test_the_answer_does_not_depend_on_the_order_of_files(shop: Path) -> None:
    text = "import bankgate, reqeusts, shop.modles"
    paths = [shop / "app.py", shop / "shop" / "app.py", shop / "shop" / "api" / "app.py"]
    forth = {path: found(text, path) for path in paths}
    back = {path: found(text, path) for path in reversed(paths)}
    assert forth == back


def test_nothing_above_a_folder_for_everybody_counts(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": PYPROJECT, "shared/work/app.py": "", "bankgate.py": ""})
    (tmp_path / "shared").chmod(0o1777)
    assert codes("import bankgate", tmp_path / "shared" / "work" / "app.py") == ["1:8 PS302"]


@pytest.mark.parametrize(("mode", "expected"), [(0o1777, ["1:8 PS302"]), (0o755, [])])
def test_nothing_beside_a_folder_counts_that_lies_in_one_for_everybody(
    tmp_path: Path, mode: int, expected: list[str]
) -> None:
    write(tmp_path, {"jobs/nightly.py": "", "bankgate.py": ""})
    tmp_path.chmod(mode)
    assert codes("import bankgate", tmp_path / "jobs" / "nightly.py") == expected


def test_a_file_with_many_unknown_names_stays_cheap(tmp_path: Path) -> None:
    text = "".join(f"import qzx{number}_mod\n" for number in range(2000))
    assert {one.code for one in found(text, tmp_path / "app.py")} == {"PS302"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "setup.py").touch()
    os.mkfifo(tmp_path / "pyproject.toml")
    (tmp_path / "requirements.txt").symlink_to("/dev/zero")
    package(tmp_path, "shop")
    os.mkfifo(tmp_path / "shop" / "models.py")
    assert codes("import shop.models, os", tmp_path / "main.py") == ["1:13 PS302"]


AUDIT = """
import ast, os, sys
sys.path[:0] = {paths!r}
from flake8_pysafe.imports import said, search, verdicts  # our own modules are imported when they are first needed
from flake8_pysafe.imports.manifests import pyproject, setup_py
from test_imports_sites import codes
seen = []
def hook(event, arguments):
    if event in ("import", "exec", "compile", "subprocess.Popen", "os.system", "os.chdir", "socket.connect"):
        seen.append((event, str(arguments[0])[:80]))
    if event == "open" and isinstance(arguments[0], str) and not os.path.realpath(arguments[0]).startswith({allowed!r}):
        seen.append((event, arguments[0]))
source = {source!r}
sys.addaudithook(hook)
codes(source, {file!r})
print([one for one in seen if one[0] != "compile"])
"""


def test_nothing_is_imported_or_run_and_only_the_project_is_opened(shop: Path) -> None:
    write(
        shop, {"setup.py": "raise SystemExit\n", "conftest.py": "import sys; sys.path.append('lib')\n", "lib/x.py": ""}
    )
    package(shop, "tools", "tools.gi")
    text = (
        "import gi, bankgate, reqeusts, shop.modles, x, numpy\nfrom gi.repository import Gtk\n__import__('shop.bank')"
    )
    script = AUDIT.format(
        paths=[str(ROOT), str(ROOT / "tests")],
        allowed=(os.path.realpath(shop), str(ROOT / "flake8_pysafe" / "data")),
        source=text,
        file=str(shop / "app.py"),
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


identifiers = (
    st.text(alphabet="abcdeno_1é\u0443", min_size=1, max_size=8)
    .filter(str.isidentifier)
    .filter(lambda n: not iskeyword(n))
)
dotted = st.lists(identifiers, min_size=1, max_size=3).map(".".join)
statements = st.one_of(
    dotted.map("import {}".format),
    st.tuples(st.sampled_from(("", ".", "..", "....")), dotted, identifiers).map(
        lambda t: "from {}{} import {}".format(*t)
    ),
    dotted.map("__import__('{}')".format),
)


@given(st.lists(statements, max_size=6))
def test_every_finding_points_at_a_word_of_the_file(lines: list[str]) -> None:
    text = "\n".join(lines)
    for one in found(text, "/nowhere/app.py"):
        rest = text.split("\n")[one.line - 1][one.column :]
        assert rest[:1] == "'" or rest[:1].isidentifier()
