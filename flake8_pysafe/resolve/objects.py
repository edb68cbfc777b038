"""What attributes and classes are: of modules, instances, models and class orders."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.resolve import flow
from flake8_pysafe.resolve.arguments import CallArguments, Slot, Values
from flake8_pysafe.resolve.core import (
    ANYTHING,
    MAX_DEPTH,
    MAX_ORDER,
    NOTHING,
    Member,
)
from flake8_pysafe.resolve.late import mentions
from flake8_pysafe.resolve.names import Names
from flake8_pysafe.resolve.signatures import decorator_names
from flake8_pysafe.resolve.walking import walk
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
    Module,
    Partial,
    Sequence,
    Special,
    Value,
)

NAMED_TUPLE = "typing.NamedTuple"
NAMESPACE = "types.SimpleNamespace"


class Objects(Names):
    """Answers for attributes and classes."""

    # --- attributes --------------------------------------------------------------------------

    def _attribute_node(self, node: nodes.Attribute, expr: nodes.NodeNG, name: str) -> Values:
        path = flow.path_of(node)
        if path:
            scope = self.scope_of(node)
            scope_flow = self.flow_of(scope)
            # A condition that speaks of it can narrow what was set elsewhere.
            if scope_flow.touches(path) or len(scope_flow.uses.get(path, ())) > 1:
                definition = scope_flow.at(path, node)
                if not isinstance(definition, flow.Entry):
                    return self.defined(definition, path, scope)
        return self._union(self.attribute(value, name) for value in self.values(expr))

    def values_before(self, target: nodes.NodeNG) -> Values:
        """Return the values that what `target |= x` changes has before; those of any other expression."""
        match target:
            case nodes.AssignAttr(attrname=name, expr=expr):
                return self._union(self.attribute(value, name) for value in self.values(expr))
            case nodes.AssignName(name=name):
                return self.name_at(name, target)
            case _:
                return self.values(target)

    def attribute(self, value: Value, name: str) -> Values:
        """Return the values an attribute of a value can have."""
        self._spend()
        if name == "__dict__":
            return frozenset({Function("builtins.vars", None, value)})
        match value:
            case Module(node=nodes.Module() as module, name=module_name):
                found = self.module_member(module, name)
                if not found or found == {MISSING}:
                    submodule = self.first_party(f"{module_name}.{name}")
                    if submodule is not None:
                        return frozenset({Module(f"{module_name}.{name}", submodule.path, submodule.module)})
                return found or ANYTHING
            case Module(name=module_name):
                return self._model_member(f"{module_name}.{name}")
            case Foreign(name=owner):
                return frozenset({Foreign(f"{owner}.{name}")})
            case Class():
                return self._class_attribute(value, name)
            case Instance():
                return self._instance_attribute(value, name)
            case Constant() | Mapping() | Sequence():
                if name == "value" and isinstance(value, Constant):  # of an enum member that is a number or text
                    return frozenset({value})
                kind = _builtin_type(value)
                return frozenset({Function(f"builtins.{kind}.{name}", None, value)})
            case Special.CHOSEN:
                return frozenset({CHOSEN})
            case Partial(function=function) if name == "func":
                return frozenset({function})
            case _:
                return ANYTHING

    def _model_member(self, name: str) -> Values:
        found = self.library.find(name)
        if found is None:
            submodule = self.first_party(name)
            if submodule is not None:
                return frozenset({Module(name, submodule.path, submodule.module)})
            return frozenset({Foreign(name)})
        return self.from_model(found, self.library.canonical(name))

    def from_model(self, member: models.Stub | models.Member, name: str) -> Values:
        match member:
            case models.Stub(name=module):
                return frozenset({Module(module)})
            case models.Function():
                return frozenset({Function(member.name, member)})
            case models.Class():
                return frozenset({self.class_of(member)})
            case models.Annotation():
                return self._typed(member)
            case Constant():
                return frozenset({member})
            case _:
                return frozenset({Foreign(name)})

    def _typed(self, annotation: models.Annotation, receiver: Value | None = None) -> Values:
        """The values something annotated in a model can have."""
        if {Flow.CHOSEN.value} & set(annotation.words):
            return frozenset({CHOSEN})
        if not annotation.type:
            return ANYTHING
        if annotation.type == "Self":
            of = receiver.of if isinstance(receiver, Instance) else receiver
            return frozenset({Instance(of)}) if isinstance(of, Class) else ANYTHING
        found = self.library.find(self.library.absolute(annotation.type, annotation.module))
        return frozenset({Instance(self.class_of(found))}) if isinstance(found, models.Class) else ANYTHING

    def _class_attribute(self, owner: Class, name: str) -> Values:
        member = self.member(owner, name)
        if member is None:
            for base in owner.order:
                if base not in self._classes and not base.startswith("builtins."):
                    return frozenset({Foreign(f"{base}.{name}")})
            return ANYTHING
        node, holder = member
        if isinstance(node, nodes.ClassDef):
            values = self._class_member(node, name)
            if self._is_enum(holder):
                return self._enum_members(holder, node, name, values)
            return frozenset(_bound_to_class(value, owner) for value in values)
        found = node.members[name]
        if isinstance(found, models.Function) and found.binding == "class":
            return frozenset({Function(found.name, found, owner)})
        return self.from_model(found, f"{holder.name}.{name}")

    def _class_member(self, node: nodes.ClassDef, name: str) -> Values:
        scope_flow = self.flow_of(node)
        return self.defined(scope_flow.at_end(name), name, node)

    def _is_enum(self, owner: Class) -> bool:
        return any(name.startswith("enum.") for name in owner.order)

    def _enum_members(self, holder: Class, node: nodes.ClassDef, name: str, values: Values) -> Values:
        if any(isinstance(value, Function) for value in values):
            return values
        if any(
            base in ("enum.IntEnum", "enum.StrEnum", "enum.IntFlag", "builtins.int", "builtins.str")
            for base in holder.order
        ):
            return values
        targets = list(self.flow_of(node).bindings(name))
        return frozenset({Instance(holder, targets[-1])}) if targets else ANYTHING

    def member(self, owner: Class, name: str) -> Member | None:
        """Return the class in the class order that defines a name, and that class as a value."""
        for each in owner.order:
            node = self._classes.get(each)
            if isinstance(node, models.Class):
                if name in node.members:
                    return node, self.class_of(node)
            elif node is not None and self.flow_of(node).binds(name):
                return node, self.class_of(node)
        return None

    def signature(self, value: Value) -> tuple[models.Function | None, bool]:
        """Return the modelled function that calling a value runs, and whether its first parameter is bound."""
        match value:
            case Function(node=models.Function() as function, receiver=receiver):
                return function, receiver is not None
            case Class():
                member = self.member(value, "__init__")
                found = member[0].members["__init__"] if member and isinstance(member[0], models.Class) else None
                if isinstance(found, models.Function):
                    return found, True
        return None, False

    def _instance_attribute(self, instance: Instance, name: str) -> Values:
        if isinstance(instance.call, nodes.AssignName) and name in ("value", "name"):  # an enum member
            return self.bound(instance.call) if name == "value" else frozenset({Constant(instance.call.name)})
        given = self._constructor_field(instance, name)
        if given is not None:
            return given
        if name in ("_replace", "_asdict") and NAMED_TUPLE in instance.of.order:
            return frozenset({Function(f"{NAMED_TUPLE}.{name}", None, instance)})
        found: set[Value] = set()
        for each in instance.of.order:
            node = self._classes.get(each)
            if isinstance(node, nodes.ClassDef):
                targets = self.instance_targets(node, name)
                for target in targets:
                    found |= self.bound(target)
                if targets:
                    break
        member = self.member(instance.of, name)
        if member is not None:
            found |= self.bound_to(instance, member, name)
        elif not found:
            return ANYTHING
        return self._bounded(found)

    def bound_to(self, instance: Instance, member: Member, name: str) -> Values:
        node, _ = member
        if isinstance(node, models.Class):
            found = node.members[name]
            if isinstance(found, models.Function):
                if found.binding == "property":
                    return self._typed(found.returns, instance)
                receiver = instance.of if found.binding == "class" else instance
                return frozenset({Function(found.name, found, None if found.binding == "static" else receiver)})
            if isinstance(found, models.Annotation):
                return self._typed(found, instance)
            return self.from_model(found, name)
        bound: set[Value] = set()
        for value in self._class_member(node, name):
            if isinstance(value, Function) and isinstance(value.node, nodes.FunctionDef) and value.receiver is None:
                bound |= self._method(value, value.node, instance)
            else:
                bound.add(value)
        return frozenset(bound)

    def _method(self, function: Function, node: nodes.FunctionDef, instance: Instance) -> Values:
        kinds = decorator_names(node)
        if kinds & {"property", "cached_property"}:
            return self.returned(node)
        if "staticmethod" in kinds:
            return frozenset({function})
        receiver: Value = instance.of if "classmethod" in kinds else instance
        return frozenset({Function(function.name, node, receiver)})

    def _constructor_field(self, instance: Instance, name: str) -> Values | None:
        """What an object was given for a field: by its constructor, or by what replaced the field of another."""
        call = instance.call
        if not isinstance(call, nodes.Call):
            return None
        arguments = CallArguments([(call, 0)], self.values)
        if instance.of.name == NAMESPACE:
            given = arguments.keyword(name).values - {MISSING}
            # A function is judged where it is handed over.
            return frozenset(UNKNOWN if isinstance(v, (Function, Class)) else v for v in given) or None
        fields = self.fields(instance.of)
        if name not in fields:
            return None
        replaced = _replaced(call)
        if replaced is None:
            given = arguments.get([Slot(each, "either") for each in fields], name).values
            return self._field_default(instance.of, fields, name) if given == {MISSING} else given
        given = arguments.keyword(name).values
        return (given - {MISSING}) | self._before(call, replaced, name) if MISSING in given else given

    def _before(self, call: nodes.Call, replaced: nodes.NodeNG, name: str) -> Values:
        """The field of the object that a call copies; in a loop that may be what the call has given."""
        key = (id(call), name)
        if key in self._replacing or len(self._replacing) >= MAX_DEPTH // 4:
            return NOTHING if key in self._replacing else ANYTHING
        self._replacing.add(key)
        try:
            return self._union(self.attribute(value, name) for value in self.values(replaced))
        finally:
            self._replacing.discard(key)

    def fields(self, of: Class) -> list[str]:
        """Return the fields that the constructor of a class takes in order, empty if it has an own one."""
        found: dict[str, None] = {}
        for each in reversed(of.order):
            node = self._classes.get(each)
            call = self._named_tuples.get(each)
            if call is not None:
                found.update(dict.fromkeys(self._listed_fields(call)))
            if not isinstance(node, nodes.ClassDef):
                continue
            if self.flow_of(node).binds("__init__"):
                return []
            for statement in node.body:
                if isinstance(statement, nodes.AnnAssign) and isinstance(statement.target, nodes.AssignName):
                    found[statement.target.name] = None
        return list(found)

    def _listed_fields(self, call: nodes.Call) -> list[str]:
        for value in self.values(call.args[1]) if len(call.args) > 1 else ():
            match value:
                case Constant(value=str() as text):
                    return text.replace(",", " ").split()
                case Sequence(elements=elements, open=False):
                    names = [next(iter(element)) for element in elements if len(element) == 1]
                    return [name.value for name in names if isinstance(name, Constant) and isinstance(name.value, str)]
        return []

    def _field_default(self, of: Class, fields: list[str], name: str) -> Values | None:
        """The default that `namedtuple(..., defaults=...)` gives to a field; that of a class body is an attribute."""
        for each in of.order:
            call = self._named_tuples.get(each)
            for value in CallArguments([(call, 0)], self.values).keyword("defaults").values if call else ():
                if isinstance(value, Sequence) and not value.open:
                    position = fields.index(name) - len(fields)
                    return value.elements[position] if -position <= len(value.elements) else None
        return None

    def named_tuple(self, call: nodes.Call) -> Class:
        """Return the class that `namedtuple(name, fields)` makes."""
        of = self.made_class(f"{self.tree_of(call).name}:{call.lineno}:{call.col_offset}", [(NAMED_TUPLE,)])
        self._named_tuples[of.name] = call
        return of

    def as_sequence(self, value: Value) -> Value:
        """Return the fields of a named tuple in order, any other value as it is."""
        if isinstance(value, Instance) and NAMED_TUPLE in value.of.order:
            fields = self.fields(value.of)
            return Sequence(tuple(self.attribute(value, name) for name in fields)) if fields else value
        return value

    def instance_targets(self, owner: nodes.ClassDef, name: str) -> list[nodes.NodeNG]:
        """Return the assignments to an attribute of `self` in the methods of a class."""
        methods = (each for each in owner.body if isinstance(each, nodes.FunctionDef) and mentions(each, name))
        return [target for method in methods for target in self._set_on_self(method).get(name, ())]

    def _set_on_self(self, method: nodes.FunctionDef) -> dict[str, list[nodes.NodeNG]]:
        found = self._attributes.get(id(method))
        if found is None:
            found = self._attributes[id(method)] = {}
            this = next(flow.parameter_names(method.args), "")
            for node in walk(method):
                self._spend()
                if (
                    isinstance(node, nodes.AssignAttr)
                    and isinstance(node.expr, nodes.Name)
                    and node.expr.name == this
                    and not isinstance(node.parent, nodes.AugAssign)
                ):
                    found.setdefault(node.attrname, []).append(node)
        return found

    # --- classes -----------------------------------------------------------------------------

    def class_of(self, node: nodes.ClassDef | models.Class) -> Class:
        """Return the value of a class, with its class order."""
        key = id(node)
        if key not in self._class_of:
            name = (
                node.name if isinstance(node, models.Class) else f"{self.tree_of(node).name}:{node.name}:{node.lineno}"
            )
            self._classes[name] = node
            self._class_of[key] = Class(name, (name,), node, complete=False)  # until the bases are known
            order, complete = self._class_order(name, node)
            self._class_of[key] = Class(name, order, node, complete)
        return self._class_of[key]

    def made_class(self, name: str, orders: list[tuple[str, ...]]) -> Class:
        """Return the class that `type(name, bases, namespace)` makes."""
        return Class(name, linearized(name, orders))

    def _class_order(self, name: str, node: nodes.ClassDef | models.Class) -> tuple[tuple[str, ...], bool]:
        bases: list[Class] = []
        complete = True
        for candidates in self._bases(node):
            self._spend()
            classes = [value for value in candidates if isinstance(value, Class)]
            foreign = [value for value in candidates if isinstance(value, Foreign)]
            if classes:
                bases.append(sorted(classes, key=lambda each: each.name)[0])
                complete = complete and bases[-1].complete
            elif foreign:
                bases.append(Class(foreign[0].name, (foreign[0].name,)))
            else:
                complete = False
        return linearized(name, [base.order for base in bases]), complete

    def _bases(self, node: nodes.ClassDef | models.Class) -> Iterator[Values]:
        if isinstance(node, nodes.ClassDef):
            for base in node.bases[:20]:
                if self._depth < MAX_DEPTH // 2:
                    yield self.values(base.value if isinstance(base, nodes.Subscript) else base)
            return
        for name in node.bases:
            absolute = self.library.absolute(name, node.module)
            found = self.library.find(absolute)
            yield frozenset({self.class_of(found) if isinstance(found, models.Class) else Foreign(absolute)})


def linearized(name: str, orders: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a class order by C3; where C3 has no answer, depth first without repeats."""
    pending = [list(order) for order in orders if order] + [[order[0] for order in orders if order]]
    result = [name]
    while any(pending) and len(result) < MAX_ORDER:
        heads = [order[0] for order in pending if order]
        tails = {each for order in pending for each in order[1:]}
        head = next((each for each in heads if each not in tails), heads[0])
        if head not in result:
            result.append(head)
        pending = [[each for each in order if each != head] for order in pending]
    return tuple(result)


def _bound_to_class(value: Value, owner: Class) -> Value:
    if isinstance(value, Function) and isinstance(value.node, nodes.FunctionDef) and value.receiver is None:
        if "classmethod" in decorator_names(value.node):
            return Function(value.name, value.node, owner)
    return value


def _replaced(call: nodes.Call) -> nodes.NodeNG | None:
    """The object that a call copies with some of its fields replaced."""
    match call:
        case nodes.Call(func=nodes.Attribute(attrname="_replace", expr=replaced)):
            return replaced
        case nodes.Call(args=[replaced]) if flow.path_of(call.func).rpartition(".")[2] in ("replace", "evolve"):
            return replaced
        case _:
            return None


def _builtin_type(value: Value) -> str:
    match value:
        case Constant(value=constant):
            return type(constant).__name__
        case Mapping():
            return "dict"
        case _:
            return "list"
