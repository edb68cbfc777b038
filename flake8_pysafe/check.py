"""Puts the stages in order: from a source to its findings."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import Options


def findings(source: Source, options: Options) -> Iterator[Finding]:
    """Yield the findings of a file, in any order."""
    yield from ()
