"""What each kind of project file is read to say, and that none of them can hurt."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.specifiers import SpecifierSet

from flake8_pysafe.imports import manifests
from flake8_pysafe.imports.manifests import (
    conda,
    locks,
    metadata,
    pipfile,
    pixi,
    pyproject,
    requirements,
    setup_cfg,
    setup_py,
)
from flake8_pysafe.imports.manifests.manifest import Lines, Manifest, Reader, Role, requirement, versions

READERS = (
    conda.read, locks.read, metadata.read, pipfile.read, pipfile.read_lock, pyproject.read, requirements.read,
    setup_cfg.read, setup_cfg.read_tox, setup_py.read, setup_py.read_sessions,
)  # fmt: skip
each_reader = pytest.mark.parametrize(
    "read", READERS, ids=lambda read: f"{read.__module__.rpartition('.')[2]}.{read.__name__}"
)


def names(found: Manifest) -> list[str]:
    return [one.name for one in found.declarations]


def read(reader: Reader, text: str, path: str = "/p/file") -> Manifest:
    return reader(path, dedent(text))


# --- requirements ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "specifier"),
    [
        ("requests", "requests", ""),
        ("Acme_Core.Client>=1,<2", "acme-core-client", "<2,>=1"),
        ("celery[redis]>=5.3", "celery", ">=5.3"),
        ("tomli; python_version < '3.11'", "tomli", ""),
        ("geo-tiles @ git+https://git.example.org/maps/geo.git@v2", "geo-tiles", ""),
        ("git+https://git.example.org/ops/runbook.git#egg=opsbook", "opsbook", ""),
        ("git+https://git.example.org/ops/runbook.git@main", "runbook", ""),
        ("https://example.org/a/tracelight-0.4-py3-none-any.whl", "tracelight", ""),
        ("./vendor/tracelight-0.4.tar.gz", "tracelight", ""),
        ("pytz>dev", "pytz", ""),
        ("django>=1.0.*", "django", ""),
    ],
)
def test_a_requirement_has_a_name_and_versions(text: str, name: str, specifier: str) -> None:
    assert requirement(text) == (name, SpecifierSet(specifier))


@pytest.mark.parametrize("text", ["", "   ", "{{ name }}", "%(x)s", "!!", "a" * 5000, "-", "# requests"])
def test_other_text_is_no_requirement(text: str) -> None:
    assert requirement(text) is None


def test_a_requirements_file_is_read_as_pip_takes_it() -> None:
    found = read(
        requirements.read,
        """\
        # comment
        boto3==1.34.40 \\
            --hash=sha256:00 \\
            --hash=sha256:01
        celery[redis]>=5.3   # workers
        -e git+https://git.example.org/ops/runbook.git#egg=opsbook
        --editable=git+https://git.example.org/a.git#egg=other
        --extra-index-url https://wheels.example.org/simple
        -r base.txt
        -cconstraints.txt
        --requirement=more/dev.txt
        """,
        "/p/requirements.txt",
    )
    assert [(one.name, one.line) for one in found.declarations] == [
        ("boto3", 2), ("celery", 5), ("opsbook", 6), ("other", 7)
    ]  # fmt: skip
    assert found.includes == ("/p/base.txt", "/p/constraints.txt", "/p/more/dev.txt")


def test_a_folder_that_is_not_there_may_provide_anything(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    path = str(tmp_path / "requirements.txt")
    assert not requirements.read(path, "-e ./lib\n./lib[x]\n").opaque
    assert requirements.read(path, "-e ../../shared-tools\n").opaque


def test_windows_and_utf_16_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "requirements.txt"
    path.write_bytes("requests\r\nattrs\r\n".encode("utf-16"))
    assert names(manifests.read(str(path), str(tmp_path))) == ["requests", "attrs"]


# --- pyproject.toml --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'project.dependencies = ["acme"]',
        'project.optional-dependencies.x = ["acme"]',
        'dependency-groups.dev = [{include-group = "a"}, "acme"]',
        'tool.poetry.dependencies = {python = "^3.10", acme = "*"}',
        'tool.poetry.dependencies.acme = [{version = "1"}, {version = "2"}]',
        'tool.poetry.dev-dependencies.acme = {path = "x", extras = ["other"]}',
        'tool.poetry.group.dev.dependencies.acme = "1"',
        'tool.pdm.dev-dependencies.test = ["acme>=1"]',
        'tool.hatch.envs.lint.dependencies = ["acme"]',
        'tool.hatch.envs.lint.extra-dependencies = ["acme"]',
        'tool.hatch.metadata.hooks.custom.optional-dependencies.x = ["acme ~= 1"]',
        'tool.uv.dev-dependencies = ["acme"]',
        "tool.uv.sources.acme = {workspace = true}",
        'tool.pixi.pypi-dependencies.acme = "*"',
        'tool.pixi.feature.x.dependencies.acme = {version = "1"}',
        'tool.flit.metadata.requires = ["acme"]',
        'tool.tox.env.a.deps = ["acme"]',
    ],
)
def test_every_table_of_dependencies_is_read(text: str) -> None:
    assert names(read(pyproject.read, text)) == ["acme"]


def test_what_builds_a_project_is_told_apart() -> None:
    found = read(pyproject.read, 'build-system.requires = ["hatchling"]')
    assert [(one.name, one.role) for one in found.declarations] == [("hatchling", Role.BUILD)]


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ('tool.setuptools.packages.find.where = ["lib"]', {"/p/lib"}),
        ('tool.setuptools.package-dir = {"" = "lib"}', {"/p/lib"}),
        ('tool.hatch.build.targets.wheel.packages = ["lib/shop"]', {"/p/lib"}),
        ('tool.hatch.build.targets.wheel.sources = ["lib"]', {"/p/lib"}),
        ('tool.poetry.packages = [{include = "shop", from = "lib"}]', {"/p/lib"}),
        ('tool.pytest.ini_options.pythonpath = "lib"', {"/p/lib"}),
        ('tool.pytest.ini_options.pythonpath = ["lib", "."]', {"/p/lib", "/p"}),
        ('tool.mypy.mypy_path = "lib:$MYPY_CONFIG_FILE_DIR/more"', {"/p/lib", "/p/more"}),
        ('tool.ruff.src = ["lib"]', {"/p/lib"}),
        ('tool.pyright.extraPaths = ["lib"]', {"/p/lib"}),
        ('tool.maturin.python-source = "lib"', {"/p/lib"}),
    ],
)
def test_the_folders_that_imports_start_from_are_read(text: str, roots: set[str]) -> None:
    assert set(read(pyproject.read, text, "/p/pyproject.toml").roots) == roots


@pytest.mark.parametrize(
    ("text", "generated"),
    [
        ('tool.setuptools_scm.version_file = "src/a/_version.py"', "/p/src/a/_version.py"),
        ('tool.setuptools_scm.write_to = "a/_v.py"', "/p/a/_v.py"),
        ('tool.hatch.build.hooks.vcs.version-file = "a/_v.py"', "/p/a/_v.py"),
        ('tool.setuptools.ext-modules = [{name = "a._speed", sources = ["x.c"]}]', "a._speed"),
        ('tool.maturin.module-name = "a._rust"', "a._rust"),
    ],
)
def test_modules_that_a_build_writes_are_read(text: str, generated: str) -> None:
    assert read(pyproject.read, text, "/p/pyproject.toml").generated == (generated,)


def test_dynamic_dependencies_are_included() -> None:
    text = 'tool.setuptools.dynamic = {dependencies = {file = ["a.txt"]}, optional-dependencies.x = {file = "b.txt"}}'
    found = read(pyproject.read, text, "/p/pyproject.toml")
    assert (found.includes, names(found)) == (("/p/a.txt", "/p/b.txt"), [])


@pytest.mark.parametrize(
    ("written", "lowest"),
    [
        (">=3.11", "3.11"),
        ("^3.11", "3.11"),
        ("~3.11", "3.11"),
        (">=3.11,<4.0", "3.11"),
        ("3.11", "3.11"),
        ("x", "3.10"),
    ],
)
def test_the_pythons_of_a_project_are_read(written: str, lowest: str) -> None:
    found = versions(written)
    assert next(f"3.{minor}" for minor in range(10, 15) if found.contains(f"3.{minor}.99")) == lowest


def test_the_target_of_ruff_counts_where_nothing_else_does() -> None:
    assert read(pyproject.read, 'tool.ruff.target-version = "py312"').python == SpecifierSet(">=3.12")


@pytest.mark.parametrize(
    "text",
    [
        "project = []\nbuild-system = 3\ndependency-groups = ['a']\n[tool]\npoetry = 'x'\nuv = [1]\nsetuptools = 4\n",
        "[project]\nname = ['x']\ndependencies = {a = 1}\noptional-dependencies = ['b']\ndynamic = 7\n",
        "[dependency-groups]\na = [{include-group = 'a'}, 5, {x = []}]\n[tool.hatch]\nbuild = [[]]\nenvs = 3\n",
        "[tool.setuptools]\npackages = 1\next-modules = {a = 1}\ndynamic = []\n[tool.poetry]\npackages = 1\n",
    ],
)
def test_values_of_other_types_are_skipped(text: str) -> None:
    found = read(pyproject.read, text)
    assert (found.problem, found.name, names(found)) == ("", "", [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[project\n", "it is not valid TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, "it is nested too deeply"),
        (".".join(["a"] * 50_000) + " = 1", "a key has too many parts"),
        ("'a' . " * 100 + "'a' = 1", "a key has too many parts"),
        ("[" + ".".join(["a"] * 100) + "]", "a key has too many parts"),
    ],
)
def test_what_would_hold_a_parser_is_refused(text: str, problem: str) -> None:
    start = time.process_time()
    assert pyproject.read("/p/pyproject.toml", text).problem == problem
    assert time.process_time() - start < 2


def test_dots_in_a_text_are_no_parts_of_a_key() -> None:
    dots = "a. b. " * 200
    assert (
        read(pyproject.read, f'project.description = "{dots}, and more"\nproject.dependencies = ["acme"]').problem == ""
    )


# --- other formats ---------------------------------------------------------------------------


def test_a_setup_script_is_read_and_not_run() -> None:
    found = read(
        setup_py.read,
        """\
        import os
        from setuptools import Extension, find_packages, setup
        raise SystemExit
        INSTALL = ["six>=1.12", "numpy"]
        if os.name == "nt":
            INSTALL.append("pywin32")
        INSTALL += ["lxml"]
        EXTRAS = {"geo": ["Shapely>=2"], "docs": ["Sphinx"]}
        EXTRAS["all"] = sorted(set(sum(EXTRAS.values(), [])))
        EXTRAS["more"] = ["pyproj"]
        def tests():
            wanted = ["pytest"]
            return wanted + ["mock"]
        setup(
            name="fastgrid",
            python_requires=">=3.12",
            packages=find_packages("lib"),
            install_requires=INSTALL,
            extras_require=EXTRAS,
            tests_require=tests(),
            ext_modules=[Extension("fastgrid._kernel", ["k.pyx"])],
            classifiers=["Programming Language :: Python"],
            description="not-a-requirement",
        )
        """,
        "/p/setup.py",
    )
    assert set(names(found)) == {"six", "numpy", "pywin32", "lxml", "shapely", "sphinx", "pyproj", "pytest", "mock"}
    assert (found.name, found.python, found.roots) == ("fastgrid", SpecifierSet(">=3.12"), ("/p/lib",))
    assert found.generated == ("fastgrid._kernel",)


def test_keywords_in_a_dictionary_count() -> None:
    text = """\
        kwargs = dict(install_requires=["one"])
        more = {"install_requires": ["two"], "name": "x"}
        setup(**kwargs, **more)
        """
    assert set(names(read(setup_py.read, text))) == {"one", "two"}


def test_a_name_that_refers_to_itself_ends() -> None:
    assert names(read(setup_py.read, "a = b\nb = a + ['one']\nsetup(install_requires=a)")) == ["one"]


@pytest.mark.parametrize("text", ["print 'x'", "def (:\n", "\0", "(" * 500])
def test_a_setup_script_that_is_not_python_3_says_nothing(text: str) -> None:
    assert setup_py.read("/p/setup.py", text) == Manifest("/p/setup.py")


def test_the_sessions_of_nox_install() -> None:
    text = """\
        DEPS = ["three"]
        def tests(session):
            session.install("one", "-e", ".", "two>=1")
            session.run("pytest")
        """
    assert set(names(read(setup_py.read_sessions, text))) == {"one", "two", "three"}


def test_the_configuration_of_setuptools_is_read() -> None:
    text = """\
        [metadata]
        name = legacy
        [options]
        python_requires = >=3.9
        package_dir =
            = lib
        install_requires =
            requests>=2
            # comment
            PyYAML
        [options.extras_require]
        cli =
            docopt
        fast = file: fast.txt
        [options.packages.find]
        where = lib
        """
    found = read(setup_cfg.read, text, "/p/setup.cfg")
    assert (names(found), found.name) == (["requests", "pyyaml", "docopt"], "legacy")
    assert (set(found.roots), found.includes) == ({"/p/lib"}, ("/p/fast.txt",))


def test_the_environments_of_tox_are_read() -> None:
    text = """\
        [testenv]
        deps =
            pytest
            py310,lint: ruff>=1
            -r x.txt
            {[base]deps}
        [testenv:docs]
        deps = Sphinx
        """
    assert names(read(setup_cfg.read_tox, text)) == ["pytest", "ruff", "sphinx"]


def test_a_pipfile_and_its_lock_are_read() -> None:
    text = """\
        [packages]
        requests = "*"
        [dev-packages]
        pytest = {version = "*"}
        [docs]
        Sphinx = "*"
        [requires]
        python_version = "3.12"
        """
    found = read(pipfile.read, text)
    assert (names(found), found.python) == (["requests", "pytest", "sphinx"], SpecifierSet("==3.12.*"))
    lock = read(
        pipfile.read_lock,
        '{"_meta": {"sources": []}, "default": {"idna": {"version": "==3"}}, "develop": {"attrs": {}}}',
    )
    assert [(one.name, one.role) for one in lock.declarations] == [("idna", Role.LOCKED), ("attrs", Role.LOCKED)]


def test_an_environment_of_conda_is_read() -> None:
    text = """\
        name: reef
        channels: [conda-forge]
        dependencies:
          - python=3.11
          - numpy
          - pandas>=2  # frames
          - pytorch
          - "opencv"
          - conda-forge::cartopy
          - pip
          - pip:
              - umap-learn>=0.5
              - git+https://example.org/a.git#egg=tides
              - -r more.txt
          - xarray
        variables:
          - nothing
        """
    expected = [
        "python",
        "numpy",
        "pandas",
        "torch",
        "opencv-python",
        "cartopy",
        "pip",
        "umap-learn",
        "tides",
        "xarray",
    ]
    assert names(read(conda.read, text)) == expected
    assert names(read(conda.read, "dependencies: [numpy, scipy=1.0]\n")) == ["numpy", "scipy"]


def test_a_lock_file_is_read() -> None:
    text = (
        '[[package]]\nname = "idna"\nversion = "3"\n\n[package.dependencies]\nname = 3\n[[package]]\nname = "Attrs"\n'
    )
    found = read(locks.read, text)
    assert [(one.name, one.line, one.role) for one in found.declarations] == [
        ("idna", 2, Role.LOCKED), ("attrs", 8, Role.LOCKED)
    ]  # fmt: skip


def test_the_metadata_of_a_distribution_are_read() -> None:
    text = """\
        Metadata-Version: 2.1
        Name: Shop
        Requires-Python: >=3.12
        Requires-Dist: requests>=2
        Requires-Dist: x; extra == 'y'

        Requires-Dist: no
        """
    found = read(metadata.read, text)
    assert (found.name, found.python, names(found)) == ("Shop", SpecifierSet(">=3.12"), ["requests", "x"])


@pytest.mark.parametrize(
    ("path", "is_read"),
    [
        ("pyproject.toml", True),
        ("requirements.txt", True),
        ("requirements-dev.in", True),
        ("test_requirements.txt", True),
        ("constraints.txt", True),
        ("requirements/base.txt", True),
        ("requirements/static/ci/linux.lock", True),
        ("environment-dev.yml", True),
        ("pylock.dev.toml", True),
        ("shop-1.dist-info/METADATA", True),
        ("METADATA", False),
        ("notes.txt", False),
        ("docker-compose.yml", False),
        ("package-lock.json", False),
    ],
)
def test_project_files_are_known_by_name(path: str, is_read: bool) -> None:
    assert (manifests.reader(f"/p/{path}") is not None) == is_read


# --- bad input -------------------------------------------------------------------------------


@each_reader
@given(text=st.text(max_size=300))
def test_no_text_makes_a_reader_fail(read: Reader, text: str) -> None:
    assert read("/p/file", text).path == "/p/file"


@each_reader
@pytest.mark.parametrize(
    "text",
    [
        "a" * 900_000,
        "a" + "-" * 900_000,
        "x[" + "a," * 400_000,
        " " * 900_000 + "#",
        "x" + " \\\n" * 300_000,
        "x==1 " + "--hash=sha256:a " * 50_000,
        "x;" + "(" * 400_000,
        "[" * 400_000,
        "- " * 400_000,
        "dependencies:\n" + "- a\n" * 200_000,
        'name = "a"\n' * 80_000,
    ],
    ids=lambda text: text[:12].encode().hex(),
)
def test_no_text_holds_a_reader(read: Reader, text: str) -> None:
    start = time.process_time()
    assert read("/p/file", text).path == "/p/file"
    assert time.process_time() - start < 5


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "requirements.txt"
    path.write_text("requests\n" * 200_000, encoding="utf-8")
    assert manifests.read(str(path), str(tmp_path)).problem == "it is larger than 1 MB"


@pytest.mark.parametrize(
    ("content", "problem"), [(b"\xff\xfe\xff", "it is not UTF-8 text"), (b"name = '\xff'", "it is not UTF-8 text")]
)
def test_a_file_that_is_no_text_is_a_problem(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_bytes(content)
    assert manifests.read(str(path), str(tmp_path)).problem == problem


def test_lines_are_found_in_any_order() -> None:
    lines = Lines("one\ntwo\nthree\n")
    assert [lines.number(entry) for entry in ("two", "three", "one", "four", "two")] == [2, 3, 1, 1, 2]


def test_pixi_names_distributions_of_conda_and_of_pip() -> None:
    text = (
        '[dependencies]\npython = ">=3.11"\npytorch = "*"\n[pypi-dependencies]\nharbour-gauge = { path = "." }\n'
        '[feature.test.target.linux-64.dependencies]\npytest = "*"\n[tasks]\nrun = "python app.py"\n'
    )
    found = pixi.read("/x/pixi.toml", text)
    assert {one.name for one in found.declarations} == {"python", "torch", "harbour-gauge", "pytest"}
    assert str(found.python) == ">=3.11"


@pytest.mark.parametrize(
    "text", ["[dependencies", "dependencies = 3", "[feature]\nx = [1]\n", '[dependencies]\nx."y" = 1']
)
def test_a_pixi_file_of_any_shape_is_read(text: str) -> None:
    assert {one.name for one in pixi.read("/x/pixi.toml", text).declarations} <= {"x"}
