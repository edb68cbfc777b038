"""Reads the declarative configuration of setuptools."""

from __future__ import annotations

import configparser
import os
import re

from flake8_pysafe.imports.manifests.manifest import ANY, Declaration, Lines, Manifest, Role, declarations, versions

# The parser's time grows with the square of the blanks between two words.
_MOST_BLANKS = 100
_BLANKS = re.compile(rf"[^\S\n]{{{_MOST_BLANKS},}}")


def parsed(text: str) -> configparser.RawConfigParser:
    """Return a configuration; long runs of blanks are shortened. Raises configparser.Error."""
    parser = configparser.RawConfigParser(strict=False)
    parser.read_string(_BLANKS.sub(" " * _MOST_BLANKS, text))
    return parser


def read(path: str, text: str) -> Manifest:
    """Return what a `setup.cfg` says; nothing of one that is not in the format, for its owner sees that elsewhere."""
    try:
        parser = parsed(text)
    except configparser.Error as error:
        return Manifest(path, problem=f"it is not in the format of `configparser`: line {_line(error)}")
    lines, folder = Lines(text), os.path.dirname(path)
    options = dict(parser["options"]) if parser.has_section("options") else {}
    entries = [options.get("install_requires", ""), options.get("tests_require", "")]
    if parser.has_section("options.extras_require"):
        entries += parser["options.extras_require"].values()
    asked: list[Declaration] = []
    for entry in entries:
        asked += declarations(_listed(entry), path, lines)
    asked += declarations(_listed(options.get("setup_requires", "")), path, lines, Role.BUILD)
    where = [parser.get("options.packages.find", "where", fallback="")]
    where += [pair.partition("=")[2].strip() for pair in _listed(options.get("package_dir", ""))]
    return Manifest(
        path,
        tuple(asked),
        name=parser.get("metadata", "name", fallback=""),
        python=versions(options["python_requires"]) if options.get("python_requires") else ANY,
        roots=tuple(os.path.normpath(os.path.join(folder, root)) for root in where if root and "\0" not in root),
        includes=tuple(
            os.path.normpath(os.path.join(folder, name.strip()))
            for entry in entries
            if entry.startswith("file:")
            for name in entry.removeprefix("file:").split(",")
        ),
    )


def read_tox(path: str, text: str) -> Manifest:
    """Return what the environments of a `tox.ini` install."""
    try:
        parser = parsed(text)
    except configparser.Error:
        return Manifest(path)  # tox itself says so
    entries = [entry for name in parser.sections() for entry in _listed(parser.get(name, "deps", fallback=""))]
    # `py310,lint: ruff` asks for something in some environments only.
    asked = [entry.rpartition(": ")[2] for entry in entries if not entry.startswith(("-", "{", "["))]
    return Manifest(path, tuple(declarations(asked, path, Lines(text))))


def _listed(value: str) -> list[str]:
    return [] if value.startswith("file:") else [line.strip() for line in value.splitlines() if line.strip()]


def _line(error: configparser.Error) -> object:
    return getattr(error, "lineno", None) or next((number for number, _ in getattr(error, "errors", [])), 1)
