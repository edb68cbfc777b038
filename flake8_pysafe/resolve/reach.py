"""Which nodes of a tree may reach a sink, by names alone.

Evaluating a call is dear, looking at its name is not. A call matters if its last name
is that of a sink with something to judge, of a function that wraps one, or of a variable
that holds one; nothing else can lead to a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from astroid import nodes

from flake8_pysafe import markers
from flake8_pysafe.models import Trigger
from flake8_pysafe.resolve.flow import parameter_names
from flake8_pysafe.resolve.walking import walk

ROUNDS = 3  # wrappers around wrappers

# Functions that call, wrap or look up what they are given.
_HOLDING = frozenset("dict staticmethod classmethod MappingProxyType field ib Field type".split())
_HANDLING = frozenset("setattr getattr partial partialmethod methodcaller attrgetter vars".split())


@dataclass
class Reach:
    """The names that matter, growing with each module that is looked at."""

    sinks: dict[str, list[Trigger]]
    wrappers: set[str] = field(default_factory=set)  # functions and classes that pass on what they are given
    aliases: set[str] = field(default_factory=set)  # variables that hold a sink or a wrapper

    def include(self, outline: Outline) -> None:
        """Learn the wrappers and aliases of a module."""
        for _ in range(ROUNDS):
            before = len(self.wrappers) + len(self.aliases)
            for names, mentioned in outline.bindings:
                if not (
                    mentioned.isdisjoint(self.sinks)
                    and mentioned.isdisjoint(self.wrappers)
                    and mentioned.isdisjoint(self.aliases)
                ):
                    self.aliases |= names
            for call in outline.calls:
                if call.around and call.varies and self._passes_on(call):
                    self.wrappers.update(call.around)
            if len(self.wrappers) + len(self.aliases) == before:
                break

    def matters(self, node: nodes.NodeNG) -> bool:
        """Tell whether a node may lead to a finding."""
        match node:
            case nodes.Call():
                return self._may_reach(node) or any(self.escapes(each) for each in _handed(node))
            case nodes.AssignAttr(attrname=name):
                return name in self.sinks
            case nodes.Subscript(slice=nodes.Const(value=str() as key)):
                return "__setitem__" in self.sinks or key in self.sinks
            case nodes.Subscript():
                return "__setitem__" in self.sinks
            case nodes.AssignName(name=name):
                return name in self.sinks
            case _:
                return any(self.escapes(each) for each in node.get_children())

    def passes(self, node: nodes.NodeNG) -> bool:
        """Tell whether a node may pass on what the function around it is given."""
        match node:
            case nodes.Call(func=func):
                name = _last_name(func)
                if not name or name in _HANDLING:
                    return True
                if not _varies(node):
                    return False
                if name in self.wrappers or name in self.aliases:
                    return True
                return self._takes(name, _keywords(node), derived=True) or any(
                    _last_name(argument) in self.sinks for argument in node.args[:2]
                )
            case nodes.AssignAttr() | nodes.Subscript():
                return self.matters(node)
            case _:
                return False

    def escapes(self, node: nodes.NodeNG) -> bool:
        """Tell whether an expression may be a function that must not be handed over."""
        name = _last_name(node)
        return name in self.aliases or any(
            markers.BY_NAME[marker].escapes for trigger in self.sinks.get(name, ()) for marker in trigger.markers
        )

    def _may_reach(self, call: nodes.Call) -> bool:
        name = _last_name(call.func)
        if not name or name in _HANDLING or name in self.wrappers or name in self.aliases:
            return True
        if name in self.sinks and self._takes(name, _keywords(call), derived=False):
            return True
        # A function that calls what it is given.
        return any(
            _last_name(argument) in self.sinks or _last_name(argument) in self.wrappers for argument in call.args[:2]
        )

    def _takes(self, name: str, keywords: frozenset[str | None], *, derived: bool) -> bool:
        """Tell whether a call with some keywords (None for `**`) gives a sink anything to judge."""
        return any(
            (
                not trigger.keywords
                or name == "__init__"
                or None in keywords
                or not keywords.isdisjoint(trigger.keywords)
            )
            and (not derived or any(not markers.BY_NAME[marker].at_callee for marker in trigger.markers))
            for trigger in self.sinks.get(name, ())
        )

    def _passes_on(self, call: _Called) -> bool:
        if call.name in self.wrappers or call.name in self.aliases:
            return True
        return self._takes(call.name, call.keywords, derived=True)


@dataclass(frozen=True)
class _Called:
    """A call, as far as names go."""

    name: str
    keywords: frozenset[str | None]  # None: there is a `**`
    around: tuple[str, ...]  # the functions it stands in that take anything, and the class if it keeps what it takes
    varies: bool  # some argument is not written out


@dataclass(frozen=True)
class Outline:
    """What names a module binds to what, and what it calls."""

    bindings: tuple[tuple[frozenset[str], frozenset[str]], ...]
    calls: tuple[_Called, ...]


def outline(tree: nodes.Module) -> Outline:
    """Return the outline of a module."""
    calls: list[_Called] = []
    bindings: list[tuple[Iterable[str], set[str]]] = []
    for node, around in _with_definitions(tree):
        match node:
            case nodes.Call():
                calls.append(_Called(_last_name(node.func), _keywords(node), _passing(around, node), _varies(node)))
            case nodes.AssignAttr(attrname=name) if around:
                calls.append(_Called(name, frozenset(), _passing(around, node), True))
            case nodes.Assign(targets=targets, value=value):
                bindings.append(({name for target in targets for name in _targets(target)}, _references(value)))
            case nodes.AnnAssign(target=target, value=value) | nodes.NamedExpr(target=target, value=value):
                bindings.append((_targets(target), _references(value)))
            case nodes.For(target=target, iter=value) | nodes.Comprehension(target=target, iter=value):
                bindings.append((_targets(target), _references(value)))
            case nodes.ImportFrom(names=names):
                bindings.extend(({alias}, {name}) for name, alias in names if alias)
            case nodes.ClassDef(name=name, bases=bases):
                for base in bases:
                    bindings.append(({name}, _references(base)))
            case nodes.Arguments():
                for name, default in _defaults(node):
                    bindings.append(({name}, _references(default)))
    kept = tuple((frozenset(names), frozenset(mentioned)) for names, mentioned in bindings if mentioned)
    return Outline(kept, tuple(dict.fromkeys(call for call in calls if call.name)))


def _passing(around: tuple[nodes.NodeNG, ...], call: nodes.NodeNG) -> tuple[str, ...]:
    """The names by which somebody can give the call an argument."""
    names = []
    for number, node in enumerate(around):
        if isinstance(node, nodes.FunctionDef):
            own = number > 0 and isinstance(around[number - 1], nodes.ClassDef) and not _is_static(node)
            if sum(1 for _ in parameter_names(node.args)) > own and not _is_special(node.name):
                names.append(node.name)
        elif isinstance(node, nodes.Lambda):
            if isinstance(node.parent, nodes.Assign):
                names.extend(name for target in node.parent.targets for name in _targets(target))
        elif any(_keeps(inner) for inner in around[number + 1 : number + 2]) or _uses_self(call):
            names.append(node.name)
    return tuple(names)


def _keeps(node: nodes.NodeNG) -> bool:
    return isinstance(node, nodes.FunctionDef) and node.name in ("__init__", "__call__", "__new__")


def _is_static(node: nodes.FunctionDef) -> bool:
    decorators = node.decorators.nodes if node.decorators is not None else ()
    return any(_last_name(decorator) == "staticmethod" for decorator in decorators)


def _uses_self(call: nodes.NodeNG) -> bool:
    if not isinstance(call, nodes.Call):
        return _keeps(call.scope())
    given = [*call.args, *(keyword.value for keyword in call.keywords or ())]
    return any(isinstance(node, nodes.Name) and node.name == "self" for each in given for node in walk(each))


def _varies(call: nodes.Call) -> bool:
    given = [*call.args, *(keyword.value for keyword in call.keywords or ())]
    return any(isinstance(node, (nodes.Name, nodes.Attribute)) for each in given for node in walk(each))


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _keywords(call: nodes.Call) -> frozenset[str | None]:
    return frozenset(keyword.arg for keyword in call.keywords or ())


def reach(triggers: Iterable[Trigger]) -> Reach:
    """Return what is in reach of some triggers, before any module is looked at."""
    sinks: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        sinks.setdefault(trigger.word, []).append(trigger)
    return Reach(sinks)


def _with_definitions(tree: nodes.Module) -> Iterator[tuple[nodes.NodeNG, tuple[nodes.NodeNG, ...]]]:
    pending: list[tuple[nodes.NodeNG, tuple[nodes.NodeNG, ...]]] = [(tree, ())]
    while pending:
        node, around = pending.pop()
        yield node, around
        if isinstance(node, (nodes.FunctionDef, nodes.ClassDef, nodes.Lambda)):
            around = (*around, node)
        pending.extend((child, around) for child in node.get_children())


def _last_name(node: nodes.NodeNG) -> str:
    match node:
        case nodes.Attribute(attrname=name) | nodes.Name(name=name):
            return str(name)
        case _:
            return ""


def _targets(target: nodes.NodeNG) -> Iterator[str]:
    for node in walk(target):
        if isinstance(node, nodes.AssignName):
            yield node.name
        elif isinstance(node, nodes.AssignAttr):
            yield node.attrname


def _references(value: nodes.NodeNG | None) -> set[str]:
    """The last names of what an expression may be, without being called."""
    found: set[str] = set()
    pending = [value]
    while pending:
        node = pending.pop()
        match node:
            case nodes.Name() | nodes.Attribute():
                found.add(_last_name(node))
            case nodes.IfExp(body=body, orelse=orelse):
                pending.extend((body, orelse))
            case nodes.BoolOp(values=values):
                pending.extend(values)
            case nodes.Tuple(elts=elements) | nodes.List(elts=elements) | nodes.Set(elts=elements):
                pending.extend(elements)
            case nodes.Dict(items=items):
                pending.extend(each for _, each in items)
            case nodes.Call(func=func) if _last_name(func) in _HANDLING | _HOLDING:
                pending.extend([*node.args, *(keyword.value for keyword in node.keywords or ())])
                found.update(
                    argument.value
                    for argument in node.args
                    if isinstance(argument, nodes.Const) and isinstance(argument.value, str)
                )
            case nodes.Await(value=inner) | nodes.NamedExpr(value=inner) | nodes.Subscript(value=inner):
                pending.append(inner)
    return {name for name in found if not _is_special(name)}


def _defaults(arguments: nodes.Arguments) -> Iterator[tuple[str, nodes.NodeNG]]:
    positional = [*(arguments.posonlyargs or ()), *(arguments.args or ())]
    defaults = arguments.defaults or []
    for argument, default in zip(reversed(positional), reversed(defaults), strict=False):
        yield argument.name, default
    for argument, default in zip(arguments.kwonlyargs or (), arguments.kw_defaults or (), strict=False):
        if default is not None:
            yield argument.name, default


def _handed(call: nodes.Call) -> Iterator[nodes.NodeNG]:
    yield from call.args
    for keyword in call.keywords or ():
        yield keyword.value
