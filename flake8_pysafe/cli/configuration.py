"""Tells what flake8's configuration says to the plugin, and where.

flake8 looks for its files, and reads them, by itself; plugins may have it read others
(`pyproject.toml`). It is therefore made to do so, and watched.
"""

from __future__ import annotations

import argparse
import configparser
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import flake8
from flake8.main.options import register_default_options, stage1_arg_parser
from flake8.options import config
from flake8.options.manager import Option, OptionManager
from flake8.plugins import finder

from flake8_pysafe.options import ROWS, Row, is_ours


@dataclass(frozen=True)
class Setting:
    """One key of ours in a configuration file, or one argument of the command line."""

    key: str  # as it is written
    value: Any  # as flake8 hands it over
    origin: str

    def is_of(self, row: Row) -> bool:
        """Tell whether flake8 takes the key for an option."""
        return self.key in (row.key, row.key.replace("-", "_"))


@dataclass(frozen=True)
class Configuration:
    """What is written for the plugin."""

    files: tuple[str, ...]  # that flake8 reads
    settings: tuple[Setting, ...]  # the stronger after the weaker

    def effective(self, row: Row) -> Setting | None:
        """Return what an option is set to, or None where nobody has set it."""
        return next((setting for setting in reversed(self.settings) if setting.is_of(row)), None)

    def unknown(self) -> Iterator[Setting]:
        """Yield what looks like one of our options and is none."""
        return (setting for setting in self.settings if not any(map(setting.is_of, ROWS)))


def read(arguments: Sequence[str]) -> Configuration:
    """Return what flake8 would go by in the current folder, with some arguments. Raises ExecutionError."""
    preliminary = stage1_arg_parser()
    first, rest = preliminary.parse_known_args(list(arguments))
    found, folder = config.load_config(first.config, first.append_config, isolated=first.isolated)
    paths = () if first.isolated else tuple(_paths(first, folder))
    manager = _manager(preliminary, first, found, folder)
    watched = _Watched(paths)
    # Whatever a plugin has put in the place of this function is watched, too.
    manager.config_options_dict = watched
    config.parse_config(manager, found, folder)
    return Configuration(paths, (*watched.settings, *_arguments(manager, rest)))


def _paths(first: argparse.Namespace, folder: str) -> Iterator[str]:
    """Yield the files that flake8 has read."""
    if first.config is not None:
        yield first.config
    else:
        candidates = (os.path.join(folder, name) for name in ("setup.cfg", "tox.ini", ".flake8"))
        yield from (os.path.relpath(path) for path in [*filter(_is_configuration, candidates)][:1])
    yield from first.append_config


def _is_configuration(path: str) -> bool:
    sections = _parsed(path)
    return "flake8" in sections or "flake8:local-plugins" in sections


def _parsed(path: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser()
    try:
        parser.read(path, encoding="UTF-8")
    except (UnicodeDecodeError, configparser.Error):  # flake8 passes over it
        parser.clear()
    return parser


def _manager(
    preliminary: argparse.ArgumentParser, first: argparse.Namespace, found: configparser.RawConfigParser, folder: str
) -> OptionManager:
    """Return flake8's options with those of all plugins; this is what `flake8.options.parse_args` does."""
    wanted = finder.parse_plugin_options(
        found, folder, enable_extensions=first.enable_extensions, require_plugins=first.require_plugins
    )
    plugins = finder.load_plugins(finder.find_plugins(found, wanted), wanted)
    manager = OptionManager(
        version=flake8.__version__,
        plugin_versions=plugins.versions_str(),
        parents=[preliminary],
        formatter_names=list(plugins.reporters),
    )
    register_default_options(manager)
    manager.register_plugins(plugins)
    return manager


def _arguments(manager: OptionManager, arguments: Sequence[str]) -> Iterator[Setting]:
    """Yield our options on a command line."""
    fields = {row.key.replace("-", "_"): row for row in ROWS}
    unset = object()
    given = manager.parser.parse_args(list(arguments), argparse.Namespace(**dict.fromkeys(fields, unset)))
    for field, row in fields.items():
        if getattr(given, field) is not unset:
            yield Setting(row.key, getattr(given, field), "the command line")


class _Watched(dict[str, Any]):
    """Stands in for flake8's table of options, and sees which keys of ours are looked up and what they say."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__()
        self.settings: list[Setting] = []
        self._sections = [(path, _parsed(path)) for path in reversed(paths)]

    def get(self, key: str, default: Any = None) -> Any:
        return _WatchedOption(key, self) if is_ours(key) else default

    def origin(self, key: str, value: object) -> str:
        """Return the file in which a key has a value."""
        written = (path for path, sections in self._sections if sections.get("flake8", key, fallback=None) == value)
        return next(written, "pyproject.toml")  # the only file that plugins are known to read


class _WatchedOption(Option):
    def __init__(self, key: str, watched: _Watched) -> None:
        registration = next((row.registration for row in ROWS if row.key == key.replace("_", "-")), {})
        super().__init__(f"--{key}", parse_from_config=True, **registration)
        self._key = key
        self._watched = watched

    def normalize(self, value: Any, *folders: str) -> Any:
        normal = super().normalize(value, *folders)
        self._watched.settings.append(Setting(self._key, normal, self._watched.origin(self._key, value)))
        return normal
