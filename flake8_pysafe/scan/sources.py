"""Texts of the linted file and of the first-party modules behind it, and the little that is read off them at once."""

from __future__ import annotations

import ast
import itertools
import os
import re
import stat
import tokenize
import unicodedata
import warnings
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Protocol, TypeAlias

from flake8_pysafe.findings import ImportSite
from flake8_pysafe.models import Models
from flake8_pysafe.scan.outline import Outline, outline

MAX_BYTES = 2_000_000  # of a first-party module that is read
MAX_MODULES = 150  # first-party modules that are read for one file
MAX_STEPS = 2  # from the file through the modules it imports
KEPT_WORDS = 200  # texts whose words are kept
KEPT_OUTLINES = 300

_WORD = re.compile(r"[^\W\d]\w*")
_UNCALLED = re.compile(r"\b[^\W\d]\w*\b(?!\s*\()")
_BARE = re.compile(r"""(?<![.\w'"])[^\W\d]\w*\b(?!\s*\()""")  # neither called, nor an attribute, nor a string
_FUNCTION = re.compile(r"^(?:async[ \t]+)?def[ \t]+([^\W\d]\w*)", re.MULTILINE)
_SETTING = frozenset({"globals", "setattr", "__dict__", "modules", "vars"})
_ATTRIBUTE = re.compile(r"""[.'"][\s\\]*([^\W\d]\w*)""")
_IMPORT_LINE = re.compile(r"^[ \t]*(?:from|import)[ \t]+([^\n#;]{1,2000})", re.MULTILINE)


# Classes of libraries of which an object is needed, with markers of which one has to have something to judge.
Requirements: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


Imports: TypeAlias = tuple[tuple[str, int], ...]  # names, with the number of dots in front of them


class Project(Protocol):
    """What the scan asks the project for."""

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module."""

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name a relative import stands for."""

    def imported(self, importing: str, names: Imports) -> Iterator[str]:
        """Yield the source files of the first-party modules that a module imports."""


_numbers = itertools.count()


@dataclass(eq=False)  # one object a text, told apart by identity
class Words:
    """A source text, and what can be read off it without parsing; kept with the text."""

    text: str = field(repr=False)
    number: int = field(default_factory=_numbers.__next__)  # of the text, among those of the process
    # For libraries of some models, by their top-level names: see `of_libraries`.
    _of_library: dict[tuple[Models, str], Requirements] = field(default_factory=dict, repr=False)
    _of_libraries: dict[tuple[Models, frozenset[str]], Requirements] = field(default_factory=dict, repr=False)

    @property
    def words(self) -> frozenset[str]:
        """The names in the text, those in strings and comments too."""
        return _words(self)

    @property
    def mentioned(self) -> frozenset[str]:
        """The names that stand somewhere in the text without being called."""
        return _mentioned(self)

    @property
    def attributes(self) -> frozenset[str]:
        """The names that stand behind a dot or at the start of a string."""
        return _attributes(self)

    @cached_property
    def functions(self) -> frozenset[str]:
        """The names that are those of functions of the module and nothing else, as far as that is sure."""
        defined = _FUNCTION.finditer(self.text) if "import *" not in self.text else ()
        names = {found[1] for found in defined if not _is_decorated(self.text, found.start())}
        if not names:
            return frozenset()
        # Few texts set what they name in a string.
        names_strings = not self.words.isdisjoint(_SETTING)
        return frozenset(names.difference((_UNCALLED if names_strings else _BARE).findall(self.text)))

    @cached_property
    def code(self) -> str:
        """The text without its comments and docstrings."""
        return _code(self.text)

    def gives_away(self, name: str) -> bool:
        """Tell whether the text may give a module or class another name, or hand it over."""
        # The name comes first in the pattern: so it is searched for faster.
        given = rf"{name}(?<!\w{name})\b(?:\s+as\b|(?<!import {name})(?!\s*[.(]))"
        return name in self.words and re.search(given, self.text) is not None

    def of_libraries(
        self, models: Models, tops: frozenset[str], make: Callable[[Words, Models, str], Requirements]
    ) -> Requirements:
        """Return what `make` says of the text and each of some libraries; it is asked once."""
        found = self._of_libraries.get((models, tops))
        if found is None:
            for top in tops:
                if (models, top) not in self._of_library:
                    self._of_library[models, top] = make(self, models, top)
            all_of_them = (each for top in sorted(tops) for each in self._of_library[models, top])
            found = self._of_libraries[models, tops] = tuple(dict.fromkeys(all_of_them))
        return found


@dataclass(eq=False)
class Text:
    """A module's text, and what it imports: names with the dots in front of them."""

    read: Words = field(repr=False)
    imported: Imports = field(repr=False)
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

    @cached_property
    def names(self) -> frozenset[str]:
        """The last names of what is imported, `*` among them."""
        return frozenset(name.rpartition(".")[2] for name, _ in self.imported)

    def tops(self, library: Models) -> frozenset[str]:
        """Return the top-level names of the modelled libraries that are imported."""
        return frozenset(
            top for name, level in self.imported if not level and (top := name.partition(".")[0]) in library.tops
        )


