"""What all parts of the evaluator stand on: the budget, what is kept, and what the parts ask each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.resolve import flow, world
from flake8_pysafe.resolve.arguments import Values
from flake8_pysafe.resolve.signatures import AnyFunction
from flake8_pysafe.values import UNKNOWN, Class, Constant, Instance, Mapping, Scalar, Sequence, Value

MAX_VALUES = 24  # of one expression; more are as good as unknown
MAX_ELEMENTS = 128
MAX_ENTRIES = 300  # of a dictionary that is followed
MAX_TEXT = 4096
MAX_DEPTH = 70  # of expressions and definitions that stand on each other
_NEVER = 10**9
MAX_ORDER = 200  # classes in a class order

NOTHING: Values = frozenset()
ANYTHING: Values = frozenset({UNKNOWN})


# The class that defines a name, as a node or model and as a value.
Member: TypeAlias = "tuple[nodes.ClassDef | models.Class, Class]"


class BudgetExceeded(Exception):
    """The file needs more steps than its size allows."""


class Project(Protocol):
    """What the evaluator asks the project for."""

    def locate(self, module: str) -> Path | None:
        """Return the source file of a first-party module."""

    def absolute(self, importing_file: Path, module: str | None, level: int) -> str | None:
        """Return the absolute name a relative import stands for."""

    def module_name(self, path: Path) -> str:
        """Return the dotted name of a file of the project."""


@dataclass(frozen=True)
class Place:
    """Where something was written."""

    path: str
    line: int


def written(constant: Scalar) -> str:
    """Return a constant as source: whole numbers in hexadecimal, in which Python writes numbers of any size."""
    return hex(constant) if type(constant) is int else repr(constant)


def in_order(value: Value) -> tuple[str, str]:
    """Return what to sort values by: the same in every process, and cheap for a container in a container."""
    match value:
        case Constant(value=constant):
            return "Constant", written(constant)[:200]
        case Mapping(entries=entries):
            return "Mapping", " ".join(written(key)[:40] for key, _ in entries[:20])
        case Sequence(elements=elements):
            return "Sequence", str(len(elements))
        case Instance(of=of):
            return "Instance", of.name
        case _:
            return type(value).__name__, str(getattr(value, "name", value))


class Core(ABC):
    """The state of one evaluation, and the questions that the parts answer."""

    def __init__(self, tree: world.Tree, library: models.Models, project: Project, steps: int) -> None:
        self.tree = tree
        self.library = library
        self.project = project
        self._steps = steps
        self._depth = 0
        self._trees: dict[str, world.Tree | None] = {}
        self._tree_of: dict[int, world.Tree] = {id(tree.module): tree}
        self._flows: dict[int, flow.ScopeFlow] = {}
        self._values: dict[int, Values] = {}
        self._definitions: dict[int, Values] = {}
        self._classes: dict[str, nodes.ClassDef | models.Class] = {}
        self._class_of: dict[int, Class] = {}
        self._attributes: dict[int, dict[str, list[nodes.NodeNG]]] = {}  # set on `self`, by method
        self._importing: set[tuple[int, str]] = set()  # the modules and names under way
        self._replacing: set[tuple[int, str]] = set()  # the copying calls and fields under way
        self._named_tuples: dict[str, nodes.Call] = {}
        self._returns: dict[int, Values] = {}
        self._busy: dict[int, int] = {}  # questions under way, and how far down
        self._lowest = _NEVER  # the outermost question that was asked again while under way
        self._options: dict[int, bool] = {}
        self._so_far: dict[int, Values] = {}
        self._cut: dict[int, int] = {}  # how often an answer was cut short
        self._assumed: dict[tuple[int, str], int] = {}  # by scope and condition, which of two branches was taken

    # --- values of expressions ---------------------------------------------------------------

    def values(self, node: nodes.NodeNG | None) -> Values:
        """Return the values an expression can have; never empty."""
        if node is None:
            return ANYTHING
        key = id(node)
        if key in self._values:
            return self._values[key]
        self._spend()
        if self._cut_short(key):
            return NOTHING if key in self._busy else ANYTHING
        found, is_final = self._cut_free(key, lambda: self._evaluate(node))
        if is_final:
            self._values[key] = found
        return found

    def _cut_free(self, key: int, evaluate: Callable[[], Iterable[Value]]) -> tuple[Values, bool]:
        """Evaluate something that must not be evaluated inside itself; tell whether the answer can be kept.

        An answer that was cut short by something still under way further out is not kept
        the first time, since it may be fuller when that is done; the second time it is,
        because circles in circles would cost too much.
        """
        outer, self._lowest = self._lowest, _NEVER
        self._busy[key] = level = self._depth
        self._depth += 1
        try:
            found = self._bounded(evaluate())
        finally:
            self._depth -= 1
            del self._busy[key]
            lowest, self._lowest = self._lowest, min(outer, self._lowest)
        if lowest >= level:
            self._lowest = outer
            return found, True
        self._cut[key] = self._cut.get(key, 0) + 1
        return found, self._cut[key] > 1

    def _cut_short(self, key: int) -> bool:
        """Tell whether a question is under way already or too far down, and remember that it was asked."""
        if key in self._busy:
            self._lowest = min(self._lowest, self._busy[key])
            return True
        if self._depth >= MAX_DEPTH:
            self._lowest = -1
            return True
        return False

    def _spend(self) -> None:
        self._steps -= 1
        if self._steps < 0:
            raise BudgetExceeded

    def _bounded(self, found: Iterable[Value]) -> Values:
        result = found if isinstance(found, frozenset) else frozenset(found)
        if len(result) > MAX_VALUES:
            return frozenset([*sorted(result, key=in_order)[:MAX_VALUES], UNKNOWN])
        return result

    # --- what the parts ask each other -------------------------------------------------------

    @abstractmethod
    def _evaluate(self, node: nodes.NodeNG) -> Iterable[Value]: ...

    @abstractmethod
    def module(self, name: str) -> Values: ...

    @abstractmethod
    def attribute(self, value: Value, name: str) -> Values: ...

    @abstractmethod
    def member(self, owner: Class, name: str) -> Member | None: ...

    @abstractmethod
    def bound_to(
        self, instance: Instance, member: tuple[nodes.ClassDef | models.Class, Class], name: str
    ) -> Values: ...

    @abstractmethod
    def from_model(self, member: models.Stub | models.Member, name: str) -> Values: ...

    @abstractmethod
    def class_of(self, node: nodes.ClassDef | models.Class) -> Class: ...

    @abstractmethod
    def made_class(self, name: str, orders: list[tuple[str, ...]]) -> Class: ...

    @abstractmethod
    def named_tuple(self, call: nodes.Call) -> Class: ...

    @abstractmethod
    def parameter(self, function: AnyFunction, name: str) -> Values: ...

    @abstractmethod
    def annotated(self, annotation: nodes.NodeNG) -> Values: ...

    @abstractmethod
    def called(self, value: Value, node: nodes.Call | None) -> Values: ...

    @abstractmethod
    def returned(self, function: AnyFunction) -> Values: ...

    @abstractmethod
    def as_sequence(self, value: Value) -> Value: ...

    @abstractmethod
    def fields(self, of: Class) -> list[str]: ...

    @abstractmethod
    def entered(self, value: Value) -> Values: ...

    @abstractmethod
    def item(self, container: Value, index: Value) -> Values: ...

    @abstractmethod
    def truth(self, value: Value) -> bool | None: ...

    @abstractmethod
    def is_option(self, test: nodes.NodeNG) -> bool: ...

    @abstractmethod
    def chosen_between(self, test: nodes.NodeNG, groups: list[Values]) -> Values: ...

    @abstractmethod
    def decided(self, test: nodes.NodeNG, path: str, value: Value) -> bool | None: ...
