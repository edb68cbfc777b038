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
from flake8_pysafe.values import Class, Function, Instance, Parameter, Partial, Value

MAX_DEPTH = 25

# Methods of a buffer that neither let others write to it nor hand it on.
_HARMLESS = frozenset(
    "seek tell getvalue getbuffer read readline readlines flush close truncate seekable readable".split()
)
# Methods that give the same data in another form.
_KEEPING = frozenset(
    "encode decode getvalue getbuffer read readline readlines tobytes strip fromhex read1 hex join".split()
)
_CONVERTERS = frozenset(
    {"builtins.bytes", "builtins.bytearray", "builtins.memoryview", "builtins.str", "builtins.bytes.fromhex"}
)

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
        self._assignments: dict[int, dict[str, list[nodes.AssignAttr]]] = {}  # to attributes, by module and name

    def origins(self, node: nodes.NodeNG | None) -> frozenset[Origin]:
        """Return all origins the data of an expression can have; never empty."""
        if node is None or id(node) in self._busy or len(self._busy) > MAX_DEPTH:
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
            case _:
                yield Origin(Grade.OTHER)

    def _part(self, node: nodes.NodeNG) -> Iterator[Origin]:
        # A piece of a dump is not that dump; a piece of a message is as foreign as the message.
        for origin in self.origins(node):
            yield Origin(Grade.OTHER) if origin.grade is Grade.DUMPED else origin

    def _call(self, node: nodes.Call) -> Iterator[Origin]:
        func = node.func
        values = self._ask.values(func)
        # What a caller may give in the place of a default is judged where it is given.
        known = [_whole(value) for value in values if not isinstance(value, Parameter)]
        for value in known or values:
            match value:
                case Function(node=nodes.FunctionDef() as function):
                    yield from self._returned(function)
                case Function(node=models.Function() as function):
                    yield from self._model_call(function, value, node)
                case Class(name="io.BytesIO" | "io.StringIO"):
                    yield from self.origins(node.args[0]) if node.args else OTHER
                case Class(node=models.Class() as owner):
                    initializer = owner.members.get("__init__")
                    yield from self._carried(initializer, node) if isinstance(initializer, models.Function) else OTHER
                case _ if getattr(value, "name", "") in _CONVERTERS and node.args:
                    yield from self.origins(node.args[0])
                case _ if isinstance(func, nodes.Attribute) and func.attrname in _KEEPING:
                    yield from self._buffer(func.expr)
                case _ if isinstance(func, nodes.Attribute) and func.attrname in ("get", "pop", "getlist"):
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
        for target in self._targets(node, name):
            yield from self._bound(target)

    def _targets(self, node: nodes.Name, name: str) -> Iterator[nodes.NodeNG | None]:
        """The targets that bind the name with what reaches the node; None for what is not in sight."""
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
                case _:
                    yield None

    def _bound(self, target: nodes.NodeNG | None) -> Iterator[Origin]:
        parent = target.parent if target is not None else None
        match parent:
            case nodes.Assign(value=value) | nodes.AnnAssign(value=value) | nodes.NamedExpr(value=value):
                yield from self.origins(value)
            case nodes.With(items=items):
                for context, bound in items:
                    if bound is target:
                        yield from self._part(context)
            case nodes.For(iter=iterated) | nodes.Comprehension(iter=iterated):
                yield from self._part(iterated)
            case nodes.Tuple(parent=nodes.Assign(value=value)):
                yield from self._part(value)
            case _:
                yield Origin(Grade.OTHER)

    def _attribute(self, node: nodes.Attribute) -> Iterator[Origin]:
        for value in self._ask.values(node.expr):
            word = self._word_of(value, node.attrname)
            if word is not None:
                yield Origin(word, f"{_named(value)}.{node.attrname}", node.lineno or 0)
            elif isinstance(value, Instance) and isinstance(value.of.node, models.Class):
                yield from self._part(node.expr)
            elif isinstance(value, Instance) and isinstance(value.of.node, nodes.ClassDef):
                yield from self._kept(value.of.node, node.attrname)
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
        if isinstance(found, models.Function) and found.binding == "property":
            words = found.returns.words
        return next((_WORDS[word] for word in words if word in _WORDS), None)

    # --- buffers -----------------------------------------------------------------------------

    def _buffer(self, node: nodes.NodeNG) -> Iterator[Origin]:
        if isinstance(node, nodes.Name) and self._is_dump_buffer(node):
            yield Origin(Grade.DUMPED)
        else:
            yield from self.origins(node)

    def _is_dump_buffer(self, node: nodes.Name) -> bool:
        """Tell whether a name is an empty buffer that only dumps have been written to."""
        targets = list(self._targets(node, node.name))
        if len(targets) != 1 or targets[0] is None:
            return False
        parent = targets[0].parent
        made = parent.value if isinstance(parent, nodes.Assign) else None
        if isinstance(parent, nodes.With):
            made = next((context for context, bound in parent.items if bound is targets[0]), None)
        if not (isinstance(made, nodes.Call) and self._makes_buffer(made)):
            return False
        scope_flow = self._ask.flow_of(self._ask.scope_of(node))
        if len(list(scope_flow.bindings(node.name))) != 1:
            return False
        dumped = False
        for use in scope_flow.uses.get(node.name, ()):
            if self._dumps_into(use) or self._writes_dump(use):
                dumped = dumped or (use.lineno or 0) <= (node.lineno or 0)
            elif not self._is_harmless(use) and (use.lineno or 0) < (node.lineno or 0):
                return False
        return dumped

    def _makes_buffer(self, call: nodes.Call) -> bool:
        names = {getattr(value, "name", "") for value in self._ask.values(call.func)}
        return names <= _TEMPORARY or (names <= {"io.BytesIO", "io.StringIO"} and not call.args)

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
