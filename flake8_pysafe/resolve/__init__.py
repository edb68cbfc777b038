"""Finds what the file alone does not show: the only package that knows astroid.

Its modules are loaded when the first file needs them: astroid takes longer to load than
most files take to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.models import Models
from flake8_pysafe.scan import Wanted

if TYPE_CHECKING:
    from flake8_pysafe.resolve.core import Project

__all__ = ["NotResolved", "findings"]

# Steps a file may take: a few for each of its characters, and enough for what it imports.
STEPS_AT_LEAST = 60_000
STEPS_PER_CHARACTER = 6


class NotResolved(Exception):
    """A file could not be followed; the text says why."""


def findings(
    source: Source, wanted: Wanted, library: Models, project: Project, path: Path, declared: Callable[[str], str | None]
) -> list[Finding]:
    """Return the findings of a file that depend on what names stand for. Raises NotResolved."""
    with path_as_it_was():
        from flake8_pysafe.resolve import report, world
        from flake8_pysafe.resolve.core import BudgetExceeded
        from flake8_pysafe.resolve.evaluate import Evaluator
        from flake8_pysafe.resolve.sites import Judge
        from flake8_pysafe.resolve.world import TooDeep

    text = "".join(source.lines)
    try:
        tree = world.rebuilt(source.tree, text, project.module_name(path), str(path), path.name == "__init__.py")
    except TooDeep:
        raise NotResolved("it is nested too deeply") from None
    ask = Evaluator(tree, library, project, STEPS_AT_LEAST + STEPS_PER_CHARACTER * len(text))
    try:
        blames = Judge(ask, wanted, declared).blames(tree.module)
    except BudgetExceeded:
        raise NotResolved("it takes too many steps to follow") from None
    except RecursionError:
        raise NotResolved("it is nested too deeply") from None
    return [report.finding(blame, source) for blame in blames]
