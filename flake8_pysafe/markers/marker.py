"""What a marker is, and the predicates over one value that the families share.

A stub annotates a parameter with a marker's name; the marker answers with the code of
the rule that a value breaks, or None. Each sink has its own predicate, because the
libraries differ: `None` is the safe default of `requests.get` and switches a session off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from flake8_pysafe.values import Constant, Mapping, Parameter, Sequence, Site, Special, Value


class Verdict(NamedTuple):
    """A marker's answer about an unsafe value."""

    code: str
    remedy: str = ""  # empty: the marker's own
    offset: int | None = None  # characters into a string, where the offending word starts; None: all of it
    element: int | None = None  # of a sequence, which element is to blame
    key: str | None = None  # of a mapping, which entry is to blame


Judge: TypeAlias = Callable[[Value, Site], "Verdict | None"]


class Marker(NamedTuple):
    """A named predicate over values, as written in the stubs."""

    name: str
    judge: Judge
    remedy: str
    at_callee: bool = False  # the finding points at the called name, not at the argument
    escapes: bool = False  # handing the function over uncalled is as unsafe as calling it
    option: bool = False  # a branch on a verification option is the user's say
    # Whether a source text can hold an unsafe value at all; None: any text can.
    hint: Callable[[str], bool] | None = None
    only_text: bool = False  # no value breaks it but text, containers of text, and their keys
    program: str = ""  # whose arguments the text is, where the program itself is not named
    names_itself: bool = True  # the hint is in the value; False: in another argument, the name of a variable

    def is_safe(self, literal: Constant) -> bool:
        """Tell whether a literal breaks no rule, whatever stands around it."""
        if self.hint is not None and self.names_itself and isinstance(literal.value, str):
            return not self.hint(literal.value)
        return isinstance(self.judge, _OfValue) and not self.judge.test(literal)

    def may_break(self, values: AbstractSet[Value]) -> bool:
        """Tell whether one of some values can break a rule at some site; what containers hold is among them."""
        if isinstance(self.judge, _OfValue):
            return any(map(self.judge.test, values))
        if self.hint is None or self.at_callee:
            return True
        plain = (Constant, Mapping, Sequence, Parameter, Special)
        if not self.only_text and not all(isinstance(value, plain) for value in values):
            return True
        texts = sorted({text for value in values for text in _texts_of(value)})
        return self.hint(" ".join(f'"{text}"' for text in (self.program, *texts)))


def _texts_of(value: Value) -> Iterator[str]:
    if isinstance(value, Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, Mapping):
        yield from (key for key, _ in value.entries if isinstance(key, str))


# --- predicates over one value ---------------------------------------------------------------


def is_falsy(value: Value) -> bool:
    """Tell whether a value is provably false in a condition."""
    match value:
        case Constant(value=constant):
            return not constant
        case Mapping(entries=(), open=False):
            return True
        case Sequence(elements=(), open=False):
            return True
        case _:
            return False


def is_truthy(value: Value) -> bool:
    """Tell whether a value is provably true in a condition."""
    match value:
        case Constant(value=constant):
            return bool(constant)
        case Mapping(entries=entries):
            return bool(entries)
        case Sequence(elements=elements):
            return bool(elements)
        case _:
            return False


def is_none(value: Value) -> bool:
    """Tell whether a value is None."""
    return isinstance(value, Constant) and value.value is None


def is_number_off(value: Value) -> bool:
    """Tell whether a value is False or a zero, and not None or a text."""
    return isinstance(value, Constant) and not isinstance(value.value, (str, bytes, type(None))) and not value.value


def is_text(value: Value, *texts: str) -> bool:
    """Tell whether a value is one of some texts, whatever the case."""
    return isinstance(value, Constant) and isinstance(value.value, str) and value.value.strip().lower() in texts


def _never(site: Site) -> bool:
    return False


@dataclass(frozen=True)
class _OfValue:
    """A predicate that looks at the value, and at the site only for what makes up for an unsafe one."""

    code: str
    test: Callable[[Value], bool]
    unless: Callable[[Site], bool]

    def __call__(self, value: Value, site: Site) -> Verdict | None:
        return Verdict(self.code) if self.test(value) and not self.unless(site) else None


def when(code: str, test: Callable[[Value], bool], unless: Callable[[Site], bool] = _never) -> Judge:
    """Return a predicate that breaks a rule where a test holds, unless something else at the site makes up for it."""
    return _OfValue(code, test, unless)


def always(code: str) -> Judge:
    """Return a predicate that breaks a rule whatever the value."""
    return lambda value, site: Verdict(code)


def texts(value: Value) -> Iterator[str]:
    """Yield the string a value is, or the strings a sequence holds."""
    if isinstance(value, Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, Sequence):
        for element in value.elements:
            for inner in element:
                if isinstance(inner, Constant) and isinstance(inner.value, str):
                    yield inner.value
