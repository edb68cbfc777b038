"""Which definitions of a name or attribute path reach a place, in order.

For one path (`options`, `self.session`) in one scope the statements that matter are run
through once, abstractly: a binding replaces what came before, a mutation stands on it,
branches join. The result is a small graph of definitions; nothing is evaluated here, so
the cost is that of the statements which mention the path.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias, Union

from astroid import nodes

MAX_PATH = 5  # names in an attribute path that is followed: self.a.b.c

MUTATORS = frozenset(
    "update setdefault pop popitem clear append extend insert remove add discard __setitem__ __delitem__".split()
)


@dataclass(frozen=True, eq=False)
class Entry:
    """The path as it is when the scope begins: a parameter, a free name, an attribute set elsewhere."""


@dataclass(frozen=True, eq=False)
class Binding:
    """The path is bound by this target (or by this `setattr` call)."""

    node: nodes.NodeNG


@dataclass(frozen=True, eq=False)
class Rebased:
    """The object in front of the path's last name is another one from here on."""

    node: nodes.NodeNG


@dataclass(frozen=True, eq=False)
class Deleted:
    """The name is deleted."""


@dataclass(frozen=True, eq=False)
class Mutation:
    """The object is changed in place by this node."""

    before: Definition
    node: nodes.NodeNG


@dataclass(frozen=True, eq=False)
class Narrowed:
    """The path behind a condition that speaks of it, where it was true or where it was false."""

    before: Definition
    test: nodes.NodeNG
    outcome: bool


@dataclass(eq=False)
class Join:
    """Any of several definitions; `tests` are the conditions that decided which."""

    options: list[Definition] = field(default_factory=list)
    tests: list[nodes.NodeNG] = field(default_factory=list)


Definition: TypeAlias = Union[Entry, Binding, Rebased, Deleted, Mutation, Narrowed, Join]

_COMPREHENSIONS = (nodes.ListComp, nodes.SetComp, nodes.DictComp, nodes.GeneratorExp)


def path_of(node: nodes.NodeNG) -> str:
    """Return the attribute path an expression spells, empty if it spells none or a long one."""
    parts: list[str] = []
    while isinstance(node, (nodes.Attribute, nodes.AssignAttr, nodes.DelAttr)):
        parts.append(node.attrname)
        node = node.expr
        if len(parts) >= MAX_PATH:
            return ""
    if not isinstance(node, (nodes.Name, nodes.AssignName, nodes.DelName)):
        return ""
    parts.append(node.name)
    return ".".join(reversed(parts))


@dataclass(frozen=True)
class _Event:
    kind: str  # "use", "bind", "mutate", "delete"
    node: nodes.NodeNG
    header: nodes.NodeNG  # the statement, handler or case it belongs to


