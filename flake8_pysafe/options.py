"""The options of the plugin: one row each, from registration to a validated `Options`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from flake8.exceptions import ExecutionError
from flake8.options.manager import OptionManager

from flake8_pysafe import reports
from flake8_pysafe.loading import path_as_it_was

if TYPE_CHECKING:
    from flake8_pysafe.baseline import Baseline
    from flake8_pysafe.reports.audit import AuditReport
    from flake8_pysafe.reports.licences import LicenceReport


@dataclass(frozen=True)
class Options:
    """What the user chose; the defaults are those of the command line."""

    known_modules: tuple[str, ...] = ()  # dotted names or globs
    libraries: tuple[Path, ...] = ()  # absolute folders of library models
    pedantic: bool = False
    require_declared: bool = False
    audit_report: AuditReport | None = None
    licence_report: LicenceReport | None = None
    licence_deny: tuple[str, ...] = ()  # SPDX identifiers or expressions, names of classifiers, globs
    licence_allow: tuple[str, ...] = ()
    baseline: Baseline | None = None


class InvalidOption(ExecutionError):
    """A value the user has to correct; flake8 prints it and ends without a traceback."""

    def __init__(self, option: str, value: object, allowed: str) -> None:
        super().__init__(f"{option}: {value!r} is not allowed; use {allowed}")


class UnusableReport(ExecutionError):
    """A report of another tool that is missing or cannot be read."""

    def __init__(self, option: str, path: object, reason: str) -> None:
        super().__init__(f"{option}: the report {path!r} cannot be used: {reason}")


class UnusableBaseline(ExecutionError):
    """A baseline that is missing or cannot be read."""

    def __init__(self, option: str, path: object, reason: str) -> None:
        super().__init__(f"{option}: the baseline {path!r} cannot be used: {reason}")


class UnknownOption(ExecutionError):
    """A key of the configuration that looks like ours and is not."""

    def __init__(self, key: str) -> None:
        with path_as_it_was():
            import difflib  # noqa: PLC0415  # the run ends here

        keys = [row.key for row in ROWS]
        nearest = difflib.get_close_matches(key.replace("_", "-"), keys, n=1, cutoff=0)[0]
        super().__init__(f"{key!r} in the configuration of flake8 is not an option; the nearest is {nearest!r}")


def module_patterns(option: str, texts: Iterable[object]) -> tuple[str, ...]:
    """Return the module names or globs of an option's value. Raises InvalidOption."""
    patterns = []
    for text in texts:
        if not (isinstance(text, str) and all(_is_name_or_glob(part) for part in text.split("."))):
            raise InvalidOption(option, text, "a comma-separated list of module names or globs such as `corp_*`")
        patterns.append(text)
    return tuple(patterns)


def _is_name_or_glob(part: str) -> bool:
    return re.sub(r"\[[^\[\]]+\]|[*?]", "x", part).isidentifier()


