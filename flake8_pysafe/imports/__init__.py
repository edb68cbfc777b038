"""Tells which imports nothing accounts for, and which look like a slip of another name."""

from __future__ import annotations

from flake8_pysafe.imports.judge import ImportOptions, findings

__all__ = ["ImportOptions", "findings"]
