"""The closed world of a source text, for the tests of the resolver's parts.

What a test asks about is the argument of a call of `probe`, which nothing defines.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.resolve import world
from flake8_pysafe.resolve.core import Project
from flake8_pysafe.resolve.evaluate import Evaluator
from flake8_pysafe.resolve.walking import walk
from flake8_pysafe.values import Constant, Value


class Alone:
    """A project of one file."""

    def locate(self, module: str) -> Path | None:
        return None

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        return module if not level else None

    def module_name(self, path: Path) -> str:
        return path.stem


def evaluator(
    source: str, path: Path = Path("example.py"), project: Project | None = None, steps: int = 100_000
) -> Evaluator:
    """Ask about a source text as if it stood in a file."""
    project = project or Alone()
    tree = world.build(dedent(source), project.module_name(path), str(path), path.name == "__init__.py")
    return Evaluator(tree, models.load(), project, steps)


def probes(ask: Evaluator) -> list[nodes.NodeNG]:
    """Return the arguments of the calls of `probe`, in source order."""
    found = [
        node.args[0]
        for node in walk(ask.tree.module)
        if isinstance(node, nodes.Call) and isinstance(node.func, nodes.Name) and node.func.name == "probe"
    ]
    return sorted(found, key=lambda node: (node.lineno or 0, node.col_offset or 0))


def probed(source: str, **world: Any) -> list[set[Any]]:
    """Return the values at each `probe`; a constant stands for itself."""
    ask = evaluator(source, **world)
    return [{plain(value) for value in ask.values(node)} for node in probes(ask)]


def plain(value: Value) -> Any:
    """Return a constant's Python value, and any other value as it is."""
    return value.value if isinstance(value, Constant) else value
