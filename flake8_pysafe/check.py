"""Puts the stages in order: from a source to its findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flake8_pysafe import imports, models, plain, resolve, rules
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.imports import ImportOptions
from flake8_pysafe.imports import project as projects
from flake8_pysafe.options import Options
from flake8_pysafe.scan import Scan, scan


def findings(source: Source, options: Options) -> Iterator[Finding]:
    """Yield the findings of a file, in any order."""
    library = models.load(options.libraries)
    project = projects.find(source.filename)
    path = Path(source.filename).absolute()
    scanned = scan(source, library, project, path)
    yield from imports.findings(source, scanned.imports, ImportOptions(options.known_modules, options.require_declared))
    if scanned.candidate:
        for found in _resolved(source, scanned, library, project, path):
            if options.pedantic or found.code != "PS209":
                yield found


def _resolved(
    source: Source, scanned: Scan, library: models.Models, project: projects.Project, path: Path
) -> Iterator[Finding]:
    def declared(distribution: str) -> str | None:
        return next((str(each.specifier) for each in project.declared if each.name == distribution), None)

    try:
        yield from resolve.findings(source, scanned, library, project, path, declared)
    except resolve.NotResolved as reason:
        yield Finding(1, 0, "PS901", f"values were not followed, because {reason}; plain calls are still checked")
        yield from _plainly(source, library, project)


def _plainly(source: Source, library: models.Models, project: projects.Project) -> Iterator[Finding]:
    for seen in plain.seen(source.tree, library, lambda name: project.locate(name) is not None):
        line = seen.node.end_lineno or seen.node.lineno
        rule = rules.by_code(seen.verdict.code)
        text = rule.text(seen.sink, "", seen.verdict.remedy or seen.marker.remedy, "elsewhere")
        name = getattr(seen.node, "attr", None)
        if name is not None:
            column = source.column(line, seen.node.end_col_offset or 0) - len(name)
        else:
            line, column = seen.node.lineno, source.column(seen.node.lineno, seen.node.col_offset)
        yield Finding(line, column, seen.verdict.code, text)
