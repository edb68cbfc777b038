"""Reads the JSON that another tool has written."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from flake8_pysafe.imports import files

LIMIT = 64_000_000  # bytes; reports of large environments have a few


class UnreadableReport(Exception):
    """A report that cannot be used, with the reason in a few words."""


def loaded(path: str) -> Any:
    """Return the document in a file. Raises UnreadableReport."""
    try:
        text = files.text(path, LIMIT, os.path.dirname(os.path.realpath(path)))
    except files.Unreadable as error:
        raise UnreadableReport(str(error)) from error
    try:
        return json.loads(text)
    except RecursionError as error:
        raise UnreadableReport("it is nested too deeply") from error
    except ValueError as error:
        raise UnreadableReport("it is not valid JSON") from error


def field(entry: object, *keys: str) -> Any:
    """Return what stands below some keys, None where there is nothing."""
    for key in keys:
        entry = entry.get(key) if isinstance(entry, Mapping) else None
    return entry


def text(entry: object, *keys: str) -> str:
    """Return the string that stands below some keys, "" where there is none."""
    found = field(entry, *keys)
    return found if isinstance(found, str) else ""


def entries(document: object, *keys: str) -> list[Any]:
    """Return the list that stands below some keys. Raises UnreadableReport where there is none."""
    found = field(document, *keys) if keys else document
    if not isinstance(found, list):
        raise UnreadableReport("it is not in a format that is known")
    return found


def strings(entry: object, *keys: str) -> tuple[str, ...]:
    """Return the strings in the list that stands below some keys."""
    found = field(entry, *keys)
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()