class ScopeFlow:
    """The definitions of one scope, found path by path on demand."""

    def __init__(self, scope: nodes.NodeNG) -> None:
        self.scope = scope
        self.globals: set[str] = set()  # names declared `global` or `nonlocal`
        self.uses: dict[str, list[nodes.NodeNG]] = {}
        self.jumps: list[nodes.NodeNG] = []  # `break` and `continue`
        self._events: dict[str, list[_Event]] = {}
        self._bound: dict[str, None] = {}  # a set in source order
        self._touched: set[str] = set()
        self._owner: dict[int, tuple[nodes.NodeNG, str]] = {}  # a statement's compound statement and block
        self._reached: dict[str, _Reached] = {}
        self._collect()

    # --- questions ---------------------------------------------------------------------------

    def binds(self, path: str) -> bool:
        """Tell whether the scope itself binds a path."""
        return path in self._bound

    def touches(self, path: str) -> bool:
        """Tell whether the scope binds, deletes or changes a path."""
        return path in self._touched

    def bound(self) -> Iterator[str]:
        """Yield the names that the scope binds, special ones left out."""
        return (path for path in self._bound if "." not in path and not path.startswith("__"))

    def bindings(self, path: str) -> Iterator[nodes.NodeNG]:
        """Yield the targets that bind a path, in source order."""
        return (event.node for event in self._events.get(path, ()) if event.kind == "bind")

    def at(self, path: str, node: nodes.NodeNG) -> Definition:
        """Return the definition of a path that reaches one of its uses."""
        return self._run(path).at.get(id(node), Entry())

    def at_end(self, path: str) -> Definition:
        """Return the definition of a path that stands when the scope is left."""
        return self._run(path).end

    # --- collecting --------------------------------------------------------------------------

    def _collect(self) -> None:
        scope = self.scope
        if isinstance(scope, nodes.Lambda):
            self._expression(scope.body, scope)
            return
        self._block(scope.body, scope, "body")

    def _block(self, body: list[nodes.NodeNG], owner: nodes.NodeNG, name: str) -> None:
        for statement in body:
            self._owner[id(statement)] = (owner, name)
            self._statement(statement)

    def _statement(self, node: nodes.NodeNG) -> None:
        match node:
            case nodes.FunctionDef():
                for part in (node.decorators, node.args):
                    if part is not None:
                        self._expression(part, node)
                self._bind(node.name, node, node)
            case nodes.ClassDef():
                for part in (node.decorators, *node.bases, *node.keywords):
                    if part is not None:
                        self._expression(part, node)
                self._bind(node.name, node, node)
            case nodes.Import(names=names):
                for name, alias in names:
                    self._bind(alias or name.partition(".")[0], node, node)
            case nodes.ImportFrom(names=names):
                for name, alias in names:
                    self._bind(alias or name, node, node)
            case nodes.Global(names=names) | nodes.Nonlocal(names=names):
                self.globals.update(names)
            case nodes.If() | nodes.While():
                self._expression(node.test, node)
                self._block(node.body, node, "body")
                self._block(node.orelse, node, "orelse")
            case nodes.For():
                self._expression(node.iter, node)
                self._expression(node.target, node)
                self._block(node.body, node, "body")
                self._block(node.orelse, node, "orelse")
            case nodes.With():
                for context, target in node.items:
                    self._expression(context, node)
                    if target is not None:
                        self._expression(target, node)
                self._block(node.body, node, "body")
            case nodes.Try() | nodes.TryStar():
                self._block(node.body, node, "body")
                for handler in node.handlers:
                    self._owner[id(handler)] = (node, "handlers")
                    if handler.type is not None:
                        self._expression(handler.type, handler)
                    if handler.name is not None:
                        self._expression(handler.name, handler)
                    self._block(handler.body, handler, "body")
                self._block(node.orelse, node, "orelse")
                self._block(node.finalbody, node, "finalbody")
            case nodes.Match():
                self._expression(node.subject, node)
                for case in node.cases:
                    self._owner[id(case)] = (node, "cases")
                    self._expression(case.pattern, case)
                    if case.guard is not None:
                        self._expression(case.guard, case)
                    self._block(case.body, case, "body")
            case nodes.Assign(targets=targets, value=value):
                self._expression(value, node)
                for target in targets:
                    self._expression(target, node)
            case nodes.AnnAssign(target=target, value=value):
                if value is not None:
                    self._expression(value, node)
                self._expression(target, node)
            case nodes.AugAssign(target=target, value=value):
                self._expression(value, node)
                self._changed(path_of(target), node, node)
                if isinstance(target, nodes.Subscript):
                    self._expression(target, node)
            case nodes.Break() | nodes.Continue():
                self.jumps.append(node)
            case _:
                for child in node.get_children():
                    self._expression(child, node)

    def _expression(self, root: nodes.NodeNG, header: nodes.NodeNG) -> None:
        pending: list[tuple[nodes.NodeNG, frozenset[str]]] = [(root, frozenset())]
        begun: set[int] = set()  # calls whose parts were gone through
        while pending:
            node, hidden = pending.pop()
            match node:
                case nodes.Name(name=name):
                    if name not in hidden:
                        self._add(name, "use", node, header)
                    continue
                case nodes.AssignName(name=name):
                    if name not in hidden:
                        self._bind(name, node, header)
                    continue
                case nodes.DelName(name=name):
                    self._add(name, "delete", node, header)
                    continue
                case nodes.Attribute():
                    self._attribute(node, "use", hidden, header)
                case nodes.AssignAttr():
                    self._attribute(node, "bind", hidden, header)
                    self._mutated(node.expr, node, hidden, header)
                case nodes.Subscript(value=container):
                    if not isinstance(node.ctx, type(None)) and node.ctx.name != "Load":
                        self._mutated(container, node, hidden, header)
                case nodes.Call() if id(node) in begun:
                    self._call(node, hidden, header)
                    continue
                case nodes.Call():
                    # What `options.pop("x")` is called on is read before it is changed.
                    begun.add(id(node))
                    pending.append((node, hidden))
                case nodes.NamedExpr(target=target, value=value):
                    pending.append((target, frozenset()))
                    pending.append((value, hidden))
                    continue
                case nodes.Lambda():
                    pending.append((node.body, hidden | _parameters(node)))
                    pending.append((node.args, hidden))
                    continue
                case nodes.Arguments():
                    defaults = [*(node.defaults or ()), *(d for d in node.kw_defaults or () if d is not None)]
                    pending.extend((default, hidden) for default in reversed(defaults))
                    continue
                case _ if isinstance(node, _COMPREHENSIONS):
                    hidden = hidden | comprehension_names(node)
            pending.extend((child, hidden) for child in reversed(list(node.get_children())))

    def _attribute(self, node: nodes.NodeNG, kind: str, hidden: frozenset[str], header: nodes.NodeNG) -> None:
        path = path_of(node)
        if path and path.partition(".")[0] not in hidden:
            self._add(path, kind, node, header)

    def _mutated(self, target: nodes.NodeNG, node: nodes.NodeNG, hidden: frozenset[str], header: nodes.NodeNG) -> None:
        path = path_of(target)
        if path and path.partition(".")[0] not in hidden:
            self._add(path, "mutate", node, header)

    def _call(self, node: nodes.Call, hidden: frozenset[str], header: nodes.NodeNG) -> None:
        match node:
            case nodes.Call(func=nodes.Attribute(attrname=name, expr=target)) if name in MUTATORS:
                self._mutated(target, node, hidden, header)
            case nodes.Call(func=nodes.Name(name="setattr"), args=[target, nodes.Const(value=str() as name), _]):
                self._mutated(target, node, hidden, header)
                path = path_of(target)
                if path and path.partition(".")[0] not in hidden:
                    self._add(f"{path}.{name}", "bind", node, header)

    def _changed(self, path: str, node: nodes.NodeNG, header: nodes.NodeNG) -> None:
        if path:
            self._add(path, "mutate", node, header)

    def _bind(self, name: str, node: nodes.NodeNG, header: nodes.NodeNG) -> None:
        self._add(name, "bind", node, header)

    def _add(self, path: str, kind: str, node: nodes.NodeNG, header: nodes.NodeNG) -> None:
        self._events.setdefault(path, []).append(_Event(kind, node, header))
        if kind == "use":
            self.uses.setdefault(path, []).append(node)
        else:
            self._touched.add(path)
        if kind == "bind":
            self._bound[path] = None

    # --- running -----------------------------------------------------------------------------

    def _run(self, path: str) -> _Reached:
        reached = self._reached.get(path)
        if reached is None:
            reached = self._reached[path] = _Reached(self, path, self._relevant(path))
        return reached

    def _relevant(self, path: str) -> list[_Event]:
        events = list(self._events.get(path, ()))
        prefix = path
        while "." in prefix:
            prefix = prefix.rpartition(".")[0]
            for event in self._events.get(prefix, ()):
                if event.kind in ("bind", "delete"):
                    events.append(_Event("rebase", event.node, event.header))
        if "." in path:
            events.sort(key=_position)
        return events

    def owner(self, statement: nodes.NodeNG) -> tuple[nodes.NodeNG, str]:
        """Return the compound statement (or the scope) and the block a statement stands in."""
        return self._owner.get(id(statement), (self.scope, "body"))


