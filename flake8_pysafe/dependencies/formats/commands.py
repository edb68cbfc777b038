"""Reads the commands that files for tools hold, as far as they install something."""

from __future__ import annotations

from flake8_pysafe.commands import installs
from flake8_pysafe.commands.installs import Kind
from flake8_pysafe.dependencies.contents import Address, Manner, Named, at
from flake8_pysafe.dependencies.requirement import asked
from flake8_pysafe.values import HOLE


def read(text: str, line: int, column: int) -> tuple[list[Named], list[Address]]:
    """Return what a command in one line installs, and from where; what is not known in it stands as a `HOLE`."""
    named, addresses = [], []
    for found in installs.installed_in_shell(text):
        where = at(line, column + found.offset)
        if found.kind is Kind.INDEX:
            addresses.append(Address(found.text, where))
        elif found.kind is Kind.HOST:
            addresses.append(Address(found.text, where, trusts=True))
        elif found.kind is not Kind.FILE and HOLE not in found.text:
            requirement = asked(found.text)
            if requirement and requirement.name:
                conda = found.kind is Kind.CONDA
                place = at(line, column + found.offset + requirement.offset)
                named.append(Named(requirement, place, Manner.COMMAND, conda))
    return named, addresses
