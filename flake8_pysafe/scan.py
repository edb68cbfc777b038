"""Decides, without building anything, what of a file has to be looked at.

One walk over the statements finds the imports. Whether the rest can reach a sink is
asked of the text: the words that a library's markers need are searched in it and in
the first-party modules behind it. The answer may be yes too often, never no wrongly.
"""

from __future__ import annotations

import ast
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from flake8_pysafe import markers
from flake8_pysafe.findings import ImportSite, Source
from flake8_pysafe.models import Models, Trigger

MAX_BYTES = 2_000_000  # of a first-party module that is read
MAX_MODULES = 400  # first-party modules that are read for one file
MAX_STEPS = 2  # from the file through the modules it imports

_IMPORTERS = ("import_module", "__import__", "find_spec", "importorskip")
# With these a name can be put together from pieces that the text does not show whole.
_DYNAMIC = ("getattr", "__dict__", "vars(", "attrgetter", "methodcaller", *_IMPORTERS, "sys.modules", "resolve_name")
_IMPORT_LINE = re.compile(r"^[ \t]*(?:from|import)[ \t]+([^\n#;]{1,2000})", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)


class Project(Protocol):
    """What the scan asks the project for."""

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module."""

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name a relative import stands for."""


@dataclass(frozen=True)
class Scan:
    """What a file needs."""

    imports: tuple[ImportSite, ...]
    candidate: bool  # something in it may reach a sink


@dataclass(frozen=True)
class _Text:
    """A source text and what it imports: top-level names, and modules with their level."""

    text: str = field(repr=False)
    imported: tuple[tuple[str, int], ...]
    defined: frozenset[str] = frozenset()


def scan(source: Source, library: Models, project: Project, path: Path) -> Scan:
    """Return what a file needs."""
    text = _normal("".join(source.lines))
    sites = tuple(_import_sites(source.tree, text))
    own = _Text(text, tuple(_imported_by(sites)))
    return Scan(sites, _is_candidate(own, library, project, path))


# --- imports ---------------------------------------------------------------------------------


def _import_sites(tree: ast.Module, text: str) -> Iterator[ImportSite]:
    with_calls = any(name in text for name in _IMPORTERS)
    pending: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(tree, ())]
    while pending:
        node, ancestors = pending.pop()
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield ImportSite(node, ancestors)
            continue
        if isinstance(node, ast.Call) and _last_name(node.func) in _IMPORTERS:
            yield ImportSite(node, ancestors)
        inside = (*ancestors, node)
        children = ast.iter_child_nodes(node) if with_calls else _blocks(node)
        pending.extend((child, inside) for child in reversed(list(children)))


def _blocks(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements, handlers and cases below a node, without its expressions."""
    for name in ("body", "handlers", "orelse", "finalbody", "cases"):
        block = getattr(node, name, None)
        if isinstance(block, list):
            yield from block


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imported_by(sites: tuple[ImportSite, ...]) -> Iterator[tuple[str, int]]:
    for site in sites:
        match site.node:
            case ast.Import(names=names):
                for alias in names:
                    yield alias.name, 0
            case ast.ImportFrom(module=module, names=names, level=level):
                yield module or "", level
                for alias in names:  # a submodule, perhaps
                    yield f"{module}.{alias.name}" if module else alias.name, level
            case ast.Call(args=[ast.Constant(value=str() as name), *_]):
                yield name, 0


# --- candidates ------------------------------------------------------------------------------


def _is_candidate(own: _Text, library: Models, project: Project, path: Path) -> bool:
    behind = list(_behind(own, project, path))
    tops = _tops(own, library)
    for module in behind:
        tops |= _tops(module, library)
    if any(word in own.text for word in _DYNAMIC):
        tops |= {top for top in library.tops if top in own.text}
    tops.add("module_settings")
    texts = [own.text, *(module.text for module in behind)]
    for top in tops:
        for trigger in library.triggers(top):
            if _fires(trigger, own.text, texts):
                return True
    return any(_is_wrapper(module, own.text, texts, library, tops) for module in behind)


def _fires(trigger: Trigger, text: str, texts: list[str]) -> bool:
    if trigger.word not in text and not (_can_escape(trigger) and any(word in text for word in _DYNAMIC)):
        return False
    if trigger.keywords and not any(keyword in each for keyword in trigger.keywords for each in texts):
        return False
    return _is_hinted(trigger, texts)


def _can_escape(trigger: Trigger) -> bool:
    return any(markers.BY_NAME[name].escapes for name in trigger.markers)


def _is_hinted(trigger: Trigger, texts: list[str]) -> bool:
    for name in trigger.markers:
        hint = markers.BY_NAME[name].hint
        if hint is None or any(_hinted(hint, text) for text in texts):
            return True
    return False


@lru_cache(maxsize=4096)
def _hinted(hint: Callable[[str], bool], text: str) -> bool:
    return hint(text)


def _is_wrapper(module: _Text, text: str, texts: list[str], library: Models, tops: set[str]) -> bool:
    """Tell whether a function of a first-party module passes on what this file gives it."""
    if not any(name in text for name in module.defined):
        return False
    for top in tops:
        for trigger in library.triggers(top):
            given = [name for name in trigger.markers if not markers.BY_NAME[name].at_callee]
            if given and trigger.word in module.text and _fires(trigger, module.text, texts):
                return True
    return False


def _tops(text: _Text, library: Models) -> set[str]:
    return {top for name, level in text.imported if not level and (top := name.partition(".")[0]) in library.tops}


# --- first-party modules ---------------------------------------------------------------------


def _behind(own: _Text, project: Project, path: Path) -> Iterator[_Text]:
    """Yield the first-party modules that a file imports, and those behind them."""
    seen: set[Path] = {path}
    level = [(own, path)]
    for _ in range(MAX_STEPS):
        reached: list[tuple[_Text, Path]] = []
        for text, importing in level:
            for name, dots in text.imported:
                module = name if not dots else project.absolute(importing, name or None, dots)
                found = project.locate(module) if module else None
                if found is None or found in seen or found.suffix != ".py":
                    continue
                if len(seen) > MAX_MODULES:
                    return
                seen.add(found)
                read = _read(found)
                if read is not None:
                    yield read
                    reached.append((read, found))
        level = reached


def _read(path: Path) -> _Text | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    return _text_of(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _text_of(path: Path, modified: int, size: int) -> _Text | None:
    try:
        text = _normal(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return None
    return _Text(text, tuple(_imported_in(text)), frozenset(_DEFINITION.findall(text)))


def _imported_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the modules that the import statements of a text name, read line by line."""
    for line in _IMPORT_LINE.findall(text):
        head, imports, rest = line.partition(" import ")
        names = [part.split()[0].strip("()") for part in (rest or head).split(",") if part.split()]
        if not imports:
            yield from ((name, 0) for name in names)
            continue
        module = head.strip()
        level = len(module) - len(module.lstrip("."))
        module = module.lstrip(".")
        yield module, level
        yield from ((f"{module}.{name}" if module else name, level) for name in names if name)


def _normal(text: str) -> str:
    # Python reads identifiers in this form.
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
