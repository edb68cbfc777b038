"""Cuts shell text into simple commands, and remembers where each character stood.

POSIX quoting; `$NAME`, `${...}`, `$(...)` and backticks are not known and leave a
`HOLE` in the word; the commands inside the last two are found as well. Text that no
shell would take is cut as well as it can be, and nothing here raises. Work is
proportional to the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from flake8_pysafe.values import HOLE

_PLAIN = re.compile(r"""[^\s'"\\$`;|&()<>#}]+""")
_PLAIN_IN_QUOTES = re.compile(r'[^"\\$`]+')
_VARIABLE = re.compile(r"\$(?:[A-Za-z_][A-Za-z_0-9]*|[0-9@*#?$!-])")
_REDIRECTION = re.compile(r"[<>]{1,3}[&|-]?")


@dataclass(frozen=True)
class Word:
    """One word of a command, as the program will see it."""

    text: str
    argument: int  # which argument of the list it was written in; 0 in a shell string
    offsets: Sequence[int]  # where each of its characters was written

    @property
    def offset(self) -> int:
        """Where the word begins."""
        return self.offsets[0] if self.offsets else 0

    def tail(self, start: int) -> Word:
        """Return the word without its first characters."""
        return Word(self.text[start:], self.argument, self.offsets[start:])


Command = tuple[Word, ...]


def simple_commands(words: Sequence[Word]) -> tuple[Command, ...]:
    """Return the simple commands in the words, which a shell gets as one text with spaces between."""
    splitter = _Splitter()
    for word in words:
        splitter.read(word)
    return splitter.finished()


@dataclass
class _Frame:
    """What is open: the whole text, or one `$(...)`, `(...)`, `${...}` or pair of backticks."""

    closer: str
    command: list[Word] = field(default_factory=list)
    pieces: list[str] | None = None  # of the word under way; None between words
    offsets: list[int] = field(default_factory=list)
    quoted: bool = False
    redirection: str = ""  # the operator whose target the next word is


class _Splitter:
    def __init__(self) -> None:
        self._commands: list[Command] = []
        self._stack = [_Frame("")]
        self._heredocs: list[str] = []  # their closing lines
        self._word = Word("", 0, ())  # being read

    def read(self, word: Word) -> None:
        self._word = word
        at = 0
        while at < len(word.text):
            frame = self._stack[-1]
            plain = (_PLAIN_IN_QUOTES if frame.quoted else _PLAIN).match(word.text, at)
            if plain:
                at = self._add(at, plain.end())
            elif word.text[at] in '\\"$`' or word.text[at] == frame.closer:
                at = self._special_everywhere(at)
            else:
                at = self._special_outside_quotes(at)
        if not self._stack[-1].quoted:
            self._end_word()

    def finished(self) -> tuple[Command, ...]:
        while self._stack:
            self._end_command()
            self._stack.pop()
        return tuple(self._commands)

    def _special_everywhere(self, at: int) -> int:
        text, frame = self._word.text, self._stack[-1]
        character, following = text[at], text[at + 1 : at + 2]
        if character == frame.closer:
            self._end_command()
            self._stack.pop()
            return at + 1
        if character == '"':
            frame.quoted = not frame.quoted
            self._begin()
            return at + 1
        if character == "\\":
            if following == "\n":
                return at + 2
            # A shell would drop it before a letter, but then it is a path of Windows.
            drop = following in '"\\$`' if frame.quoted else following and not following.isalnum()
            return self._add(at + 1, at + 2) if drop else self._add(at, at + 1)
        if character == "`":
            return self._open("`", at, at + 1, hole=True)
        if following and following in "({":
            return self._open(")" if following == "(" else "}", at, at + 2, hole=True)
        if following and following in "'\"" and not frame.quoted:
            return at + 1
        variable = _VARIABLE.match(text, at)
        if variable:
            self._add_hole(at)
            return variable.end()
        return self._add(at, at + 1)

    def _special_outside_quotes(self, at: int) -> int:
        text, frame = self._word.text, self._stack[-1]
        character = text[at]
        if character == "'":
            end = text.find("'", at + 1)
            if end < 0:
                return self._add(at, at + 1)
            self._begin()
            self._add(at + 1, end)
            return end + 1
        if character == "\n":
            self._end_command()
            return self._after_heredocs(at + 1)
        if character == "#" and frame.pieces is None:
            end = text.find("\n", at)
            return len(text) if end < 0 else end
        if character in "#}":
            return self._add(at, at + 1)
        if character.isspace():
            self._end_word()
            return at + 1
        if character in "<>":
            return self._redirection(at)
        if character == "&" and text[at + 1 : at + 2] == ">":
            self._end_word()
            return at + 1
        self._end_command()
        return self._open(")", at, at + 1, hole=False) if character == "(" else at + 1

    def _redirection(self, at: int) -> int:
        text, frame = self._word.text, self._stack[-1]
        if text[at + 1 : at + 2] == "(":
            return self._open(")", at, at + 2, hole=True)
        if frame.pieces is not None and "".join(frame.pieces).isdigit():
            frame.pieces, frame.offsets = None, []  # the descriptor in `2>&1`
        self._end_word()
        operator = _REDIRECTION.match(text, at)
        assert operator is not None
        frame.redirection = operator[0]
        return operator.end()

    def _open(self, closer: str, at: int, end: int, hole: bool) -> int:
        if hole:
            self._add_hole(at)
        self._stack.append(_Frame(closer))
        return end

    def _begin(self) -> list[str]:
        frame = self._stack[-1]
        if frame.pieces is None:
            frame.pieces = []
        return frame.pieces

    def _add(self, start: int, end: int) -> int:
        self._begin().append(self._word.text[start:end])
        self._stack[-1].offsets.extend(self._word.offsets[start:end])
        return end

    def _add_hole(self, at: int) -> None:
        self._begin().append(HOLE)
        self._stack[-1].offsets.append(self._word.offsets[at])

    def _end_word(self) -> None:
        frame = self._stack[-1]
        if frame.pieces is None:
            return
        word = Word("".join(frame.pieces), self._word.argument, frame.offsets)
        frame.pieces, frame.offsets = None, []
        if not frame.redirection:
            frame.command.append(word)
        elif frame.redirection.startswith("<<") and frame.redirection != "<<<":
            self._heredocs.append(word.text)
        frame.redirection = ""

    def _end_command(self) -> None:
        self._end_word()
        frame = self._stack[-1]
        frame.redirection = ""
        if frame.command:
            self._commands.append(tuple(frame.command))
            frame.command = []

    def _after_heredocs(self, at: int) -> int:
        """Return where the text goes on behind the documents whose operators stood in the last line."""
        text = self._word.text
        for closing in self._heredocs:
            while at < len(text):
                end = text.find("\n", at)
                end = len(text) if end < 0 else end
                line, at = text[at:end], end + 1
                if line.lstrip("\t") == closing:
                    break
        self._heredocs = []
        return min(at, len(text))