def _position(event: _Event) -> tuple[int, int]:
    # A statement's targets are bound after its value is read, whatever the columns say.
    line, column = event.node.lineno or 0, event.node.col_offset or 0
    return (event.header.lineno or line, 1_000_000 * (event.kind in ("bind", "rebase")) + column)


class _Reached:
    """One path run through one scope."""

    def __init__(self, flow: ScopeFlow, path: str, events: list[_Event]) -> None:
        self.flow = flow
        self.at: dict[int, Definition] = {}
        self._headers: dict[int, list[_Event]] = {}
        self._children: dict[tuple[int, str], list[nodes.NodeNG]] = {}
        self._loops: list[tuple[list[Definition], list[Definition]]] = []  # states at continue, at break
        self._raised: list[list[Definition]] = []  # states in the bodies of enclosing `try`s
        for event in self._with_jumps(events):
            self._place(event)
        entry: Definition = Entry()
        scope = flow.scope
        end = self._header(scope, entry) if isinstance(scope, nodes.Lambda) else self._block(scope, "body", entry)
        self.end: Definition = entry if end is None else end

    def _with_jumps(self, events: list[_Event]) -> list[_Event]:
        """Add the jumps out of loops that mention the path: they carry its state past the statements behind them."""
        loops = {id(loop) for event in events if (loop := self._loop_around(event.header)) is not None}
        jumps = [_Event("jump", node, node) for node in self.flow.jumps if id(self._loop_around(node)) in loops]
        return sorted([*events, *jumps], key=lambda event: event.header.lineno or 0) if jumps else events

    def _loop_around(self, node: nodes.NodeNG) -> nodes.NodeNG | None:
        while node is not self.flow.scope:
            node, _ = self.flow.owner(node)
            if isinstance(node, (nodes.For, nodes.While)):
                return node
        return None

    def _place(self, event: _Event) -> None:
        headers = self._headers.setdefault(id(event.header), [])
        headers.append(event)
        node = event.header
        while node is not self.flow.scope:
            owner, name = self.flow.owner(node)
            siblings = self._children.setdefault((id(owner), name), [])
            if any(node is sibling for sibling in siblings[-2:]):
                return
            siblings.append(node)
            node = owner

    def _block(self, owner: nodes.NodeNG, name: str, state: Definition | None) -> Definition | None:
        for statement in self._children.get((id(owner), name), ()):
            if state is None:
                return None
            state = self._statement(statement, state)
        if state is not None and name in ("body", "orelse") and owner is not self.flow.scope:
            state = self._leave(owner, name, state)
        return state

    def _leave(self, owner: nodes.NodeNG, name: str, state: Definition) -> Definition | None:
        """The state behind a block, None if its last statement jumps away."""
        block = getattr(owner, name, None)
        last = block[-1] if block else None
        match last:
            case nodes.Return() | nodes.Raise():
                return None
            case nodes.Continue():
                if self._loops:
                    self._loops[-1][0].append(state)
                return None
            case nodes.Break():
                if self._loops:
                    self._loops[-1][1].append(state)
                return None
            case _:
                return state

    def _header(self, node: nodes.NodeNG, state: Definition) -> Definition:
        for event in self._headers.get(id(node), ()):
            self.at[id(event.node)] = state
            match event.kind:
                case "bind":
                    state = Binding(event.node)
                case "rebase":
                    state = Rebased(event.node)
                case "delete":
                    state = Deleted()
                case "mutate":
                    state = Mutation(state, event.node)
                case _:
                    continue
            for raised in self._raised:
                raised.append(state)
        return state

    def _statement(self, node: nodes.NodeNG, state: Definition) -> Definition | None:
        match node:
            case nodes.If():
                state = self._header(node, state)
                yes: Definition = state
                no: Definition = state
                if id(node) in self._headers:  # the condition speaks of the path
                    yes, no = Narrowed(state, node.test, True), Narrowed(state, node.test, False)
                taken = self._block(node, "body", yes)
                other = self._block(node, "orelse", no)
                if taken is yes and other is no:
                    return state
                return _join([taken, other], [node.test])
            case nodes.While() | nodes.For():
                return self._loop(node, state)
            case nodes.With():
                state = self._header(node, state)
                return self._block(node, "body", state)
            case nodes.Try() | nodes.TryStar():
                return self._try(node, state)
            case nodes.Match():
                state = self._header(node, state)
                ends: list[Definition | None] = [state]
                for case in self._children.get((id(node), "cases"), ()):
                    ends.append(self._block(case, "body", self._header(case, state)))
                if len(self._children.get((id(node), "cases"), ())) == len(node.cases) and _is_wildcard(node.cases[-1]):
                    ends.pop(0)
                return _join(ends, [node.subject])
            case _:
                return self._header(node, state)

    def _loop(self, node: nodes.NodeNG, state: Definition) -> Definition | None:
        again = Join([state])
        self._loops.append(([], []))
        inside = self._header(node, again)
        end = self._block(node, "body", inside)
        continued, broken = self._loops.pop()
        again.options.extend(option for option in (end, *continued) if option is not None and option is not again)
        endless = isinstance(node, nodes.While) and isinstance(node.test, nodes.Const) and bool(node.test.value)
        otherwise = None if endless else self._block(node, "orelse", again)
        return _join([otherwise, *broken], [])

    def _try(self, node: nodes.NodeNG, state: Definition) -> Definition | None:
        self._raised.append([state])
        end = self._block(node, "body", state)
        raised = self._raised.pop()
        end = self._block(node, "orelse", end)
        ends = [end]
        failed = _join(list(raised), []) or state
        touched = {id(handler) for handler in self._children.get((id(node), "handlers"), ())}
        for handler in node.handlers:
            if id(handler) in touched:
                ends.append(self._block(handler, "body", self._header(handler, failed)))
            else:
                ends.append(self._leave(handler, "body", failed))
        after = _join(ends, [])
        if node.finalbody:
            final = self._block(node, "finalbody", after or failed)
            return final if after is not None else None
        return after


