"""Reads the words behind a program's name as the program does: options, their values, other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flake8_pysafe.commands.programs import Program
from flake8_pysafe.commands.shell import Word

_LONGEST_CLUSTER = 64  # letters behind one dash; what is longer is none


@dataclass(frozen=True)
class Use:
    """One option with its value, or one word that is no option."""

    name: str  # of the option, as written but with all its dashes; empty for a word that is none
    word: Word
    end: int  # position of the next word
    value: Word | None = None
    joined: bool = False  # the value stands in the same word


def uses(known: Program, words: Sequence[Word]) -> Iterator[Use]:
    """Yield what stands behind the first word, up to where another command begins for certain."""
    position = 1
    only_words = False
    while position < len(words):
        word = words[position]
        text = word.text
        position += 1
        following = words[position] if position < len(words) else None
        if text in known.introduced_by:
            yield Use(text, word, position + 1, following)
            return
        if text == "--" and not only_words:
            only_words = True
        elif only_words or text == "-" or not text.startswith("-"):
            yield Use("", word, position)
        else:
            is_long = text.startswith("--") or (known.single_dash and len(text.partition("=")[0]) > 2)
            read = _long if is_long else _short
            for use in read(known, word, following, position):
                position = use.end
                yield use


def _long(known: Program, word: Word, following: Word | None, end: int) -> Iterator[Use]:
    written, equals, _ = word.text.partition("=")
    name = written if written.startswith("--") else f"-{written}"
    if equals:
        yield Use(name, word, end, word.tail(len(written) + 1), joined=True)
    elif known.takes_value(known.full_name(name)) and _is_value(known, following):
        yield Use(name, word, end + 1, following)
    else:
        yield Use(name, word, end)


def _is_value(known: Program, following: Word | None) -> bool:
    # Where most options are not known, the next one is not taken for a value.
    return not (known.take_no_value and following and following.text.startswith("-"))


def _short(known: Program, word: Word, following: Word | None, end: int) -> Iterator[Use]:
    """Read `-abc`: letters up to the first that takes a value, which is the rest or the next word."""
    for at, letter in enumerate(word.text[1:_LONGEST_CLUSTER], start=1):
        if not (letter.isascii() and letter.isalnum()) and letter not in "#:":
            return
        name = f"-{letter}"
        rest = word.text[at + 1 : at + 2]
        if rest == "=" or (rest and known.takes_value(name)):
            yield Use(name, word, end, word.tail(at + 1 + (rest == "=")), joined=True)
            return
        if known.takes_value(name):
            yield Use(name, word, end + 1, following)
            return
        yield Use(name, word, end)
