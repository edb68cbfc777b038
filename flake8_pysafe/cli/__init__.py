"""The commands of the package, for what flake8 itself cannot do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flake8.exceptions import ExecutionError

from flake8_pysafe import __version__
from flake8_pysafe.cli import baseline, check_config, deps, explain, rules


@dataclass(frozen=True)
class Command:
    """One command: what stands behind `python -m flake8_pysafe`."""

    name: str
    summary: str
    run: Callable[[Sequence[str]], int]  # arguments in, exit status out


COMMANDS = (
    Command("baseline", "accept what is reported now, to have only new findings reported", baseline.run),
    Command("check-config", "show what the options are set to, and what is wrong with them", check_config.run),
    Command("deps", "check the names of distributions in requirement files", deps.run),
    Command("explain", "print the page of a rule", explain.run),
    Command("rules", "list the rules, and the date of the names that are known", rules.run),
)

_MISUSED = 2  # the exit status of a command that is not understood


def main(arguments: Sequence[str]) -> int:
    """Run the command that some arguments name, and return its exit status."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", ())
    if name in ("-h", "--help", "help"):
        sys.stdout.write(usage())
        return 0
    if name == "--version":
        sys.stdout.write(f"{__version__}\n")
        return 0
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        sys.stderr.write(f"there is no command {name!r}\n\n{usage()}" if name else usage())
        return _MISUSED
    try:
        return command.run(rest)
    except ExecutionError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def usage() -> str:
    """Return what the commands are."""
    width = max(len(command.name) for command in COMMANDS)
    rows = "".join(f"  {command.name:{width}}  {command.summary}\n" for command in COMMANDS)
    return f"usage: python -m flake8_pysafe COMMAND ...\n\n{rows}"
