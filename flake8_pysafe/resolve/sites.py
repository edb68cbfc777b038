"""Judges the places that may reach a marked parameter or attribute, wrappers included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from astroid import nodes

from flake8_pysafe import markers, models, rules
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.markers.marker import Marker, Verdict, is_falsy
from flake8_pysafe.resolve import behaviour, flow
from flake8_pysafe.resolve.arguments import NOT_GIVEN, Argument, CallArguments, Slot, Values
from flake8_pysafe.resolve.core import Place, in_order
from flake8_pysafe.resolve.evaluate import Evaluator
from flake8_pysafe.resolve.provenance import DUMPED, Grade, Provenance
from flake8_pysafe.resolve.signatures import CALLABLES, AnyFunction, slots_of
from flake8_pysafe.resolve.walking import own_nodes, walk
from flake8_pysafe.scan import Needs, Position, Wanted
from flake8_pysafe.scan.outline import INSPECTING
from flake8_pysafe.values import (
    CHOSEN,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Module,
    Parameter,
    Partial,
    Refusal,
    Value,
    apart,
)
from flake8_pysafe.values import Mapping as MappingValue

MAX_WRAPPERS = 3  # a wrapper around a wrapper around a wrapper

# Functions and methods that call what they are given, by the position it stands at.
_FORWARDERS = {
    "to_thread": 0,
    "submit": 0,
    "run_in_executor": 1,
    "run_sync": 0,
    "apply_async": 0,
    "call_soon": 0,
    "call_soon_threadsafe": 0,
    "defer_to_thread": 0,
    "deferToThread": 0,
}
# Methods of a session that do their work by its `request`.
_VERBS = frozenset("get options head post put patch delete".split())


@dataclass(frozen=True)
class Blame:
    """One unsafe value at one sink, before it becomes a finding."""

    code: str
    node: nodes.NodeNG  # what the finding points at
    statement: nodes.NodeNG
    sink: str  # the qualified name of what is called or set
    parameter: str
    value: Value | None  # None: the argument is not given
    remedy: str
    place: Place | None = None  # where the value was written, if elsewhere
    offset: int | None = None  # characters into a string; None: all of it
    settles: tuple[int, str] | None = None  # for a setting: the scope and the path of its object
    source: str = ""  # where remote data comes from


@dataclass(frozen=True)
class Derived:
    """A parameter of a first-party function that reaches a marked one."""

    parameter: str
    key: str | None
    marker: Marker
    sink: str
    sink_parameter: str
    level: int
    view: _View = field(compare=False)  # of the call of the sink
    written: nodes.NodeNG | None = field(compare=False)  # what the sink is given

    def is_reached_by(self, value: Value, ask: Evaluator) -> bool:
        """Tell whether a value gets past the conditions around the sink that speak of what it is given."""
        path = flow.path_of(self.written) if self.written is not None else ""
        child, parent = self.written, self.written.parent if self.written is not None else None
        while path and parent is not None and not isinstance(parent, (*CALLABLES, nodes.ClassDef, nodes.Module)):
            if isinstance(parent, (nodes.If, nodes.IfExp)) and child is not parent.test:
                body = parent.body if isinstance(parent.body, list) else [parent.body]
                if ask.decided(parent.test, path, value) is (child not in body):
                    return False
            child, parent = parent, parent.parent
        return True


_JUDGED = (
    nodes.Call,
    nodes.AssignAttr,
    nodes.Subscript,
    nodes.AssignName,
    nodes.AugAssign,
    nodes.BinOp,
    nodes.Dict,
    nodes.List,
    nodes.Tuple,
    nodes.Set,
    nodes.Return,
    nodes.Lambda,
    nodes.Arguments,
)


class _View:
    """What a marker can ask about one call or assignment: implements `values.Site`."""

    def __init__(
        self,
        judge: Judge,
        node: nodes.NodeNG,
        receiver: Value | None,
        get: Callable[[str], Argument],
        data: Callable[[], nodes.NodeNG | None],
    ) -> None:
        self._judge = judge
        self._node = node
        self.receiver = receiver
        self._get = get
        self._data = data

    def given(self, parameter: str) -> Argument:
        """Return what a parameter of the call gets."""
        return self._get(parameter)

    def argument(self, parameter: str) -> Values:
        return self._get(parameter).values

    def arguments_of(self, instance: Instance) -> Mapping[str, Values]:
        return self._judge.arguments_of(instance)

    def method(self, owner: Class, name: str) -> Function | None:
        found = self._judge.ask.member(owner, name)
        if found is None or not isinstance(found[0], nodes.ClassDef):
            return None
        for target in self._judge.ask.flow_of(found[0]).bindings(name):
            if isinstance(target, nodes.FunctionDef):
                return Function(name, target)
        return None

    def raises(self, function: Function) -> bool:
        return isinstance(function.node, nodes.FunctionDef) and behaviour.raises(function.node)

    def returned(self, function: Function) -> Values:
        if isinstance(function.node, CALLABLES):
            return self._judge.ask.returned(function.node)
        return self._judge.ask.called(function, None)

    def refuses(self, function: Function) -> Refusal:
        return behaviour.refusal(function.node) if isinstance(function.node, nodes.FunctionDef) else Refusal.NEVER

    def made_here(self) -> bool:
        node = self._data()
        return node is not None and self._judge.provenance.origins(node) == DUMPED

    def used_as_client(self) -> bool:
        return isinstance(self._node, nodes.Call) and self._judge.is_client_context(self._node)

    def used_as_server(self) -> bool:
        return isinstance(self._node, nodes.AssignAttr) and self._judge.is_server_context(self._node.expr)

    def declared(self, distribution: str) -> str | None:
        return self._judge.declared(distribution)


class Judge:
    """Judges calls, assignments and escaping references of one file."""

    def __init__(self, ask: Evaluator, wanted: Wanted, declared: Callable[[str], str | None]) -> None:
        self.ask = ask
        self._places = wanted.places
        self._reach = wanted.reach
        self.declared = declared
        self.provenance = Provenance(ask)
        self._derived: dict[int, list[Derived]] = {}
        self._searched: set[int] = set()
        self._level = 0

    # --- the file ----------------------------------------------------------------------------

    def blames(self, root: nodes.NodeNG) -> list[Blame]:
        """Return what is to be blamed in a tree or part of one, one code a statement and family."""
        found: list[Blame] = []
        for node in walk(root, sorted({line for line, *_ in self._places})):
            if isinstance(node, _JUDGED) and (needs := self._places.get(_position(node))) is not None:
                if not needs or self._may_break(node, needs):
                    found += self.judged(node)
        return _one_code_each(_settled(found))

    def _may_break(self, node: nodes.NodeNG, needs: Needs) -> bool:
        """Tell whether what is given can break a rule, whatever it is given to.

        What is called is dearer to find out: other modules are read for it.
        """
        given = _given_to(node)
        if given is None:
            return True
        for number, word in sorted(needs):
            marker = markers.BY_NAME[word]
            read = given[number : number + 1] if marker.names_itself else given
            values = apart(value for _, each in read for value in self.ask.values(each))
            if marker.may_break(values | {Constant(name) for name, _ in read if name}):
                return True
        return False

    def judged(self, node: nodes.NodeNG) -> Iterator[Blame]:
        """Yield what is to be blamed at one node."""
        match node:
            case nodes.Call():
                yield from self._call(node)
                yield from self._attribute_call(node)
                yield from self._escapes(node)
            case nodes.AssignAttr():
                yield from self._attribute_set(node)
            case nodes.Subscript():
                yield from self._item_set(node)
                yield from self._escapes(node)
            case nodes.AugAssign(target=left, value=right):
                yield from self._operator("__ior__", left, right, node)
            case nodes.BinOp(left=left, right=right):
                yield from self._operator("__or__", left, right, node)
            case nodes.AssignName():
                yield from self._module_setting(node)
            case _:
                yield from self._escapes(node)

    # --- calls -------------------------------------------------------------------------------

    def _call(self, node: nodes.Call) -> Iterator[Blame]:
        yield from self._called_values(node)
        forwarded = self._forwarded(node)
        if forwarded is not None:
            position, made = forwarded
            reference = node.args[position]
            for value in sorted(self.ask.values(reference), key=in_order):
                if made and self._is_reported(value, node):
                    continue
                for blame in self._called(value, node, [(node, position + 1)], made=made):
                    # What is handed over is to blame, not the function that calls it.
                    yield replace(blame, node=reference) if blame.node is node.func and not made else blame

    def _called_values(self, node: nodes.Call) -> Iterator[Blame]:
        values = self.ask.values(node.func)
        test = self.ask.deciding(node.func) if len(values) > 1 else None
        if test is None:
            for value in sorted(values, key=in_order):
                yield from self._called(value, node, [(node, 0)], made=False)
            return
        # What is called and what it is given are decided together.
        for option in (0, 1):
            with self.ask.assuming(test, option):
                found = list(self._called_values(node))
            yield from found

    def _forwarded(self, node: nodes.Call) -> tuple[int, bool] | None:
        """The position of a function that is called with the arguments behind it, and whether more may follow."""
        name = flow.path_of(node.func).rpartition(".")[2]
        if any(
            isinstance(v, Foreign) and v.name in ("functools.partial", "functools.partialmethod")
            for v in self.ask.values(node.func)
        ):
            return (0, True) if node.args else None
        position = _FORWARDERS.get(name)
        return (position, False) if position is not None and position < len(node.args) else None

    def _called(
        self, value: Value, node: nodes.Call, calls: list[tuple[nodes.Call, int]], *, made: bool
    ) -> Iterator[Blame]:
        match value:
            case Function(node=models.Function() as function, receiver=receiver):
                own = self._own_request(function, receiver)
                if own is None:
                    yield from self._model_call(function, receiver, node, calls, made=made)
                else:
                    yield from self._wrapper_call(own, node, calls, bound=True)
            case Function(node=nodes.FunctionDef() | nodes.Lambda() as function, receiver=receiver):
                bound = receiver is not None
                yield from self._wrapper_call(function, node, calls, bound=bound)
                if isinstance(receiver, Instance) and isinstance(function, nodes.FunctionDef):
                    yield from self._override_call(function, receiver, node)
            case Class():
                yield from self._construction(value, node, calls, made=made)
            case Partial(function=function, call=nodes.Call() as inner):
                if isinstance(function, Foreign) and function.name.startswith("operator."):
                    yield from self._operated(function, inner, node)
                elif not self._is_reported(function, inner):
                    yield from self._called(function, node, [(inner, 1), *calls], made=made)
            case Instance():
                yield from self._called_instance(value, node, calls, made=made)

    def _is_reported(self, function: Value, made: nodes.Call) -> bool:
        """Tell whether a `partial` hands over a function in a way that is itself reported."""
        return isinstance(made.args[0], (nodes.Name, nodes.Attribute)) and self._escaping(function)[0] is not None

    def _override_call(self, function: nodes.FunctionDef, receiver: Instance, node: nodes.Call) -> Iterator[Blame]:
        """Judge the object whose method overrides a modelled one and calls it."""
        order = receiver.of.order
        own = self.ask.class_of(function.parent).name if isinstance(function.parent, nodes.ClassDef) else ""
        above = order[order.index(own) + 1 :] if own in order else ()
        member = self.ask.member(Class(above[0], above), function.name) if above else None
        found = member[0].members[function.name] if member and isinstance(member[0], models.Class) else None
        if not isinstance(found, models.Function) or not found.parameters:
            return
        calls = (each.func for each in own_nodes(function) if isinstance(each, nodes.Call))
        if any(isinstance(called, nodes.Attribute) and called.attrname == function.name for called in calls):
            view = self._view(node, receiver, lambda name: NOT_GIVEN, [])
            for word in found.parameters[0].annotation.words:
                if word in markers.BY_NAME:
                    argument = Argument(frozenset({receiver}), node.func)
                    yield from self._judge(markers.BY_NAME[word], argument, view, node, found.name, "")

    def _own_request(self, function: models.Function, receiver: Value | None) -> nodes.FunctionDef | None:
        """The `request` method of the project that a session's `get` goes through, if it looks at what is judged."""
        if function.name.rpartition(".")[2] not in _VERBS or not isinstance(receiver, Instance):
            return None
        member = self.ask.member(receiver.of, "request")
        if member is None or not isinstance(member[0], nodes.ClassDef):
            return None
        judged = {parameter.name for parameter in function.parameters if parameter.annotation.words}
        for target in self.ask.flow_of(member[0]).bindings("request"):
            if isinstance(target, nodes.FunctionDef):
                named = (node.value for node in walk(target) if isinstance(node, nodes.Const))
                if any(isinstance(name, str) and name in judged for name in named):
                    return target
        return None

    def _called_instance(
        self, value: Instance, node: nodes.Call, calls: list[tuple[nodes.Call, int]], *, made: bool
    ) -> Iterator[Blame]:
        member = self.ask.member(value.of, "__call__")
        if member is None:
            return
        owner, _ = member
        if isinstance(owner, models.Class):
            found = owner.members["__call__"]
            if isinstance(found, models.Function):
                yield from self._model_call(found, value, node, calls, made=made)
            return
        for target in self.ask.flow_of(owner).bindings("__call__"):
            if isinstance(target, nodes.FunctionDef):
                yield from self._wrapper_call(target, node, calls, bound=True)

    def _operated(self, function: Foreign, inner: nodes.Call, node: nodes.Call) -> Iterator[Blame]:
        """`methodcaller("loads", data)(pickle)` calls `pickle.loads(data)`."""
        if function.name != "operator.methodcaller()" or not inner.args or not node.args:
            return
        for name in self.ask.values(inner.args[0]):
            for owner in self.ask.values(node.args[0]):
                if isinstance(name, Constant) and isinstance(name.value, str):
                    for value in self.ask.attribute(owner, name.value):
                        yield from self._called(value, inner, [(inner, 1)], made=False)

    def _construction(
        self, of: Class, node: nodes.Call, calls: list[tuple[nodes.Call, int]], *, made: bool
    ) -> Iterator[Blame]:
        member = self.ask.member(of, "__init__")
        if member is None:
            return
        owner, _ = member
        if isinstance(owner, models.Class):
            found = owner.members["__init__"]
            if isinstance(found, models.Function):
                yield from self._model_call(found, Instance(of, node), node, calls, made=made)
            return
        for target in self.ask.flow_of(owner).bindings("__init__"):
            if isinstance(target, nodes.FunctionDef):
                yield from self._wrapper_call(target, node, calls, bound=True)

    def _model_call(
        self,
        function: models.Function,
        receiver: Value | None,
        node: nodes.Call,
        calls: list[tuple[nodes.Call, int]],
        *,
        made: bool,
    ) -> Iterator[Blame]:
        arguments = CallArguments(calls, self.ask.values)
        bound = receiver is not None and function.binding != "static"
        slots = slots_of(function, bound=bound)
        view = self._view(node, receiver, lambda name: _given(arguments, slots, name), slots)
        sink = _sink_name(function)
        for word in function.returns.words:
            marker = markers.BY_NAME.get(word)
            if marker is not None and not made:
                yield from self._judge(marker, NOT_GIVEN, view, node, sink, "")
        parameters = function.parameters
        if bound and parameters:
            for word in parameters[0].annotation.words:
                marker = markers.BY_NAME.get(word)
                if marker is not None and receiver is not None:
                    yield from self._judge(marker, Argument(frozenset({receiver}), node.func), view, node, sink, "")
        for parameter in parameters[1:] if bound else parameters:
            argument = arguments.get(slots, parameter.name)
            if made and argument.node is None:
                continue
            if parameter.kind == "kwargs":
                yield from self._keywords(parameter, arguments, slots, view, node, sink)
                continue
            yield from self._annotated(parameter.annotation, argument, view, node, sink, parameter.name)

    def _keywords(
        self,
        parameter: models.Parameter,
        arguments: CallArguments,
        slots: list[Slot],
        view: _View,
        node: nodes.Call,
        sink: str,
    ) -> Iterator[Blame]:
        """Judge the extra keywords of a call by the keys that a stub gives for `**kwargs`, or by one marker for all."""
        keys = self._dictionary_type(parameter.annotation)
        for name in arguments.extra_keywords(slots):
            argument = arguments.keyword(name)
            if keys is not None:
                member = keys.members.get(name)
                if isinstance(member, models.Annotation):
                    yield from self._annotated(member, argument, view, node, sink, name)
            else:
                given = Argument(frozenset({MappingValue(((name, argument.values),))}), argument.node)
                yield from self._annotated(parameter.annotation, given, view, node, sink, name)
        if keys is not None:
            for name, member in keys.members.items():
                if isinstance(member, models.Annotation):
                    for value in arguments.keyword(name).values:
                        if isinstance(value, Parameter):
                            yield from self._annotated(member, arguments.keyword(name), view, node, sink, name)
                            break

    def _annotated(
        self,
        annotation: models.Annotation,
        argument: Argument,
        view: _View,
        node: nodes.NodeNG,
        sink: str,
        parameter: str,
    ) -> Iterator[Blame]:
        for word in annotation.words:
            marker = markers.BY_NAME.get(word)
            if marker is not None:
                yield from self._judge(marker, argument, view, node, sink, parameter)
        keys = self._dictionary_type(annotation) if annotation.type else None
        if keys is not None and argument.node is not None:
            for name, member in keys.members.items():
                if isinstance(member, models.Annotation):
                    for value in argument.values:
                        if isinstance(value, MappingValue):
                            yield from self._entry(value, name, member, argument, view, node, sink)
                        elif isinstance(value, (Class, Instance)):
                            yield from self._class_entry(value, name, member, view, sink)

    def _entry(
        self,
        mapping: MappingValue,
        name: str,
        member: models.Annotation,
        argument: Argument,
        view: _View,
        node: nodes.NodeNG,
        sink: str,
    ) -> Iterator[Blame]:
        values = mapping.get(name)
        if values == {MISSING}:
            return
        if CHOSEN in argument.values:
            values = values | {CHOSEN}
        written = _entry_node(argument.node, name)
        inner = Argument(values, written if written is not None else argument.node)
        yield from self._annotated(member, inner, view, node, sink, name)

    def _class_entry(
        self, value: Class | Instance, name: str, member: models.Annotation, view: _View, sink: str
    ) -> Iterator[Blame]:
        """Judge a setting that stands in the body of a class of this file."""
        of = value.of if isinstance(value, Instance) else value
        if not isinstance(of.node, nodes.ClassDef) or of.node.root() is not self.ask.tree.module:
            return
        for target in self.ask.flow_of(of.node).bindings(name):
            written = _assigned_node(target)
            if written is not None:
                argument = Argument(self.ask.values(written), written)
                yield from self._annotated(member, argument, view, written, sink, name)

    def _dictionary_type(self, annotation: models.Annotation) -> models.Class | None:
        if not annotation.type:
            return None
        found = self.ask.library.find(self.ask.library.absolute(annotation.type, annotation.module))
        return found if isinstance(found, models.Class) and found.is_dictionary else None

    def _view(
        self, node: nodes.NodeNG, receiver: Value | None, get: Callable[[str], Argument], slots: list[Slot]
    ) -> _View:
        return _View(self, node, receiver, get, lambda: get(slots[0].name).node if slots else None)

    # --- one value at one marker -------------------------------------------------------------

    def _judge(
        self, marker: Marker, argument: Argument, view: _View, node: nodes.NodeNG, sink: str, parameter: str
    ) -> Iterator[Blame]:
        values = argument.values
        for value in values:
            if isinstance(value, Parameter) and isinstance(value.function, nodes.NodeNG):
                self._derive(value, marker, sink, parameter, view, argument.node)
        if marker.option and CHOSEN in values:
            return
        certain = not any(value is UNKNOWN or isinstance(value, Parameter) for value in values)
        best: tuple[Verdict, Value] | None = None
        for value in sorted(values, key=in_order):
            if value is MISSING and not certain:
                continue  # it may be given after all
            seen = UNKNOWN if isinstance(value, Parameter) else value
            verdict = marker.judge(seen, view)
            if verdict is not None and (best is None or verdict.code < best[0].code):
                best = (verdict, value)
        if best is None or (marker.option and self.ask.is_users_choice(argument.node or node)):
            return
        yield self._blame(marker, *best, argument, view, node, sink, parameter)

    def _blame(
        self,
        marker: Marker,
        verdict: Verdict,
        value: Value,
        argument: Argument,
        view: _View,
        node: nodes.NodeNG,
        sink: str,
        parameter: str,
    ) -> Blame:
        at_callee = marker.at_callee or argument.node is None
        pointed = _callee(node) if at_callee else _element_node(argument.node, verdict)
        code, source = verdict.code, ""
        if code in ("PS202", "PS203", "PS205") and (marker.at_callee or parameter):
            source = self._remote_source(view)
            code = "PS201" if source else code
        if code == "PS202" and self._is_verified(view):
            code = "PS209"
        place = None
        if argument.node is not None and not marker.at_callee:
            place = self.ask.written_at(argument.node, value)
        return Blame(
            code,
            pointed,
            node.statement(),
            sink,
            parameter,
            value if not at_callee and value is not MISSING else None,
            verdict.remedy or marker.remedy,
            place,
            verdict.offset,
            source=source,
        )

    def _is_verified(self, view: _View) -> bool:
        node = view._data()
        grades = {origin.grade for origin in self.provenance.origins(node)} if node is not None else set()
        return Grade.VERIFIED in grades and grades <= {Grade.VERIFIED, Grade.DUMPED}

    def _remote_source(self, view: _View) -> str:
        node = view._data()
        for origin in sorted(self.provenance.origins(node), key=lambda each: each.source) if node is not None else ():
            if origin.grade is Grade.REMOTE:
                return f"`{origin.source}` (line {origin.line})"
        return ""

    # --- wrappers ----------------------------------------------------------------------------

    def _derive(
        self,
        value: Parameter,
        marker: Marker,
        sink: str,
        parameter: str,
        view: _View,
        written: nodes.NodeNG | None,
    ) -> None:
        if marker.at_callee or not parameter:
            return
        derived = Derived(value.name, value.key, marker, sink, parameter, self._level, view, written)
        known = self._derived.setdefault(id(value.function), [])
        if len(known) < 40 and not any(
            (d.parameter, d.key, d.marker.name) == (value.name, value.key, marker.name) for d in known
        ):
            known.append(derived)

    def derived_of(self, function: AnyFunction) -> list[Derived]:
        """Return the parameters of a first-party function that reach a marked one."""
        if isinstance(function, nodes.FunctionDef):
            special = function.name.startswith("__") and isinstance(function.parent, nodes.ClassDef)
            called = {function.parent.name, f"{function.parent.name}()"} if special else {function.name}
            if not any(name in self._reach.wrappers for name in called):
                return []
        root = function
        if isinstance(function, nodes.FunctionDef) and isinstance(function.parent, nodes.ClassDef):
            if function.name == "__init__":
                root = function.parent  # what is kept on `self` reaches sinks in the other methods
        if id(root) not in self._searched and self._level < MAX_WRAPPERS:
            self._searched.add(id(root))
            self._level += 1
            try:
                places = self._reach.passing(self.ask.tree_of(root).path)
                for node in walk(root, sorted({line for line, *_ in places})) if places else ():
                    if isinstance(node, _JUDGED) and _position(node) in places:
                        # Only what it derives counts: the search is under way, and a blame may not be complete.
                        for _ in self.judged(node):
                            pass
            finally:
                self._level -= 1
        return self._derived.get(id(function), [])

    def _wrapper_call(
        self, function: AnyFunction, node: nodes.Call, calls: list[tuple[nodes.Call, int]], *, bound: bool
    ) -> Iterator[Blame]:
        derived = self.derived_of(function)
        if not derived:
            return
        slots = slots_of(function, bound=bound)
        arguments = CallArguments(calls, self.ask.values)
        for each in derived:
            if each.key is not None:
                if any(slot.name == each.key and slot.kind != "positional" for slot in slots):
                    continue
                argument = arguments.keyword(each.key)
            else:
                argument = arguments.get(slots, each.parameter)
            if argument.node is None:
                continue
            view = self._view(node, each.view.receiver, each.view.given, slots)
            reaching = frozenset(v for v in argument.values - {MISSING} if each.is_reached_by(v, self.ask))
            known = Argument(reaching, argument.node)
            yield from self._judge(each.marker, known, view, node, each.sink, each.sink_parameter)

    # --- settings ----------------------------------------------------------------------------

    def _attribute_set(self, node: nodes.AssignAttr) -> Iterator[Blame]:
        if isinstance(node.parent, nodes.AugAssign):
            return
        written = _assigned_node(node)
        found: list[Blame] = []
        for receiver in self.ask.values(node.expr):
            found += self._set(receiver, node.attrname, lambda: self.ask.bound(node), written or node, node)
        if found and not self._is_superseded(node):
            yield from found

    def _attribute_call(self, node: nodes.Call) -> Iterator[Blame]:
        match node:
            case nodes.Call(func=nodes.Name(name="setattr"), args=[target, name, value]):
                for text in self.ask.values(name):
                    if isinstance(text, Constant) and isinstance(text.value, str):
                        for receiver in self.ask.values(target):
                            yield from self._set(
                                receiver, text.value, lambda: self.ask.values(value), value, node, target
                            )

    def _set(
        self,
        receiver: Value,
        name: str,
        values: Callable[[], Values],
        written: nodes.NodeNG,
        node: nodes.NodeNG,
        target: nodes.NodeNG | None = None,
    ) -> Iterator[Blame]:
        annotation, sink = self._setting(receiver, name)
        if annotation is None:
            return
        argument = Argument(values(), written)
        view = self._view(node, receiver, lambda parameter: NOT_GIVEN, [])
        owner = target if target is not None else node.expr
        settles = (id(self.ask.scope_of(node)), flow.path_of(owner))
        for blame in self._annotated(annotation, argument, view, node, sink, name):
            yield replace(blame, settles=settles)

    def _setting(self, receiver: Value, name: str) -> tuple[models.Annotation | None, str]:
        """The annotation a model gives to an attribute, and its qualified name."""
        owner = receiver.of if isinstance(receiver, Instance) else receiver
        if isinstance(owner, Module):
            found = self.ask.library.find(f"{owner.name}.{name}") if owner.node is None else None
            return (found, f"{owner.name}.{name}") if isinstance(found, models.Annotation) else (None, "")
        if isinstance(owner, Class):
            for each in owner.order:
                found_class = self.ask.library.find(each)
                if isinstance(found_class, models.Class):
                    member = found_class.members.get(name)
                    if isinstance(member, models.Annotation):
                        return member, f"{each}.{name}"
        return None, ""

    def _is_superseded(self, node: nodes.AssignAttr) -> bool:
        """Tell whether the same attribute is set again before the object is used."""
        path = flow.path_of(node)
        statement = node.statement()
        parent = statement.parent
        body = next(
            (
                b
                for b in (getattr(parent, f, None) for f in ("body", "orelse", "finalbody"))
                if isinstance(b, list) and statement in b
            ),
            None,
        )
        if not path or body is None:
            return False
        base = path.rpartition(".")[0]
        for later in body[body.index(statement) + 1 :]:
            if isinstance(later, nodes.Assign) and any(
                isinstance(t, nodes.AssignAttr) and flow.path_of(t) == path for t in later.targets
            ):
                return True
            for used in walk(later):
                if flow.path_of(used) == base and not isinstance(used.parent, nodes.AssignAttr):
                    return False
            if isinstance(later, (nodes.Return, nodes.Raise, nodes.If, nodes.While, nodes.For, nodes.Try, nodes.With)):
                return False
        return False

    def _item_set(self, node: nodes.Subscript) -> Iterator[Blame]:
        if node.ctx is None or node.ctx.name != "Store" or not isinstance(node.parent, nodes.Assign):
            return
        written = node.parent.value
        for receiver in self.ask.values(node.value):
            if isinstance(receiver, Instance):
                yield from self._model_item(receiver, node, written)

    def _model_item(self, receiver: Instance, node: nodes.Subscript, written: nodes.NodeNG) -> Iterator[Blame]:
        key, value = Argument(self.ask.values(node.slice), node.slice), Argument(self.ask.values(written), written)
        member = self.ask.member(receiver.of, "__setitem__")
        if member is not None and isinstance(member[0], models.Class):
            function = member[0].members["__setitem__"]
            if isinstance(function, models.Function) and len(function.parameters) >= 3:
                given = {function.parameters[1].name: key, function.parameters[2].name: value}
                view = self._view(node, receiver, lambda name: given.get(name, NOT_GIVEN), [])
                for parameter in function.parameters[1:]:
                    yield from self._annotated(
                        parameter.annotation,
                        given.get(parameter.name, NOT_GIVEN),
                        view,
                        node,
                        receiver.of.name,
                        parameter.name,
                    )
        for name in key.values:
            if isinstance(name, Constant) and isinstance(name.value, str):
                yield from self._set(receiver, name.value, lambda: value.values, written, node, node.value)

    def _operator(self, name: str, left: nodes.NodeNG, right: nodes.NodeNG, node: nodes.NodeNG) -> Iterator[Blame]:
        """Judge the right side of an operator that a model describes."""
        argument = Argument(self.ask.values(right), right)
        for receiver in self.ask.values_before(left):
            member = self.ask.member(receiver.of, name) if isinstance(receiver, Instance) else None
            function = member[0].members[name] if member is not None and isinstance(member[0], models.Class) else None
            if isinstance(function, models.Function) and len(function.parameters) == 2:
                parameter = function.parameters[1]
                view = self._view(node, receiver, lambda _: argument, [])
                yield from self._annotated(parameter.annotation, argument, view, node, function.name, parameter.name)

    def _module_setting(self, node: nodes.AssignName) -> Iterator[Blame]:
        """Judge names that frameworks read from a settings module."""
        statement = node.parent
        if not isinstance(statement, (nodes.Assign, nodes.AnnAssign)) or statement.value is None:
            return
        if not isinstance(statement.parent, (nodes.Module, nodes.If, nodes.Try)) or not isinstance(
            self.ask.scope_of(node), nodes.Module
        ):
            return
        stubs = ["module_settings"]
        file_name = self.ask.tree.path.replace("\\", "/").rpartition("/")[2]
        stubs += [
            s
            for s in self.ask.library.names()
            if s.startswith("module_settings.") and file_name.startswith(s.rpartition(".")[2])
        ]
        for stub in stubs:
            member = self.ask.library.find(f"{stub}.{node.name}")
            if isinstance(member, models.Annotation):
                view = self._view(node, None, lambda name: NOT_GIVEN, [])
                argument = Argument(self.ask.values(statement.value), statement.value)
                yield from self._annotated(member, argument, view, node, node.name, node.name)

    # --- references that escape --------------------------------------------------------------

    def _escapes(self, node: nodes.NodeNG) -> Iterator[Blame]:
        for reference in self._handed_over(node):
            values = self.ask.values(reference)
            if any(isinstance(value, Parameter) for value in values):
                continue  # the default of a parameter is judged where it is written
            for value in sorted(values, key=in_order):
                marker, sink = self._escaping(value)
                if marker is None:
                    continue
                view = self._view(node, None, lambda name: Argument(frozenset({UNKNOWN})), [])
                verdict = marker.judge(UNKNOWN, view)
                if verdict is not None:
                    yield Blame(verdict.code, reference, reference.statement(), sink, "", None, marker.remedy)
                    break

    def _handed_over(self, node: nodes.NodeNG) -> Iterator[nodes.NodeNG]:
        candidates: list[nodes.NodeNG | None] = []
        match node:
            case nodes.Call():
                name = flow.path_of(node.func).rpartition(".")[2] or getattr(node.func, "attrname", "")
                if name in INSPECTING or name.startswith("assert"):
                    return
                candidates = [*node.args, *(keyword.value for keyword in node.keywords or ())]
                forwarded = self._forwarded(node)
                if forwarded is not None and not forwarded[1]:
                    candidates.remove(node.args[forwarded[0]])  # judged as a call of it
            case nodes.Subscript(parent=nodes.Assign(value=value)):
                candidates = [value]
            case nodes.Dict(items=items):
                candidates = [value for _, value in items]
            case nodes.List(elts=elements) | nodes.Set(elts=elements):
                candidates = elements
            case nodes.Tuple(elts=elements):
                candidates = [] if _is_unpacked_or_tested(node) or _is_reduction(node) else elements
            case nodes.Return(value=value) | nodes.Lambda(body=value):
                candidates = [value]
            case nodes.Arguments():
                candidates = [*(node.defaults or ()), *(node.kw_defaults or ())]
        for candidate in candidates:
            match candidate:
                case nodes.Name(name=name) | nodes.Attribute(attrname=name) if self._reach.escapes(name):
                    yield candidate

    def _escaping(self, value: Value) -> tuple[Marker | None, str]:
        match value:
            case Function(node=models.Function() as function):
                annotations = [parameter.annotation for parameter in function.parameters]
                annotations.append(function.returns)
                name = function.name
            case Class(node=models.Class() as owner, name=name):
                initializer = owner.members.get("__init__")
                if not isinstance(initializer, models.Function):
                    return None, ""
                annotations = [parameter.annotation for parameter in initializer.parameters]
            case _:
                return None, ""
        for annotation in annotations:
            for word in annotation.words:
                marker = markers.BY_NAME.get(word)
                if marker is not None and marker.escapes:
                    return marker, name
        return None, ""

    # --- TLS contexts ------------------------------------------------------------------------

    def arguments_of(self, instance: Instance) -> Mapping[str, Values]:
        """Return the arguments an instance was made with, by parameter."""
        call = instance.call
        if not isinstance(call, nodes.Call):
            return {}
        for value in self.ask.values(call.func):
            function, bound = self.ask.signature(value)
            if function is not None:
                slots = slots_of(function, bound=bound)
                arguments = CallArguments([(call, 0)], self.ask.values)
                given = {slot.name: arguments.get(slots, slot.name).values for slot in slots}
                if (
                    isinstance(value, Function)
                    and isinstance(value.receiver, Instance)
                    and value.receiver.call is not call
                ):
                    # What `listener.accept()` gives is as protected as the listener.
                    given = {**self.arguments_of(value.receiver), **given}
                return given
        return {}

    def is_client_context(self, call: nodes.Call) -> bool:
        """Tell whether the context that a call makes is used by a client and never given a mode."""
        parent = call.parent
        if isinstance(parent, (nodes.Call, nodes.Keyword)):
            return self._takes(call, Flow.CLIENT_CONTEXT.value)
        if not isinstance(parent, nodes.Assign) or len(parent.targets) != 1:
            return False
        path = flow.path_of(parent.targets[0])
        scope = self.ask.scope_of(call)
        scope_flow = self.ask.flow_of(scope)
        if not path or scope_flow.binds(f"{path}.verify_mode"):
            return False
        uses = scope_flow.uses.get(path, ())
        return not any(map(self._serves, uses)) and any(map(self._connects, uses))

    def is_server_context(self, node: nodes.NodeNG) -> bool:
        """Tell whether a context, where it is set, is used by a server in the same function or class."""
        path = flow.path_of(node)
        scope = self.ask.scope_of(node)
        scopes = [scope]
        if path.startswith("self.") and isinstance(scope.parent, nodes.ClassDef):
            scopes = [each for each in scope.parent.body if isinstance(each, nodes.FunctionDef)]
        return any(self._serves(use) for each in scopes for use in self.ask.flow_of(each).uses.get(path, ()))

    def _serves(self, use: nodes.NodeNG) -> bool:
        """Tell whether a use of a context is that of a server."""
        call = _wrapping(use)
        if call is not None:
            sides = [self.ask.values(k.value) for k in call.keywords or () if k.arg == "server_side"]
            return len(call.args) > 1 or any(not is_falsy(side) for values in sides for side in values)
        return self._takes(use, Flow.SERVER_CONTEXT.value)

    def _connects(self, use: nodes.NodeNG) -> bool:
        """Tell whether a use of a context is that of a client."""
        return _wrapping(use) is not None or self._takes(use, Flow.CLIENT_CONTEXT.value)

    def _takes(self, node: nodes.NodeNG, word: str) -> bool:
        """Tell whether a node is the argument of a parameter with a word of flow."""
        call = node.parent.parent if isinstance(node.parent, nodes.Keyword) else node.parent
        if not isinstance(call, nodes.Call):
            return False
        for value in self.ask.values(call.func):
            function, bound = self.ask.signature(value)
            if function is not None:
                slots = slots_of(function, bound=bound)
                arguments = CallArguments([(call, 0)], self.ask.values)
                for parameter in function.parameters:
                    if word in parameter.annotation.words and arguments.get(slots, parameter.name).node is node:
                        return True
        return False


