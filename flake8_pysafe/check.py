"""Puts the stages in order: from a source to its findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flake8_pysafe import dependencies, imports, models, reports, resolve
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.imports import ImportOptions
from flake8_pysafe.imports import project as projects
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.options import Options
from flake8_pysafe.scan import Wanted, scan


def findings(source: Source, options: Options) -> Iterator[Finding]:
    """Yield the findings of a file, in any order."""
    library = models.load(options.libraries)
    project = projects.find(source.filename)
    path = Path(source.filename).absolute()
    scanned = scan(source, library, project, path)
    yield from imports.findings(source, scanned.imports, ImportOptions(options.known_modules, options.require_declared))
    yield from dependencies.findings(source, options.known_modules)
    given = reports.Given(options.audit_report, options.licence_report, options.licence_deny, options.licence_allow)
    yield from reports.findings(source, scanned.imports, given, project)
    if scanned.wanted is not None:
        for found in _resolved(source, scanned.wanted, library, project, path):
            if _is_wanted(found, options):
                yield found


def _is_wanted(found: Finding, options: Options) -> bool:
    if found.code == "PS209":
        return options.pedantic
    return not (found.code.startswith("PS4") and dependencies.is_vouched_for(found.text, options.known_modules))


def _resolved(
    source: Source, wanted: Wanted, library: models.Models, project: projects.Project, path: Path
) -> Iterator[Finding]:
    def declared(distribution: str) -> str | None:
        return next((str(each.specifier) for each in project.declared if each.name == distribution), None)

    try:
        yield from resolve.findings(source, wanted, library, project, path, declared)
    except resolve.NotResolved as reason:
        yield Finding(1, 0, "PS901", f"values were not followed, because {reason}; plain calls are still checked")
        yield from _plainly(source, library, project)


def _plainly(source: Source, library: models.Models, project: projects.Project) -> Iterator[Finding]:
    # Few files are beyond what can be followed.
    with path_as_it_was():
        from flake8_pysafe import plain, rules  # noqa: PLC0415

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
