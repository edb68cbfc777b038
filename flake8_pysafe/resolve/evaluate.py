"""Which values an expression can have: the ordered, budgeted evaluator.

It proves, it does not guess: what it cannot follow is `UNKNOWN`. Every step is counted
against a budget that is proportional to the file, so that no input can hold it; results
are kept per node. It folds no arithmetic and never builds a long string or list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.markers.marker import is_falsy, is_truthy
from flake8_pysafe.resolve import containers, flow, intrinsics, world
from flake8_pysafe.resolve.arguments import CallArguments, Slot, Values
from flake8_pysafe.resolve.walking import walk
from flake8_pysafe.values import (
    CHOSEN,
    HOLE,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Module,
    Parameter,
    Partial,
    Sequence,
    Special,
    Value,
)

MAX_VALUES = 24  # of one expression; more are as good as unknown
MAX_ELEMENTS = 128
MAX_ENTRIES = 300  # of a dictionary that is followed
MAX_TEXT = 4096
MAX_DEPTH = 70  # of expressions and definitions that stand on each other
_NEVER = 10**9
MAX_ORDER = 200  # classes in a class order

# astroid's FunctionDef is no Lambda.
CALLABLES = (nodes.FunctionDef, nodes.Lambda)
AnyFunction: TypeAlias = "nodes.FunctionDef | nodes.Lambda"

NOTHING: Values = frozenset()
ANYTHING: Values = frozenset({UNKNOWN})

_OPTION = re.compile(
    r"insecure|unsafe|verif|validat|trust|strict|self_?signed|skip_?(?:ssl|tls|cert|host)|"
    r"(?:check|ignore|disable|allow|accept|no)_?(?:ssl|tls|cert|host|invalid|bad|unsigned|unknown)|"
    r"cert_?(?:req|check|valid)|auto_?add|host_?key",
    re.IGNORECASE,
)


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


class Evaluator:
    """Answers questions about the expressions of one file and of the first-party modules behind it."""

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
        self._attributes: dict[int, dict[str, list[nodes.NodeNG]]] = {}
        self._globals: dict[int, list[nodes.FunctionDef]] = {}
        self._returns: dict[int, Values] = {}
        self._busy: dict[int, int] = {}  # questions under way, and how far down
        self._lowest = _NEVER  # the outermost question that was asked again while under way
        self._options: dict[int, bool] = {}
        self._so_far: dict[int, Values] = {}
        self._cut: dict[int, int] = {}  # how often an answer was cut short

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
            return frozenset([*sorted(result, key=repr)[:MAX_VALUES], UNKNOWN])
        return result

    def _evaluate(self, node: nodes.NodeNG) -> Iterable[Value]:
        match node:
            case nodes.Const(value=value):
                if isinstance(value, (str, bytes)) and len(value) > MAX_TEXT:
                    value = value[:MAX_TEXT]
                return {Constant(value)} if not isinstance(value, type(Ellipsis)) else ANYTHING
            case nodes.Name():
                return self._name(node)
            case nodes.Attribute(attrname=name, expr=expr):
                return self._attribute_node(node, expr, name)
            case nodes.Call():
                return self._call(node)
            case nodes.Dict():
                return {self._dictionary(node)}
            case nodes.List() | nodes.Tuple() | nodes.Set():
                return {self._sequence(node)}
            case nodes.IfExp():
                return self._conditional(node)
            case nodes.BoolOp(op=op, values=operands):
                return self._boolean(op, operands)
            case nodes.UnaryOp(op=op, operand=operand):
                return self._unary(op, operand)
            case nodes.BinOp(op=op, left=left, right=right):
                return self._binary(op, self.values(left), self.values(right))
            case nodes.Compare():
                return self._comparison(node)
            case nodes.JoinedStr(values=parts):
                return {self._joined(parts)}
            case nodes.FormattedValue(value=value):
                return self.values(value)
            case nodes.Subscript(value=container, slice=index):
                return self._subscript(container, index)
            case nodes.NamedExpr(value=value) | nodes.Await(value=value) | nodes.Starred(value=value):
                return self.values(value)
            case nodes.Lambda():
                return {Function("<lambda>", node)}
            case nodes.ListComp(elt=element) | nodes.SetComp(elt=element) | nodes.GeneratorExp(elt=element):
                return {Sequence((self.values(element),), open=True)}
            case nodes.DictComp():
                return {Mapping(open=True)}
            case _:
                return ANYTHING

    # --- names -------------------------------------------------------------------------------

    def flow_of(self, scope: nodes.NodeNG) -> flow.ScopeFlow:
        """Return the definitions of a scope."""
        found = self._flows.get(id(scope))
        if found is None:
            found = self._flows[id(scope)] = flow.ScopeFlow(scope)
        return found

    def scope_of(self, node: nodes.NodeNG) -> nodes.NodeNG:
        """Return the module, class, function or lambda whose flow holds a node."""
        return next(iter(self._scopes(node)))

    def _scopes(self, node: nodes.NodeNG) -> Iterator[nodes.NodeNG]:
        """Yield the scopes around a node, innermost first, lambdas left to the scope around them."""
        child, parent = node, node.parent
        while parent is not None:
            if isinstance(parent, nodes.Module):
                yield parent
            elif isinstance(parent, (nodes.FunctionDef, nodes.ClassDef)) and child.is_statement:
                yield parent  # decorators, defaults and bases stand outside
            child, parent = parent, parent.parent

    def _name(self, node: nodes.Name) -> Values:
        return self.name_at(node.name, node)

    def name_at(self, name: str, node: nodes.NodeNG) -> Values:
        """Return the values a name has where a node stands."""
        inner = self._inner_binding(name, node)
        if inner is not None:
            return inner
        first = True
        for scope in self._scopes(node):
            if isinstance(scope, nodes.ClassDef) and not first:
                continue
            found = self._in_scope(name, node, scope, here=first)
            if found is not None:
                return found
            first = False
        return frozenset({Foreign(f"builtins.{name}")})

    def _in_scope(self, name: str, node: nodes.NodeNG, scope: nodes.NodeNG, *, here: bool) -> Values | None:
        scope_flow = self.flow_of(scope)
        if name in scope_flow.globals:
            return self._global(name, node, scope) if here and scope_flow.binds(name) else None
        is_parameter = isinstance(scope, nodes.FunctionDef) and name in flow.parameter_names(scope.args)
        if not is_parameter and not scope_flow.binds(name):
            if isinstance(scope, nodes.Module) and not here and self._global_bindings(scope, name):
                return self.module_member(scope, name)
            return self._starred_import(name, scope) if isinstance(scope, nodes.Module) else None
        if isinstance(scope, nodes.Module) and not here:
            return self.module_member(scope, name)
        definition = scope_flow.at(name, node) if here else scope_flow.at_end(name)
        if here and isinstance(definition, flow.Entry) and not is_parameter:
            definition = scope_flow.at_end(name)  # used before it is bound: a loop or another function does it
        return self.defined(definition, name, scope)

    def _global(self, name: str, node: nodes.NodeNG, scope: nodes.NodeNG) -> Values:
        definition = self.flow_of(scope).at(name, node)
        if isinstance(definition, flow.Entry):
            return self.module_member(scope.root(), name)
        return self.defined(definition, name, scope)

    def _inner_binding(self, name: str, node: nodes.NodeNG) -> Values | None:
        """The values of a name that a comprehension or lambda around the node binds."""
        child, parent = node, node.parent
        while parent is not None and not isinstance(parent, (nodes.Module, nodes.ClassDef, nodes.FunctionDef)):
            if isinstance(parent, nodes.Lambda):
                if child is parent.body and name in flow.parameter_names(parent.args):
                    return self._parameter(parent, name)
            elif isinstance(parent, (nodes.ListComp, nodes.SetComp, nodes.DictComp, nodes.GeneratorExp)):
                outermost = parent.generators[0]
                if not (child is outermost and _is_below(node, outermost.iter)):
                    for generator in parent.generators:
                        for target in _targets(generator.target):
                            if target.name == name:
                                return self.bound(target)
            child, parent = parent, parent.parent
        return None

    def _starred_import(self, name: str, module: nodes.Module) -> Values | None:
        for statement in module.body:
            if isinstance(statement, nodes.ImportFrom) and any(each == "*" for each, _ in statement.names):
                found = self._imported_from(statement, name)
                if found and UNKNOWN not in found and MISSING not in found:
                    return found
        return None

    # --- definitions -------------------------------------------------------------------------

    def defined(self, definition: flow.Definition, path: str, scope: nodes.NodeNG) -> Values:
        """Return the values a definition of a path gives."""
        key = id(definition)
        if not isinstance(definition, (flow.Entry, flow.Rebased, flow.Deleted)) and key in self._definitions:
            return self._definitions[key]
        self._spend()
        if self._cut_short(key):
            return self._so_far.get(key, NOTHING) if key in self._busy else ANYTHING
        found, is_final = self._cut_free(key, lambda: self._defined(definition, path, scope))
        if is_final:
            self._definitions[key] = found
        return found

    def _defined(self, definition: flow.Definition, path: str, scope: nodes.NodeNG) -> Iterable[Value]:
        match definition:
            case flow.Binding(node=node):
                return self.bound(node, path.rpartition(".")[2])
            case flow.Mutation(before=before, node=node):
                return self._mutated(self.defined(before, path, scope), node)
            case flow.Narrowed(before=before, test=test, outcome=outcome):
                values = self.defined(before, path, scope)
                return frozenset(v for v in values if self._decide(test, path, v) is not (not outcome))
            case flow.Join(options=options, tests=tests):
                return self._joined_definitions(id(definition), options, tests, path, scope)
            case flow.Deleted():
                return {MISSING}
            case _:
                return self._at_entry(path, scope, definition)

    def _joined_definitions(
        self, key: int, options: list[flow.Definition], tests: list[nodes.NodeNG], path: str, scope: nodes.NodeNG
    ) -> Values:
        found: set[Value] = set()
        for option in options:
            found |= self.defined(option, path, scope)
            self._so_far[key] = frozenset(found)  # what a loop changes is what was there before it
        self._so_far.pop(key, None)
        if len(found) > 1 and any(self.is_option(test) for test in tests):
            found.add(CHOSEN)
        return frozenset(found)

    def _at_entry(self, path: str, scope: nodes.NodeNG, definition: flow.Definition) -> Values:
        if "." in path:
            owner, _, last = path.rpartition(".")
            node = definition.node if isinstance(definition, flow.Rebased) else None
            return self._path_at_entry(owner, last, scope, node)
        if isinstance(scope, CALLABLES):
            return self._parameter(scope, path)
        return ANYTHING

    def _path_at_entry(self, owner: str, last: str, scope: nodes.NodeNG, node: nodes.NodeNG | None) -> Values:
        scope_flow = self.flow_of(scope)
        if node is not None:
            values = self.bound(node, owner.rpartition(".")[2]) if "." not in owner else ANYTHING
        elif "." in owner:
            outer, _, name = owner.rpartition(".")
            values = self._path_at_entry(outer, name, scope, None)
        elif isinstance(scope, nodes.FunctionDef) and owner in flow.parameter_names(scope.args):
            values = self._parameter(scope, owner)
        elif scope_flow.binds(owner):
            values = self.defined(scope_flow.at_end(owner), owner, scope)
        else:
            values = self.name_at(owner, scope) if scope.parent is not None else ANYTHING
        return self._union(self.attribute(value, last) for value in values)

    def _union(self, groups: Iterable[Iterable[Value]]) -> Values:
        found: set[Value] = set()
        for group in groups:
            found |= set(group)
            if len(found) > MAX_VALUES:
                break
        return self._bounded(found) if found else ANYTHING

    def bound(self, target: nodes.NodeNG, name: str = "") -> Values:
        """Return the values that a target, an import or a definition binds."""
        match target:
            case nodes.FunctionDef():
                return frozenset({self._function(target)})
            case nodes.ClassDef():
                return frozenset({self.class_of(target)})
            case nodes.Import(names=names):
                return self._imported(names, name)
            case nodes.ImportFrom():
                return self._imported_from(target, _imported_name(target, name))
            case nodes.Call(args=[_, _, value]):  # setattr
                return self.values(value)
            case _:
                return self._assigned(target)

    def _assigned(self, target: nodes.NodeNG) -> Values:
        trail: list[int | None] = []  # the way down from the assigned value through tuples
        node = target
        parent = node.parent
        while isinstance(parent, (nodes.Tuple, nodes.List, nodes.Starred)):
            if isinstance(parent, nodes.Starred):
                trail.append(None)
            else:
                trail.append(parent.elts.index(node))
            node, parent = parent, parent.parent
        match parent:
            case nodes.Assign(value=value) | nodes.NamedExpr(value=value):
                found = self.values(value)
            case nodes.AnnAssign(value=value, annotation=annotation):
                found = self.values(value) if value is not None else self.annotated(annotation)
            case nodes.For(iter=iterated) | nodes.Comprehension(iter=iterated):
                found = self._union(self._elements(value) for value in self.values(iterated))
            case nodes.With():
                context = next(context for context, bound in parent.items if bound is node)
                found = self._union(self._entered(value) for value in self.values(context))
            case _:
                return ANYTHING
        for index in reversed(trail):
            found = self._union(self._element(value, index) for value in found)
        return found

    def _element(self, value: Value, index: int | None) -> Values:
        if isinstance(value, Sequence) and index is not None and not value.open and index < len(value.elements):
            return value.elements[index]
        return frozenset({CHOSEN}) if value is CHOSEN else ANYTHING

    def _elements(self, value: Value) -> Values:
        if isinstance(value, Sequence) and value.elements:
            found = self._union(value.elements)
            return found | {UNKNOWN} if value.open else found
        if isinstance(value, Mapping) and value.entries:
            return self._bounded(Constant(key) for key, _ in value.entries)
        return frozenset({CHOSEN}) if value is CHOSEN else ANYTHING

    def _entered(self, value: Value) -> Values:
        if isinstance(value, Instance):
            for name in ("__enter__", "__aenter__"):
                method = self.member(value.of, name)
                if method is not None:
                    results = self._union(self.called(m, None) for m in self._bound_to(value, method, name))
                    if results != ANYTHING:
                        return results
        return frozenset({value})

    # --- imports -----------------------------------------------------------------------------

    def _imported(self, names: list[tuple[str, str | None]], name: str) -> Values:
        for module, alias in names:
            if alias == name:
                return self.module(module)
            if alias is None and module.partition(".")[0] == name:
                return self.module(name)
        return ANYTHING

    def module(self, name: str) -> Values:
        """Return the module of an absolute dotted name: a first-party one, a model, or a foreign one."""
        tree = self.first_party(name)
        if tree is not None:
            return frozenset({Module(name, tree.path, tree.module)})
        if self.library.is_module(name):
            return frozenset({Module(name)})
        found = self.library.find(name)
        return self._from_model(found, name) if found is not None else frozenset({Foreign(name)})

    def first_party(self, name: str) -> world.Tree | None:
        """Return the tree of a first-party module, None if there is none or it cannot be followed."""
        if name not in self._trees:
            self._spend()
            path = self.project.locate(name)
            tree = None
            if path is not None and path.suffix == ".py":
                is_self = str(path) == self.tree.path
                tree = self.tree if is_self else world.first_party(path, name)
            self._trees[name] = tree
            if tree is not None:
                self._tree_of[id(tree.module)] = tree
        return self._trees[name]

    def tree_of(self, node: nodes.NodeNG) -> world.Tree:
        """Return the module of the closed world a node stands in."""
        return self._tree_of[id(node.root())]

    def _imported_from(self, node: nodes.ImportFrom, name: str) -> Values:
        module = node.modname
        if node.level:
            tree = self.tree_of(node)
            absolute = self.project.absolute(Path(tree.path), node.modname or None, node.level)
            if absolute is None:
                return ANYTHING
            module = absolute
        return self._union(self.attribute(value, name) for value in self.module(module))

    def module_member(self, module: nodes.Module, name: str) -> Values:
        """Return the values a name of a first-party module has for those who import it."""
        scope_flow = self.flow_of(module)
        found: set[Value] = set()
        if scope_flow.binds(name):
            found |= self.defined(scope_flow.at_end(name), name, module)
        else:
            starred = self._starred_import(name, module)
            if starred is not None:
                found |= starred
        for target in self._global_bindings(module, name):
            found |= self.bound(target, name)
        return self._bounded(found)

    def _global_bindings(self, module: nodes.Module, name: str) -> list[nodes.NodeNG]:
        """The targets in functions that bind a name of the module by `global`."""
        flows = [self.flow_of(function) for function in self._global_functions(module)]
        return [target for inner in flows if name in inner.globals for target in inner.bindings(name)]

    def _global_functions(self, module: nodes.Module) -> list[nodes.FunctionDef]:
        key = id(module)
        if key not in self._globals:
            self._globals[key] = global_functions(module)
        return self._globals[key]

    # --- attributes --------------------------------------------------------------------------

    def _attribute_node(self, node: nodes.Attribute, expr: nodes.NodeNG, name: str) -> Values:
        path = flow.path_of(node)
        if path:
            scope = self.scope_of(node)
            scope_flow = self.flow_of(scope)
            if scope_flow.touches(path):
                definition = scope_flow.at(path, node)
                if not isinstance(definition, flow.Entry):
                    return self.defined(definition, path, scope)
        return self._union(self.attribute(value, name) for value in self.values(expr))

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
            case Parameter():
                return frozenset({Function(f"builtins.object.{name}", None, value)})
            case _:
                return ANYTHING

    def _model_member(self, name: str) -> Values:
        found = self.library.find(name)
        if found is None:
            submodule = self.first_party(name)
            if submodule is not None:
                return frozenset({Module(name, submodule.path, submodule.module)})
            return frozenset({Foreign(name)})
        return self._from_model(found, self.library.canonical(name))

    def _from_model(self, member: models.Stub | models.Member, name: str) -> Values:
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
        return self._from_model(found, f"{holder.name}.{name}")

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

    def member(self, owner: Class, name: str) -> tuple[nodes.ClassDef | models.Class, Class] | None:
        """Return the class in the class order that defines a name, and that class as a value."""
        for each in owner.order:
            node = self._classes.get(each)
            if isinstance(node, models.Class):
                if name in node.members:
                    return node, self.class_of(node)
            elif node is not None and self.flow_of(node).binds(name):
                return node, self.class_of(node)
        return None

    def _instance_attribute(self, instance: Instance, name: str) -> Values:
        if isinstance(instance.call, nodes.AssignName) and name in ("value", "name"):  # an enum member
            return self.bound(instance.call) if name == "value" else frozenset({Constant(instance.call.name)})
        given = self._constructor_field(instance, name)
        if given is not None:
            return given
        found: set[Value] = set()
        for each in instance.of.order:
            node = self._classes.get(each)
            if isinstance(node, nodes.ClassDef):
                targets = self.instance_targets(node).get(name, ())
                for target in targets:
                    found |= self.bound(target)
                if targets:
                    break
        member = self.member(instance.of, name)
        if member is not None:
            found |= self._bound_to(instance, member, name)
        elif not found:
            return ANYTHING
        return self._bounded(found)

    def _bound_to(self, instance: Instance, member: tuple[nodes.ClassDef | models.Class, Class], name: str) -> Values:
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
            return self._from_model(found, name)
        bound: set[Value] = set()
        for value in self._class_member(node, name):
            if isinstance(value, Function) and isinstance(value.node, nodes.FunctionDef) and value.receiver is None:
                bound |= self._method(value, value.node, instance)
            else:
                bound.add(value)
        return frozenset(bound)

    def _method(self, function: Function, node: nodes.FunctionDef, instance: Instance) -> Values:
        kinds = _decorator_names(node)
        if kinds & {"property", "cached_property"}:
            return self._returned(node)
        if "staticmethod" in kinds:
            return frozenset({function})
        receiver: Value = instance.of if "classmethod" in kinds else instance
        return frozenset({Function(function.name, node, receiver)})

    def _constructor_field(self, instance: Instance, name: str) -> Values | None:
        """What a dataclass-like constructor was given for a field."""
        if not isinstance(instance.call, nodes.Call):
            return None
        node = self._classes.get(instance.of.name)
        if not isinstance(node, nodes.ClassDef) or self.flow_of(node).binds("__init__"):
            return None
        fields = [
            s.target.name
            for s in node.body
            if isinstance(s, nodes.AnnAssign) and isinstance(s.target, nodes.AssignName)
        ]
        if name not in fields:
            return None
        slots = [Slot(each, "either") for each in fields]
        argument = CallArguments([(instance.call, 0)], self.values).get(slots, name)
        return None if argument.values == {MISSING} else argument.values

    def instance_targets(self, owner: nodes.ClassDef) -> dict[str, list[nodes.NodeNG]]:
        """Return the assignments to attributes of `self` in the methods of a class, by attribute."""
        found = self._attributes.get(id(owner))
        if found is None:
            found = self._attributes[id(owner)] = {}
            for method in owner.body:
                if isinstance(method, nodes.FunctionDef):
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

    # --- functions and calls -----------------------------------------------------------------

    def _function(self, node: nodes.FunctionDef) -> Function:
        return Function(node.name, node)

    def _parameter(self, function: AnyFunction, name: str) -> Values:
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
        annotation, default = _annotation_and_default(arguments, name)
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
        kinds = _decorator_names(function)
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
                    else:
                        pending.append(base)
                case nodes.Name() | nodes.Attribute():
                    found |= self._instances(self.values(node))
        return frozenset(found) or ANYTHING

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
                    bound = self._bound_to(value, method, "__call__")
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
        return frozenset({Instance(of, node)})

    def _model_result(self, function: models.Function, receiver: Value | None, node: nodes.Call | None) -> Values:
        found = self._typed(function.returns, receiver)
        if node is None:
            return found
        return frozenset(Instance(v.of, node) if isinstance(v, Instance) else v for v in found)

    def _result(self, function: AnyFunction, value: Function, node: nodes.Call | None) -> Values:
        returned = self._returned(function)
        if node is None or not any(isinstance(each, Parameter) for each in returned):
            return returned
        return self.substituted(returned, function, value, node)

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

    def _returned(self, function: AnyFunction) -> Values:
        key = id(function)
        if key not in self._returns:
            self._returns[key] = ANYTHING  # for a function that calls itself
            if isinstance(function, nodes.FunctionDef):
                self._returns[key] = self._returned_by_statements(function)
            else:
                self._returns[key] = self.values(function.body)
        return self._returns[key]

    def returned(self, function: AnyFunction) -> Values:
        """Return the values a function of the closed world can give back."""
        return self._returned(function)

    def _returned_by_statements(self, function: nodes.FunctionDef) -> Values:
        kinds = _decorator_names(function)
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

    # --- operators and containers ------------------------------------------------------------

    def _conditional(self, node: nodes.IfExp) -> Values:
        outcome = {self.truth(value) for value in self.values(node.test)}
        found: set[Value] = {CHOSEN} if self.is_option(node.test) else set()
        for branch, wanted in ((node.body, True), (node.orelse, False)):
            if outcome != {not wanted}:
                path = flow.path_of(branch)
                for value in self.values(branch):
                    if not path or self._decide(node.test, path, value) is not (not wanted):
                        found.add(value)
        return frozenset(found) or ANYTHING

    def _boolean(self, op: str, operands: list[nodes.NodeNG]) -> Values:
        found: set[Value] = set()
        for number, operand in enumerate(operands):
            values = self.values(operand)
            if CHOSEN in values:
                return frozenset({CHOSEN})
            if number == len(operands) - 1:
                found |= values
                break
            stops = is_truthy if op == "or" else is_falsy
            passes = is_falsy if op == "or" else is_truthy
            found |= {value for value in values if not passes(value)}
            if all(stops(value) for value in values):
                break
        return frozenset(found) or ANYTHING

    def _unary(self, op: str, operand: nodes.NodeNG) -> Values:
        found: set[Value] = set()
        for value in self.values(operand):
            truth = self.truth(value)
            if value is CHOSEN:
                found.add(CHOSEN)
            elif op == "not" and truth is not None:
                found.add(Constant(not truth))
            elif op == "-" and isinstance(value, Constant) and isinstance(value.value, (int, float)):
                found.add(Constant(-value.value))
            else:
                found.add(UNKNOWN)
        return frozenset(found)

    def _binary(self, op: str, left: Values, right: Values) -> Values:
        if len(left) * len(right) > MAX_VALUES:
            return ANYTHING
        return frozenset(self._combined(op, a, b) for a in left for b in right) or ANYTHING

    def _combined(self, op: str, left: Value, right: Value) -> Value:
        match op, left, right:
            case "+", Sequence(), Sequence():
                return containers.joined(left, right)
            case "+", Sequence(), _:
                return Sequence(left.elements, open=True)
            case "+", _, Sequence():
                return Sequence((ANYTHING, *right.elements), open=True)
            case "|", Mapping(), Mapping():
                return containers.merged(left, right)
            case "|", Mapping(), _:
                return Mapping(left.entries, True, left.rest)
            case "|", Constant(value=int() as a), Constant(value=int() as b) if max(abs(a), abs(b)) < 2**64:
                return Constant(a | b)
            case "+", Constant(value=str() as a), Constant(value=str() as b):
                return Constant((a + b)[:MAX_TEXT])
            case "+", Constant(value=str() as a), _:
                return Constant(a[:MAX_TEXT] + HOLE)
            case "+", _, Constant(value=str() as b):
                return Constant(HOLE + b[:MAX_TEXT])
            case "%", Constant(value=str() as template), _:
                return Constant(re.sub(r"%(?:\(\w{1,40}\))?[-#0 +]{0,3}[\d.*]{0,8}[a-zA-Z]", HOLE, template[:MAX_TEXT]))
            case _:
                return CHOSEN if CHOSEN in (left, right) else UNKNOWN

    def _comparison(self, node: nodes.Compare) -> Values:
        operands = [node.left, *(operand for _, operand in node.ops)]
        if any(CHOSEN in self.values(operand) for operand in operands):
            return frozenset({CHOSEN})
        return ANYTHING

    def _joined(self, parts: list[nodes.NodeNG]) -> Value:
        texts: list[str] = []
        for part in parts:
            values = self.values(part)
            only = next(iter(values)) if len(values) == 1 else None
            if isinstance(only, Constant) and isinstance(only.value, (str, int)) and not isinstance(only.value, bool):
                texts.append(str(only.value) if isinstance(only.value, str) or abs(only.value) < 2**64 else HOLE)
            else:
                texts.append(HOLE)
        return Constant("".join(texts)[:MAX_TEXT])

    def _dictionary(self, node: nodes.Dict) -> Mapping:
        result = Mapping()
        if len(node.items) > MAX_ENTRIES:
            return Mapping(open=True)
        for key, value in node.items:
            if isinstance(key, nodes.DictUnpack):
                result = containers.merged(result, containers.one_mapping(self.values(value)))
                continue
            keys = self.values(key)
            only = next(iter(keys)) if len(keys) == 1 else None
            if isinstance(only, Constant):
                result = containers.with_item(result, only.value, self.values(value))
            else:
                result = Mapping(result.entries, True, result.rest)
        return result

    def _sequence(self, node: nodes.NodeNG) -> Sequence:
        elements: list[Values] = []
        is_open = False
        for element in node.elts[: MAX_ELEMENTS + 1]:
            if isinstance(element, nodes.Starred):
                known = [value for value in self.values(element.value) if isinstance(value, Sequence)]
                if len(known) == 1:
                    elements.extend(known[0].elements)
                    is_open = is_open or known[0].open
                else:
                    is_open = True
            else:
                elements.append(self.values(element))
        return Sequence(tuple(elements[:MAX_ELEMENTS]), is_open or len(elements) > MAX_ELEMENTS)

    def _subscript(self, container: nodes.NodeNG, index: nodes.NodeNG) -> Values:
        if isinstance(index, nodes.Slice):
            return frozenset(CHOSEN if value is CHOSEN else UNKNOWN for value in self.values(container))
        indices = self.values(index)
        return self._union(self.item(value, i) for value in self.values(container) for i in indices)

    def item(self, container: Value, index: Value) -> Values:
        """Return the values an item of a container can have."""
        match container, index:
            case Mapping(), Constant(value=key):
                return container.get(key)
            case Mapping(entries=entries), _:
                found = self._union(values for _, values in entries) if entries else NOTHING
                return found | ANYTHING
            case Sequence(elements=elements, open=False), Constant(value=int() as number):
                return elements[number] if -len(elements) <= number < len(elements) else ANYTHING
            case Sequence(elements=elements), _ if elements:
                return self._union(elements) | ANYTHING
            case Special.CHOSEN, _:
                return frozenset({CHOSEN})
            case Instance(), _:
                return self._modelled_item(container, index)
            case Class(), Constant(value=str() as name) if self._is_enum(container):
                return self._class_attribute(container, name)
            case Function(name="builtins.vars", receiver=owner), Constant(value=str() as name) if owner is not None:
                return self.attribute(owner, name)
            case Foreign(name="sys.modules"), Constant(value=str() as name):
                return self.module(name)
            case _:
                return ANYTHING

    def _modelled_item(self, container: Instance, index: Value) -> Values:
        node = self._classes.get(container.of.name)
        if isinstance(node, models.Class) and node.is_dictionary and isinstance(index, Constant):
            found = node.members.get(str(index.value))
            return self._typed(found) if isinstance(found, models.Annotation) else ANYTHING
        member = self.member(container.of, "__getitem__")
        if member is None:
            return ANYTHING
        return self._union(self.called(each, None) for each in self._bound_to(container, member, "__getitem__"))

    def _mutated(self, values: Values, node: nodes.NodeNG) -> Values:
        return frozenset(containers.changed(value, node, self.values) for value in values)

    # --- conditions --------------------------------------------------------------------------

    def truth(self, value: Value) -> bool | None:
        """Tell what a value is in a condition, None if that is not known."""
        if is_truthy(value) or isinstance(value, (Class, Function, Module, Partial)):
            return True
        if is_falsy(value):
            return False
        return True if isinstance(value, Instance) else None

    def _decide(self, test: nodes.NodeNG, path: str, value: Value) -> bool | None:
        """Return what a condition gives if a path has a value, None if that does not decide it."""
        match test:
            case nodes.UnaryOp(op="not", operand=operand):
                inner = self._decide(operand, path, value)
                return None if inner is None else not inner
            case nodes.BoolOp(op=op, values=operands):
                outcomes = [self._decide(operand, path, value) for operand in operands[:8]]
                if op == "and":
                    return False if False in outcomes else (None if None in outcomes else True)
                return True if True in outcomes else (None if None in outcomes else False)
            case nodes.Compare(left=left, ops=[(op, right)]) if flow.path_of(left) == path:
                return self._compare(op, value, self.values(right))
            case nodes.NamedExpr(target=target) if flow.path_of(target) == path:
                return self.truth(value)
            case nodes.Name() | nodes.Attribute() if flow.path_of(test) == path:
                return self.truth(value)
            case _:
                return None

    def _compare(self, op: str, value: Value, others: Values) -> bool | None:
        other = next(iter(others)) if len(others) == 1 else None
        if not isinstance(other, Constant) or isinstance(value, (Special, Parameter, Foreign)):
            return None
        if op in ("is", "is not", "==", "!="):
            same = isinstance(value, Constant) and value.value == other.value
            return same if op in ("is", "==") else not same
        return None

    def is_option(self, test: nodes.NodeNG) -> bool:
        """Tell whether a condition asks a person, or a setting that is about verification."""
        key = id(test)
        if key not in self._options:
            self._options[key] = False  # while it is being asked
            self._options[key] = self._is_option(test)
        return self._options[key]

    def _is_option(self, test: nodes.NodeNG) -> bool:
        if CHOSEN in self.values(test):
            return True
        for count, node in enumerate(walk(test)):
            if count > 60:
                break
            match node:
                case nodes.Name(name=name) | nodes.Attribute(attrname=name):
                    if _OPTION.search(name):
                        return True
                    if isinstance(node, nodes.Name) and CHOSEN in self.values(node):
                        return True
                case nodes.Const(value=str() as text):
                    if isinstance(node.parent, (nodes.Subscript, nodes.Call)) and _OPTION.search(text[:60]):
                        return True
        return False

    def is_users_choice(self, node: nodes.NodeNG) -> bool:
        """Tell whether a node is only reached through a branch that a person decides."""
        child, parent = node, node.parent
        while parent is not None and not isinstance(parent, (nodes.Module, nodes.FunctionDef, nodes.ClassDef)):
            if isinstance(parent, (nodes.If, nodes.IfExp)) and child is not parent.test and self.is_option(parent.test):
                return True
            child, parent = parent, parent.parent
        return False

    # --- for messages ------------------------------------------------------------------------

    def written_at(self, node: nodes.NodeNG, value: Value) -> Place | None:
        """Return where a value was written, if that is not in the expression itself."""
        seen = node
        for _ in range(8):
            step = self._source(seen, value)
            if step is None:
                break
            seen = step
        if seen is node:
            return None
        return Place(self.tree_of(seen).path, seen.lineno or 1)

    def _source(self, node: nodes.NodeNG, value: Value) -> nodes.NodeNG | None:
        targets: list[nodes.NodeNG] = []
        match node:
            case nodes.Name(name=name):
                targets = self._targets_of(name, node)
            case nodes.Attribute(attrname=name, expr=expr):
                for owner in self.values(expr):
                    if isinstance(owner, Module) and isinstance(owner.node, nodes.Module):
                        targets += self.flow_of(owner.node).bindings(name)
                    elif isinstance(owner, (Class, Instance)):
                        of = owner.of if isinstance(owner, Instance) else owner
                        for each in of.order:
                            found = self._classes.get(each)
                            if isinstance(found, nodes.ClassDef):
                                targets += self.instance_targets(found).get(name, [])
                                targets += self.flow_of(found).bindings(name)
        for target in targets:
            source = self._right_side(target, node)
            if source is not None and value in self.values(source):
                return source
        return None

    def _targets_of(self, name: str, node: nodes.NodeNG) -> list[nodes.NodeNG]:
        for scope in self._scopes(node):
            scope_flow = self.flow_of(scope)
            if isinstance(scope, nodes.FunctionDef) and name in flow.parameter_names(scope.args):
                default = _annotation_and_default(scope.args, name)[1]
                return [*scope_flow.bindings(name), *([default] if default is not None else [])]
            if scope_flow.binds(name):
                return list(scope_flow.bindings(name))
        return []

    def _right_side(self, target: nodes.NodeNG, node: nodes.NodeNG) -> nodes.NodeNG | None:
        if isinstance(target, nodes.ImportFrom) and isinstance(node, nodes.Name):
            original = _imported_name(target, node.name)
            module = target.modname
            if target.level:
                module = self.project.absolute(Path(self.tree_of(target).path), module or None, target.level) or ""
            tree = self.first_party(module)
            if tree is not None:
                for inner in self.flow_of(tree.module).bindings(original):
                    return self._right_side(inner, node)
            return None
        parent = target.parent
        if isinstance(parent, (nodes.Assign, nodes.AnnAssign, nodes.NamedExpr)):
            return parent.value
        if isinstance(parent, nodes.Arguments):
            return target
        return None


def global_functions(module: nodes.Module) -> list[nodes.FunctionDef]:
    """Return the functions of a module that declare something `global`: it stands among their statements."""
    found: list[nodes.FunctionDef] = []
    pending: list[tuple[nodes.NodeNG, nodes.FunctionDef | None]] = [(module, None)]
    while pending:
        node, function = pending.pop()
        if isinstance(node, nodes.Global):
            if function is not None and function not in found:
                found.append(function)
            continue
        if isinstance(node, nodes.FunctionDef):
            function = node
        for name in ("body", "orelse", "handlers", "finalbody", "cases"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                pending.extend((child, function) for child in block)
    return found


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


def slots_of(function: AnyFunction | models.Function, *, bound: bool) -> list[Slot]:
    """Return the parameters of a function as its callers see them, without `self` if it is bound."""
    if isinstance(function, models.Function):
        slots = [Slot(parameter.name, parameter.kind) for parameter in function.parameters]
    else:
        arguments = function.args
        slots = [Slot(argument.name, "positional") for argument in arguments.posonlyargs or ()]
        slots += [Slot(argument.name, "either") for argument in arguments.args or ()]
        if arguments.vararg:
            slots.append(Slot(arguments.vararg, "args"))
        slots += [Slot(argument.name, "keyword") for argument in arguments.kwonlyargs or ()]
        if arguments.kwarg:
            slots.append(Slot(arguments.kwarg, "kwargs"))
    return slots[1:] if bound and slots and slots[0].kind in ("positional", "either") else slots


def own_nodes(function: nodes.NodeNG) -> Iterator[nodes.NodeNG]:
    """Yield the nodes of a function without those of functions and classes inside it."""
    pending = list(reversed(function.body)) if isinstance(function.body, list) else [function.body]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, (nodes.FunctionDef, nodes.ClassDef, nodes.Lambda)):
            pending.extend(reversed(list(node.get_children())))


def _annotation_and_default(arguments: nodes.Arguments, name: str) -> tuple[nodes.NodeNG | None, nodes.NodeNG | None]:
    positional = [*(arguments.posonlyargs or ()), *(arguments.args or ())]
    annotations = [*(arguments.posonlyargs_annotations or ()), *(arguments.annotations or ())]
    defaults = arguments.defaults or []
    for number, argument in enumerate(positional):
        if argument.name == name:
            index = number - (len(positional) - len(defaults))
            annotation = annotations[number] if number < len(annotations) else None
            return annotation, defaults[index] if index >= 0 else None
    for number, argument in enumerate(arguments.kwonlyargs or ()):
        if argument.name == name:
            return arguments.kwonlyargs_annotations[number], arguments.kw_defaults[number]
    return None, None


def _decorator_names(function: nodes.FunctionDef) -> set[str]:
    names = set()
    for decorator in function.decorators.nodes if function.decorators is not None else ():
        called = decorator.func if isinstance(decorator, nodes.Call) else decorator
        names.add(flow.path_of(called).rpartition(".")[2])
    return names


def _bound_to_class(value: Value, owner: Class) -> Value:
    if isinstance(value, Function) and isinstance(value.node, nodes.FunctionDef) and value.receiver is None:
        if "classmethod" in _decorator_names(value.node):
            return Function(value.name, value.node, owner)
    return value


def _imported_name(node: nodes.ImportFrom, bound: str) -> str:
    return next((name for name, alias in node.names if (alias or name) == bound), bound)


def _targets(target: nodes.NodeNG) -> Iterator[nodes.AssignName]:
    return (node for node in walk(target) if isinstance(node, nodes.AssignName))


def _is_below(node: nodes.NodeNG, ancestor: nodes.NodeNG) -> bool:
    while node is not None:
        if node is ancestor:
            return True
        node = node.parent
    return False


def _builtin_type(value: Value) -> str:
    match value:
        case Constant(value=constant):
            return type(constant).__name__
        case Mapping():
            return "dict"
        case _:
            return "list"
