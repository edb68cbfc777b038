"""Where a project begins, which modules it has, and what its files are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from flake8_pysafe.imports import outline, project
from test_imports_sites import package, write


def test_a_project_file_marks_the_root(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "src/shop/api/v1.py": ""})
    assert project.find(str(tmp_path / "src/shop/api/v1.py")).root == tmp_path


@pytest.mark.parametrize(
    "marker",
    ["setup.py", "setup.cfg", "requirements.txt", "requirements-dev.txt", "dev_requirements.in", "Pipfile", "uv.lock",
     "requirements/base.txt", ".git/HEAD", "environment.yml", "tox.ini", "shop-1.0.dist-info/METADATA"],
)  # fmt: skip
def test_many_files_mark_a_root(tmp_path: Path, marker: str) -> None:
    write(tmp_path, {marker: "", "tools/deep/run.py": ""})
    found = project.find(str(tmp_path / "tools/deep/run.py"))
    assert (found.root, found.is_marked) == (tmp_path, True)


def test_the_outermost_project_holds_those_in_it(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "packages/core/pyproject.toml": "", "packages/core/src/core/tree.py": ""})
    found = project.find(str(tmp_path / "packages/core/src/core/tree.py"))
    assert (found.root, found.marked) == (tmp_path, (str(tmp_path), str(tmp_path / "packages/core")))


def test_version_control_ends_the_search(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "work/.git/HEAD": "", "work/app.py": ""})
    assert project.find(str(tmp_path / "work/app.py")).root == tmp_path / "work"


def test_an_installed_distribution_is_a_project_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", ".venv/lib/python3.12/site-packages/six.py": ""})
    found = project.find(str(tmp_path / ".venv/lib/python3.12/site-packages/six.py"))
    assert found.root == tmp_path / ".venv/lib/python3.12/site-packages"


def test_without_a_mark_the_folder_above_the_packages_is_the_root(tmp_path: Path) -> None:
    package(tmp_path, "shop", "shop.api")
    found = project.find(str(tmp_path / "shop" / "api" / "v1.py"))
    assert (found.root, found.is_marked) == (tmp_path, False)


def test_a_root_that_is_a_package_is_imported_by_its_name(tmp_path: Path) -> None:
    package(write(tmp_path / "orders", {"pyproject.toml": "", "codec.py": ""}).parent, "orders")
    found = project.find(str(tmp_path / "orders" / "worker.py"))
    assert found.root == tmp_path / "orders"
    assert found.locate("orders.codec") == tmp_path / "orders" / "codec.py"
    assert (found.locate("orders.missing"), found.module_name(tmp_path / "orders" / "codec.py")) == (
        None,
        "orders.codec",
    )


def test_the_search_ends(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": ""})
    deep = tmp_path.joinpath(*["d"] * (outline.MOST_LEVELS + 1))
    assert project.find(str(deep / "app.py")).root == deep


def test_a_relative_name_counts_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"pyproject.toml": "", "shop/models.py": ""}))
    assert project.find("shop/app.py").root == tmp_path
    assert project.find("-").root == tmp_path


# --- locate ----------------------------------------------------------------------------------


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    files = dict.fromkeys(
        ("pyproject.toml", "src/shop/models.py", "src/shop/stub.pyi", "src/corp/tools/run.py", "scripts/export.py",
         "scripts/helpers.py", "src/shop/_speed.pyx", "src/shop/api/v1.py"), ""
    )  # fmt: skip
    write(tmp_path, files)
    return package(tmp_path, "src.shop", "src.shop.api")


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("shop", "src/shop/__init__.py"),
        ("shop.models", "src/shop/models.py"),
        ("shop.api", "src/shop/api/__init__.py"),
        ("shop.api.v1", "src/shop/api/v1.py"),
        ("shop.stub", "src/shop/stub.pyi"),
        ("corp.tools.run", "src/corp/tools/run.py"),
        ("helpers", "scripts/helpers.py"),
        ("scripts.helpers", "scripts/helpers.py"),
        ("shop._speed", None),
        ("shop.missing", None),
        ("corp", None),
        ("requests", None),
        ("os", None),
    ],
)
def test_a_module_is_located(shop: Path, module: str, expected: str | None) -> None:
    found = project.find(str(shop / "scripts" / "export.py")).locate(module)
    assert found == (shop / expected if expected else None)


def test_a_module_outside_the_project_is_not_located(shop: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), {"secret.py": "", "pkg/__init__.py": ""})
    (shop / "src" / "secret.py").symlink_to(outside / "secret.py")
    (shop / "src" / "pkg").symlink_to(outside / "pkg")
    found = project.find(str(shop / "scripts" / "export.py"))
    assert (found.locate("secret"), found.locate("pkg")) == (None, None)


def test_a_workspace_member_is_located(tmp_path: Path) -> None:
    files = dict.fromkeys(
        ("pyproject.toml", "packages/a/pyproject.toml", "packages/b/pyproject.toml", "packages/b/b_run.py"), ""
    )
    write(tmp_path, files)
    package(tmp_path / "packages/a/src", "corp_a")
    found = project.find(str(tmp_path / "packages/b/b_run.py"))
    assert found.locate("corp_a") == tmp_path / "packages/a/src/corp_a/__init__.py"


def test_a_new_module_is_located_at_once(shop: Path) -> None:
    asked = str(shop / "scripts" / "export.py")
    assert project.find(asked).locate("shop.fresh") is None
    (shop / "src" / "shop" / "fresh.py").touch()
    assert project.find(asked).locate("shop.fresh") == shop / "src" / "shop" / "fresh.py"


# --- names -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("src/shop/models.py", "shop.models"),
        ("src/shop/__init__.py", "shop"),
        ("src/shop/api/v1.py", "shop.api.v1"),
        ("src/corp/tools/run.py", "corp.tools.run"),
        ("scripts/helpers.py", "scripts.helpers"),
        ("setup.py", "setup"),
    ],
)
def test_a_file_has_the_name_it_is_imported_by(shop: Path, path: str, expected: str) -> None:
    found = project.find(str(shop / "scripts" / "export.py"))
    assert found.module_name(shop / path) == expected


@pytest.mark.parametrize(
    ("file", "module", "level", "expected"),
    [
        ("src/shop/models.py", "os", 0, "os"),
        ("src/shop/models.py", "api", 1, "shop.api"),
        ("src/shop/models.py", None, 1, "shop"),
        ("src/shop/__init__.py", "api", 1, "shop.api"),
        ("src/shop/api/v1.py", "models", 2, "shop.models"),
        ("src/shop/api/__init__.py", "models", 2, "shop.models"),
        ("src/shop/api/v1.py", "models", 3, None),
        ("setup.py", "models", 1, None),
    ],
)
def test_a_relative_import_has_an_absolute_name(
    shop: Path, file: str, module: str | None, level: int, expected: str | None
) -> None:
    found = project.find(str(shop / "scripts" / "export.py"))
    assert found.absolute(shop / file, module, level) == expected


def test_what_is_named_is_located(shop: Path) -> None:
    found = project.find(str(shop / "scripts" / "export.py"))
    paths = [path for path in shop.rglob("*.py*") if path.suffix in (".py", ".pyi")]
    assert {path: found.locate(found.module_name(path)) for path in paths} == {path: path for path in paths}


# --- what is declared ------------------------------------------------------------------------


def test_declarations_say_where_they_stand(tmp_path: Path) -> None:
    content = '[project]\nname = "a"\ndependencies = [\n    "torch>=2.6",\n    "Acme_Core",\n]\n'
    write(tmp_path, {"pyproject.toml": content, "requirements.txt": "# x\nDjango ~= 4.2  # y\n"})
    found = project.find(str(tmp_path / "app.py")).declared
    assert {(one.name, str(one.specifier), Path(one.file).name, one.line) for one in found} == {
        ("torch", ">=2.6", "pyproject.toml", 4),
        ("acme-core", "", "pyproject.toml", 5),
        ("django", "~=4.2", "requirements.txt", 2),
    }


def test_project_files_are_joined_never_the_first_taken(tmp_path: Path) -> None:
    contents = {
        "pyproject.toml": '[project]\nname = "a"\ndependencies = ["one"]\n',
        "setup.cfg": "[options]\ninstall_requires =\n    two\n",
        "requirements.txt": "three\n-r more/list.pip\n",
        "more/list.pip": "four\n",
        "tools/requirements/dev.txt": "five\n",
        "packages/b/pyproject.toml": '[project]\nname = "b"\ndependencies = ["six"]\n',
    }
    found = project.find(str(write(tmp_path, contents) / "app.py")).declared
    assert {one.name for one in found} == {"one", "two", "three", "four", "five", "six"}


@pytest.mark.parametrize("folder", ["node_modules", ".tox", "venv"])
def test_folders_of_others_are_not_searched(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {"pyproject.toml": "", f"{folder}/requirements.txt": "stranger\n"})
    assert project.find(str(tmp_path / "app.py")).declared == ()


def test_an_environment_of_any_name_is_not_searched(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "", "py311/pyvenv.cfg": "", "py311/lib/requirements.txt": "stranger\n"})
    assert project.find(str(tmp_path / "app.py")).declared == ()


def test_includes_stay_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("stranger\n", encoding="utf-8")
    includes = ("../outside.txt", "~/x.txt", "/etc/hosts", "$HOME/x", "https://example.org/x", "requirements.txt")
    content = "".join(f"-r {name}\n" for name in includes)
    write(tmp_path / "work", {"requirements.txt": f"{content}requests\n"})
    assert [one.name for one in project.find(str(tmp_path / "work" / "app.py")).declared] == ["requests"]


IMPORTS = (
    ("os", 0), ("os.path", 0), ("requests", 0), ("requests.get", 0), ("shop", 0), ("shop.api", 0), ("shop.api.v1", 0),
    ("shop.api.v1.fetch", 0), ("shop.missing", 0), ("corp.tools.run", 0), ("helpers", 0), ("scripts.helpers", 0),
    ("shop._speed", 0), ("", 1), ("models", 1), ("models.Order", 1), ("api.v1", 1), ("tree", 2), ("", 3),
)  # fmt: skip


def located(found: project.Project, importing: Path) -> set[str]:
    """The source files that the names of `IMPORTS` lead to, asked for one by one."""
    absolute = (found.absolute(importing, name or None, dots) for name, dots in IMPORTS)
    sources = (found.locate(module) for module in absolute if module)
    return {str(source) for source in sources if source is not None and source.suffix == ".py"}


@pytest.mark.parametrize("importing", ["src/shop/cart.py", "src/shop/api/v1.py", "scripts/helpers.py", "setup.py"])
def test_what_a_module_imports_is_what_its_names_lead_to_from_every_file(shop: Path, importing: str) -> None:
    changes = [
        "scripts/requests.py",
        "src/shop/api/shop.py",
        "src/shop/missing.py",
        "src/tree.py",
        "src/shop/_speed.py",
    ]
    seen = set()
    for change in [None, *changes]:
        if change is not None:
            (shop / change).touch()
        for linted in ("scripts/export.py", "src/shop/api/v1.py", "src/shop/models.py", "scripts/deep/run.py"):
            found = project.find(str(shop / linted))
            expected = located(project.find(str(shop / linted)), shop / importing)
            assert set(found.imported(str(shop / importing), IMPORTS)) == expected
            seen |= expected
    assert {str(shop / change) for change in changes} & seen
