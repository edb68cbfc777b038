"""A flake8 plugin that reports unsafe Python."""

from __future__ import annotations

__version__ = "0.1.0"
