"""Finds modules in folders, as they are while one file is linted."""

from __future__ import annotations

import ast
import contextlib
import functools
import os
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from flake8_pysafe.imports import files

_NAMESPACE_DEPTH = 3  # folders without modules between a namespace and the first module in it
_NAMESPACE_FOLDERS = 50  # looked into at each of these levels


@dataclass(frozen=True)
class Present:
    """A module that is there; `path` is its source, or None for one that has none to read."""

    path: str | None


@dataclass(frozen=True)
class Missing:
    """A dotted name whose first parts are there."""

    package: str  # the folder, or the file of the module, in which the next part is missing
    position: int  # of that part among the parts
    regular: bool  # a package with an `__init__`, or a module: nobody else can add to it
    certain: bool  # and it adds nothing to itself
    credible: bool = True  # found where the project says that imports start


class Tree:
    """The folders that were looked into; each is read once."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[files.Stamp | None, files.Listing]] = {}
        self._current: set[files.Listing] = set()
        self._record: set[files.Listing] | None = None

    @contextlib.contextmanager
    def recorded(self) -> Iterator[set[files.Listing]]:
        """Fill a set with what is in the folders that are looked into meanwhile."""
        outer, self._record = self._record, set()
        try:
            yield self._record
        finally:
            self._record = outer

    def is_still(self, seen: AbstractSet[files.Listing]) -> bool:
        """Tell whether some folders are as they were."""
        return seen <= self._current or all(self._look(each.folder)[1] is each for each in seen)

    def listing(self, folder: str) -> files.Listing:
        """Return the names in a folder."""
        found = self._look(folder)[1]
        if self._record is not None:
            self._record.add(found)
        return found

    def stamp(self, folder: str) -> files.Stamp | None:
        """Return what changes with a folder, or None where there is none."""
        return self._look(folder)[0]

    def _look(self, folder: str) -> tuple[files.Stamp | None, files.Listing]:
        found = self._seen.get(folder)
        if found is None:
            current = files.stamp(folder)
            found = (current, files.listing(folder, current))
            self._seen[folder] = found
            self._current.add(found[1])
        return found

    def is_package(self, folder: str) -> bool:
        """Tell whether a folder is a regular package."""
        return "__init__" in self.listing(folder).modules

    def holds_modules(self, folder: str, depth: int = _NAMESPACE_DEPTH) -> bool:
        """Tell whether some module lies in a folder or a little below."""
        found = self.listing(folder)
        if found.modules or found.links:
            return True
        below = sorted(found.folders)[:_NAMESPACE_FOLDERS] if depth else ()
        return any(self.holds_modules(os.path.join(folder, name), depth - 1) for name in below if name[:1] != ".")

    def lookup(self, folder: str, parts: Sequence[str]) -> Present | Missing | None:
        """Find a module below a folder by the parts of its dotted name; None if not even the first is there."""
        regular = False
        for position, part in enumerate(parts):
            here = self.listing(folder)
            if part in here.links:
                return Present(None)
            child = os.path.join(folder, part)
            if part in here.folders and self.is_package(child):
                folder, regular = child, True
            elif part in here.modules:
                return self._module(folder, part, position, len(parts))
            elif part in here.folders and (position or self.holds_modules(child)):
                folder, regular = child, False  # below a package any folder can be imported
            elif position == 0:
                return None
            else:
                return Missing(folder, position, regular, regular and not self._is_open(folder))
        return Present(self._source(folder, "__init__"))

    def is_bare(self, path: str) -> bool:
        """Tell whether a file is that of a package and binds no name."""
        folder, name = os.path.split(path)
        return name == "__init__.py" and _binds_nothing(path, files.stamp(path)) and not self._is_open(folder)

    def _module(self, folder: str, name: str, position: int, parts: int) -> Present | Missing:
        source = self._source(folder, name)
        if position == parts - 1:
            return Present(source)
        # A module has no modules below it, unless it says that it has.
        closed = source is not None and source.endswith(".py") and not _adds_modules(source, files.stamp(source))
        return Missing(source or folder, position + 1, True, closed)

    def _source(self, folder: str, name: str) -> str | None:
        here = self.listing(folder).files
        return next((os.path.join(folder, name + end) for end in (".py", ".pyi") if name + end in here), None)

    def _is_open(self, folder: str) -> bool:
        """Tell whether a package may hold modules that are not among its files."""
        if any(name.endswith((".so", ".pyd")) for name in self.listing(folder).files):
            return True
        source = self._source(folder, "__init__")
        return source is None or _adds_modules(source, files.stamp(source))


_TELLTALES = ("__getattr__", "__path__", "extend_path", "declare_namespace", "sys.modules", "meta_path")


@functools.lru_cache(maxsize=4096)
def _adds_modules(path: str, _: files.Stamp | None) -> bool:
    try:
        source = files.text(path, files.SOURCE_BYTES, os.path.dirname(path))
    except files.Unreadable:
        return True
    return any(word in source for word in _TELLTALES)


@functools.lru_cache(maxsize=4096)
def _binds_nothing(path: str, _: files.Stamp | None) -> bool:
    try:
        source = files.text(path, files.SOURCE_BYTES, os.path.dirname(path))
        body = ast.parse(source).body
    except (files.Unreadable, SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in body)
