"""What is wrong with a command line, as a marker's answer.

Few files run commands, and what reads their lines takes long to import: this module is
loaded when the first file needs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from flake8_pysafe import commands
from flake8_pysafe.commands import installs
from flake8_pysafe.commands.installs import Installed, Kind
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.markers.marker import Verdict


def may_stand_in(text: str) -> bool:
    """Tell whether a source text can hold a command line that is unsafe."""
    return commands.may_stand_in(text) or installs.may_stand_in(text)


def in_arguments(arguments: Sequence[str]) -> Verdict | None:
    """Judge the arguments that a program is started with, its name first."""
    found = commands.unverified(arguments)
    if found:
        return Verdict("PS107", found.remedy, found.offset, found.index)
    return _verdict(installs.installed(arguments), listed=True)


def in_shell(text: str) -> Verdict | None:
    """Judge the text of a shell command."""
    found = commands.unverified_in_shell(text)
    if found:
        return Verdict("PS107", found.remedy, found.offset)
    return _verdict(installs.installed_in_shell(text), listed=False)


def of_index(address: str) -> Verdict | None:
    """Judge the address of an index, as an environment variable names it."""
    return _verdict((Installed(Kind.INDEX, address, 0, 0),), listed=False)


def _verdict(found: tuple[Installed, ...], *, listed: bool) -> Verdict | None:
    if not found:
        return None
    # Few commands install anything, and what knows names takes long to import.
    with path_as_it_was():
        from flake8_pysafe.dependencies import command  # noqa: PLC0415

    faults = command.faults(found)
    if not faults:
        return None
    worst = faults[0]
    return Verdict(worst.code, worst.remedy, worst.word.offset, worst.word.index if listed else None)
