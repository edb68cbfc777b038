"""Shows what the options of the plugin are set to, by which file, and what is wrong with them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from flake8.exceptions import ExecutionError

from flake8_pysafe.cli import configuration
from flake8_pysafe.cli.configuration import Configuration
from flake8_pysafe.options import ROWS, UnknownOption

USAGE = """\
usage: python -m flake8_pysafe check-config [options of flake8]

Shows each option of the plugin, where it comes from and its value, as flake8
reads them in the current folder. Says which values are wrong and which
`pysafe-` keys are no options; the exit status is 1 if there are any.
"""


def run(arguments: Sequence[str]) -> int:
    """Print the options and what is wrong with them. Returns the exit status: 1 for a fault. Raises ExecutionError."""
    if {"-h", "--help"} & set(arguments):
        sys.stdout.write(USAGE)
        return 0
    read = configuration.read(arguments)
    sys.stdout.write(f"configuration: {', '.join(read.files) or 'no file'}\n\n{_table(read)}")
    faults = list(_faults(read))
    if faults:
        sys.stdout.write("\n" + "".join(f"{fault}\n" for fault in faults))
    return int(bool(faults))


def _table(read: Configuration) -> str:
    rows = []
    for row in ROWS:
        setting = read.effective(row)
        origin, value = (setting.origin, setting.value) if setting else ("default", row.registration["default"])
        rows.append((row.key, origin, _written(value)))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(f"{key:{widths[0]}}  {origin:{widths[1]}}  {value}".rstrip() + "\n" for key, origin, value in rows)


def _written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case list():
            return ", ".join(map(str, value))
        case _:
            return " ".join(str(value).split())


def _faults(read: Configuration) -> Iterator[str]:
    for setting in read.unknown():
        yield f"{setting.origin}: {UnknownOption(setting.key)}"
    for row in ROWS:
        effective = read.effective(row)
        if effective is not None:
            try:
                row.read(row.flag, effective.value)
            except ExecutionError as error:
                yield f"{effective.origin}: {error}"
