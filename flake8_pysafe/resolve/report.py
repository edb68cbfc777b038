"""Turns what is to be blamed into findings: the position of the offending word, and the text."""

from __future__ import annotations

import os

from astroid import nodes

from flake8_pysafe import rules
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.resolve.core import Place
from flake8_pysafe.resolve.sites import Blame
from flake8_pysafe.values import HOLE, Class, Constant, Function, Instance, Value

_LONGEST = 40


def finding(blame: Blame, source: Source) -> Finding:
    """Return the finding of a blame in the file it was found in."""
    line, column = _position(blame, source)
    rule = rules.by_code(blame.code)
    return Finding(line, column, blame.code, rule.text(blame.sink, _reason(blame, source), blame.remedy, blame.source))


def _position(blame: Blame, source: Source) -> tuple[int, int]:
    node = blame.node
    while isinstance(node, nodes.Call):
        node = node.func
    line = node.lineno or 1
    if isinstance(node, (nodes.Attribute, nodes.AssignAttr)):
        end = node.end_lineno or line
        return end, source.column(end, node.end_col_offset or 0) - len(node.attrname)
    column = source.column(line, node.col_offset or 0)
    if blame.offset is not None and isinstance(node, (nodes.Const, nodes.JoinedStr)):
        text = node.value if isinstance(node, nodes.Const) else getattr(blame.value, "value", None)
        if isinstance(text, str):
            return _inside(text, blame.offset, source, line, column)
    return line, column


def _inside(value: str, offset: int, source: Source, line: int, column: int) -> tuple[int, int]:
    """The place of a word in a string that is written on one line without escapes; else the string's."""
    text = source.lines[line - 1]
    quote = next((at for at in range(column, min(column + 4, len(text))) if text[at] in "\"'"), None)
    words = value[offset:].split(None, 1)
    word = words[0].split(HOLE, 1)[0] if words else ""
    if quote is None or not word:
        return line, column
    at = text.find(word, quote + 1)
    for _ in range(value[:offset].count(word)):
        at = text.find(word, at + 1) if at >= 0 else at
    return (line, at) if at >= 0 else (line, column)


def _reason(blame: Blame, source: Source) -> str:
    if blame.value is None or not blame.parameter:
        return ""
    what = _described(blame.value)
    if not what or (blame.place is None and _is_plain(blame.node)):
        return ""
    where = f" ({_shown(blame.place, source)})" if blame.place else ""
    return f": `{blame.parameter}` is {what}{where}"


def _is_plain(node: nodes.NodeNG) -> bool:
    return isinstance(node, (nodes.Const, nodes.JoinedStr, nodes.Dict, nodes.List, nodes.Tuple, nodes.Set))


def _described(value: Value) -> str:
    match value:
        case Constant(value=int() as number) if number.bit_length() > 4 * _LONGEST:  # some are too long to be printed
            return ""
        case Constant(value=constant):
            text = repr(constant).replace(repr(HOLE)[1:-1], "…")
            return text if len(text) <= _LONGEST else ""
        case Class(name=name) | Instance(of=Class(name=name)) | Function(name=name):
            return f"`{name.partition(':')[2].partition(':')[0] or name}`"
        case _:
            return ""


def _shown(place: Place, source: Source) -> str:
    if os.path.basename(place.path) == os.path.basename(source.filename):
        return f"line {place.line}"
    return f"{os.path.basename(place.path)}:{place.line}"
