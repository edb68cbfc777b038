"""Writes what flake8 reports now to a baseline, so that from then on only new findings are reported."""

from __future__ import annotations

import argparse
import ast
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from flake8.exceptions import ExecutionError
from flake8.formatting.base import BaseFormatter
from flake8.main.application import Application
from flake8.processor import FileProcessor
from flake8.violation import Violation

from flake8_pysafe import baseline
from flake8_pysafe.baseline import Baseline, Entry
from flake8_pysafe.cli import configuration
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import ROWS, UnusableBaseline

USAGE = """\
usage: python -m flake8_pysafe baseline [--output FILE] [--check | --prune]
                                        [options of flake8] [FILE or FOLDER ...]

Writes what flake8 reports now under the codes of the plugin to a file, which
the option `pysafe-baseline` names: from then on only what is new is reported.
The configuration of flake8 and its comments apply. FILE is that of the option
if there is one, else pysafe-baseline.txt. Of files that are not looked at, the
entries stay as they are.

  --check  write nothing; print the entries that nothing in the code accounts
           for any more, and exit with 1 if there are any
  --prune  remove these entries, and add none
"""
_FLAG = "--pysafe-baseline"
_FILE = "pysafe-baseline.txt"


def run(arguments: Sequence[str]) -> int:
    """Write or compare a baseline. Returns the exit status: 1 for entries out of date. Raises ExecutionError."""
    parser = argparse.ArgumentParser(prog="python -m flake8_pysafe baseline", add_help=False, allow_abbrev=False)
    parser.add_argument("--output", _FLAG, dest="file")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true")
    mode.add_argument("--prune", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    given, rest = parser.parse_known_args(list(arguments))
    if given.help:
        sys.stdout.write(USAGE)
        return 0
    if "-" in rest:
        parser.error("what comes from standard input has no place in a baseline")
    configured = _configured(rest)
    path = given.file or configured or _FILE
    is_new = not (os.path.lexists(path) or given.check or given.prune)
    accepted = baseline.of(baseline.folder_of(path), ()) if is_new else _read(path)
    checked, present = _present(rest, accepted.folder)
    before, now = Counter(accepted), Counter(present)
    unseen = Counter({entry: count for entry, count in before.items() if not _is_looked_at(entry, checked, accepted)})
    if given.check:
        gone = before - unseen - now
        sys.stdout.write("".join(f"{entry}\n" for entry in sorted(gone.elements())))
        return int(bool(gone))
    after = unseen + ((before & now) if given.prune else now)
    _write(path, after)
    added, removed = (after - before).total(), (before - after).total()
    sys.stdout.write(f"{path}: {after.total()} accepted, {added} added, {removed} removed\n")
    if not configured:
        # Without a slash flake8 would look in the current folder, not beside the configuration.
        written = path if os.path.isabs(path) else os.path.join(os.curdir, path)
        sys.stdout.write(f"to have it read, write into flake8's configuration: pysafe-baseline = {written}\n")
    return 0


def _configured(arguments: Sequence[str]) -> str:
    row = next(row for row in ROWS if row.flag == _FLAG)
    setting = configuration.read(arguments).effective(row)
    return os.path.relpath(str(setting.value)) if setting and setting.value else ""


def _read(path: str) -> Baseline:
    try:
        return baseline.read(path)
    except baseline.UnreadableBaseline as error:
        raise UnusableBaseline(_FLAG, path, str(error)) from error


def _write(path: str, entries: Counter[Entry]) -> None:
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(baseline.text(entries.elements()))
    except OSError as error:
        raise UnusableBaseline(_FLAG, path, f"it cannot be written: {error.strerror}") from error


def _present(arguments: Sequence[str], folder: str) -> tuple[frozenset[str], tuple[Entry, ...]]:
    """Return the files that flake8 has looked at, and what it reports in them, as a baseline in a folder has them."""
    ran = _Run()
    ran.initialize([*arguments, f"{_FLAG}="])
    ran.run_checks()
    ran.report()
    if ran.catastrophic_failure or not isinstance(ran.formatter, _Collector):
        raise ExecutionError("flake8 did not come to an end; nothing is written")
    checked: set[str] = set()
    entries: list[Entry] = []
    for filename, violations in ran.formatter.files.items():
        broken = next((violation for violation in violations if violation.code.startswith("E9")), None)
        if broken is not None:
            sys.stderr.write(f"{filename}: not looked at: {broken.code} {broken.text}\n")
            continue
        path = baseline.path_in(folder, filename)
        checked.add(path)
        entries += _entries(filename, path, violations, ran.options)
    return frozenset(checked), tuple(entries)


def _entries(
    filename: str, path: str, violations: Sequence[Violation], options: argparse.Namespace | None
) -> Iterator[Entry]:
    ours = [violation for violation in violations if violation.code.startswith("PS")]
    if ours and options is not None:
        processor = FileProcessor(filename, options)
        source = Source(ast.parse("".join(processor.lines)), tuple(processor.lines), filename)
        statements = baseline.Statements(source)
        for code, _, line, column, text, _ in ours:
            yield statements.entry(Finding(line, column - 1, code, text), path)


def _is_looked_at(entry: Entry, checked: frozenset[str], accepted: Baseline) -> bool:
    return entry.path in checked or not os.path.lexists(os.path.join(accepted.folder, entry.path))


class _Run(Application):
    """flake8, with the project's configuration, which keeps what it would have printed."""

    def make_formatter(self) -> None:
        assert self.options is not None
        self.formatter = _Collector(self.options)


class _Collector(BaseFormatter):
    def after_init(self) -> None:
        self.files: dict[str, list[Violation]] = {}

    def beginning(self, filename: str) -> None:
        self.files[filename] = []

    def handle(self, error: Violation) -> None:
        self.files[error.filename].append(error)
