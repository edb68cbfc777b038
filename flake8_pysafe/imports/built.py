"""Tells which modules of a project are made by its build, or are there and not kept with it."""

from __future__ import annotations

import os
import re

from flake8_pysafe.imports import files
from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.tree import Missing

# Build descriptions name modules as they are; in other files only the name of a file tells.
_DESCRIPTIONS = frozenset({"meson.build", "CMakeLists.txt", "BUILD", "BUILD.bazel", "BUCK"})
_MENTIONING = frozenset(
    {
        *("setup.py", "setup.cfg", "pyproject.toml", "build.py", "hatch_build.py", "pdm_build.py", "Makefile"),
        *(".gitignore", ".hgignore", "MANIFEST.in"),
    }
)


def makes(project: Project, missing: Missing, module: str) -> bool:
    """Tell whether a module, missing in a package, is one that the project's build makes."""
    name = module.split(".")[missing.position]
    place = os.path.join(missing.package, name)
    dotted = place.replace(os.sep, ".")
    generated = project.facts.generated
    return (
        makes_top_level(project, module)
        or f"{place}.py" in generated
        or any(dotted.endswith(f".{one}") for one in generated)
        or any(_mentions(project, folder, name) for folder in project.above_folder(missing.package))
    )


def makes_top_level(project: Project, module: str) -> bool:
    """Tell whether the project's build makes a module of some absolute name, or one in a package of that name."""
    return any(name == module or name.startswith(f"{module}.") for name in project.facts.generated)


def _mentions(project: Project, folder: str, name: str) -> bool:
    word = rf"\b{re.escape(name)}"
    there = project.names_in(folder)
    return any(
        re.search(pattern, _text(project, os.path.join(folder, file)))
        for kind, pattern in ((_DESCRIPTIONS, rf"{word}\b"), (_MENTIONING, rf"{word}\.(?:py|pyi|pyx|so|pyd|c|cpp)\b"))
        for file in sorted(kind & there)
    )


def _text(project: Project, path: str) -> str:
    try:
        return files.text(path, files.MANIFEST_BYTES, str(project.root))
    except files.Unreadable:
        return ""
