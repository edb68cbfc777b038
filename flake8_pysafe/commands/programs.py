"""What is known about a program: how it reads its options, and which of them are unsafe."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flake8_pysafe.commands import table
from flake8_pysafe.values import HOLE

UNKNOWN = "?"  # the table's name for a program that is not known

_FLAGS = re.IGNORECASE | re.DOTALL | re.ASCII
_NO = re.compile("false|f|0|no|n|off", _FLAGS)


@dataclass(frozen=True)
class Option:
    """An option that switches verification off."""

    name: str  # in full, with its dashes
    shortest: str  # the shortest abbreviation the program takes
    remedy: str
    owner: str  # a program that has it
    unsafe: str | None = None  # regular expression over the value; None: the option itself
    value_may_follow: bool = False  # in the next word
    is_setting: bool = False  # the value itself says what is switched off: `-o KEY=VALUE`

    def has(self, text: str) -> bool:
        """Tell whether this is the option that is written so."""
        return text.startswith(self.shortest) and self.name.startswith(text)

    def is_unsafe(self, value: str | None) -> bool:
        """Tell whether the option is unsafe with this value, which is None if there is none."""
        if self.unsafe is not None:
            return value is not None and re.match(self.unsafe, value, _FLAGS) is not None
        return value is None or not (HOLE in value or _NO.fullmatch(value))


@dataclass(frozen=True)
class Phrase:
    """Words, no options, that switch verification off: `config set strict-ssl false`."""

    words: tuple[str, ...]
    key: str
    unsafe: str
    remedy: str
    owner: str

    def length_of_setting(self, words: list[str]) -> int:
        """Return how many words make up the setting that ends these: 2, 1 for `KEY=VALUE`, 0 for none."""
        key, equals, value = words[-1].partition("=")
        if equals and self._fits(words[:-1], key, value):
            return 1
        return 2 if len(words) > 1 and self._fits(words[:-2], words[-2], words[-1]) else 0

    def _fits(self, before: list[str], key: str, value: str) -> bool:
        return (
            tuple(before[-len(self.words) :]) == self.words
            and re.fullmatch(self.key, key, _FLAGS) is not None
            and re.fullmatch(self.unsafe, value, _FLAGS) is not None
        )


@dataclass(frozen=True)
class Program:
    """One program. The sets hold options by name."""

    name: str
    options: tuple[Option, ...]
    phrases: tuple[Phrase, ...]
    take_value: frozenset[str]
    take_no_value: frozenset[str]  # if there are any, all others take one
    take_command_line: frozenset[str]
    take_variable: frozenset[str]
    introduced_by: frozenset[str]  # the command it runs begins behind one of these
    subcommands: frozenset[str]  # if there are any, it runs a command only with these
    words_before: int | None  # so many words, no options, stand before the command; None: it runs none
    runs_text: bool  # the command it runs is shell text
    single_dash: bool  # long options may have one dash

    def takes_value(self, option: str) -> bool:
        """Tell whether the rest of the word, or else the next word, belongs to the option."""
        return option in self.take_value or (bool(self.take_no_value) and option not in self.take_no_value)

    def unsafe_option(self, text: str, value: str | None) -> Option | None:
        """Return the option that is written so, if it is unsafe with this value."""
        for option in self.options:
            if not option.has(text):
                continue
            # What takes a value, and is unsafe whatever it is: `--trusted-host HOST`.
            if option.is_unsafe(value) or (option.unsafe is None and option.name in self.take_value):
                return option
        return None

    def full_name(self, text: str) -> str:
        """Return the name of the option that is written so, or the text."""
        return next((option.name for option in self.options if option.has(text)), text)


def program(word: str) -> Program | None:
    """Return the program that the first word of a command names.

    A word that is not wholly known names the program `UNKNOWN`; None is a program of
    which nothing is known.
    """
    name = re.split(r"[/\\]", word)[-1]
    if HOLE in name:
        return _program(UNKNOWN)
    for ending in (".exe", ".cmd", ".bat"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
    for spelling in (name, name.lower(), name.rstrip("0123456789.").rstrip("-")):
        if spelling in _names():
            return _program(spelling)
    return None


@functools.cache
def texts_to_look_for() -> frozenset[str]:
    """Return lower-case texts of which every long option, key and phrase of the table holds one."""
    options = " ".join(row[1] for row in (*table.FLAGS, *table.VALUES)).split()
    texts = {option.strip("-=").partition("[")[0] for option in options if option.startswith("--")}
    texts.update(_certain(key) for _, _, key, _, _ in (*table.SETTINGS, *table.PHRASES))
    return frozenset(text.lower() for text in texts)


@functools.cache
def words_to_look_for() -> dict[str, frozenset[str]]:
    """Return what stands in a source with an unsafe command line, in lower case, and the programs it is for.

    The words are the long options, with their dashes, and texts of which every key and
    phrase holds one. No programs: the word alone is telling.
    """
    options = " ".join(row[1] for row in (*table.FLAGS, *table.VALUES)).split()
    programs: dict[str, set[str]] = {}
    for names, _, key, *_ in (*table.SETTINGS, *table.PHRASES):
        programs.setdefault(_certain(key).lower(), set()).update(names.split())
    words = {word: frozenset() if UNKNOWN in named else frozenset(named) for word, named in programs.items()}
    return words | {_stem(option): frozenset() for option in options if option.startswith("--")}


def _stem(option: str) -> str:
    """Return what every spelling of a long option begins with."""
    return option.partition("[")[0].partition("=")[0].lower()


@functools.cache
def letters_to_look_for() -> str:
    """Return the letters of the short options that are unsafe without a value."""
    options = " ".join(options for _, options, _ in table.FLAGS).split()
    return "".join(sorted({option[1] for option in options if not option.startswith("--")}))


@functools.cache
def lettered_programs() -> frozenset[str]:
    """Return the names of the programs with a short option that is unsafe without a value."""
    rows = [(names, options.split()) for names, options, _ in table.FLAGS]
    short = [names for names, options in rows if any(not option.startswith("--") for option in options)]
    return frozenset(" ".join(short).split())


def _certain(pattern: str) -> str:
    """Return the longest text that is in everything a key of the table matches."""
    pieces = re.sub(r"(?:\(\?:[^)]*\)|\[[^]]*\]|\\?\.)[?*+]?", "\n", pattern).split("\n")
    return max(pieces, key=len)


@functools.cache
def _names() -> frozenset[str]:
    unsafe = [row[0] for row in (*table.FLAGS, *table.VALUES, *table.SETTINGS, *table.PHRASES)]
    running = [row[0] for row in (*table.TAKE_COMMAND_LINE, *table.TAKE_VARIABLE, *table.INTRODUCED_BY)]
    wrapping = [row[0] for row in table.WRAPPERS]
    return frozenset(" ".join((*unsafe, *running, *wrapping)).split())


@functools.cache
def _program(name: str) -> Program:
    def listed(rows: Iterable[tuple[str, str]]) -> frozenset[str]:
        return frozenset(" ".join(options for names, options in rows if name in names.split()).split())

    options = _options(name)
    command_line, variable = listed(table.TAKE_COMMAND_LINE), listed(table.TAKE_VARIABLE)
    introduced_by = listed(table.INTRODUCED_BY)
    with_value = frozenset(option.name for option in options if option.value_may_follow)
    wrapping = [row[1:] for row in table.WRAPPERS if name in row[0].split()]
    subcommands, words_before, runs_text = wrapping[0] if wrapping else ("", None, False)
    return Program(
        name=name,
        options=options,
        phrases=tuple(
            Phrase(tuple(words.split()), key, unsafe, remedy, names.split()[0])
            for names, words, key, unsafe, remedy in table.PHRASES
            if name in names.split()
        ),
        take_value=listed(table.TAKE_VALUE) | command_line | variable | introduced_by | with_value,
        take_no_value=listed(table.TAKE_NO_VALUE),
        take_command_line=command_line,
        take_variable=variable,
        introduced_by=introduced_by,
        subcommands=frozenset(subcommands.split()),
        words_before=words_before,
        runs_text=runs_text,
        single_dash=name in table.SINGLE_DASH.split(),
    )


def _options(name: str) -> tuple[Option, ...]:
    rows: list[tuple[str, str, str, str | None, bool]] = [
        *((names, options, remedy, None, False) for names, options, remedy in table.FLAGS),
        *((names, options, remedy, rf"(?:{unsafe})\Z", False) for names, options, unsafe, remedy in table.VALUES),
        # `no` is neither `north` nor `no` with something unknown behind it.
        *(
            (names, options, remedy, rf"{key}[\s=]+[\"']?(?:{unsafe})(?![\w.\0-])", True)
            for names, options, key, unsafe, remedy in table.SETTINGS
        ),
    ]
    found = []
    for names, options, remedy, unsafe, is_setting in rows:
        for spelling in options.split() if name in names.split() else ():
            shortest, _, rest = spelling.rstrip("=").partition("[")
            value_may_follow = unsafe is not None and not spelling.endswith("=")
            full = shortest + rest.removesuffix("]")
            found.append(Option(full, shortest, remedy, names.split()[0], unsafe, value_may_follow, is_setting))
    return tuple(found)
