"""Dictionaries and lists as they are built and changed, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from astroid import nodes

from flake8_pysafe.values import (
    CHOSEN,
    MISSING,
    UNKNOWN,
    Constant,
    Instance,
    Mapping,
    Parameter,
    Scalar,
    Sequence,
    Value,
)

if TYPE_CHECKING:
    from flake8_pysafe.resolve.arguments import Values

MAX_ELEMENTS = 128
ANYTHING: frozenset[Value] = frozenset({UNKNOWN})


def merged(left: Mapping, right: Mapping) -> Mapping:
    """Return `left | right`: the right one wins, where it certainly has the key."""
    entries: dict[Scalar, Values] = dict(left.entries)
    for key, values in right.entries:
        if MISSING in values:
            values = (values - {MISSING}) | left.get(key)
        entries[key] = values
    # Keys of an open mapping may overwrite; those a caller gives are judged at the caller.
    if right.open and not right.rest:
        known = {key for key, _ in right.entries}
        entries = {key: values if key in known else values | ANYTHING for key, values in entries.items()}
    return Mapping(tuple(entries.items()), left.open or right.open, left.rest + right.rest)


def alternatives(left: Mapping, right: Mapping) -> Mapping:
    """Return the mapping that is either of two."""
    keys = [key for key, _ in left.entries] + [key for key, _ in right.entries if key not in dict(left.entries)]
    entries = tuple((key, left.get(key) | right.get(key)) for key in keys)
    return Mapping(entries, left.open or right.open, left.rest + right.rest)


def chosen_among(mappings: list[Mapping]) -> Mapping:
    """Return the mapping that a person chooses among several: what they have in common is not chosen."""
    result = mappings[0]
    for other in mappings[1:]:
        result = alternatives(result, other)
    entries = tuple(
        (key, values if all(each.get(key) == values for each in mappings) else values | {CHOSEN})
        for key, values in result.entries
    )
    return Mapping(entries, result.open, result.rest)


def with_item(mapping: Mapping, key: Scalar, values: Values) -> Mapping:
    """Return a mapping with one entry replaced."""
    entries = dict(mapping.entries)
    entries[key] = values
    return Mapping(tuple(entries.items()), mapping.open, mapping.rest)


def current(mapping: Mapping, key: Scalar) -> Values:
    """Return the values of a key, those that a caller may give among them."""
    values = mapping.get(key)
    if key not in dict(mapping.entries) and isinstance(key, str):
        values = values | {Parameter(rest.function, rest.name, key) for rest in mapping.rest}
    return values


def changed(value: Value, node: nodes.NodeNG, values: Callable[[nodes.NodeNG], Values]) -> Value:
    """Return what a value is after a statement or call has changed it in place."""
    match node:
        case nodes.Subscript(slice=index):
            return _item_set(_as_mapping(value), node, index, values)
        case nodes.AugAssign(op=op, value=right):
            return _augmented(value, op, values(right))
        case nodes.Call(func=nodes.Attribute(attrname=name)):
            if isinstance(value, Sequence):
                return _list_changed(value, name, node, values)
            return _dictionary_changed(_as_mapping(value), name, node, values)
        case _:
            return value


def _as_mapping(value: Value) -> Value:
    # `options` may be any dictionary; the key that is set now is known all the same.
    return Mapping(open=True) if value is UNKNOWN or isinstance(value, Parameter) else value


def _only_key(node: nodes.NodeNG, values: Callable[[nodes.NodeNG], Values]) -> tuple[bool, Scalar]:
    keys = values(node)
    only = next(iter(keys)) if len(keys) == 1 else None
    return (True, only.value) if isinstance(only, Constant) else (False, None)


def _item_set(
    value: Value, node: nodes.Subscript, index: nodes.NodeNG, values: Callable[[nodes.NodeNG], Values]
) -> Value:
    if isinstance(value, Sequence):
        return Sequence(value.elements, open=True)
    if not isinstance(value, Mapping):
        return value
    is_known, key = _only_key(index, values)
    if not is_known:
        return Mapping(value.entries, True, value.rest)
    if isinstance(node.parent, nodes.Delete):
        return with_item(value, key, frozenset({MISSING}))
    if isinstance(node.parent, nodes.Assign):
        return with_item(value, key, values(node.parent.value))
    return with_item(value, key, ANYTHING)


def _augmented(value: Value, op: str, right: Values) -> Value:
    other = next(iter(right)) if len(right) == 1 else None
    if op == "|=" and isinstance(value, Mapping):
        return merged(value, other) if isinstance(other, Mapping) else Mapping(value.entries, True, value.rest)
    if op == "+=" and isinstance(value, Sequence):
        return joined(value, other) if isinstance(other, Sequence) else Sequence(value.elements, open=True)
    return value if op == "|=" and isinstance(value, Instance) else UNKNOWN  # `os.environ` stays what it is


def joined(left: Sequence, right: Sequence) -> Sequence:
    """Return `left + right`."""
    elements = left.elements + right.elements
    return Sequence(elements[:MAX_ELEMENTS], left.open or right.open or len(elements) > MAX_ELEMENTS)


def _list_changed(value: Sequence, name: str, node: nodes.Call, values: Callable[[nodes.NodeNG], Values]) -> Sequence:
    if len(value.elements) >= MAX_ELEMENTS:
        return Sequence(value.elements, open=True)
    match name, node.args:
        case "append" | "add", [element]:
            return Sequence((*value.elements, values(element)), value.open)
        case "extend" | "update", [other]:
            found = values(other)
            only = next(iter(found)) if len(found) == 1 else None
            return joined(value, only) if isinstance(only, Sequence) else Sequence(value.elements, open=True)
        case "insert", [nodes.Const(value=0), element]:
            return Sequence((values(element), *value.elements), value.open)
        case "clear", []:
            return Sequence()
        case _:
            return Sequence(value.elements, open=True)


def _dictionary_changed(value: Value, name: str, node: nodes.Call, values: Callable[[nodes.NodeNG], Values]) -> Value:
    if not isinstance(value, Mapping):
        return value
    match name, node.args:
        case "update", arguments:
            return updated(value, arguments, node.keywords, values)
        case "setdefault", [key, *default]:
            is_known, text = _only_key(key, values)
            if not is_known:
                return Mapping(value.entries, True, value.rest)
            before = current(value, text)
            if MISSING in before:
                before = (before - {MISSING}) | (values(default[0]) if default else {Constant(None)})
            return with_item(value, text, before)
        case "pop", [key, *_]:
            is_known, text = _only_key(key, values)
            return (
                with_item(value, text, frozenset({MISSING})) if is_known else Mapping(value.entries, True, value.rest)
            )
        case "clear", []:
            return Mapping()
        case _:
            return Mapping(value.entries, True, value.rest)


def updated(
    value: Mapping,
    arguments: list[nodes.NodeNG],
    keywords: list[nodes.Keyword],
    values: Callable[[nodes.NodeNG], Values],
) -> Mapping:
    """Return a mapping after `update(*arguments, **keywords)`; `dict(...)` is an update of nothing."""
    for argument in arguments:
        value = merged(value, one_mapping(values(argument)))
    for keyword in keywords or ():
        if keyword.arg is None:
            value = merged(value, one_mapping(values(keyword.value)))
        else:
            value = with_item(value, keyword.arg, values(keyword.value))
    return value


def iterated(value: Sequence | Mapping) -> tuple[Values, ...]:
    """Return what each step of a loop over a container gives."""
    if isinstance(value, Sequence):
        return value.elements
    return tuple(frozenset({Constant(key)}) for key, _ in value.entries[:MAX_ELEMENTS])


def one_mapping(found: Values) -> Mapping:
    """Return the mapping that values are, an open one where that is not known."""
    mappings = [value for value in found if isinstance(value, Mapping)]
    pairs = [_from_pairs(value) for value in found if isinstance(value, Sequence)]
    mappings += pairs
    if not mappings:
        return Mapping(open=True)
    result = mappings[0]
    for other in mappings[1:]:
        result = alternatives(result, other)
    if CHOSEN in found:
        return Mapping(tuple((key, values | {CHOSEN}) for key, values in result.entries), True, result.rest)
    return result


def _from_pairs(value: Sequence) -> Mapping:
    entries: dict[Scalar, Values] = {}
    is_open = value.open
    for element in value.elements:
        pair = next(iter(element)) if len(element) == 1 else None
        if isinstance(pair, Sequence) and len(pair.elements) == 2 and len(pair.elements[0]) == 1:
            key = next(iter(pair.elements[0]))
            if isinstance(key, Constant):
                entries[key.value] = pair.elements[1]
                continue
        is_open = True
    return Mapping(tuple(entries.items()), is_open)
