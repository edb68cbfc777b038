"""What an expression can stand for, as far as a marker needs to know.

A value is what the evaluator proved: a constant, a thing of a modelled library, a
class with its class order, a container whose parts are known. What it could not
prove is `UNKNOWN`; what a person decides when the program runs is `CHOSEN`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, Union

# Stands in a string where a piece of it is not known: f"curl {flag}" is "curl \0".
HOLE = "\x00"


class Special(enum.Enum):
    """What is not a value of the program."""

    MISSING = "missing"  # the argument or key is not given
    UNKNOWN = "unknown"
    CHOSEN = "chosen"  # by a command line option, the environment, a configuration file


MISSING = Special.MISSING
UNKNOWN = Special.UNKNOWN
CHOSEN = Special.CHOSEN

Scalar: TypeAlias = Union[bool, int, float, complex, str, bytes, None]


@dataclass(frozen=True, eq=False)
class Constant:
    """A literal. Strings may hold `HOLE`s."""

    value: Scalar

    def __eq__(self, other: object) -> bool:
        # 0, 0.0 and False are equal in Python and different things here.
        return isinstance(other, Constant) and type(self.value) is type(other.value) and self.value == other.value

    def __hash__(self) -> int:
        return hash((type(self.value), self.value))


@dataclass(frozen=True)
class Class:
    """A class, with the qualified names of its class order, itself first."""

    name: str
    order: tuple[str, ...]
    node: object = field(repr=False, hash=False, compare=False, default=None)
    complete: bool = field(compare=False, default=True)  # False: a base could not be resolved

    def descends_from(self, *names: str) -> bool:
        """Tell whether one of the names is in the class order."""
        return not set(names).isdisjoint(self.order)


@dataclass(frozen=True)
class Instance:
    """An object of a class; `call` is where it was made, if that is in sight."""

    of: Class
    call: object = field(repr=False, default=None)


@dataclass(frozen=True)
class Function:
    """A function or method, of a library model or of the project."""

    name: str
    node: object = field(repr=False, hash=False, compare=False, default=None)
    receiver: Value | None = field(repr=False, default=None)


@dataclass(frozen=True)
class Module:
    """A module of a library model or of the project."""

    name: str
    path: str = ""  # of a first-party module
    node: object = field(repr=False, hash=False, compare=False, default=None)


@dataclass(frozen=True)
class Foreign:
    """Something of a module outside the closed world: only its qualified name is known."""

    name: str


@dataclass(frozen=True)
class Partial:
    """A callable with some of its arguments already given."""

    function: Value
    call: object = field(repr=False)


@dataclass(frozen=True)
class Parameter:
    """Whatever the callers of a function give for one of its parameters."""

    function: object = field(repr=False)
    name: str
    key: str | None = None  # of the `**` parameter: the keyword asked for; "*" for all of them


@dataclass(frozen=True)
class Mapping:
    """A dictionary: the values each constant key can have, and whether there may be other keys."""

    entries: tuple[tuple[Scalar, frozenset[Value]], ...] = ()
    open: bool = False
    rest: tuple[Parameter, ...] = ()  # `**` parameters that other keys may come from

    def get(self, key: Scalar) -> frozenset[Value]:
        """Return the values of a key; `MISSING` is among them if it may be absent."""
        for known, values in self.entries:
            if known == key and type(known) is type(key):
                return values
        return frozenset({UNKNOWN, MISSING}) if self.open else frozenset({MISSING})


@dataclass(frozen=True)
class Sequence:
    """A list, tuple or set: the values each element can have, in order."""

    elements: tuple[frozenset[Value], ...] = ()
    open: bool = False  # there may be others, anywhere


Value: TypeAlias = Union[
    Special, Constant, Class, Instance, Function, Module, Foreign, Partial, Parameter, Mapping, Sequence
]


def apart(values: Iterable[Value]) -> set[Value]:
    """Return some values, and all that is in those that are containers."""
    found: set[Value] = set()
    pending = list(values)
    while pending:
        value = pending.pop()
        if value in found:
            continue
        found.add(value)
        if isinstance(value, Sequence):
            pending.extend(each for element in value.elements for each in element)
        elif isinstance(value, Mapping):
            pending.extend(each for _, entry in value.entries for each in entry)
    return found


class Site(Protocol):
    """What a marker can ask about the call or assignment around the value it judges."""

    @property
    def receiver(self) -> Value | None:
        """The object a method is called on, or whose attribute is set."""

    def argument(self, parameter: str) -> frozenset[Value]:
        """The values another parameter of the same call has, `MISSING` if it is not given."""

    def arguments_of(self, instance: Instance) -> MappingType[str, frozenset[Value]]:
        """The arguments an instance was made with, by parameter."""

    def method(self, owner: Class, name: str) -> Function | None:
        """The method a class of the project defines or inherits within the project."""

    def raises(self, function: Function) -> bool:
        """Tell whether a function of the project can refuse by raising."""

    def returned(self, function: Function) -> frozenset[Value]:
        """The values a function of the project can return."""

    def refuses(self, function: Function) -> Refusal:
        """How a `find_class` method decides which names it lets through."""

    def made_here(self) -> bool:
        """Tell whether the data argument was provably dumped in this process."""

    def used_as_client(self) -> bool:
        """Tell whether the context made here is provably used by a client and never repaired."""

    def used_as_server(self) -> bool:
        """Tell whether the context that is set here is used by a server."""

    def declared(self, distribution: str) -> str | None:
        """The version specifier the project declares for a distribution, None if it does not."""


class Refusal(enum.Enum):
    """How an unpickler's `find_class` decides."""

    BY_DEFAULT = "by default"  # only listed names pass
    BY_MODULE = "by module"  # a module prefix or a deny list: can be walked around
    NEVER = "never"


class Unseen:
    """A site about which nothing is known but the arguments it is given: the plainest `Site`."""

    def __init__(self, arguments: MappingType[str, frozenset[Value]] | None = None) -> None:
        self._arguments = arguments or {}
        self.receiver: Value | None = None

    def argument(self, parameter: str) -> frozenset[Value]:
        return self._arguments.get(parameter, frozenset({MISSING}))

    def arguments_of(self, instance: Instance) -> MappingType[str, frozenset[Value]]:
        return {}

    def method(self, owner: Class, name: str) -> Function | None:
        return None

    def raises(self, function: Function) -> bool:
        return True

    def returned(self, function: Function) -> frozenset[Value]:
        return frozenset({UNKNOWN})

    def refuses(self, function: Function) -> Refusal:
        return Refusal.BY_DEFAULT

    def made_here(self) -> bool:
        return False

    def used_as_client(self) -> bool:
        return False

    def used_as_server(self) -> bool:
        return False

    def declared(self, distribution: str) -> str | None:
        return None