def _join(ends: list[Definition | None], tests: list[nodes.NodeNG]) -> Definition | None:
    distinct: list[Definition] = []
    for end in ends:
        if end is not None and not any(end is seen for seen in distinct):
            distinct.append(end)
    if not distinct:
        return None
    return distinct[0] if len(distinct) == 1 else Join(distinct, tests)


def _is_wildcard(case: nodes.MatchCase) -> bool:
    return isinstance(case.pattern, nodes.MatchAs) and case.pattern.pattern is None and case.guard is None


def _parameters(node: nodes.Lambda) -> frozenset[str]:
    return frozenset(parameter_names(node.args))


def parameter_names(arguments: nodes.Arguments) -> Iterator[str]:
    """Yield the names of all parameters."""
    for group in (arguments.posonlyargs, arguments.args, arguments.kwonlyargs):
        for argument in group or ():
            yield argument.name
    for name in (arguments.vararg, arguments.kwarg):
        if name:
            yield name


def comprehension_names(node: nodes.NodeNG) -> frozenset[str]:
    """Return the names a comprehension binds for itself."""
    names: set[str] = set()
    for generator in node.generators:
        pending = [generator.target]
        while pending:
            target = pending.pop()
            if isinstance(target, nodes.AssignName):
                names.add(target.name)
            pending.extend(target.get_children())
    return frozenset(names)
