"""Decides whether a command line tells a program not to verify certificates or host keys.

A command line is a list of arguments or one string for a shell. What is not known in it
stands as a `HOLE`, which may be several arguments; it is never taken for an unsafe one.
Programs that run other programs are looked through (`sudo`, `env`, `ssh`, `bash -c`,
`docker run`, `python -m`), as far as `_DEPTH`. Nothing raises, and work is proportional
to the text, of which the first `_LIMIT` characters are read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from flake8_pysafe import environment
from flake8_pysafe.commands.programs import (
    UNKNOWN,
    Option,
    Program,
    lettered_programs,
    letters_to_look_for,
    program,
    texts_to_look_for,
    words_to_look_for,
)
from flake8_pysafe.commands.shell import Word, simple_commands
from flake8_pysafe.commands.uses import Use, uses
from flake8_pysafe.values import HOLE

__all__ = ["HOLE", "Unverified", "may_concern", "unverified", "unverified_in_shell"]

_LIMIT = 65_536
_DEPTH = 16
_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z_0-9]*\+?=")
_QUOTING = re.compile(r"\\\n|[\"'\\]|\$(?=[\"'])")


@dataclass(frozen=True)
class Unverified:
    """What in a command line switches verification off."""

    index: int  # of the argument to blame; 0 in a shell string
    offset: int  # where the flag begins in that argument, 0 if it is the whole argument
    flag: str  # as written; `{}` where it is not known
    program: str
    remedy: str


def unverified(arguments: Sequence[str]) -> Unverified | None:
    """Return what is unsafe in the arguments a program is started with, its name first."""
    words, left = [], _LIMIT
    for index, argument in enumerate(arguments):
        if left <= 0:
            break
        words.append(Word(argument[:left], index, range(len(argument[:left]))))
        left -= len(argument) + 1
    return _in_command(words, 0)


def unverified_in_shell(text: str) -> Unverified | None:
    """Return what is unsafe in the text of a shell command."""
    text = text[:_LIMIT]
    return _in_text([Word(text, 0, range(len(text)))], 0)


def may_concern(text: str) -> bool:
    """Tell whether the text could be the unsafe part of a command line.

    What `unverified` and `unverified_in_shell` report stands in an argument for which
    this is true; it is true for much else.
    """
    # A shell puts `--inse"cure"` together.
    plain = _QUOTING.sub("", text[:_LIMIT])
    lower = plain.lower()
    if any(wanted in lower for wanted in _texts_to_look_for()):
        return True
    return "-" in plain and _unsafe_letters().search(plain) is not None


def may_stand_in(source: str) -> bool:
    """Tell whether a whole source text can hold an unsafe command line.

    Coarser than `may_concern`, which is for one string, and never false where a string
    of the source makes that true and the program is named in the source too.
    """
    lower = source.lower()
    for word, programs in _words_to_look_for():
        if word in lower and (not programs or any(name in lower for name in programs)):
            return True
    if not any(name in lower for name in _lettered_names()):
        return False
    return _unsafe_letters().search(source) is not None and _lettered_programs().search(lower) is not None


@functools.cache
def _texts_to_look_for() -> tuple[str, ...]:
    texts = texts_to_look_for() | {name.lower() for name in environment.NAMES}
    return tuple(sorted(text for text in texts if not any(other in text for other in texts - {text})))


@functools.cache
def _words_to_look_for() -> tuple[tuple[str, frozenset[str]], ...]:
    words = words_to_look_for() | {name.lower(): frozenset() for name in environment.NAMES}
    return tuple(
        (word, programs)
        for word, programs in sorted(words.items())
        if not any(other in word and not words[other] for other in words.keys() - {word})
    )


@functools.cache
def _lettered_programs() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(lettered_programs()))})(?![a-z])")


@functools.cache
def _lettered_names() -> frozenset[str]:
    return lettered_programs()


@functools.cache
def _unsafe_letters() -> re.Pattern[str]:
    return re.compile(rf"-[A-Za-z0-9#:]*[{letters_to_look_for()}]")


def _in_text(words: Sequence[Word], depth: int) -> Unverified | None:
    found = (_in_command(command, depth) for command in simple_commands(words))
    return next((each for each in found if each), None)


def _in_command(words: Sequence[Word], depth: int) -> Unverified | None:
    for position, word in enumerate(words):
        if not _ASSIGNMENT.match(word.text):
            return _in_variables(words[:position], _basename(word.text)) or _in_program(words[position:], depth)
    return _in_variables(words, "sh")


def _in_variables(words: Sequence[Word], of_program: str) -> Unverified | None:
    """Return the first of the words `NAME=VALUE` that is unsafe."""
    for word in words:
        name, equals, value = word.text.partition("=")
        remedy = environment.unverified(name.rstrip("+"), value) if equals else None
        if remedy:
            return _report(word, word.text, of_program, remedy)
    return None


def _in_program(words: Sequence[Word], depth: int) -> Unverified | None:
    known = program(words[0].text)
    if known is None or depth > _DEPTH:
        return None
    plain_words: list[Word] = []
    # So many words are still to come before the command that this one runs.
    words_before = None if known.subcommands else known.words_before
    for use in uses(known, words):
        if use.name:
            found = _in_option(known, use, depth)
            if use.value is not None and use.name in known.introduced_by:
                return _in_run_command(known, [use.value, *words[use.end :]], depth)
        else:
            if words_before is None:
                words_before = known.words_before if use.word.text in known.subcommands else None
            elif known.name == UNKNOWN and not _is_known(use.word):
                # Something unknown may run a program, but not behind words of its own.
                words_before = 0 if HOLE in use.word.text else None
            elif words_before == 0:
                return _in_run_command(known, words[use.end - 1 :], depth)
            else:
                words_before -= 1
            plain_words.append(use.word)
            found = _in_phrases(known, plain_words)
        if found:
            return found
    return None


def _is_known(word: Word) -> bool:
    known = program(word.text)
    return known is not None and known.name != UNKNOWN


def _in_run_command(known: Program, words: Sequence[Word], depth: int) -> Unverified | None:
    judge = _in_text if known.runs_text else _in_command
    return judge(words, depth + 1)


def _in_option(known: Program, use: Use, depth: int) -> Unverified | None:
    option = known.unsafe_option(use.name, None if use.value is None else use.value.text)
    if option:
        return _in_unsafe_option(known, option, use)
    if use.value is None:
        return None
    if use.name in known.take_command_line:
        return _in_text([use.value], depth + 1)
    return _in_variables([use.value], known.name) if use.name in known.take_variable else None


def _in_unsafe_option(known: Program, option: Option, use: Use) -> Unverified:
    owner = option.owner if known.name == UNKNOWN else known.name
    if option.unsafe is None and known.takes_value(option.name):
        return _report(use.word, use.word.text.partition("=")[0], owner, option.remedy)
    if use.value is None or use.joined:
        return _report(use.word, use.word.text, owner, option.remedy)
    if option.is_setting:
        return _report(use.value, use.value.text, owner, option.remedy)
    return _report(use.word, f"{use.word.text} {use.value.text}", owner, option.remedy)


def _in_phrases(known: Program, words: Sequence[Word]) -> Unverified | None:
    """Return the phrase that the words end with."""
    longest = 2 + max((len(phrase.words) for phrase in known.phrases), default=0)
    last = [word.text for word in words[-longest:]]
    for phrase in known.phrases:
        length = phrase.length_of_setting(last)
        if length:
            owner = phrase.owner if known.name == UNKNOWN else known.name
            return _report(words[-length], " ".join(last[-length:]), owner, phrase.remedy)
    return None


def _report(word: Word, flag: str, of_program: str, remedy: str) -> Unverified:
    return Unverified(word.argument, word.offset, flag.replace(HOLE, "{}"), of_program, remedy)


def _basename(word: str) -> str:
    return re.split(r"[/\\]", word)[-1].replace(HOLE, "{}")
