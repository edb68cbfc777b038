"""The labelled cases beside this repository: how much is found, and how much of it is right."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT, Run

SHARED = ROOT.parent / "shared"
SCORE = SHARED / "bench" / "score.py"

pytestmark = pytest.mark.skipif(not SCORE.is_file(), reason="the labelled cases are not beside this repository")


@pytest.fixture
def score() -> Iterator[ModuleType]:
    """The benchmark's own module, for its reading of labels and its table of families."""
    spec = importlib.util.spec_from_file_location("pysafe_bench_score", SCORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
        yield module
    finally:
        sys.dont_write_bytecode = written
        del sys.modules[spec.name]


@pytest.mark.parametrize(("folder", "families"), [("tls", {"tls"}), ("deserialization", {"yaml", "pickle"})])
def test_the_labelled_cases_are_told_apart(
    folder: str, families: set[str], score: ModuleType, run: Run, tmp_path: Path
) -> None:
    copy = tmp_path / "0" / folder  # so that nothing around the cases counts as first-party
    shutil.copytree(SHARED / "cases" / folder, copy)
    cases = {path: score.Cases(path) for path in sorted(copy.rglob("*.py"))}
    expected = {
        (path, span, name)
        for path, case in cases.items()
        for span, labels in case.labels.items()
        for name, kind in labels.items()
        if kind == "bad" and name in families
    }
    found = set()
    alarms = set()
    for path, case in cases.items():
        for report in run(path.read_text(encoding="utf-8"), str(path)):
            position, code = report.split()
            names = score.families("pysafe", code) & families
            span = case.span(int(position.partition(":")[0]))
            labels = case.labels.get(span, {})
            bad = {name for name in names if labels.get(name) == "bad"}
            found |= {(path, span, name) for name in bad}
            if names and not bad and not any(labels.get(name) == "any" for name in names):
                alarms.add((path.name, report))
    missed = sorted((path.name, *span, name) for path, span, name in expected - found)
    assert expected
    assert 100 * len(found) >= 97 * len(expected), missed
    assert 100 * len(found) >= 98 * (len(found) + len(alarms)), sorted(alarms)
