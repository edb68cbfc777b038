"""Texts of the linted file and of the first-party modules behind it, and the little that is read off them at once."""

from __future__ import annotations

import ast
import os
import re
import stat
import tokenize
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Protocol, TypeAlias

from flake8_pysafe.findings import ImportSite
from flake8_pysafe.models import Models
from flake8_pysafe.scan.outline import Outline, outline

MAX_BYTES = 2_000_000  # of a first-party module that is read
MAX_MODULES = 150  # first-party modules that are read for one file
MAX_STEPS = 2  # from the file through the modules it imports

_WORD = re.compile(r"[^\W\d]\w*")
_UNCALLED = re.compile(r"\b[^\W\d]\w*\b(?!\s*\()")
_ATTRIBUTE = re.compile(r"""[.'"][\s\\]*([^\W\d]\w*)""")
_IMPORT_LINE = re.compile(r"^[ \t]*(?:from|import)[ \t]+([^\n#;]{1,2000})", re.MULTILINE)


# Classes of libraries of which an object is needed, with markers of which one has to have something to judge.
Requirements: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


class Project(Protocol):
    """What the scan asks the project for."""

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module."""

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name a relative import stands for."""


@dataclass(eq=False)  # one object a text, told apart by identity
class Words:
    """A source text, and what can be read off it without parsing; kept with the text."""

    text: str = field(repr=False)
    # For a library of some models, by its top-level name: see `of_library`.
    _of_library: dict[tuple[Models, str], Requirements] = field(default_factory=dict, repr=False)
    _hints: dict[Callable[[str], bool], bool] = field(default_factory=dict, repr=False)
    _given: dict[str, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def words(self) -> frozenset[str]:
        """The names in the text, those in strings and comments too."""
        return frozenset(_WORD.findall(self.text))

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The names that stand somewhere in the text without being called."""
        return frozenset(_UNCALLED.findall(self.text))

    @cached_property
    def attributes(self) -> frozenset[str]:
        """The names that stand behind a dot or at the start of a string."""
        return frozenset(_ATTRIBUTE.findall(self.text))

    @cached_property
    def code(self) -> str:
        """The text without its comments and docstrings."""
        return _code(self.text)

    def hinted(self, hint: Callable[[str], bool]) -> bool:
        """Tell whether a marker's hint holds for the text, whatever its comments say."""
        if hint not in self._hints:
            self._hints[hint] = hint(self.text) and hint(self.code)
        return self._hints[hint]

    def gives_away(self, name: str) -> bool:
        """Tell whether the text may give a module or class another name, or hand it over."""
        if name not in self._given:
            # The name comes first in the pattern: so it is searched for faster.
            given = rf"{name}(?<!\w{name})\b(?:\s+as\b|(?<!import {name})(?!\s*\.))"
            self._given[name] = name in self.words and re.search(given, self.text) is not None
        return self._given[name]

    def of_library(self, models: Models, top: str, make: Callable[[Words, Models, str], Requirements]) -> Requirements:
        """Return what `make` says of the text and one library; it is asked once."""
        key = (models, top)
        if key not in self._of_library:
            self._of_library[key] = make(self, models, top)
        return self._of_library[key]


@dataclass(eq=False)
class Text:
    """A module's text, and what it imports: names with the dots in front of them."""

    read: Words = field(repr=False)
    imported: tuple[tuple[str, int], ...] = field(repr=False)
    _make: Callable[[], Outline] = field(repr=False)

    @property
    def text(self) -> str:
        """The text itself."""
        return self.read.text

    @property
    def words(self) -> frozenset[str]:
        """The names in the text, those in strings and comments too."""
        return self.read.words

    @cached_property
    def outline(self) -> Outline:
        """What the text says when it is parsed; nothing if it cannot be."""
        return self._make()

    def outline_of(self, tree: ast.Module) -> Outline:
        """Return the outline, from a tree of the text that somebody has made."""
        if "outline" not in vars(self):
            vars(self)["outline"] = outline(tree)
        return self.outline

    @cached_property
    def names(self) -> frozenset[str]:
        """The last names of what is imported, `*` among them."""
        return frozenset(name.rpartition(".")[2] for name, _ in self.imported)

    def tops(self, library: Models) -> frozenset[str]:
        """Return the top-level names of the modelled libraries that are imported."""
        return frozenset(
            top for name, level in self.imported if not level and (top := name.partition(".")[0]) in library.tops
        )


@dataclass(frozen=True, eq=False)
class Behind:
    """A first-party module behind the file."""

    path: Path
    text: Text


def of_file(text: str, tree: ast.Module, sites: Iterable[ImportSite], path: Path) -> Text:
    """Return the text of the linted file; other files that import it share what is read off it."""
    saved = first_party(path)
    imported = tuple(_imported_by(sites))
    if saved is None or saved.text != text:
        return Text(Words(text), imported, lambda: outline(tree))
    return Text(saved.read, imported, lambda: saved.outline_of(tree))


def _imported_by(sites: Iterable[ImportSite]) -> Iterator[tuple[str, int]]:
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


def behind(own: Text, project: Project, path: Path) -> list[Behind]:
    """Return the first-party modules that a file imports, and those behind them."""
    texts: dict[Path, Text] = {path: own}
    level = [path]
    for _ in range(MAX_STEPS):
        reached: list[Path] = []
        for importing in level:
            modules: set[tuple[str, int]] = set()  # those that are no packages
            for name, dots in texts[importing].imported:
                if (name.rpartition(".")[0], dots) in modules:
                    continue  # what is imported from a module is no module
                module = name if not dots else project.absolute(importing, name or None, dots)
                found = project.locate(module) if module else None
                if found is None or found.suffix != ".py":
                    continue
                if found.name != "__init__.py":
                    modules.add((name, dots))
                if found not in texts and len(texts) <= MAX_MODULES:
                    read = first_party(found)
                    if read is not None:
                        texts[found] = read
                        reached.append(found)
        level = reached
    return [Behind(found, text) for found, text in texts.items() if found != path]


def first_party(path: Path) -> Text | None:
    """Return the text of a first-party module, None if it cannot be read; what has not changed is not read again."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    return _first_party(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1024)
def _first_party(path: Path, modified: int, size: int) -> Text | None:
    try:
        data = path.read_bytes()
        written = data.decode(tokenize.detect_encoding(BytesIO(data).readline)[0], "replace")
    except (OSError, SyntaxError, LookupError):
        return None
    text = normal(written.replace("\r\n", "\n"))
    return Text(Words(text), tuple(_imported_in(text)), lambda: _outlined(written))


def _outlined(text: str) -> Outline:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are not ours to report
        try:
            return outline(ast.parse(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return Outline()


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


# Between these a string is a statement of its own; a comment may stand behind it.
_STARTS = frozenset({tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENCODING})
_ENDS = frozenset({tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.COMMENT})


def _code(text: str) -> str:
    """Return a text without comments and docstrings, all of it if it cannot be read."""
    lines = StringIO(text).readlines()  # a form feed ends no line
    kept: list[str] = []
    at = (1, 0)
    before = tokenize.ENCODING
    docstring: tokenize.TokenInfo | None = None
    try:
        for token in tokenize.generate_tokens(iter([*lines, ""]).__next__):
            if token.type == tokenize.NL:
                continue
            left_out = [docstring] if docstring is not None and token.type in _ENDS else []
            docstring = token if token.type == tokenize.STRING and before in _STARTS else None
            if token.type == tokenize.COMMENT:
                left_out.append(token)
            else:
                before = token.type
            for each in left_out:
                kept.append(_between(lines, at, each.start))
                at = each.end
    except (tokenize.TokenError, SyntaxError):
        return text
    return "".join([*kept, _between(lines, at, (len(lines) + 1, 0))])


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """Return what stands between two places, each a line from 1 and a column."""
    inside = lines[start[0] - 1 : end[0]]
    if end[0] <= len(lines):
        inside[-1] = inside[-1][: end[1]]
    if inside:
        inside[0] = inside[0][start[1] :]
    return "".join(inside)


def normal(text: str) -> str:
    """Return a text with its identifiers as Python reads them."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