def folders(option: str, texts: Iterable[object]) -> tuple[Path, ...]:
    """Return the absolute folders of an option's value. Raises InvalidOption."""
    found = []
    for text in texts:
        if not (isinstance(text, str) and _is_folder(Path(text))):
            # flake8 makes a path relative to the configuration file only if it sees a slash in it.
            raise InvalidOption(option, text, "a comma-separated list of existing folders, relative ones with a `/`")
        found.append(Path(text).absolute())
    return tuple(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # the name is too long, or holds a NUL
        return False


def switch(option: str, value: object) -> bool:
    """Return whether a switch is on. Raises InvalidOption."""
    match value:
        case bool():
            return value
        case str() if value.lower() in RawConfigParser.BOOLEAN_STATES:
            return RawConfigParser.BOOLEAN_STATES[value.lower()]
        case _:
            raise InvalidOption(option, value, "`true` or `false`")


_Report = TypeVar("_Report")


def report(read: Callable[[str], _Report]) -> Callable[[str, object], _Report | None]:
    """Return what reads an option that names a report; no report where it is empty. Raises UnusableReport."""

    def given(option: str, path: object) -> _Report | None:
        if not path:
            return None
        try:
            return read(str(path))
        except reports.UnreadableReport as error:
            raise UnusableReport(option, path, str(error)) from error

    return given


def licence_names(option: str, text: object) -> tuple[str, ...]:
    """Return the licences of an option's value. Raises InvalidOption."""
    names = tuple(name.strip() for name in re.split(r"[,\n]", str(text)) if name.strip())
    for name in names:
        if not reports.is_licence(name):
            raise InvalidOption(option, name, "SPDX identifiers, the words of classifiers or globs, comma-separated")
    return names


def accepted(option: str, path: object) -> Baseline | None:
    """Return the baseline of an option's value; none where it is empty. Raises UnusableBaseline."""
    if not path:
        return None
    # Most runs have no baseline.
    with path_as_it_was():
        from flake8_pysafe import baseline  # noqa: PLC0415

    try:
        return baseline.read(str(path))
    except baseline.UnreadableBaseline as error:
        raise UnusableBaseline(option, path, str(error)) from error


_NAMES = {"comma_separated_list": True, "default": ""}
_PATHS = {"comma_separated_list": True, "normalize_paths": True, "default": ""}
_PATH = {"normalize_paths": True, "default": ""}
# Not separated by flake8, which cuts at spaces, too.
_TEXT = {"default": ""}
# Not "store_true": flake8 converts that itself and ends in a traceback where the
# configuration holds anything but a truth value.
_SWITCH = {"action": "store_const", "const": True, "default": False}


class Row(NamedTuple):
    """One option: what the user writes, the field it fills, and how its value is read."""

    flag: str
    help: str
    field: str
    read: Callable[[str, Any], Any]  # flag and flake8's value in, the field's value out; raises InvalidOption
    registration: Mapping[str, Any]

    @property
    def key(self) -> str:
        """The option's name in a configuration file."""
        return self.flag.removeprefix("--")


ROWS = (
    Row(
        "--pysafe-known-modules",
        "Modules that need no other evidence: comma-separated names or globs, for example corp_*,local_settings",
        "known_modules",
        module_patterns,
        _NAMES,
    ),
    Row(
        "--pysafe-libraries",
        "Folders with library models of your own: comma-separated, stub files as in flake8_pysafe/libraries",
        "libraries",
        folders,
        _PATHS,
    ),
    Row(
        "--pysafe-pedantic",
        "Report libraries that pickle unless told otherwise, too (PS209)",
        "pedantic",
        switch,
        _SWITCH,
    ),
    Row(
        "--pysafe-require-declared",
        "Report imports of known distributions that the project does not declare, too (PS304)",
        "require_declared",
        switch,
        _SWITCH,
    ),
    Row(
        "--pysafe-audit-report",
        "JSON report of pip-audit or uv audit: vulnerable distributions are reported where they are imported (PS501)",
        "audit_report",
        report(reports.audit_report),
        _PATH,
    ),
    Row(
        "--pysafe-licence-report",
        "JSON report of pip-licenses, to be used instead of what is installed (PS502)",
        "licence_report",
        report(reports.licence_report),
        _PATH,
    ),
    Row(
        "--pysafe-licence-deny",
        "Licences that imported distributions must not have: comma-separated, for example GPL-3.0-only,AGPL-*",
        "licence_deny",
        licence_names,
        _TEXT,
    ),
    Row(
        "--pysafe-licence-allow",
        "Licences that imported distributions may have, and no others: comma-separated",
        "licence_allow",
        licence_names,
        _TEXT,
    ),
    Row(
        "--pysafe-baseline",
        "File with findings that are accepted for now, written by `python -m flake8_pysafe baseline`",
        "baseline",
        accepted,
        _PATH,
    ),
)


def register(manager: OptionManager) -> None:
    """Make flake8 know the options, on the command line and in its configuration."""
    for row in ROWS:
        manager.add_option(row.flag, parse_from_config=True, help=row.help, **row.registration)
    known = getattr(manager, "config_options_dict", None)
    if isinstance(known, dict):  # not documented: a flake8 without it is only less strict
        manager.config_options_dict = _StrictOptions(known)


def is_ours(key: str) -> bool:
    """Tell whether a key of a configuration is meant for this plugin."""
    return key.replace("_", "-").startswith("pysafe-")


def parsed(namespace: argparse.Namespace) -> Options:
    """Return the options flake8 collected. Raises InvalidOption for the first wrong value."""
    return Options(**{row.field: row.read(row.flag, getattr(namespace, row.key.replace("-", "_"))) for row in ROWS})


class _StrictOptions(dict[str, Any]):
    """flake8's table of options that can stand in a configuration, without its silence.

    flake8 ignores a key it does not know, so a misspelled option would be switched off
    unnoticed. It looks every key of the section up here, whichever files the section
    was read from (`--config`, `--append-config`, a plugin for `pyproject.toml`), and
    does not tell plugins which files those were.
    """

    def get(self, key: str, default: Any = None) -> Any:
        if key not in self and is_ours(key):
            raise UnknownOption(key)
        return super().get(key, default)
