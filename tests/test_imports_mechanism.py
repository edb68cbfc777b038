"""The pieces that look at code and folders: guards, sites, edits of the path, trees, what is installed."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.imports import files, guards, installed, made, project, script, survey, syspath
from flake8_pysafe.imports.tree import Missing, Present, Tree
from flake8_pysafe.imports.wanted import place, wanted
from test_imports_sites import codes, package, sites, source, write

# --- what a site asks for --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a.b as c, d", [("a", "b"), ("d",)]),
        ("from a.b import c, d", [("a", "b")]),
        ("from . import c", [()]),
        ("from ..a import c", [("a",)]),
        ("__import__('a.b')", [("a", "b")]),
        ("from pytest import importorskip\nimportorskip(modname='a')", [("pytest",), ("a",)]),
        ("import importlib as il\nil.import_module('a')", [("importlib",), ("a",)]),
    ],
)
def test_a_site_asks_for_modules(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [asked.parts for asked in wanted(sites(source(text).tree))] == expected


names = st.sampled_from(("alpha", "beta", "été", "gamma_2", "δέλτα", "from_x"))
blanks = st.sampled_from((" ", "  ", " \\\n ", "\t"))
dots = st.sampled_from((".", " . ", ". "))


@given(st.lists(names, min_size=1, max_size=4), blanks, dots, st.sampled_from(("", ".", "..", ". . ", "...")))
def test_a_place_is_where_the_part_is_written(parts: list[str], blank: str, dot: str, level: str) -> None:
    text = f'"é"; from{blank}{level}{dot.join(parts)} import x'
    given_source = source(text)
    (asked,) = wanted(sites(given_source.tree))
    for position, part in enumerate(parts):
        line, column = place(given_source, asked, position)
        assert given_source.lines[line - 1][column:].startswith(part)


@given(st.lists(st.lists(names, min_size=1, max_size=3), min_size=1, max_size=3), dots)
def test_a_place_in_a_plain_import_is_where_the_part_is_written(modules: list[list[str]], dot: str) -> None:
    given_source = source('"é"; import ' + ", ".join(f"{dot.join(parts)} as x" for parts in modules))
    for asked, parts in zip(wanted(sites(given_source.tree)), modules, strict=True):
        for position, part in enumerate(parts):
            line, column = place(given_source, asked, position)
            assert given_source.lines[line - 1][column:].startswith(part)


# --- guards ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition", ["six.PY2", "sys.version_info[0] == 3", "os.name == 'nt'", "hasattr(x, 'y')", "_HAS_X"]
)
def test_a_condition_about_the_surroundings_guards(condition: str) -> None:
    (site,) = sites(source(f"if {condition}:\n    import a").tree)
    assert guards.is_guarded(site.node, site.ancestors)


@pytest.mark.parametrize("condition", ["debug", "name == 'nt'", "x.name == 'y'", "platform_fee > 1", "importing(a)"])
def test_any_other_condition_does_not(condition: str) -> None:
    (site,) = sites(source(f"if {condition}:\n    import a").tree)
    assert not guards.is_guarded(site.node, site.ancestors)


@pytest.mark.parametrize(
    ("before", "condition", "is_guarded"),
    [
        ("try:\n    import bank\nexcept ImportError:\n    bank = None", "bank is not None", True),
        ("try:\n    import bank\n    WITH = 1\nexcept ImportError:\n    WITH = 0", "not WITH", True),
        ("IS_NEW = release >= (2, 0)", "IS_NEW", True),
        ("IS_NEW = release >= limit", "IS_NEW", False),
        ("try:\n    debug = read()\nexcept Exception:\n    debug = 0", "debug", False),
        ("import bank", "bank", False),
    ],
)
def test_what_a_module_found_out_before_guards(before: str, condition: str, is_guarded: bool) -> None:
    site = list(sites(source(f"{before}\nif {condition}:\n    import bank.x\n").tree))[-1]
    assert guards.is_guarded(site.node, site.ancestors) == is_guarded


@pytest.mark.parametrize(
    ("statements", "is_guarded"),
    [
        ("if broken:\n    pytest.skip('none', allow_module_level=True)", True),
        ("if broken:\n    raise unittest.SkipTest('none')", True),
        ("if broken:\n    raise SkipTest", True),
        ("if whole:\n    go()\nelse:\n    raise SkipTest('none')", True),
        ("if whole:\n    go()\nelif half:\n    raise SkipTest('none')", True),
        ("if broken:\n    go()", False),
        ("if broken:\n    raise RuntimeError('none')", False),
        ("if broken:\n    raise", False),
        ("def test():\n    if broken:\n        raise SkipTest('none')", False),
    ],
)
def test_what_follows_a_skip_is_guarded(statements: str, is_guarded: bool) -> None:
    site = list(sites(source(f"import a\n{statements}\nimport bank\n").tree))
    assert [guards.is_guarded(one.node, one.ancestors) for one in site] == [False, is_guarded]


# --- modules that a file makes ---------------------------------------------------------------


def test_a_test_makes_what_it_writes_to_a_path() -> None:
    tree = ast.parse("write('pkg/sub.py', 'x'); make(other=1); name('exact')")
    assert {"pkg", "sub", "other", "exact"} <= made.in_file(tree, "/p/tests/test_x.py").names
    assert made.in_file(tree, "/p/src/x.py").names == frozenset()


@pytest.mark.parametrize(
    "written",
    [
        "'bank%spy' % os.extsep",
        "'%s/bank%spy' % (folder, os.extsep)",
        "'bank{}py'.format(os.extsep)",
        "'bank' + os.extsep + 'py'",
        "f'bank{os.extsep}py'",
        "f'{folder}/bank{os.extsep}py'",
        "b'bank%spy' % dot",
    ],
)
def test_a_test_may_write_the_dot_of_a_path_otherwise(written: str) -> None:
    tree = ast.parse(f"open(os.path.join(folder, {written}), 'w')")
    assert "bank" in made.in_file(tree, "/p/tests/test_x.py").names


# --- edits of the path -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "folder"),
    [
        ("sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'lib'))", "lib"),
        ("sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))", ""),
        ("sys.path.insert(0, os.path.join(os.path.dirname(__file__), os.pardir, 'lib'))", "lib"),
        ("sys.path.insert(0, str(Path(__file__).resolve().parents[1] / 'lib'))", "lib"),
        ("sys.path.insert(0, str(Path(__file__).parent.parent.joinpath('lib')))", "lib"),
        ("sys.path.append(os.path.dirname(__file__) + '/../lib')", "lib"),
        ("sys.path.append('%s/../lib' % os.path.dirname(__file__))", "lib"),
        ("sys.path.append(f'{os.path.dirname(__file__)}/../lib')", "lib"),
        ("HERE = os.path.split(__file__)[0]\nsys.path.append(HERE)", "tools"),
        ("sys.path.insert(0, 'lib')", "lib"),
        ("sys.path[0:0] = ['lib']", "lib"),
        ("sys.path = ['lib'] + sys.path", "lib"),
        ("sys.path += ['lib']", "lib"),
        ("sys.path.extend(['lib', 'tools'])", "lib"),
        ("site.addsitedir('lib')", "lib"),
        ("monkeypatch.syspath_prepend('lib')", "lib"),
        ("with extend_sys_path('lib'): pass", "lib"),
        ("for p in ('lib', 'tools'):\n    sys.path.append(p)", "lib"),
        ("sys.path.append(os.path.join(os.getcwd(), 'lib'))", "lib"),
    ],
)
def test_an_edit_of_the_path_is_read(edit: str, folder: str) -> None:
    root = os.path.abspath("/p")
    found = syspath.edits(ast.parse(edit), os.path.join(root, "tools", "run.py"), root)
    assert os.path.normpath(os.path.join(root, folder)) in found


@pytest.mark.parametrize(
    "edit",
    ["sys.path.append(x)", "sys.path.append('/usr/lib')", "sys.path.append('../../..')", "x.path.append('lib')",
     "a = a + a\nsys.path.append(a)", "sys.path.append(1)", "sys.path.append('a\\0b')", "paths.append('lib')"],
)  # fmt: skip
def test_what_cannot_be_read_or_lies_outside_is_no_edit(edit: str) -> None:
    root = os.path.abspath("/p")
    assert syspath.edits(ast.parse(edit), os.path.join(root, "tools", "run.py"), root) == ()


def test_an_edit_of_the_file_itself_counts(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "drops/reader.py": ""})
    text = "import sys\nsys.path.insert(0, 'drops')\nimport reader, writer"
    assert codes(text, tmp_path / "jobs" / "run.py") == ["3:16 PS302"]


def test_folders_that_a_file_names_may_be_put_on_the_path(tmp_path: Path) -> None:
    write(
        tmp_path, {"jobs/run.py": "", "jobs/parts/one/x.py": "", "jobs/two/x.py": "", "one/x.py": "", "other/x.py": ""}
    )
    tree = ast.parse("root = here('parts')\nnames = ['one', 'stores/two', 'parts']")
    folders = syspath.named(tree, [str(tmp_path / "jobs"), str(tmp_path)])
    assert [Path(folder).relative_to(tmp_path).as_posix() for folder in folders] == [
        *("jobs/parts", "jobs/two", "one", "jobs/parts/one"),
    ]


def test_the_folders_that_a_file_names_are_bounded(tmp_path: Path) -> None:
    names = [f"d{number}" for number in range(200)]
    write(tmp_path, {f"{name}/d0/d1/x.py": "" for name in names})
    assert 50 < len(syspath.named(ast.parse(str(names)), [str(tmp_path)])) < 200


@pytest.mark.parametrize(("edit", "expected"), [("sys.path[:] = places()", []), ("places()", ["3:8 PS302"])])
def test_named_folders_count_where_the_path_is_edited(tmp_path: Path, edit: str, expected: list[str]) -> None:
    write(tmp_path, {"pyproject.toml": "", "jobs/drops/bank/rates/daily.py": ""})
    text = f"import sys\nNAMES = ['drops']; {edit}\nimport bank.rates.daily"
    assert codes(text, tmp_path / "jobs" / "run.py") == expected


def test_named_folders_prove_no_absence(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "jobs/drops/bank/rates/daily.py": ""})
    text = "import sys\nsys.path[:] = places('drops')\nimport bank.rates.weekly, bank.fees, bankk"
    assert codes(text, tmp_path / "jobs" / "run.py") == ["3:38 PS302"]


def test_an_edit_anywhere_in_the_project_counts(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "site/manage.py": "import sys\nsys.path.append('site/apps')\n"})
    package(tmp_path / "site" / "apps", "billing")
    (tmp_path / "site" / "apps" / "__init__.py").touch()
    text = "import billing\nimport billing.ledger\nimport biling"
    assert codes(text, tmp_path / "main.py") == ["2:16 PS302", "3:8 PS301"]


def test_a_vendored_module_is_not_at_the_top(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": ""})
    package(tmp_path, "shop", "shop._vendor", "shop._vendor.tinyschema")
    assert codes("import tinyschema\nimport shop._vendor.tinyschema", tmp_path / "app.py") == ["1:8 PS302"]


# --- trees -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("a.py", "a"),
        ("a.pyi", "a"),
        ("a.pyx", "a"),
        ("a.cpython-312-x86_64-linux-gnu.so", "a"),
        ("a.pyd", "a"),
        ("a.py.in", "a"),
        ("a.pyx.tp", "a"),
        ("a.proto", "a_pb2"),
        ("a.proto", "a_pb2_grpc"),
        ("Q.g4", "QLexer"),
    ],
)
def test_a_file_is_or_becomes_a_module(tmp_path: Path, file: str, module: str) -> None:
    write(tmp_path, {f"pkg/{file}": "", "pkg/__init__.py": ""})
    assert isinstance(Tree().lookup(str(tmp_path), ("pkg", module)), Present)


@pytest.mark.parametrize("file", ["a.txt", "a.json", "a.md", "b.py", "a"])
def test_other_files_are_no_modules(tmp_path: Path, file: str) -> None:
    write(tmp_path, {f"pkg/{file}": "", "pkg/__init__.py": ""})
    found = Tree().lookup(str(tmp_path), ("pkg", "a"))
    assert isinstance(found, Missing)
    assert (found.position, found.certain) == (1, True)


@pytest.mark.parametrize(
    "content",
    ["def __getattr__(name): ...", "__path__ = extend_path(__path__, __name__)", "sys.modules[__name__ + '.a'] = x",
     "__import__('pkg_resources').declare_namespace(__name__)"],
)  # fmt: skip
def test_a_package_that_adds_modules_proves_nothing(tmp_path: Path, content: str) -> None:
    write(tmp_path, {"pkg/__init__.py": content})
    found = Tree().lookup(str(tmp_path), ("pkg", "a"))
    assert isinstance(found, Missing)
    assert not found.certain


def test_a_namespace_proves_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"corp/tools/run.py": ""})
    found = Tree().lookup(str(tmp_path), ("corp", "bank"))
    assert isinstance(found, Missing)
    assert (found.regular, found.certain) == (False, False)


def test_a_folder_without_modules_is_none(tmp_path: Path) -> None:
    write(tmp_path, {"docs/images/logo.txt": ""})
    assert Tree().lookup(str(tmp_path), ("docs",)) is None


def test_a_module_has_nothing_below_it(tmp_path: Path) -> None:
    write(tmp_path, {"plain.py": "x = 1\n", "six.py": "sys.modules[__name__ + '.moves'] = m\n"})
    plain, six = (Tree().lookup(str(tmp_path), (name, "moves")) for name in ("plain", "six"))
    assert isinstance(plain, Missing)
    assert isinstance(six, Missing)
    assert (plain.certain, six.certain) == (True, False)


def test_a_linked_folder_is_seen_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert Tree().lookup(str(tmp_path), ("loop", "anything")) == Present(None)


@pytest.mark.parametrize(
    ("contents", "module"),
    [
        ({"meson.build": "py.extension_module('speedups', 'x.c')"}, "pkg.speedups"),
        ({".gitignore": "pkg/_version.py\n"}, "pkg._version"),
        ({"pkg/CMakeLists.txt": "pybind11_add_module(core src/core.cc)"}, "pkg.core"),
        ({"pyproject.toml": "[tool.setuptools_scm]\nversion_file = 'pkg/_v.py'\n"}, "pkg._v"),
        ({"setup.py": "setup(ext_modules=[Extension('pkg.fast', [])])"}, "pkg.fast"),
    ],
)
def test_what_a_build_makes_is_there(tmp_path: Path, contents: dict[str, str], module: str) -> None:
    write(tmp_path, {"setup.cfg": "", "pkg/__init__.py": "", **contents})
    assert codes(f"import {module}\nfrom {module} import x\nimport pkg.other", tmp_path / "app.py") == ["3:12 PS302"]


def test_a_word_in_a_project_file_makes_no_module(tmp_path: Path) -> None:
    write(
        tmp_path, {"pyproject.toml": '[project]\nname = "pkg"\ndescription = "with telemetry"\n', "pkg/__init__.py": ""}
    )
    assert codes("import pkg.telemetry", tmp_path / "app.py") == ["1:12 PS302"]


def test_parts_left_out_of_a_vendored_copy_are_not_missed(tmp_path: Path) -> None:
    write(tmp_path, {"setup.cfg": ""})
    package(tmp_path, "pkg", "pkg._vendor", "pkg._vendor.rich")
    text = "from pkg._vendor.rich import markdown"
    assert codes(text, tmp_path / "pkg" / "_vendor" / "rich" / "tree.py") == []
    assert codes(text, tmp_path / "pkg" / "app.py") == ["1:30 PS302"]


# --- namespaces and layouts ------------------------------------------------------------------


def test_a_namespace_shared_with_a_declared_distribution_is_open(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[project]\nname = "acmex-pay"\ndependencies = ["acmex-core"]\n'})
    package(tmp_path / "src", "acmex.payments")
    (tmp_path / "src" / "acmex" / "__init__.py").unlink(missing_ok=True)
    text = "import acmex.core, acmex.testing\nimport acmex.paymets\nimport acmex.payments.cards"
    assert codes(text, tmp_path / "src" / "acmex" / "payments" / "x.py") == ["2:14 PS301", "3:23 PS302"]


def test_a_namespace_of_the_project_alone_is_closed(tmp_path: Path) -> None:
    write(tmp_path, {"requirements.txt": "requests\n", "jobs/ingest.py": ""})
    assert codes("from jobs import ingest\nfrom jobs.cleanup import x", tmp_path / "jobs" / "report.py") == [
        "2:11 PS302"
    ]


def test_a_declared_distribution_may_add_to_a_package_of_its_name(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[project]\nname = "x"\ndependencies = ["azure-identity", "azure-core"]\n'})
    package(tmp_path, "azure")
    assert codes("import azure.identity, azure.core.pipeline", tmp_path / "app.py") == []


def test_a_folder_called_like_a_standard_module_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "email/notes.py": "", "test/test_x.py": ""})
    assert codes("import email.message, test.support", tmp_path / "app.py") == []


def test_relative_imports_outside_a_package_prove_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "pkg/x.py": ""})
    assert codes("from .missing import x\nfrom .. import y\nfrom ...z import a", tmp_path / "pkg" / "x.py") == []


def test_scripts_beside_each_other_import_each_other(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "scripts/a.py": "", "tests/unit/helpers.py": ""})
    assert codes("import a, b", tmp_path / "scripts" / "main.py") == ["1:11 PS302"]
    assert codes("import helpers", tmp_path / "tests" / "unit" / "test_x.py") == []


# --- surveys, scripts, environments ----------------------------------------------------------


def test_a_survey_finds_modules_and_project_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"setup.py": "", "lib/shop/__init__.py": "", "lib/shop/x.py": "", ".tox/y.py": "", "a/requirements.txt": ""},
    )
    found = survey.survey(Tree(), str(tmp_path))
    assert found.homes_of("shop") == (str(tmp_path / "lib"),)
    assert found.homes_of("x") == (str(tmp_path / "lib" / "shop"),)
    assert found.homes_of("y") == ()
    assert found.manifests == (str(tmp_path / "setup.py"), str(tmp_path / "a" / "requirements.txt"))


def test_a_survey_of_the_same_folders_is_remembered(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.py": ""})
    first = survey.survey(Tree(), str(tmp_path))
    assert survey.survey(Tree(), str(tmp_path)) is first
    write(tmp_path, {"a/c.py": ""})
    assert survey.survey(Tree(), str(tmp_path)).homes_of("c") == (str(tmp_path / "a"),)


@pytest.mark.parametrize(
    "text",
    [
        "# /// script\n# dependencies = ['a']\n",
        "# /// script\n# dependencies = [\n# ///\n",
        "#/// script\n# ///\n",
        "x = 1\n",
        "",
    ],
)
def test_what_is_no_block_is_none(text: str) -> None:
    assert script.block(text.splitlines(keepends=True), "x.py") is None


def test_the_declarations_of_a_block_stand_where_they_are_written() -> None:
    text = (
        "#!/usr/bin/env python\n# /// script\n# dependencies = [\n#     'a>=1',\n#\n#     'b',\n# ]\n# ///\nimport a\n"
    )
    found = script.block(text.splitlines(keepends=True), "x.py")
    assert found is not None
    assert [(one.name, one.line) for one in found.declarations] == [("a", 4), ("b", 6)]


@pytest.mark.parametrize(
    "place", [".venv/lib/python3.12/site-packages", "venv/Lib/site-packages", "__pypackages__/3.12/lib"]
)
def test_what_the_project_has_installed_is_there(tmp_path: Path, place: str) -> None:
    write(tmp_path, {"pyproject.toml": "", f"{place}/bankgate/__init__.py": "", f"{place}/bankvault.py": ""})
    assert codes("import bankgate.x, bankvault, banksafe", tmp_path / "app.py") == ["1:31 PS302"]


def test_an_installed_slip_is_still_a_slip(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", ".venv/lib/python3.12/site-packages/djnago/__init__.py": ""})
    assert codes("import djnago", tmp_path / "app.py") == ["1:8 PS301"]


def test_the_environment_of_the_linter_vouches_for_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[project]\nname = "x"\ndependencies = ["flake8"]\n'})
    assert installed.folders(project.find(str(tmp_path / "app.py"))) == ()


def test_the_environment_in_which_the_project_is_installed_vouches(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": '[project]\nname = "pytest"\n'})
    (folder,) = installed.folders(project.find(str(tmp_path / "app.py")))
    assert installed.provides(folder, "pytest")


# --- files -----------------------------------------------------------------------------------


def test_only_files_inside_a_folder_are_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x", encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.txt").symlink_to(outside)
    with pytest.raises(files.Unreadable, match="outside the project"):
        files.text(str(inside / "link.txt"), 10, str(inside))


@pytest.mark.parametrize("name", ["missing.txt", "folder", "loop", "a\0b"])
def test_what_is_no_file_is_unreadable(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(files.Unreadable):
        files.text(str(tmp_path / name), 10, str(tmp_path))
