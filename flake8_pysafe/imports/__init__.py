"""Tells which imports nothing accounts for, and which look like a slip of another name."""

from __future__ import annotations

import sys

# The readers of project files are loaded when a file first needs them, which most do not. An
# editor may have put the project's folder in front of the path by then, and a module of this
# name in it would run. These are what nothing else brings along: 2 to 5 ms, and the readers are 20.
import urllib.parse  # noqa: F401

from flake8_pysafe.imports.judge import ImportOptions, findings

if sys.version_info >= (3, 11):
    import tomllib  # noqa: F401
else:
    import tomli  # noqa: F401

__all__ = ["ImportOptions", "findings"]
