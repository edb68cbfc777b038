"""Judges the names of distributions, wherever a project asks for them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.loading import path_as_it_was

# Of these a file holds one if it names distributions: what `setup` takes, the block of a
# script, the call that IPython makes of a magic.
_TELLING = (
    "install_requires",
    "extras_require",
    "tests_require",
    "setup_requires",
    "dependency_links",
    "# /// script",
    "get_ipython",
)
_SESSIONS = "noxfile.py"


def findings(source: Source, known: tuple[str, ...] = ()) -> Iterator[Finding]:
    """Yield what is wrong with the distributions that a Python file names; `known` names are right."""
    text = "".join(source.lines)
    if any(word in text for word in _TELLING) or os.path.basename(source.filename) == _SESSIONS:
        # Few files do, and what reads them takes long to import.
        with path_as_it_was():
            from flake8_pysafe.dependencies import judge  # noqa: PLC0415
            from flake8_pysafe.dependencies.formats import scripts  # noqa: PLC0415

        yield from judge.findings(scripts.contents(source), known)


def is_vouched_for(text: str, patterns: Iterable[str]) -> bool:
    """Tell whether a finding about a command, by its text, accuses a name that the user knows to be right."""
    patterns = tuple(patterns)
    if not patterns:
        return False
    with path_as_it_was():
        from flake8_pysafe.dependencies import command  # noqa: PLC0415

    return command.is_vouched_for(text, patterns)
