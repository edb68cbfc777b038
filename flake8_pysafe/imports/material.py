"""Tells files that a program works on from those that it is made of."""

from __future__ import annotations

import os

from flake8_pysafe.imports.project import Project

_TESTS = frozenset({"test", "tests", "testing", "unit_tests", "integration_tests"})
# What the folders are called that tests keep their input in. One that is a package holds code.
_INPUT = frozenset(
    {
        *("data", "testdata", "test_data", "test-data", "fixtures", "fixture", "resources", "roots", "samples"),
        *("inputs", "snippets", "golden", "expected", "corpus"),
    }
)


def is_material(project: Project) -> bool:
    """Tell whether a file is input of tests: what it imports is nobody's to provide."""
    parts = os.path.relpath(project.folder, project.root).split(os.sep)
    places = [place for place, part in enumerate(parts) if part in _INPUT and not _TESTS.isdisjoint(parts[:place])]
    return any(not project.is_package(os.path.join(project.root, *parts[: place + 1])) for place in places)
