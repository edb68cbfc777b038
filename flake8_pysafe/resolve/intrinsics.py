"""What Python's own functions do to values: `dict`, `getattr`, `partial`, `import_module` and their kind."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Callable, Iterable
from string import Formatter
from typing import TYPE_CHECKING, TypeAlias

from astroid import nodes

from flake8_pysafe.resolve import containers
from flake8_pysafe.values import (
    CHOSEN,
    HOLE,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Partial,
    Sequence,
    Value,
)

if TYPE_CHECKING:
    from flake8_pysafe.resolve.core import Core

Intrinsic: TypeAlias = Callable[["Core", nodes.Call, "Value | None"], "Iterable[Value]"]

ANYTHING: frozenset[Value] = frozenset({UNKNOWN})
_MAX_TEXT = 4096


def _texts(values: Iterable[Value]) -> list[str]:
    return [v.value for v in values if isinstance(v, Constant) and isinstance(v.value, str) and HOLE not in v.value]


def _text_or_hole(values: frozenset[Value]) -> str:
    """Return the only text that some values are, else a `HOLE`."""
    texts = _texts(values)
    return texts[0] if len(values) == len(texts) == 1 else HOLE


def _keyword(call: nodes.Call, name: str) -> nodes.NodeNG | None:
    return next((keyword.value for keyword in call.keywords or () if keyword.arg == name), None)


def _dict(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {containers.updated(Mapping(), call.args, call.keywords, ask.values)}


def _sequence(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not call.args:
        return {Sequence()}
    return {value if isinstance(value, Sequence) else Sequence(open=True) for value in ask.values(call.args[0])}


def _first(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return ask.values(call.args[0]) if call.args else ANYTHING


def _second(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return ask.values(call.args[1]) if len(call.args) > 1 else ANYTHING


def _chosen(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {CHOSEN}


def _bool(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not call.args:
        return {Constant(False)}
    found: set[Value] = set()
    for value in ask.values(call.args[0]):
        truth = ask.truth(value)
        found.add(CHOSEN if value is CHOSEN else UNKNOWN if truth is None else Constant(truth))
    return found


def _not(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Constant(not v.value) if isinstance(v, Constant) else v for v in _bool(ask, call, receiver)}


def _converted(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    # str(x), int(x): what a constant becomes is rarely what matters; that a person chose it is.
    found: set[Value] = set()
    for value in ask.values(call.args[0]) if call.args else ANYTHING:
        same = isinstance(value, Constant) and isinstance(value.value, str)
        found.add(value if same or value is CHOSEN else UNKNOWN)
    return found


def _getattr(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if len(call.args) < 2:
        return ANYTHING
    found: set[Value] = set()
    for name in _texts(ask.values(call.args[1])):
        for value in ask.values(call.args[0]):
            found |= set(ask.attribute(value, name))
    if len(call.args) > 2:
        found |= ask.values(call.args[2])
    elif CHOSEN in ask.values(call.args[0]):
        return {CHOSEN}
    return found or ANYTHING


def _vars(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Function("builtins.vars", None, value) for value in ask.values(call.args[0])} if call.args else ANYTHING


def _type(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if len(call.args) == 3:
        bases: list[tuple[str, ...]] = []
        for value in ask.values(call.args[1]):
            if isinstance(value, Sequence):
                for element in value.elements:
                    bases += [each.order for each in element if isinstance(each, Class)]
        return {ask.made_class(f"<type {call.lineno}>", bases)} if bases else ANYTHING
    return {v.of for v in ask.values(call.args[0]) if isinstance(v, Instance)} if call.args else ANYTHING


def _partial(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Partial(value, call) for value in ask.values(call.args[0])} if call.args else ANYTHING


def _import(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    names = _texts(ask.values(call.args[0])) if call.args else []
    found: set[Value] = set()
    for name in names:
        if not name.startswith("."):
            found |= set(ask.module(name))
    return found or ANYTHING


def _resolve_name(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    # `pickle:loads` and `pickle.loads` of pkgutil.resolve_name and of import_string.
    found: set[Value] = set()
    for text in _texts(ask.values(call.args[0])) if call.args else []:
        head, *rest = text.replace(":", ".").split(".")
        values: frozenset[Value] = ask.module(head)
        for part in rest[:8]:
            values = frozenset(each for value in values for each in ask.attribute(value, part))
        found |= values
    return found or ANYTHING


def _attrgetter(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Partial(Foreign("operator.attrgetter()"), call)}


def _methodcaller(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Partial(Foreign("operator.methodcaller()"), call)}


def _field(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    default = _keyword(call, "default")
    if default is not None:
        return ask.values(default)
    factory = _keyword(call, "default_factory") or _keyword(call, "factory")
    if factory is not None:
        found: set[Value] = set()
        for value in ask.values(factory):
            found |= set(ask.called(value, None))
        return found
    return ANYTHING


def _named_tuple(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {ask.named_tuple(call)}


def _replace(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    replaced = [receiver] if receiver is not None else ask.values(call.args[0]) if call.args else ANYTHING
    return {Instance(v.of, call) if isinstance(v, Instance) else UNKNOWN for v in replaced}


def _as_dictionary(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    found: set[Value] = set()
    for value in [receiver] if receiver is not None else ask.values(call.args[0]) if call.args else ANYTHING:
        fields = ask.fields(value.of) if isinstance(value, Instance) else []
        found.add(Mapping(tuple((name, ask.attribute(value, name)) for name in fields), not fields))
    return found


def _namespace(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Instance(ask.made_class("types.SimpleNamespace", []), call)}


def _exit_stack(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {Foreign("contextlib.ExitStack()")}


def _enter_context(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    values = ask.values(call.args[0]) if call.args else ANYTHING
    return {each for value in values for each in ask.entered(value)}


def _chain(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    # The first mapping wins.
    result = receiver if isinstance(receiver, Mapping) else Mapping()
    for argument in reversed(call.args):
        result = containers.merged(result, containers.one_mapping(ask.values(argument)))
    return {result}


def _zip(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    columns: list[tuple[frozenset[Value], ...]] = []
    for argument in call.args:
        elements = _known_elements(ask, argument)
        if elements is None:
            return {Sequence(open=True)}
        columns.append(elements)
    return {Sequence(tuple(frozenset[Value]({Sequence(row)}) for row in zip(*columns, strict=False)))}


def _enumerate(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    elements = _known_elements(ask, call.args[0]) if call.args else None
    rows = [frozenset[Value]({Sequence((ANYTHING, element))}) for element in elements or ()]
    return {Sequence(tuple(rows), elements is None)}


def _known_elements(ask: Core, node: nodes.NodeNG) -> tuple[frozenset[Value], ...] | None:
    values = ask.values(node)
    only = next(iter(values)) if len(values) == 1 else None
    return only.elements if isinstance(only, Sequence) and not only.open else None


def _split(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    found: set[Value] = set()
    for value in ask.values(call.args[0]) if call.args else ANYTHING:
        found.add(_words(value))
    return found


def _words(value: Value) -> Value:
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return Sequence(open=True)
    try:
        words = shlex.split(value.value)
    except ValueError:
        return Sequence(open=True)
    return Sequence(tuple(frozenset({Constant(word)}) for word in words[: containers.MAX_ELEMENTS]))


def _split_text(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if call.args or not (isinstance(receiver, Constant) and isinstance(receiver.value, str)):
        return ANYTHING
    words = receiver.value.split()[: containers.MAX_ELEMENTS]
    return {Sequence(tuple(frozenset({Constant(word)}) for word in words))}


def _join_text(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    separator = receiver.value if isinstance(receiver, Constant) else None
    if not isinstance(separator, str) or not call.args:
        return ANYTHING
    found: set[Value] = set()
    for value in ask.values(call.args[0]):
        if isinstance(value, Sequence):
            parts = []
            for element in value.elements:
                parts.append(_text_or_hole(element))
            found.add(Constant(separator.join([*parts, *([HOLE] if value.open else [])])[:_MAX_TEXT]))
        else:
            found.add(CHOSEN if value is CHOSEN else UNKNOWN)
    return found


def _format(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not (isinstance(receiver, Constant) and isinstance(receiver.value, str)):
        return ANYTHING
    given: dict[str, nodes.NodeNG] = {keyword.arg: keyword.value for keyword in call.keywords or () if keyword.arg}
    given |= {str(number): argument for number, argument in enumerate(call.args)}
    parts: list[str] = []
    automatic = itertools.count()
    try:
        for literal, name, spec, conversion in Formatter().parse(receiver.value):
            parts.append(literal)
            if name is not None:
                argument = given.get(name or str(next(automatic)))
                is_plain = argument is not None and not spec and not conversion
                parts.append(_text_or_hole(ask.values(argument)) if is_plain else HOLE)
    except ValueError:  # no template
        return ANYTHING
    return {Constant("".join(parts)[:_MAX_TEXT])}


def _same_text(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {receiver} if isinstance(receiver, Constant) else ANYTHING


def _get(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not isinstance(receiver, Mapping) or not call.args:
        return ANYTHING
    found: set[Value] = set()
    for key in ask.values(call.args[0]):
        found |= set(ask.item(receiver, key))
    if MISSING in found or UNKNOWN in found:
        default = call.args[1] if len(call.args) > 1 else None
        found |= ask.values(default) if default is not None else {Constant(None)}
    return found - {MISSING} or ANYTHING


def _copy(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    return {receiver} if receiver is not None else ANYTHING


def _items(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not isinstance(receiver, Mapping):
        return ANYTHING
    pairs = tuple(
        frozenset[Value]({Sequence((frozenset({Constant(key)}), values))})
        for key, values in receiver.entries[: containers.MAX_ELEMENTS]
    )
    return {Sequence(pairs, receiver.open)}


def _values(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    if not isinstance(receiver, Mapping):
        return ANYTHING
    return {Sequence(tuple(values for _, values in receiver.entries[: containers.MAX_ELEMENTS]), receiver.open)}


def _fromkeys(ask: Core, call: nodes.Call, receiver: Value | None) -> Iterable[Value]:
    given = ask.values(call.args[1]) if len(call.args) > 1 else frozenset({Constant(None)})
    found: set[Value] = set()
    for value in ask.values(call.args[0]) if call.args else ANYTHING:
        if isinstance(value, Sequence):
            keys = [k.value for element in value.elements for k in element if isinstance(k, Constant)]
            found.add(Mapping(tuple((key, given) for key in keys), value.open))
    return found or ANYTHING


TABLE: dict[str, Intrinsic] = {
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "collections.ChainMap": _chain,
    "builtins.dict.new_child": _chain,
    "collections.namedtuple": _named_tuple,
    "typing.NamedTuple._replace": _replace,
    "typing.NamedTuple._asdict": _as_dictionary,
    "dataclasses.replace": _replace,
    "dataclasses.asdict": _as_dictionary,
    "attr.evolve": _replace,
    "attr.asdict": _as_dictionary,
    "attrs.evolve": _replace,
    "attrs.asdict": _as_dictionary,
    "copy.replace": _replace,
    "types.SimpleNamespace": _namespace,
    "contextlib.ExitStack": _exit_stack,
    "contextlib.AsyncExitStack": _exit_stack,
    "contextlib.ExitStack().enter_context": _enter_context,
    "contextlib.ExitStack().enter_async_context": _enter_context,
    "builtins.zip": _zip,
    "builtins.enumerate": _enumerate,
    "operator.not_": _not,
    "operator.truth": _bool,
    "builtins.list": _sequence,
    "builtins.tuple": _sequence,
    "builtins.set": _sequence,
    "builtins.frozenset": _sequence,
    "builtins.sorted": _sequence,
    "builtins.reversed": _sequence,
    "builtins.iter": _first,
    "builtins.bool": _bool,
    "builtins.str": _converted,
    "builtins.int": _converted,
    "builtins.getattr": _getattr,
    "builtins.vars": _vars,
    "builtins.type": _type,
    "builtins.input": _chosen,
    "builtins.staticmethod": _first,
    "builtins.classmethod": _first,
    "builtins.property": _first,
    "builtins.__import__": _import,
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "functools.cache": _first,
    "importlib.import_module": _import,
    "pkgutil.resolve_name": _resolve_name,
    "django.utils.module_loading.import_string": _resolve_name,
    "operator.attrgetter": _attrgetter,
    "operator.methodcaller": _methodcaller,
    "dataclasses.field": _field,
    "attrs.field": _field,
    "attr.ib": _field,
    "pydantic.Field": _field,
    "typing.cast": _second,
    "copy.copy": _first,
    "copy.deepcopy": _first,
    "types.MappingProxyType": _first,
    "contextlib.closing": _first,
    "contextlib.nullcontext": _first,
    "asyncio.run": _first,
    "asyncio.create_task": _first,
    "asyncio.ensure_future": _first,
    "shlex.split": _split,
    "os.path.expanduser": _converted,
    "builtins.str.split": _split_text,
    "builtins.str.join": _join_text,
    "builtins.str.format": _format,
    "builtins.str.strip": _same_text,
    "builtins.str.lower": _same_text,
    "builtins.str.upper": _same_text,
    "builtins.str.encode": _same_text,
    "builtins.bytes.decode": _same_text,
    "builtins.dict.get": _get,
    "builtins.dict.pop": _get,
    "builtins.dict.setdefault": _get,
    "builtins.dict.copy": _copy,
    "builtins.list.copy": _copy,
    "builtins.dict.items": _items,
    "builtins.dict.values": _values,
    "builtins.dict.fromkeys": _fromkeys,
}
