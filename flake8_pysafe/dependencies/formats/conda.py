"""Reads the environment files of conda, line by line, as they are written by conda and by people.

No YAML is parsed: entries that do not stand one in a line are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_pysafe.dependencies.contents import Address, Contents, Include, Named, Problem, at
from flake8_pysafe.dependencies.requirement import Asked, asked

_MOST_ENTRIES = 20_000
_ENTRY = re.compile(r"(\s{0,100}-\s{1,20})(\S.{0,1000})")
_KEY = re.compile(r"([A-Za-z_-]{1,40}):(.{0,4000})")
_CONDA_NAME = re.compile(r"(?:[\w./:-]{0,100}::)?([^\W_][\w.-]{0,100})")
_INCLUDE = re.compile(r"(-r|--requirement|-c|--constraint)[ =]\s*(\S+)")
_INDEX = re.compile(r"(?:-i|--(?:extra-)?index-url|-f|--find-links)[ =]\s*(\S+)")
_HOST = re.compile(r"--trusted-host[ =]\s*(\S+)")
_EDITABLE = re.compile(r"(?:-e|--editable)[ =]\s*")


def read(text: str) -> Contents:
    """Return what an environment file asks for."""
    named: list[Named] = []
    addresses: list[Address] = []
    includes: list[Include] = []
    problems: list[Problem] = []
    for count, (section, number, column, entry, for_pip) in enumerate(_entries(text)):
        where = at(number, column)
        if count >= _MOST_ENTRIES:
            problems.append(Problem(f"what follows entry {_MOST_ENTRIES} is not read", where))
            break
        if section == "channels":
            addresses.append(Address(entry, where))
        elif not for_pip:
            name = _CONDA_NAME.match(entry)
            if name:
                versions = entry[name.end() :].strip()
                named.append(Named(Asked(name[1], 0, versions), at(number, column + name.start(1)), conda=True))
        elif option := _INCLUDE.match(entry):
            includes.append(Include(option[2], at(number, column + option.start(2)), option[1]))
        elif option := _INDEX.match(entry):
            addresses.append(Address(option[1], at(number, column + option.start(1))))
        elif option := _HOST.match(entry):
            addresses.append(Address(option[1], at(number, column + option.start(1)), trusts=True))
        else:
            skipped = editable.end() if (editable := _EDITABLE.match(entry)) else 0
            found = asked(entry[skipped:])
            if found and found.name:
                named.append(Named(found, at(number, column + skipped + found.offset)))
            elif not found and not entry.startswith("-"):
                problems.append(Problem(f"not read: `{entry[:60]}` is not a requirement", where))
    return Contents(tuple(named), tuple(addresses), tuple(includes), tuple(problems))


def _entries(text: str) -> Iterator[tuple[str, int, int, str, bool]]:
    """Yield section, line, column and text of the entries, and whether they are for pip."""
    section, pip_indent = "", -1
    for number, line in enumerate(text.split("\n"), 1):
        entry = _ENTRY.match(line)
        if entry is None:
            if key := _KEY.match(line):
                section, pip_indent = key[1], -1
                if section in ("dependencies", "channels") and "[" in key[2]:
                    yield from _in_brackets(section, number, line)
            continue
        if section not in ("dependencies", "channels"):
            continue
        indent, column = len(entry[1]), entry.end(1)
        value = re.split(r"\s#", entry[2])[0].rstrip()
        if value[:1] in ("'", '"'):
            column += 1
            value = value.strip(value[0])
        if value.replace(" ", "") == "pip:":
            pip_indent = indent
            continue
        if indent <= pip_indent:
            pip_indent = -1
        yield section, number, column, value, pip_indent >= 0


def _in_brackets(section: str, number: int, line: str) -> Iterator[tuple[str, int, int, str, bool]]:
    inside = line[: line.find("]")] if "]" in line else line
    for match in re.finditer(r"[^\s,\[\]'\"][^,\[\]'\"]*", inside[inside.find("[") :]):
        yield section, number, inside.find("[") + match.start(), match[0].strip(), False
