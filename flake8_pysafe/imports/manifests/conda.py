"""Reads the environment files of conda, line by line: a list of dependencies with a list for pip in it.

No YAML is parsed. The files that conda writes, and those that people write by hand, keep
to one entry a line; what does not is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flake8_pysafe.imports.manifests.manifest import Declaration, Manifest, requirement

# Conda's names for distributions that are called otherwise elsewhere. Source: the
# recipes of conda-forge.
_NAMES = {
    "pytorch": "torch",
    "pytorch-cpu": "torch",
    "pytorch-gpu": "torch",
    "opencv": "opencv-python",
    "py-opencv": "opencv-python",
    "pytables": "tables",
    "matplotlib-base": "matplotlib",
    "dask-core": "dask",
    "seaborn-base": "seaborn",
    "protobuf3": "protobuf",
    "graphviz-python": "graphviz",
    "python-graphviz": "graphviz",
    "msgpack-python": "msgpack",
    "gst-python": "pygobject",
    "pyqt": "pyqt5",
    "qt-main": "pyqt5",
    "jupyter-core": "jupyter-core",
    "xgboost-cpu": "xgboost",
    "py-xgboost": "xgboost",
    "tensorflow-base": "tensorflow",
    "tensorflow-gpu": "tensorflow",
    "ipython-base": "ipython",
    "numpy-base": "numpy",
    "mysql-python": "mysqlclient",
    "libgdal": "gdal",
    "python-duckdb": "duckdb",
    "pyarrow-core": "pyarrow",
    "sqlalchemy-base": "sqlalchemy",
    "gitpython": "gitpython",
    "snowflake-snowpark-python": "snowflake-snowpark-python",
    "psycopg": "psycopg",
    "zeromq": "pyzmq",
    "faiss-cpu": "faiss-cpu",
    "faiss": "faiss-cpu",
}
_MOST_LINES = 20_000
_ENTRY = re.compile(r"(\s{0,100})-\s{1,20}(.{1,1000})")
_CONDA_NAME = re.compile(r"(?:[\w./:-]{0,100}::)?([A-Za-z0-9_][\w.-]{0,100})")


def distribution(name: str) -> str:
    """Return the distribution that conda gives a name of its own."""
    return _NAMES.get(name.lower(), name)


def read(path: str, text: str) -> Manifest:
    """Return what an environment file asks for."""
    declared = []
    for number, entry, for_pip in _entries(text):
        if for_pip:
            found = requirement(entry.partition(" #")[0])
        else:
            name = _CONDA_NAME.match(entry)
            found = requirement(distribution(name[1])) if name else None
        if found and not entry.startswith("-"):
            declared.append(Declaration(*found, path, number))
    return Manifest(path, tuple(declared), problem=_problem(text))


def _problem(text: str) -> str:
    return f"it has more than {_MOST_LINES} lines" if text.count("\n") > _MOST_LINES else ""


def _entries(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield line, text and whether it is pip's, of the entries below `dependencies:`."""
    inside, pip_indent = False, -1
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES], 1):
        if line[:1] not in ("", " ", "-", "#", "\t"):
            inside, pip_indent = line.startswith("dependencies:"), -1
            if inside and "[" in line:
                names = line.partition("[")[2].partition("]")[0].split(",")
                yield from ((number, name.strip(" \"'"), False) for name in names[:1000] if name.strip())
            continue
        entry = _ENTRY.match(line) if inside else None
        if entry is None:
            continue
        indent, value = len(entry[1]), entry[2].strip().strip("\"'")
        if value == "pip:":
            pip_indent = indent
        else:
            if indent <= pip_indent:
                pip_indent = -1
            yield number, value, pip_indent >= 0
