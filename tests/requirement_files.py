"""One file of each format that names distributions, with a place for a name in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A file with `{}` where the name under test stands."""

    name: str
    file: str
    text: str
    locked: bool = False

    def place(self) -> tuple[int, int]:
        """Line and column, both from 1, of the name under test."""
        before = self.text[: self.text.index("{}")]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    def written(self, name: str) -> str:
        return self.text.replace("{}", name)


FORMATS = (
    Format("requirement", "requirements.txt", "# what runs\nflask>=2  # a\n{}[extra]>=1.0 ; python_version > '3'\n"),
    Format(
        "continued requirement",
        "requirements.in",
        "flask \\\n    --hash=sha256:00\n\n  {}==1.0 \\\n  --hash=sha256:00\n",
    ),
    Format("editable repository", "requirements/dev.txt", "-e git+https://git.example.org/a/b.git@main#egg={}\n"),
    Format("address", "constraints.txt", "{} @ https://files.example.org/a.tar.gz\n"),
    Format(
        "project",
        "pyproject.toml",
        '[project]\nname = "shop"\ndependencies = [\n    "flask",  # not "x"\n    "{}[b]>=1",\n]\n',
    ),
    Format("extra", "pyproject.toml", "[project.optional-dependencies]\ntest = ['pytest', '{}']\n"),
    Format("group", "pyproject.toml", '[dependency-groups]\ndev = [{include-group = "x"}, "{}~=1.0"]\n'),
    Format("build system", "pyproject.toml", '[build-system]\nrequires = ["setuptools", "{}"]\n'),
    Format("Poetry", "pyproject.toml", '[tool.poetry.group.dev.dependencies]\npython = "^3.11"\n{} = "^1.0"\n'),
    Format("Poetry table", "pyproject.toml", '[tool.poetry.dependencies.{}]\nversion = "^1"\n'),
    Format("PDM", "pyproject.toml", '[tool.pdm.dev-dependencies]\ntest = ["{}>=1"]\n'),
    Format("Hatch", "pyproject.toml", '[tool.hatch.envs.test]\nextra-dependencies = [\n  "{}",\n]\n'),
    Format("uv", "pyproject.toml", '[tool.uv]\ndev-dependencies = ["{}"]\n'),
    Format("uv source", "pyproject.toml", '[tool.uv.sources]\n{} = { git = "https://git.example.org/a" }\n'),
    Format(
        "setup.cfg",
        "setup.cfg",
        "[metadata]\nname = shop\n\n[options]\ninstall_requires =\n    flask\n    {}>=1  ; python_version > '3'\n",
    ),
    Format("setup.cfg extra", "setup.cfg", "[options.extras_require]\ntest = {}\n"),
    Format("Pipfile", "Pipfile", '[packages]\nflask = "*"\n\n[dev-packages]\n{} = {version = "*", extras = ["b"]}\n'),
    Format(
        "conda",
        "environment.yml",
        "name: shop\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11\n  - conda-forge::{}=1.0  # why\n",
    ),
    Format("conda's pip", "environment.yml", 'dependencies:\n  - numpy\n  - pip:\n      - "{}[b]==1"\n'),
    Format("tox", "tox.ini", "[testenv]\ndeps =\n    pytest\n    py311,lint: {}>1\n"),
    Format("tox command", "tox.ini", "[testenv]\ncommands =\n    python -m pip install -U {}\n"),
    Format("nox", "noxfile.py", 'def tests(session):\n    session.install("-U", "{}")\n'),
    Format(
        "setup.py",
        "setup.py",
        'from setuptools import setup\n\nNEEDS = ["flask"] + [\n    "{}[b]>=1",\n]\nsetup(install_requires=NEEDS)\n',
    ),
    Format("setup.py extra", "setup.py", 'import setuptools\n\nsetuptools.setup(extras_require={"é": ["{}"]})\n'),
    Format("script", "tool.py", '# /// script\n# dependencies = [\n#   "{}",\n# ]\n# ///\nprint()\n'),
    Format("pylock.toml", "pylock.toml", '[[packages]]\nname = "{}"\nversion = "1.0"\n', locked=True),
    Format("poetry.lock", "poetry.lock", '[[package]]\nname = "{}"\nversion = "1.0"\n', locked=True),
    Format("uv.lock", "uv.lock", 'version = 1\n\n[[package]]\nname = "{}"\nversion = "1.0"\n', locked=True),
    Format(
        "Pipfile.lock",
        "Pipfile.lock",
        '{"_meta": { },\n "default": {\n  "flask": { },\n  "{}": {"version": "==1"}}}\n',
        locked=True,
    ),
)