def _wrapping(use: nodes.NodeNG) -> nodes.Call | None:
    """The call of `wrap_socket` that a context is used for."""
    match use.parent:
        case nodes.Attribute(attrname="wrap_socket", parent=nodes.Call() as call):
            return call
        case _:
            return None


def _position(node: nodes.NodeNG) -> Position:
    """The place of a node as the scan names it: that of defaults is the first of them."""
    if isinstance(node, nodes.Arguments):
        given = (each for each in (*(node.defaults or ()), *(node.kw_defaults or ())) if each is not None)
        node = next(given, node)
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


def _given(arguments: CallArguments, slots: list[Slot], name: str) -> Argument:
    """What a parameter gets, one that the stub leaves to `**kwargs` too."""
    return arguments.get(slots, name) if any(slot.name == name for slot in slots) else arguments.keyword(name)


def _sink_name(function: models.Function) -> str:
    if function.name.endswith(".__init__"):
        return function.name.removesuffix(".__init__")
    return function.name


def _callee(node: nodes.NodeNG) -> nodes.NodeNG:
    return node.func if isinstance(node, nodes.Call) else node


def _assigned_node(target: nodes.NodeNG) -> nodes.NodeNG | None:
    """The expression in the source that a target is given, through one tuple."""
    parent = target.parent
    if isinstance(parent, (nodes.Assign, nodes.AnnAssign)):
        return parent.value
    if isinstance(parent, nodes.Tuple) and isinstance(parent.parent, nodes.Assign):
        value = parent.parent.value
        if isinstance(value, nodes.Tuple) and len(value.elts) == len(parent.elts):
            return value.elts[parent.elts.index(target)]
    return None