# Read again where they are asked for again later: the names in all texts would take more room than all the rest.


@lru_cache(maxsize=KEPT_WORDS)
def _words(text: Words) -> frozenset[str]:
    return frozenset(_WORD.findall(text.text))


@lru_cache(maxsize=KEPT_WORDS)
def _mentioned(text: Words) -> frozenset[str]:
    return frozenset(_UNCALLED.findall(text.text))


@lru_cache(maxsize=KEPT_WORDS)
def _attributes(text: Words) -> frozenset[str]:
    return frozenset(_ATTRIBUTE.findall(text.text))


_outlines: OrderedDict[Words, Outline] = OrderedDict()  # the last that were asked for


class Saved(Text):
    """The text of a file, which others import: its outline is kept for them."""

    @property
    def outline(self) -> Outline:
        """What the text says when it is parsed; nothing if it cannot be."""
        return self.outline_by(self._make)

    def outline_by(self, make: Callable[[], Outline]) -> Outline:
        """Return the outline; it is made by what is given if it has to be."""
        found = _outlines.get(self.read)
        if found is None:
            found = _outlines[self.read] = make()
            if len(_outlines) > KEPT_OUTLINES:
                _outlines.popitem(last=False)
        else:
            _outlines.move_to_end(self.read)
        return found


class Texts:
    """The texts that may play a part for one file."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.by_number = {text.read.number: text.read for text in texts}
        self.bits = sum(1 << number for number in self.by_number)


class Question:
    """A question about single texts, and what the answers were: many files share their texts.

    The answers take a bit for each text that there has been in the process.
    """

    def __init__(self, ask: Callable[[Words], bool]) -> None:
        self._ask = ask
        self._yes = 0
        self._no = 0

    def of(self, text: Words) -> bool:
        """Tell whether the answer is yes for a text."""
        bit = 1 << text.number
        if not (self._yes | self._no) & bit:
            if self._ask(text):
                self._yes |= bit
            else:
                self._no |= bit
        return bool(self._yes & bit)

    def of_any(self, texts: Texts) -> bool:
        """Tell whether the answer is yes for one of some texts."""
        if self._yes & texts.bits:
            return True
        open_ones = texts.bits & ~self._no
        while open_ones:
            number = open_ones.bit_length() - 1
            if self.of(texts.by_number[number]):
                return True
            open_ones ^= 1 << number
        return False


@cache
def hinted(hint: Callable[[str], bool]) -> Question:
    """Return the question whether a marker's hint holds for a text, whatever its comments say."""
    return Question(lambda text: hint(text.text) and hint(text.code))


@dataclass(frozen=True, eq=False)
class Module:
    """The linted file, or a first-party module behind it."""

    path: str
    text: Text


def of_file(text: str, tree: ast.Module, sites: Iterable[ImportSite], path: str) -> Text:
    """Return the text of the linted file; other files that import it share what is read off it."""
    saved = first_party(path)
    imported = tuple(_imported_by(sites))
    if saved is None or saved.text != text:
        return Text(Words(text), imported, lambda: outline(tree))
    return Text(saved.read, imported, lambda: saved.outline_by(lambda: outline(tree)))


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


def behind(own: Module, project: Project) -> list[Module]:
    """Return the first-party modules that a file imports, and those behind them."""
    texts = {own.path: own.text}
    level = [own.path]
    for _ in range(MAX_STEPS):
        reached: list[str] = []
        for importing in level:
            for found in project.imported(importing, texts[importing].imported):
                if found not in texts and len(texts) <= MAX_MODULES:
                    read = first_party(found)
                    if read is not None:
                        texts[found] = read
                        reached.append(found)
        level = reached
    return [Module(found, text) for found, text in texts.items() if found != own.path]


def first_party(path: str) -> Saved | None:
    """Return the text of a first-party module, None if it cannot be read; what has not changed is not read again."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        return None
    return _first_party(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1024)
def _first_party(path: str, modified: int, size: int) -> Saved | None:
    try:
        data = Path(path).read_bytes()
        written = data.decode(tokenize.detect_encoding(BytesIO(data).readline)[0], "replace")
    except (OSError, SyntaxError, LookupError):
        return None
    text = normal(written.replace("\r\n", "\n"))
    return Saved(Words(text), tuple(_imported_in(text)), lambda: _outlined(written))


def _outlined(text: str) -> Outline:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes are not ours to report
        try:
            return outline(ast.parse(text))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return Outline()


def _is_decorated(text: str, start: int) -> bool:
    """Tell whether a definition at the beginning of a line has a decorator, of several lines perhaps."""
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        first = text[before]
        if not first.isspace() and first not in "#)]}'\"":
            return first == "@"
        start = before
    return False


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
