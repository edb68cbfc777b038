"""The project files that declare dependencies or lay modules out, each format read by a module of its own."""

from __future__ import annotations

import functools
import os
import re
from importlib import import_module

from flake8_pysafe.imports import files
from flake8_pysafe.imports.manifests.manifest import Manifest, Reader
from flake8_pysafe.loading import path_as_it_was

# Files, and what reads them: a module of this package and a function of it.
_READERS = {
    "METADATA": "metadata.read",
    "Pipfile": "pipfile.read",
    "Pipfile.lock": "pipfile.read_lock",
    "noxfile.py": "setup_py.read_sessions",
    "pdm.lock": "locks.read",
    "pixi.toml": "pixi.read",
    "poetry.lock": "locks.read",
    "pyproject.toml": "pyproject.read",
    "setup.cfg": "setup_cfg.read",
    "setup.py": "setup_py.read",
    "tox.ini": "setup_cfg.read_tox",
    "uv.lock": "locks.read",
}
_PYLOCK = re.compile(r"pylock(?:\.[\w-]+)?\.toml")
_CONDA = re.compile(r"[\w.-]*(?:environment|conda|env)[\w.-]*\.ya?ml", re.I)
_REQUIREMENTS = re.compile(r"[\w.-]*(?:requirements|requires|constraints)[\w.-]*\.(?:txt|in|pip)", re.I)
_REQUIREMENT_FOLDER = re.compile(r"/(?:requirements|reqs)(?:/[\w.-]+){0,4}$".replace("/", re.escape(os.sep)), re.I)
_LISTS = (".txt", ".in", ".lock", ".pip")  # what lists of requirements in a folder for them are called
_LIMITS = {"locks.read": files.LOCK_BYTES, "pipfile.read_lock": files.JSON_BYTES}


def reader(path: str) -> str | None:
    """Return the name of what reads a project file, None if it is not one that says anything about modules."""
    folder, name = os.path.split(path)
    if name in _READERS:
        # A source archive's `PKG-INFO` is not read, nor a `METADATA` that is not beside a package.
        return _READERS[name] if name != "METADATA" or folder.endswith(".dist-info") else None
    if _PYLOCK.fullmatch(name):
        return "locks.read"
    if _CONDA.fullmatch(name):
        return "conda.read"
    if _REQUIREMENTS.fullmatch(name) or (name.endswith(_LISTS) and _REQUIREMENT_FOLDER.search(folder)):
        return "requirements.read"
    return None


def read(path: str, root: str) -> Manifest:
    """Return what a project file says; if nothing can be read, only why."""
    current = files.stamp(path)
    if current is None:
        return Manifest(path, problem="it cannot be opened")
    return _read(path, root, current)


@functools.lru_cache(maxsize=1024)
def _read(path: str, root: str, _: files.Stamp) -> Manifest:
    name = reader(path) or "requirements.read"  # an include may have any name
    try:
        return _reader(name)(path, files.text(path, _LIMITS.get(name, files.MANIFEST_BYTES), root))
    except files.Unreadable as error:
        return Manifest(path, problem=str(error))


@functools.cache
def _reader(name: str) -> Reader:
    # A project has few of the formats.
    module, _, function = name.partition(".")
    with path_as_it_was():
        found: Reader = getattr(import_module(f"{__name__}.{module}"), function)
    return found