def _element_node(node: nodes.NodeNG | None, verdict: Verdict) -> nodes.NodeNG:
    """The element or entry that is to blame, if the container is written in place."""
    assert node is not None
    if verdict.element is not None and isinstance(node, (nodes.List, nodes.Tuple, nodes.Set)):
        if verdict.element < len(node.elts) and not any(isinstance(e, nodes.Starred) for e in node.elts):
            return node.elts[verdict.element]
    if verdict.key is not None:
        entry = _entry_node(node, verdict.key)
        if entry is not None:
            return entry
    return node


def _given_to(node: nodes.NodeNG) -> list[tuple[str, nodes.NodeNG]] | None:
    """Return what `Use.given` is about, each with the keyword it stands behind; None where that is not so plain."""
    match node:
        case nodes.Call(args=arguments, keywords=keywords):
            given = [("", each.value if isinstance(each, nodes.Starred) else each) for each in arguments]
            return given + [(each.arg or "", each.value) for each in keywords]
        case nodes.BinOp(right=right) | nodes.AugAssign(value=right):
            return [("", right)]
        case nodes.Subscript(slice=key, parent=nodes.Assign(value=value)):
            return [("", key), ("", value)]
        case nodes.AssignAttr(parent=nodes.Assign(value=value)):
            return [("", value)]
        case _:
            return None


