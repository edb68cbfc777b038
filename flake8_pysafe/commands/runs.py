"""Follows a command line into the commands that it runs: `sudo`, `bash -c`, `python -m`, `docker run`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flake8_pysafe.commands.programs import UNKNOWN, Program, program
from flake8_pysafe.commands.shell import Word, simple_commands
from flake8_pysafe.commands.uses import uses
from flake8_pysafe.values import HOLE

LIMIT = 65_536  # characters of a command line that are read
_DEPTH = 16
_ASSIGNMENT = re.compile(r"[A-Za-z_][A-Za-z_0-9]*\+?=")


def in_arguments(arguments: Sequence[str]) -> Iterator[Sequence[Word]]:
    """Yield the command that some arguments make up, its name first, and those that it runs."""
    words, left = [], LIMIT
    for index, argument in enumerate(arguments):
        if left <= 0:
            break
        words.append(Word(argument[:left], index, range(len(argument[:left]))))
        left -= len(argument) + 1
    yield from _run(words, 0)


def in_shell(text: str) -> Iterator[Sequence[Word]]:
    """Yield the commands in the text of a shell command, and those that they run."""
    text = text[:LIMIT]
    yield from _run_text([Word(text, 0, range(len(text)))], 0)


def _run_text(words: Sequence[Word], depth: int) -> Iterator[Sequence[Word]]:
    for command in simple_commands(words):
        yield from _run(command, depth)


def _run(words: Sequence[Word], depth: int) -> Iterator[Sequence[Word]]:
    """Yield a command without the variables that are set for it, and what it runs."""
    start = next((at for at, word in enumerate(words) if not _ASSIGNMENT.match(word.text)), len(words))
    words = words[start:]
    if not words:
        return
    yield words
    known = program(words[0].text)
    if known is None or depth > _DEPTH:
        return
    # So many words are still to come before the command that this one runs.
    words_before = None if known.subcommands else known.words_before
    for use in uses(known, words):
        if use.name and use.value is not None and use.name in known.introduced_by:
            yield from _inner(known, [use.value, *words[use.end :]], depth)
            return
        if use.name and use.value is not None and use.name in known.take_command_line:
            yield from _run_text([use.value], depth + 1)
        elif use.name:
            continue
        elif words_before is None:
            words_before = known.words_before if use.word.text in known.subcommands else None
        elif known.name == UNKNOWN and not _is_known(use.word):
            # Something unknown may run a program, but not behind words of its own.
            words_before = 0 if HOLE in use.word.text else None
        elif words_before == 0:
            yield from _inner(known, words[use.end - 1 :], depth)
            return
        else:
            words_before -= 1


def _inner(known: Program, words: Sequence[Word], depth: int) -> Iterator[Sequence[Word]]:
    yield from (_run_text if known.runs_text else _run)(words, depth + 1)


def _is_known(word: Word) -> bool:
    known = program(word.text)
    return known is not None and known.name != UNKNOWN
