"""What functions take and give: parameters, annotations, results."""

from __future__ import annotations

import re

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.resolve import containers, flow, intrinsics
from flake8_pysafe.resolve.arguments import CallArguments, Values
from flake8_pysafe.resolve.core import (
    ANYTHING,
    MAX_VALUES,
    NOTHING,
)
from flake8_pysafe.resolve.objects import Objects
from flake8_pysafe.resolve.signatures import AnyFunction, annotation_and_default, decorator_names, slots_of
from flake8_pysafe.resolve.walking import own_nodes
from flake8_pysafe.values import (
    CHOSEN,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Parameter,
    Partial,
    Sequence,
    Special,
    Value,
)

_SEQUENCES = frozenset("tuple Tuple list List set Set Sequence Iterable Iterator Collection deque".split())


class Calls(Objects):
    """Answers for parameters and for what calls give."""

    # --- functions and calls -----------------------------------------------------------------

    def parameter(self, function: AnyFunction, name: str) -> Values:
        arguments = function.args
        if isinstance(function, nodes.FunctionDef):
            this = self._receiver_parameter(function, name)
            if this is not None:
                return this
        if name == arguments.kwarg:
            return frozenset({Mapping(open=True, rest=(Parameter(function, name, "*"),))})
        if name == arguments.vararg:
            return frozenset({Sequence(open=True)})
        if self._are_chosen(function):
            return frozenset({CHOSEN})
        found: set[Value] = {Parameter(function, name)}
        annotation, default = annotation_and_default(arguments, name)
        if annotation is not None:
            found |= self.annotated(annotation) - ANYTHING
        elif isinstance(function, nodes.FunctionDef):
            found |= self._inherited_annotation(function, name)
        if default is not None:
            found |= self.values(default)
        return frozenset(found)

    def _receiver_parameter(self, function: nodes.FunctionDef, name: str) -> Values | None:
        owner = function.parent
        if not isinstance(owner, nodes.ClassDef) or next(flow.parameter_names(function.args), None) != name:
            return None
        kinds = decorator_names(function)
        if "staticmethod" in kinds:
            return None
        of = self.class_of(owner)
        is_class = "classmethod" in kinds or function.name in ("__new__", "__init_subclass__", "__class_getitem__")
        return frozenset({of if is_class else Instance(of)})

    def _inherited_annotation(self, function: nodes.FunctionDef, name: str) -> Values:
        """The type that the overridden method of a model gives to a parameter."""
        owner = function.parent
        if not isinstance(owner, nodes.ClassDef):
            return NOTHING
        for each in self.class_of(owner).order:
            node = self._classes.get(each)
            if isinstance(node, models.Class):
                method = node.members.get(function.name)
                if isinstance(method, models.Function):
                    for parameter in method.parameters:
                        if parameter.name == name:
                            return self._typed(parameter.annotation) - ANYTHING
        return NOTHING

    def _are_chosen(self, function: AnyFunction) -> bool:
        """Tell whether a decorator says that a person gives the parameters: a command line interface."""
        decorators = function.decorators if isinstance(function, nodes.FunctionDef) else None
        for decorator in decorators.nodes if decorators is not None else ():
            called = decorator.func if isinstance(decorator, nodes.Call) else decorator
            for value in self.values(called):
                if isinstance(value, Function) and isinstance(value.node, models.Function):
                    if Flow.CHOSEN_PARAMETERS.value in value.node.returns.words:
                        return True
        return False

    def annotated(self, annotation: nodes.NodeNG) -> Values:
        """Return the instances that an annotation in the source speaks of."""
        found: set[Value] = set()
        pending = [annotation]
        while pending and len(found) < MAX_VALUES:
            node = pending.pop()
            match node:
                case nodes.Const(value=str() as text):
                    for name in re.findall(r"[A-Za-z_][\w.]*", text[:200]):
                        found |= self._instances(self._dotted(name, annotation))
                case nodes.BinOp(left=left, right=right):
                    pending.extend([left, right])
                case nodes.Subscript(value=base, slice=inner):
                    name = flow.path_of(base).rpartition(".")[2]
                    if name in ("Optional", "Union", "Annotated", "Final", "ClassVar"):
                        pending.extend(inner.elts if isinstance(inner, nodes.Tuple) else [inner])
                    elif name in ("type", "Type"):
                        found |= {value for value in self.values(inner) if isinstance(value, Class)}
                    elif name in _SEQUENCES:
                        found |= self._annotated_sequence(inner)
                    else:
                        pending.append(base)
                case nodes.Name() | nodes.Attribute():
                    found |= self._instances(self.values(node))
        return frozenset(found) or ANYTHING

    def _annotated_sequence(self, inner: nodes.NodeNG) -> Values:
        """The sequence that `tuple[A, B]` or `list[A]` speaks of, if it says something about its elements."""
        kinds = inner.elts if isinstance(inner, nodes.Tuple) else [inner]
        is_open = len(kinds) == 1 or any(isinstance(kind, nodes.Const) and kind.value is ... for kind in kinds)
        elements = tuple(self.annotated(kind) for kind in kinds)
        return frozenset({Sequence(elements, is_open)}) if any(each != ANYTHING for each in elements) else NOTHING

    def _instances(self, values: Values) -> set[Value]:
        return {Instance(value) for value in values if isinstance(value, Class)}

    def _dotted(self, name: str, node: nodes.NodeNG) -> Values:
        head, *rest = name.split(".")
        values = self.name_at(head, node)
        for part in rest:
            values = self._union(self.attribute(value, part) for value in values)
        return values

    def _call(self, node: nodes.Call) -> Values:
        if isinstance(node.func, nodes.Name) and node.func.name == "super" and not node.keywords:
            return self._super(node)
        return self._union(self.called(value, node) for value in self.values(node.func))

    def _super(self, node: nodes.Call) -> Values:
        method = next(
            (
                s
                for s in self._scopes(node)
                if isinstance(s, nodes.FunctionDef) and isinstance(s.parent, nodes.ClassDef)
            ),
            None,
        )
        if method is None:
            return ANYTHING
        of = self.class_of(method.parent)
        rest = of.order[1:]
        parent = Class(rest[0] if rest else of.name, rest, None, of.complete)
        return frozenset({Instance(parent, None)})

    def called(self, value: Value, node: nodes.Call | None) -> Values:
        """Return what calling a value gives; the call itself may be out of sight."""
        self._spend()
        match value:
            case Function(node=models.Function() as function, receiver=receiver):
                return self._model_result(function, receiver, node)
            case Function(node=nodes.FunctionDef() | nodes.Lambda() as function):
                return self._result(function, value, node)
            case Function(name=name) | Foreign(name=name):
                intrinsic = intrinsics.TABLE.get(name)
                receiver = value.receiver if isinstance(value, Function) else None
                return (
                    self._bounded(intrinsic(self, node, receiver))
                    if intrinsic is not None and node is not None
                    else ANYTHING
                )
            case Class():
                return self._made(value, node)
            case Partial(function=Foreign(name="operator.attrgetter()"), call=nodes.Call() as inner) if (
                node is not None
            ):
                return self._got(inner, node)
            case Partial(function=function, call=call):
                return self.called(function, call if isinstance(call, nodes.Call) else node)
            case Special.CHOSEN:
                return frozenset({CHOSEN})
            case Instance():
                method = self.member(value.of, "__call__")
                if method is not None:
                    bound = self.bound_to(value, method, "__call__")
                    return self._union(self.called(each, node) for each in bound if each != value)
                return ANYTHING
            case _:
                return ANYTHING

    def _got(self, inner: nodes.Call, node: nodes.Call) -> Values:
        """What `attrgetter("a.b")(x)` gives."""
        found: set[Value] = set()
        for name in self.values(inner.args[0]) if inner.args else ():
            if isinstance(name, Constant) and isinstance(name.value, str) and node.args:
                values = self.values(node.args[0])
                for part in name.value.split(".")[:8]:
                    values = self._union(self.attribute(value, part) for value in values)
                found |= values
        return frozenset(found) or ANYTHING

    def _made(self, of: Class, node: nodes.Call | None) -> Values:
        numeric = any(base in ("enum.IntEnum", "enum.IntFlag") for base in of.order)
        if numeric and node is not None and len(node.args) == 1:
            return self.values(node.args[0])
        if "typing.TypedDict" in of.order and node is not None:
            return frozenset({containers.updated(Mapping(), node.args, node.keywords, self.values)})
        return frozenset({Instance(of, node)})

    def _model_result(self, function: models.Function, receiver: Value | None, node: nodes.Call | None) -> Values:
        found = self._typed(function.returns, receiver)
        if node is None:
            return found
        return frozenset(Instance(v.of, node) if isinstance(v, Instance) else v for v in found)

    def _result(self, function: AnyFunction, value: Function, node: nodes.Call | None) -> Values:
        returned = self.returned(function)
        if self._is_overridden(function, value) or (node is not None and self._answers(returned, node)):
            return ANYTHING
        if node is None or not any(isinstance(each, Parameter) for each in returned):
            return returned
        return self.substituted(returned, function, value, node)

    def _answers(self, returned: Values, node: nodes.Call) -> bool:
        """Tell whether a function answers yes or no to something that is not known: a parser of options."""
        if not {Constant(True), Constant(False)} <= returned:
            return False
        given = [*node.args, *(keyword.value for keyword in node.keywords or ())]
        return any(not isinstance(value, Constant) for each in given for value in self.values(each))

    def _is_overridden(self, function: AnyFunction, value: Function) -> bool:
        """Tell whether a method is called on a subclass that binds a name of the method's class anew."""
        receiver = value.receiver
        of = receiver.of if isinstance(receiver, Instance) else receiver
        owner = function.parent
        if not isinstance(of, Class) or not isinstance(owner, nodes.ClassDef):
            return False
        own = self.class_of(owner).name
        if of.name == own or own not in of.order:
            return False
        above = self.flow_of(owner)
        for each in of.order[: of.order.index(own)]:
            node = self._classes.get(each)
            if isinstance(node, nodes.ClassDef) and any(above.binds(name) for name in self.flow_of(node).bound()):
                return True
        return False

    def substituted(self, values: Values, function: AnyFunction, value: Function, node: nodes.Call) -> Values:
        """Put a call's arguments in the place of a function's parameters."""
        slots = slots_of(function, bound=value.receiver is not None)
        arguments = CallArguments([(node, 0)], self.values)
        found: set[Value] = set()
        for each in values:
            if isinstance(each, Parameter) and each.function is function and each.key is None:
                given = arguments.get(slots, each.name)
                found |= given.values - {MISSING}
            else:
                found.add(each)
        return frozenset(found) or ANYTHING

    def returned(self, function: AnyFunction) -> Values:
        """Return the values a function of the closed world can give back."""
        key = id(function)
        if key not in self._returns:
            self._returns[key] = ANYTHING  # for a function that calls itself
            if isinstance(function, nodes.FunctionDef):
                self._returns[key] = self._returned_by_statements(function)
            else:
                self._returns[key] = self.values(function.body)
        return self._returns[key]

    def _returned_by_statements(self, function: nodes.FunctionDef) -> Values:
        kinds = decorator_names(function)
        entered = bool(kinds & {"contextmanager", "asynccontextmanager", "fixture"})
        found: set[Value] = set()
        generator = False
        for node in own_nodes(function):
            if isinstance(node, nodes.Return):
                found |= self.values(node.value) if node.value is not None else {Constant(None)}
            elif isinstance(node, (nodes.Yield, nodes.YieldFrom)):
                generator = True
                if entered and isinstance(node, nodes.Yield):
                    found |= self.values(node.value)
        if generator and not entered:
            return ANYTHING
        if not found:
            found.add(Constant(None))
        if found <= {UNKNOWN} and function.returns is not None:
            return self.annotated(function.returns)
        return self._bounded(found)
