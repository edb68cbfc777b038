"""Where bytes come from: dumped a moment ago in this process, sent by somebody else, or unknown."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.resolve import flow
from flake8_pysafe.resolve.arguments import CallArguments
from flake8_pysafe.resolve.evaluate import Evaluator
from flake8_pysafe.resolve.signatures import slots_of
from flake8_pysafe.resolve.walking import own_nodes, walk
from flake8_pysafe.values import UNKNOWN, Class, Function, Instance, Parameter, Partial, Value

MAX_DEPTH = 25
MAX_STEPS = 500  # expressions looked at for one question
MAX_CALLERS = 10
MAX_LEVELS = 2  # callers of callers

# Methods of a buffer that neither let others write to it nor hand it on.
_HARMLESS = frozenset("seek tell getvalue read readline readlines flush close truncate seekable readable".split())
# Methods that give the same data in another form.
_KEEPING = frozenset("encode decode getvalue getbuffer read readline readlines tobytes strip fromhex read1 hex".split())
_CONVERTERS = frozenset(
    {"builtins.bytes", "builtins.bytearray", "builtins.memoryview", "builtins.str", "builtins.bytes.fromhex"}
)

# Methods that change a buffer, or let others do it.
_WRITING = frozenset("write writelines getbuffer".split())
# Methods that put what they are given into a container.
_FILLING = frozenset("append extend insert add update".split())
# Functions that AWS Lambda calls with an event, by convention.
_EVENT_PARAMETERS = ["event", "context"]

_BUFFERS = frozenset({"io.BytesIO", "io.StringIO"})
# Files that nobody else has written to.
_TEMPORARY = frozenset({"tempfile.TemporaryFile", "tempfile.SpooledTemporaryFile", "tempfile.NamedTemporaryFile"})


class Grade(enum.Enum):
    """How far data can be trusted, by where it comes from."""

    DUMPED = "dumped"
    REMOTE = "remote"
    STORED = "stored"
    VERIFIED = "verified"
    OTHER = "other"


@dataclass(frozen=True)
class Origin:
    """A grade, and for data from elsewhere the name of what gave it."""

    grade: Grade
    source: str = ""
    line: int = 0


OTHER = frozenset({Origin(Grade.OTHER)})
DUMPED = frozenset({Origin(Grade.DUMPED)})

_WORDS = {
    Flow.REMOTE.value: Grade.REMOTE,
    Flow.STORED.value: Grade.STORED,
    Flow.VERIFIED.value: Grade.VERIFIED,
}


class Provenance:
    """Answers where the data of an expression comes from."""

    def __init__(self, ask: Evaluator) -> None:
        self._ask = ask
        self._busy: set[int] = set()
        self._level = 0
        self.steps = 0  # of the question that is asked
        self._references: dict[int, dict[str, list[nodes.NodeNG]]] = {}  # that are called or handed over, by name
        self._assignments: dict[int, dict[str, list[nodes.AssignAttr]]] = {}  # to attributes, by module and name

    def origins(self, node: nodes.NodeNG | None) -> frozenset[Origin]:
        """Return all origins the data of an expression can have; never empty."""
        self.steps = self.steps + 1 if self._busy else 0
        if node is None or id(node) in self._busy or len(self._busy) > MAX_DEPTH or self.steps > MAX_STEPS:
            return OTHER
        self._busy.add(id(node))
        try:
            return frozenset(self._origins(node)) or OTHER
        finally:
            self._busy.discard(id(node))

    def _origins(self, node: nodes.NodeNG) -> Iterator[Origin]:
        match node:
            case nodes.Call():
                yield from self._call(node)
            case nodes.Name(name=name):
                yield from self._name(node, name)
            case nodes.Attribute():
                yield from self._attribute(node)
            case nodes.Await(value=value) | nodes.NamedExpr(value=value) | nodes.Starred(value=value):
                yield from self.origins(value)
            case nodes.Subscript(slice=nodes.Const(value="wsgi.input")):  # PEP 3333
                yield Origin(Grade.REMOTE, "wsgi.input", node.lineno or 0)
            case nodes.Subscript(value=value):
                yield from self._part(value)
            case nodes.IfExp(body=body, orelse=orelse):
                yield from self.origins(body)
                yield from self.origins(orelse)
            case nodes.BoolOp(values=operands):
                for operand in operands:
                    yield from self.origins(operand)
            case nodes.BinOp(op="+", left=left, right=right):
                yield from self.origins(left)
                yield from self.origins(right)
            case nodes.JoinedStr(values=parts):
                for part in parts:
                    if isinstance(part, nodes.FormattedValue):
                        yield from self.origins(part.value)
            case nodes.List(elts=elements) | nodes.Tuple(elts=elements):
                for element in elements:
                    yield from self.origins(element)
            case nodes.ListComp(elt=element) | nodes.GeneratorExp(elt=element):
                yield from self.origins(element)
            case _:
                yield Origin(Grade.OTHER)

    def _part(self, node: nodes.NodeNG) -> Iterator[Origin]:
        # A piece of a dump is not that dump; a piece of a message is as foreign as the message.
        for origin in self.origins(node):
            yield Origin(Grade.OTHER) if origin.grade is Grade.DUMPED else origin

    def _call(self, node: nodes.Call) -> Iterator[Origin]:
        func = node.func
        values = self._values(func)
        # What a caller may give in the place of a default is judged where it is given.
        known = [_whole(value) for value in values if not isinstance(value, Parameter)]
        for value in known or values:
            match value:
                case Function(node=nodes.FunctionDef() as function):
                    yield from self._returned(function)
                case Function(node=models.Function() as function):
                    yield from self._model_call(function, value, node)
                case Class(name=name) if name in _BUFFERS:
                    yield from self.origins(node.args[0]) if node.args else OTHER
                case Class(node=models.Class() as owner):
                    initializer = owner.members.get("__init__")
                    yield from self._carried(initializer, node) if isinstance(initializer, models.Function) else OTHER
                case _ if getattr(value, "name", "") in _CONVERTERS and node.args:
                    yield from self.origins(node.args[0])
                case _ if isinstance(func, nodes.Attribute) and func.attrname == "join" and node.args:
                    yield from self.origins(node.args[0])
                case _ if isinstance(func, nodes.Attribute) and func.attrname in _KEEPING:
                    yield from self._buffer(func.expr)
                case _ if isinstance(func, nodes.Attribute) and func.attrname in ("get", "pop", "getlist"):
                    yield from self._part(func.expr)
                case _ if isinstance(func, nodes.Attribute) and value is UNKNOWN:
                    # What an unknown object with a remote origin gives back is remote.
                    yield from self._part(func.expr)
                case _:
                    yield Origin(Grade.OTHER)

    def _returned(self, function: nodes.FunctionDef) -> Iterator[Origin]:
        returned = [each.value for each in own_nodes(function) if isinstance(each, nodes.Return)]
        for value in returned:
            yield from self.origins(value)
        if not returned:
            yield Origin(Grade.OTHER)

    def _model_call(self, function: models.Function, value: Function, node: nodes.Call) -> Iterator[Origin]:
        words = set(function.returns.words)
        if Flow.DUMPED.value in words:
            yield Origin(Grade.DUMPED)
            return
        if Flow.CARRIED.value in words:
            yield from self._carried(function, node)
            return
        for word, grade in _WORDS.items():
            if word in words:
                yield Origin(grade, function.name, node.lineno or 0)
                return
        if isinstance(node.func, nodes.Attribute) and node.func.attrname in _KEEPING:
            yield from self._buffer(node.func.expr)
        elif isinstance(node.func, nodes.Attribute) and isinstance(value.receiver, Instance):
            # What an object with a remote origin gives back is remote.
            yield from self._part(node.func.expr)
        else:
            yield Origin(Grade.OTHER)

    def _carried(self, function: models.Function, node: nodes.Call) -> Iterator[Origin]:
        bound = bool(function.parameters) and function.parameters[0].name == "self"
        slots = slots_of(function, bound=bound)
        for parameter in function.parameters:
            if Flow.CARRIED.value in parameter.annotation.words:
                argument = CallArguments([(node, 0)], self._ask.values).get(slots, parameter.name)
                yield from self.origins(argument.node)
                return
        yield Origin(Grade.OTHER)

    def _name(self, node: nodes.Name, name: str) -> Iterator[Origin]:
        if self._is_dump_buffer(node):
            yield Origin(Grade.DUMPED)
            return
        iterated = _iterated_by_comprehension(node)
        if iterated is not None:
            yield from self._iterated(iterated)
            return
        for target in self._targets(node, name):
            if target is None:
                yield from self._given(node)
            else:
                yield from self._bound(target)
                if self._is_written_to(target, node):
                    yield Origin(Grade.OTHER)

    def _targets(self, node: nodes.Name, name: str) -> Iterator[nodes.NodeNG | None]:
        """What binds or changes the name on the way to the node; None for what is not in sight."""
        scope = self._ask.scope_of(node)
        scope_flow = self._ask.flow_of(scope)
        if not scope_flow.binds(name) or name in scope_flow.globals:
            yield None
            return
        pending: list[flow.Definition] = [scope_flow.at(name, node)]
        seen: set[int] = set()
        while pending:
            definition = pending.pop()
            if id(definition) in seen:
                continue
            seen.add(id(definition))
            match definition:
                case flow.Binding(node=target):
                    yield target
                case flow.Join(options=options):
                    pending.extend(options)
                case flow.Narrowed(before=before):
                    pending.append(before)
                case flow.Mutation(before=before, node=change):
                    pending.append(before)
                    yield change
                case _:
                    yield None

    def _bound(self, target: nodes.NodeNG) -> Iterator[Origin]:
        match target:
            case nodes.AugAssign(op="+=", value=value):
                yield from self.origins(value)
                return
            case nodes.Call(func=nodes.Attribute(attrname=name), args=[*_, value]) if name in _FILLING:
                yield from self.origins(value)
                return
        parent = target.parent
        match parent:
            case nodes.Assign(value=value) | nodes.AnnAssign(value=value) | nodes.NamedExpr(value=value):
                yield from self.origins(value)
            case nodes.With(items=items):
                for context, bound in items:
                    if bound is target:
                        yield from self.origins(context)
            case nodes.For(iter=iterated) | nodes.Tuple(parent=nodes.For(iter=iterated)):
                yield from self._iterated(iterated)
            case nodes.Tuple(parent=nodes.Assign(value=value)):
                yield from self._part(value)
            case _:
                yield Origin(Grade.OTHER)

    def _iterated(self, node: nodes.NodeNG) -> Iterator[Origin]:
        """Where what a loop over an expression takes comes from."""
        for value in self._values(node):
            grade = self._word_of(value, "__iter__") or self._word_of(value, "__aiter__")
            if grade is not None:
                yield Origin(grade, _named(value), node.lineno or 0)
        yield from self._part(node)

    # --- parameters --------------------------------------------------------------------------

    def _given(self, node: nodes.Name) -> Iterator[Origin]:
        """Where a parameter comes from, as far as those that give it are in sight; there may always be others."""
        yield Origin(Grade.OTHER)
        function = self._ask.scope_of(node)
        if not isinstance(function, nodes.FunctionDef) or node.name not in flow.parameter_names(function.args):
            return
        for annotation, giver in self._prescribed(function, node.name):
            for word in annotation.words:
                if word in _WORDS:
                    yield Origin(_WORDS[word], giver, function.lineno or 0)
        if node.name == "event" and _is_event_handler(function):
            yield Origin(Grade.REMOTE, f"{function.name}(event)", function.lineno or 0)
        for given in self._arguments(function, node.name):
            for origin in self._part(given):
                # Only what is known of a caller counts, and only against the data.
                if origin.grade in (Grade.REMOTE, Grade.STORED):
                    yield origin

    def _values(self, node: nodes.NodeNG) -> frozenset[Value]:
        """The values of an expression; an unknown parameter is what those in sight give it."""
        values = self._ask.values(node)
        if not all(value is UNKNOWN or isinstance(value, Parameter) for value in values):
            return values
        found: set[Value] = set()
        match node:
            case nodes.Name(name=name):
                function = self._ask.scope_of(node)
                if not isinstance(function, nodes.FunctionDef):
                    return values
                if name in flow.parameter_names(function.args) and None in self._targets(node, name):
                    for annotation, _ in self._prescribed(function, name):
                        found |= self._ask.from_model(annotation, "")
                    for given in self._arguments(function, name):
                        found |= self._values(given)
            case nodes.Attribute(expr=expr, attrname=name) if flow.path_of(node):
                for owner in self._values(expr):
                    if isinstance(owner, (Instance, Class)):
                        found |= self._ask.attribute(owner, name)
        return frozenset(found) or values

    def _prescribed(self, function: nodes.FunctionDef, name: str) -> Iterator[tuple[models.Annotation, str]]:
        """What the libraries that call a function say of its parameter, and the name of what says it.

        They call a method because it overrides one of theirs, and a function because it was
        handed to them as an argument whose class has a `__call__`, or decorated with theirs.
        """
        position = list(flow.parameter_names(function.args)).index(name)
        if isinstance(function.parent, nodes.ClassDef):
            for base in self._ask.class_of(function.parent).order[1:]:
                owner = self._ask.library.find(base)
                overridden = owner.members.get(function.name) if isinstance(owner, models.Class) else None
                if isinstance(overridden, models.Function):
                    yield from _parameter_at(overridden, position)
                    break
        else:
            position += 1  # beside the `self` of `__call__`
        for reference in self._named_by(function):
            for annotation in self._expected(reference):
                owner = self._ask.library.find(self._ask.library.absolute(annotation.type, annotation.module))
                called = owner.members.get("__call__") if isinstance(owner, models.Class) else None
                if isinstance(called, models.Function):
                    yield from (
                        (each, called.name.removesuffix(".__call__")) for each, _ in _parameter_at(called, position)
                    )

    def _expected(self, reference: nodes.NodeNG) -> Iterator[models.Annotation]:
        """The annotations of the modelled parameters that a reference to a function is given to."""
        parent = reference.parent
        if isinstance(parent, nodes.Decorators):
            for value in self._ask.values(reference):
                decorator, _ = self._ask.signature(value)
                if decorator is not None and decorator.parameters and decorator.parameters[0].annotation.type:
                    yield decorator.parameters[0].annotation
            return
        call = parent.parent if isinstance(parent, nodes.Keyword) else parent
        if not isinstance(call, nodes.Call) or call.func is reference:
            return
        for value in self._ask.values(call.func):
            taking, bound = self._ask.signature(value)
            for parameter in taking.parameters if taking is not None else ():
                if taking is not None and parameter.annotation.type:
                    arguments = CallArguments([(call, 0)], self._ask.values)
                    if arguments.get(slots_of(taking, bound=bound), parameter.name).node is reference:
                        yield parameter.annotation

    def _arguments(self, function: nodes.FunctionDef, name: str) -> Iterator[nodes.NodeNG]:
        """What the callers of a function in its module give for a parameter."""
        named = self._named_by(function) if self._level < MAX_LEVELS else []
        calls = [each.parent for each in named if isinstance(each.parent, nodes.Call) and each.parent.func is each]
        for call in calls[:MAX_CALLERS]:
            bound = isinstance(function.parent, nodes.ClassDef) and isinstance(call.func, nodes.Attribute)
            arguments = CallArguments([(call, 0)], self._ask.values)
            given = arguments.get(slots_of(function, bound=bound), name).node
            if given is not None:
                self._level += 1
                try:
                    yield given
                finally:
                    self._level -= 1

    def _named_by(self, function: nodes.FunctionDef) -> list[nodes.NodeNG]:
        """The places of a module where a function is called, handed over, or decorated."""
        root = function.root()
        if id(root) not in self._references:
            found = self._references.setdefault(id(root), {})
            for node in walk(root):
                if isinstance(node, (nodes.Name, nodes.Attribute)) and isinstance(
                    node.parent, (nodes.Call, nodes.Keyword)
                ):
                    name = node.name if isinstance(node, nodes.Name) else node.attrname
                    found.setdefault(name, []).append(node)
        named = [
            node
            for node in self._references[id(root)].get(function.name, ())[: 2 * MAX_CALLERS]
            if any(isinstance(value, Function) and value.node is function for value in self._ask.values(node))
        ]
        return [*named, *(function.decorators.nodes if function.decorators is not None else ())]

    # --- attributes --------------------------------------------------------------------------

    def _attribute(self, node: nodes.Attribute) -> Iterator[Origin]:
        for value in self._values(node.expr):
            word = self._word_of(value, node.attrname)
            if word is not None:
                yield Origin(word, f"{_named(value)}.{node.attrname}", node.lineno or 0)
            elif isinstance(value, Instance) and isinstance(value.of.node, models.Class):
                yield from self._part(node.expr)
            elif isinstance(value, Instance) and isinstance(value.of.node, nodes.ClassDef):
                yield from self._kept(value.of.node, node.attrname)
            elif value is UNKNOWN:
                # What an unknown object with a remote origin has is remote.
                yield from self._part(node.expr)
            else:
                yield Origin(Grade.OTHER)

    def _kept(self, owner: nodes.ClassDef, name: str) -> Iterator[Origin]:
        """Where the data come from that objects of a class keep under a name: all that the module assigns to it."""
        if id(owner.root()) not in self._assignments:
            found = self._assignments.setdefault(id(owner.root()), {})
            for node in walk(owner.root()):
                if isinstance(node, nodes.AssignAttr):
                    found.setdefault(node.attrname, []).append(node)
        of = self._ask.class_of(owner)
        targets = [t for t in self._assignments[id(owner.root())].get(name, ()) if self._may_be_of(of, t.expr)]
        targets += self._ask.flow_of(owner).bindings(name)
        values = [getattr(target.parent, "value", None) for target in targets]
        values = [value for value in values if not (isinstance(value, nodes.Const) and value.value is None)]
        for value in values[:10]:
            yield from self.origins(value)
        if not values or len(values) > 10 or len(of.order) > 1:
            yield Origin(Grade.OTHER)

    def _may_be_of(self, of: Class, node: nodes.NodeNG) -> bool:
        values = self._ask.values(node)
        return not all(isinstance(value, Instance) and value.of.name != of.name for value in values)

    def _word_of(self, value: Value, name: str) -> Grade | None:
        owner = value.of if isinstance(value, Instance) else value
        if not isinstance(owner, Class):
            found = self._ask.library.find(f"{getattr(value, 'name', '')}.{name}")
        else:
            member = self._ask.member(owner, name)
            found = member[0].members.get(name) if member and isinstance(member[0], models.Class) else None
        words = found.words if isinstance(found, models.Annotation) else ()
        if isinstance(found, models.Function) and (found.binding == "property" or name.startswith("__")):
            words = found.returns.words
        return next((_WORDS[word] for word in words if word in _WORDS), None)

    # --- buffers -----------------------------------------------------------------------------

    def _buffer(self, node: nodes.NodeNG) -> Iterator[Origin]:
        if isinstance(node, nodes.Name) and self._is_dump_buffer(node):
            yield Origin(Grade.DUMPED)
        else:
            yield from self.origins(node)

    def _is_dump_buffer(self, node: nodes.Name) -> bool:
        """Tell whether a name is a buffer, empty at first, that only dumps have been written to."""
        targets = list(self._targets(node, node.name))
        if len(targets) != 1 or targets[0] is None:
            return False
        made = _made(targets[0])
        if made is None or not self._makes_buffer(made):
            return False
        scope_flow = self._ask.flow_of(self._ask.scope_of(node))
        if len(list(scope_flow.bindings(node.name))) != 1:
            return False
        dumped = False
        for use in scope_flow.uses.get(node.name, ()):
            if self._dumps_into(use) or self._writes_dump(use) or self._dumps_through(use):
                dumped = dumped or (use.lineno or 0) <= (node.lineno or 0)
            elif not self._is_harmless(use) and (use.lineno or 0) < (node.lineno or 0):
                return False
        return dumped

    def _makes_buffer(self, call: nodes.Call) -> bool:
        names = self._names(call)
        return names <= _TEMPORARY or (names <= _BUFFERS and not call.args)

    def _is_written_to(self, target: nodes.NodeNG, node: nodes.Name) -> bool:
        """Tell whether a buffer that was made with something in it may have got something else before a use."""
        made = _made(target)
        if made is None or not made.args or not self._names(made) <= _BUFFERS:
            return False
        return any(
            isinstance(use.parent, nodes.Attribute)
            and use.parent.attrname in _WRITING
            and (use.lineno or 0) < (node.lineno or 0)
            and not self._writes_dump(use)
            for use in self._ask.flow_of(self._ask.scope_of(node)).uses.get(node.name, ())
        )

    def _dumps_through(self, use: nodes.NodeNG) -> bool:
        """Tell whether a buffer is wrapped by what compresses into it, and only dumps are written to that."""
        call = use.parent.parent if isinstance(use.parent, nodes.Keyword) else use.parent
        if not isinstance(call, nodes.Call) or not isinstance(call.parent, (nodes.With, nodes.Assign)):
            return False
        if self._carried_node(call) is not use:
            return False
        bound = [target for target in _bound_to(call) if isinstance(target, nodes.AssignName)]
        if len(bound) != 1:
            return False
        uses = self._ask.flow_of(self._ask.scope_of(use)).uses.get(bound[0].name, ())
        own = [each for each in uses if list(self._targets(each, bound[0].name)) == bound]
        dumps = [each for each in own if self._dumps_into(each) or self._writes_dump(each)]
        return bool(dumps) and all(each in dumps or self._is_harmless(each) for each in own)

    def _carried_node(self, call: nodes.Call) -> nodes.NodeNG | None:
        """What a class of a library, made by a call, passes on in another form."""
        for value in self._ask.values(call.func):
            function, bound = self._ask.signature(value)
            for parameter in function.parameters if function is not None and isinstance(value, Class) else ():
                if function is not None and Flow.CARRIED.value in parameter.annotation.words:
                    arguments = CallArguments([(call, 0)], self._ask.values)
                    return arguments.get(slots_of(function, bound=bound), parameter.name).node
        return None

    def _names(self, call: nodes.Call) -> set[str]:
        return {getattr(value, "name", "") for value in self._ask.values(call.func)}

    def _dumps_into(self, use: nodes.NodeNG) -> bool:
        call = use.parent
        if isinstance(call, nodes.Keyword):
            call = call.parent
        if not isinstance(call, nodes.Call):
            return False
        for value in self._ask.values(call.func):
            function, bound = self._ask.signature(value)
            if function is None:
                continue
            arguments = CallArguments([(call, 0)], self._ask.values)
            slots = slots_of(function, bound=bound)
            for parameter in function.parameters:
                if Flow.DUMP_TARGET.value in parameter.annotation.words:
                    return arguments.get(slots, parameter.name).node is use
        return False

    def _writes_dump(self, use: nodes.NodeNG) -> bool:
        match use.parent:
            case nodes.Attribute(attrname="write", parent=nodes.Call(args=[written])):
                return self.origins(written) == DUMPED
            case _:
                return False

    def _is_harmless(self, use: nodes.NodeNG) -> bool:
        match use.parent:
            case nodes.Attribute(attrname=name, parent=nodes.Call()):
                return name in _HARMLESS
            case _:
                return False


def _whole(value: Value) -> Value:
    """The function behind a `partial`."""
    for _ in range(5):
        if not isinstance(value, Partial):
            break
        value = value.function
    return value


def _named(value: Value) -> str:
    return value.of.name if isinstance(value, Instance) else str(getattr(value, "name", "?"))


def _parameter_at(function: models.Function, position: int) -> Iterator[tuple[models.Annotation, str]]:
    if position < len(function.parameters):
        yield function.parameters[position].annotation, function.name


def _is_event_handler(function: nodes.FunctionDef) -> bool:
    return (
        isinstance(function.parent, nodes.Module)
        and function.name.endswith("handler")
        and list(flow.parameter_names(function.args)) == _EVENT_PARAMETERS
    )


def _iterated_by_comprehension(node: nodes.Name) -> nodes.NodeNG | None:
    """What the comprehension around a name goes through, if the name is its variable."""
    parent = node.parent
    while parent is not None and not isinstance(parent, (nodes.FunctionDef, nodes.Module, nodes.ClassDef)):
        if isinstance(parent, nodes.ComprehensionScope):
            for generator in parent.generators:
                targets = [generator.target, *generator.target.get_children()]
                if any(isinstance(target, nodes.AssignName) and target.name == node.name for target in targets):
                    return generator.iter
        parent = parent.parent
    return None


def _made(target: nodes.NodeNG) -> nodes.Call | None:
    """The call whose result a target is bound to."""
    made = None
    match target.parent:
        case nodes.Assign(value=value):
            made = value
        case nodes.With(items=items):
            made = next((context for context, bound in items if bound is target), None)
    return made if isinstance(made, nodes.Call) else None


def _bound_to(call: nodes.Call) -> list[nodes.NodeNG]:
    """The targets that the result of a call is bound to."""
    match call.parent:
        case nodes.Assign(targets=targets):
            return list(targets)
        case nodes.With(items=items):
            return [bound for context, bound in items if context is call and bound is not None]
        case _:
            return []