def _entry_node(node: nodes.NodeNG | None, key: str) -> nodes.NodeNG | None:
    if isinstance(node, nodes.Dict):
        for written, value in node.items:
            if isinstance(written, nodes.Const) and written.value == key:
                return value
    if isinstance(node, nodes.Call):
        return next((k.value for k in node.keywords or () if k.arg == key), None)
    return None


def _is_unpacked_or_tested(node: nodes.Tuple) -> bool:
    parent = node.parent
    if isinstance(parent, nodes.Assign) and any(isinstance(t, (nodes.Tuple, nodes.List)) for t in parent.targets):
        return True
    return isinstance(parent, (nodes.Compare, nodes.ExceptHandler, nodes.Subscript, nodes.MatchValue)) or (
        isinstance(parent, nodes.Call) and flow.path_of(parent.func).rpartition(".")[2] in INSPECTING
    )


def _is_reduction(node: nodes.Tuple) -> bool:
    """Tell whether a tuple is how an object says it is to be pickled: nothing is loaded by it."""
    if getattr(node.scope(), "name", "") in ("__reduce__", "__reduce_ex__"):
        return True
    return len(node.elts) == 2 and isinstance(node.elts[1], nodes.Tuple) and isinstance(node.parent, nodes.Return)


def _settled(found: list[Blame]) -> list[Blame]:
    """Leave out `check_hostname = False` where the same context is set to verify nothing at all."""
    unverified = {blame.settles for blame in found if blame.code == "PS102" and blame.settles}
    return [blame for blame in found if not (blame.code == "PS103" and blame.settles in unverified)]


def _one_code_each(found: list[Blame]) -> list[Blame]:
    # The order of the rules is the order in which they claim a statement.
    rank = {rule.code: number for number, rule in enumerate(rules.ALL)}
    best: dict[tuple[int, str], int] = {}
    seen: set[tuple[int, str, int | None]] = set()
    for blame in found:
        key = (id(blame.statement), blame.code[:3])
        best[key] = min(best.get(key, len(rank)), rank[blame.code])
    kept = []
    for blame in found:
        place = (id(blame.node), blame.code, blame.offset)
        if rank[blame.code] == best[(id(blame.statement), blame.code[:3])] and place not in seen:
            seen.add(place)
            kept.append(blame)
    return kept
