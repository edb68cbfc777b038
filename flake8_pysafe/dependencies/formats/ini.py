"""Reads `setup.cfg` and `tox.ini`: `configparser` says whether they are sound, their lines say what stands where."""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.utils import canonicalize_name

from flake8_pysafe.dependencies.contents import Address, Contents, Include, Named, Problem, at
from flake8_pysafe.dependencies.formats import commands
from flake8_pysafe.dependencies.requirement import asked
from flake8_pysafe.imports.manifests import setup_cfg

_REQUIREMENTS = frozenset({"install_requires", "tests_require", "setup_requires"})
_EXTRAS = "options.extras_require"
_LONGEST = 4096
_INCLUDE = re.compile(r"(-r|--requirement|-c|--constraint)[ =]?\s*(\S+)")
_FACTOR = re.compile(r"[\w{},!.-]{1,200}:\s+")  # `py310,lint: ruff`
_SUBSTITUTED = re.compile(r"\{(?:toxinidir|tox_root|config_dir)\}[/\\]?")
_DEPENDENCIES = frozenset({"deps", "requires"})
_COMMANDS = frozenset({"commands", "commands_pre", "commands_post", "install_command"})


@dataclass(frozen=True)
class _Line:
    """One line of an option's value."""

    section: str
    option: str
    text: str
    line: int
    column: int


def read(text: str) -> Contents:
    """Return what a `setup.cfg` says."""
    if problem := _problem(text):
        return Contents(problems=(problem,))
    named: list[Named] = []
    addresses: list[Address] = []
    includes: list[Include] = []
    problems: list[Problem] = []
    makes: set[str] = set()
    for line in _lines(text):
        if (line.section, line.option) == ("metadata", "name"):
            makes.add(canonicalize_name(line.text))
        elif line.section == _EXTRAS or (line.section == "options" and line.option in _REQUIREMENTS):
            _requirement(line, named, includes, problems)
        elif line.option in ("dependency_links", "index_url", "find_links"):
            for address in re.finditer(r"[^\s,]+", line.text):
                addresses.append(Address(address[0], at(line.line, line.column + address.start())))
    return Contents(tuple(named), tuple(addresses), tuple(includes), tuple(problems), frozenset(makes))


def _requirement(line: _Line, named: list[Named], includes: list[Include], problems: list[Problem]) -> None:
    if line.text.startswith("file:"):
        start = len("file:")
        for name in re.finditer(r"[^\s,]+", line.text[start:]):
            includes.append(Include(name[0], at(line.line, line.column + start + name.start()), "file"))
        return
    for piece in re.finditer(r"[^;]*;.*|[^\s].*", line.text):
        found = asked(piece[0])
        where = at(line.line, line.column + piece.start())
        if found is None:
            if "%(" not in line.text:
                problems.append(Problem(f"not read: `{line.text[:60]}` is not a requirement", where))
        elif found.name:
            named.append(Named(found, at(line.line, line.column + piece.start() + found.offset)))


def read_tox(text: str) -> Contents:
    """Return what the environments of a `tox.ini` install."""
    if _problem(text):
        return Contents()  # tox itself says so
    named: list[Named] = []
    addresses: list[Address] = []
    includes: list[Include] = []
    for line in _lines(text):
        if line.option in _DEPENDENCIES:
            factor = _FACTOR.match(line.text)
            start = factor.end() if factor else 0
            entry = line.text[start:]
            column = line.column + start
            if option := _INCLUDE.match(entry):
                path = _SUBSTITUTED.sub("", option[2])
                if "{" not in path:
                    includes.append(Include(path, at(line.line, column + option.start(2)), option[1]))
            elif not entry.startswith(("{", "[", "-")) and (found := asked(entry)) and found.name:
                named.append(Named(found, at(line.line, column + found.offset)))
        elif line.option in _COMMANDS:
            found_named, found_addresses = commands.read(re.sub(r"\{[^{}]*\}", "\0", line.text), line.line, line.column)
            named += found_named
            addresses += found_addresses
    return Contents(tuple(named), tuple(addresses), tuple(includes))


def _problem(text: str) -> Problem | None:
    try:
        setup_cfg.parsed(text)
    except configparser.Error as error:
        line = getattr(error, "lineno", None) or next((number for number, _ in getattr(error, "errors", [])), 1)
        return Problem("not read: it is not in the format of `configparser`", at(line, 0))
    return None


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines of all values, as `configparser` reads them: what is indented belongs to the option above."""
    section, option, indent = "", "", 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line[:_LONGEST]
        content = line.strip()
        if not content or content.startswith(("#", ";")):
            continue
        column = len(line) - len(line.lstrip())
        if option and column > indent:
            yield _Line(section, option, _uncommented(content), number, column)
        elif content.startswith("[") and "]" in content:
            section, option = content[1 : content.index("]")], ""
        else:
            end = min((at for at in (line.find("="), line.find(":")) if at >= 0), default=-1)
            if end < 0:
                continue
            option, indent = line[:end].strip().lower(), column
            rest = line[end + 1 :]
            if value := _uncommented(rest.strip()):
                yield _Line(section, option, value, number, end + 1 + len(rest) - len(rest.lstrip()))


def _uncommented(text: str) -> str:
    # `configparser` keeps what stands behind ` #`; setuptools and tox cut it off.
    return re.split(r"\s#", text)[0].rstrip() if not text.startswith("#") else ""
