"""What is wrong with a command line that installs distributions, as a marker's answer."""

from __future__ import annotations

from collections.abc import Sequence

from flake8_pysafe.commands import installs
from flake8_pysafe.commands.installs import Installed, Kind
from flake8_pysafe.markers.marker import Verdict

may_stand_in = installs.may_stand_in
names_index = installs.names_index


def in_arguments(arguments: Sequence[str]) -> Verdict | None:
    """Judge the arguments that a program is started with, its name first."""
    return _verdict(installs.installed(arguments), listed=True)


def in_shell(text: str) -> Verdict | None:
    """Judge the text of a shell command."""
    return _verdict(installs.installed_in_shell(text), listed=False)


def in_variable(name: str, value: str | None) -> Verdict | None:
    """Judge the value of an environment variable that names an index, None where it is not known."""
    if name not in installs.VARIABLES or value is None:
        return None
    return _verdict((Installed(Kind.INDEX, value, 0, 0),), listed=False)


def _verdict(found: tuple[Installed, ...], *, listed: bool) -> Verdict | None:
    if not found:
        return None
    # Few commands install anything, and what knows names takes long to import.
    from flake8_pysafe.dependencies import command  # noqa: PLC0415

    faults = command.faults(found)
    if not faults:
        return None
    worst = faults[0]
    return Verdict(worst.code, worst.remedy, worst.word.offset, worst.word.index if listed else None)
