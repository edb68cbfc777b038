"""Tells, without importing, which modules are installed in an environment that is the project's own.

The environment that the linter runs in is the project's only if the project, or most of
what it asks for, is installed there. One made for the linter alone vouches for nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import packaging
from packaging.utils import canonicalize_name

from flake8_pysafe.imports.project import Project
from flake8_pysafe.imports.tree import Tree

_OWN_ENVIRONMENTS = (".venv", "venv", "env", "__pypackages__")
# What the linter needs is installed wherever it runs.
_OURS = frozenset({"astroid", "flake8", "mccabe", "packaging", "pycodestyle", "pyflakes", "tomli", "typing-extensions"})
# The folder that what the linter needs is installed in. `sysconfig` would import a module to tell.
_RUNNING = os.path.dirname(os.path.dirname(os.path.abspath(packaging.__file__)))
_FEWEST = 3  # declared distributions that show anything


def folders(project: Project) -> tuple[str, ...]:
    """Return the folders in which modules are installed for a project."""
    tree = Tree()
    return tuple(folder for folder in _folders(project, tree) if tree.stamp(folder))


def provides(folder: str, top_level: str) -> bool:
    """Tell whether a module is installed in a folder."""
    here = Tree().listing(folder)
    return top_level in here.modules or top_level in here.folders


def _folders(project: Project, tree: Tree) -> Iterator[str]:
    for marked in project.marked:
        for name in _OWN_ENVIRONMENTS:
            yield from _packages(os.path.join(marked, name), tree)
    if _is_owned(project, tree, _RUNNING):
        yield _RUNNING


def _packages(environment: str, tree: Tree) -> Iterator[str]:
    """Yield the folders of an environment that distributions are installed in, on any system."""
    yield os.path.join(environment, "Lib", "site-packages")
    for name in sorted(tree.listing(environment).folders):  # `__pypackages__/3.12/lib`
        yield os.path.join(environment, name, "lib")
    for name in sorted(tree.listing(os.path.join(environment, "lib")).folders):
        yield os.path.join(environment, "lib", name, "site-packages")


def _is_owned(project: Project, tree: Tree, folder: str) -> bool:
    here = tree.listing(folder)
    names = (name.removesuffix(".dist-info") for name in here.folders if name.endswith(".dist-info"))
    there = {canonicalize_name(name.rpartition("-")[0]) for name in names}
    if not project.facts.makes.isdisjoint(there):
        return True
    asked = {one.name for one in project.declared} - _OURS
    return len(asked) >= _FEWEST and len(asked & there) * 2 > len(asked)
