"""What names stand for: scopes, definitions and imports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from astroid import nodes

from flake8_pysafe.resolve import containers, flow, world
from flake8_pysafe.resolve.arguments import Values
from flake8_pysafe.resolve.core import (
    ANYTHING,
    MAX_VALUES,
    NOTHING,
    Core,
)
from flake8_pysafe.resolve.signatures import CALLABLES
from flake8_pysafe.resolve.walking import walk
from flake8_pysafe.values import (
    CHOSEN,
    MISSING,
    UNKNOWN,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Module,
    Sequence,
    Value,
)


class Names(Core):
    """Answers for names and for what binds them."""

    # --- names -------------------------------------------------------------------------------

    def flow_of(self, scope: nodes.NodeNG) -> flow.ScopeFlow:
        """Return the definitions of a scope."""
        found = self._flows.get(id(scope))
        if found is None:
            found = self._flows[id(scope)] = self.tree_of(scope).flow_of(scope)
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
                    return self.parameter(parent, name)
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
        known_by_name: Values | None = None
        for statement in self.tree_of(module).star_imports:
            found = self._imported_from(statement, name)
            if found and UNKNOWN not in found and MISSING not in found:
                if not all(isinstance(value, Foreign) for value in found):
                    return found
                known_by_name = known_by_name or found
        return known_by_name

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
                return {containers.changed(value, node, self.values) for value in self.defined(before, path, scope)}
            case flow.Narrowed(before=before, test=test, outcome=outcome):
                values = self.defined(before, path, scope)
                return frozenset(v for v in values if self.decided(test, path, v) is not (not outcome))
            case flow.Join(options=options, tests=tests):
                assumed = self._assumed_option(definition)
                if assumed is not None:
                    return self.defined(assumed, path, scope)
                return self._joined_definitions(id(definition), options, tests, path, scope)
            case flow.Deleted():
                return {MISSING}
            case _:
                return self._at_entry(path, scope, definition)

    def _joined_definitions(
        self, key: int, options: list[flow.Definition], tests: list[nodes.NodeNG], path: str, scope: nodes.NodeNG
    ) -> Values:
        found: set[Value] = set()
        groups: list[Values] = []
        for option in options:
            groups.append(self.defined(option, path, scope))
            found |= groups[-1]
            self._so_far[key] = frozenset(found)  # what a loop changes is what was there before it
        self._so_far.pop(key, None)
        if len(found) > 1 and any(self.is_option(test) for test in tests):
            return self.chosen_between(tests[0], groups)
        return frozenset(found)

    # --- branches that belong together -------------------------------------------------------

    def deciding(self, node: nodes.NodeNG) -> nodes.NodeNG | None:
        """Return the condition of the `if` that decides which value a name or attribute path has, None if none does."""
        path = flow.path_of(node)
        scope_flow = self.flow_of(self.scope_of(node))
        definition: flow.Definition | None = scope_flow.at(path, node) if path and scope_flow.touches(path) else None
        while isinstance(definition, flow.Join):
            assumed = self._assumed_option(definition)
            if assumed is None:
                return definition.tests[0] if _is_either(definition) else None
            definition = assumed
        return None

    @contextmanager
    def assuming(self, test: nodes.NodeNG, option: int) -> Iterator[None]:
        """Answer as if one branch of an `if` had been taken, by every `if` of the scope with that condition."""
        kept = self._values, self._definitions, self._returns, self._cut
        self._values, self._definitions, self._returns, self._cut = {}, {}, {}, {}
        self._assumed[self._condition(test)] = option
        try:
            yield
        finally:
            self._values, self._definitions, self._returns, self._cut = kept
            del self._assumed[self._condition(test)]

    def _assumed_option(self, definition: flow.Join) -> flow.Definition | None:
        if not self._assumed or not _is_either(definition):
            return None
        option = self._assumed.get(self._condition(definition.tests[0]))
        return definition.options[option] if option is not None else None

    def _condition(self, test: nodes.NodeNG) -> tuple[int, str]:
        return id(self.scope_of(test)), test.as_string()

    def _at_entry(self, path: str, scope: nodes.NodeNG, definition: flow.Definition) -> Values:
        if "." in path:
            owner, _, last = path.rpartition(".")
            node = definition.node if isinstance(definition, flow.Rebased) else None
            return self._path_at_entry(owner, last, scope, node)
        if isinstance(scope, CALLABLES):
            return self.parameter(scope, path)
        return ANYTHING

    def _path_at_entry(self, owner: str, last: str, scope: nodes.NodeNG, node: nodes.NodeNG | None) -> Values:
        scope_flow = self.flow_of(scope)
        if node is not None:
            prefix = flow.path_of(node) or owner.partition(".")[0]
            values = self.bound(node, prefix.rpartition(".")[2])
            for name in owner[len(prefix) :].split(".")[1:]:
                values = self._union(self.attribute(value, name) for value in values)
        elif "." in owner:
            outer, _, name = owner.rpartition(".")
            values = self._path_at_entry(outer, name, scope, None)
        elif isinstance(scope, nodes.FunctionDef) and owner in flow.parameter_names(scope.args):
            values = self.parameter(scope, owner)
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
                return frozenset({Function(target.name, target)})
            case nodes.ClassDef():
                return frozenset({self.class_of(target)})
            case nodes.Import(names=names):
                return self._imported(names, name)
            case nodes.ImportFrom():
                return self._imported_from(target, imported_name(target, name))
            case nodes.Call(args=[_, _, value]):  # setattr
                return self.values(value)
            case _:
                return self._assigned(target)

    def _assigned(self, target: nodes.NodeNG) -> Values:
        trail: list[int | slice] = []  # the way down from the assigned value through tuples
        node = target
        parent = node.parent
        while isinstance(parent, (nodes.Tuple, nodes.List, nodes.Starred)):
            if not isinstance(parent, nodes.Starred):
                trail.append(_place(parent.elts, node))
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
                found = self._union(self.entered(value) for value in self.values(context))
            case nodes.MatchAs() | nodes.MatchStar() | nodes.MatchMapping():
                return self._captured(node, parent)
            case _:
                return ANYTHING
        for index in reversed(trail):
            found = self._union(self._element(value, index) for value in found)
        return found

    def _captured(self, target: nodes.NodeNG, pattern: nodes.NodeNG) -> Values:
        """What a name in the pattern of a `case` captures."""
        match pattern:
            case nodes.MatchAs(pattern=nodes.MatchClass(cls=cls)):
                return self.annotated(cls)
            case nodes.MatchMapping():
                return ANYTHING
            case _:
                return self._matched(pattern)

    def _matched(self, pattern: nodes.NodeNG) -> Values:
        """What a pattern stands for in the subject of its `match`."""
        parent = pattern.parent
        match parent:
            case nodes.MatchCase():
                return self.values(parent.parent.subject)
            case nodes.MatchAs() | nodes.MatchOr():
                return self._matched(parent)
            case nodes.MatchSequence(patterns=patterns):
                place = _place(patterns, pattern)
                return self._union(self._element(value, place) for value in self._matched(parent))
            case nodes.MatchMapping(keys=keys, patterns=patterns):
                indices = self.values(keys[patterns.index(pattern)])
                return self._union(self.item(v, each) - {MISSING} for v in self._matched(parent) for each in indices)
            case nodes.MatchClass(kwd_attrs=names, kwd_patterns=patterns) if pattern in patterns:
                name = names[patterns.index(pattern)]
                return self._union(self.attribute(value, name) for value in self._matched(parent))
            case _:
                return ANYTHING

    def _element(self, value: Value, index: int | slice) -> Values:
        value = self.as_sequence(value)
        if isinstance(value, Sequence) and not value.open:
            if isinstance(index, slice):
                return frozenset({Sequence(value.elements[index])})
            if -len(value.elements) <= index < len(value.elements):
                return value.elements[index]
        return frozenset({CHOSEN}) if value is CHOSEN else ANYTHING

    def _elements(self, value: Value) -> Values:
        value = self.as_sequence(value)
        if isinstance(value, Sequence) and value.elements:
            found = self._union(value.elements)
            return found | {UNKNOWN} if value.open else found
        if isinstance(value, Mapping) and value.entries:
            return self._bounded(Constant(key) for key, _ in value.entries)
        return frozenset({CHOSEN}) if value is CHOSEN else ANYTHING

    def entered(self, value: Value) -> Values:
        """Return what `with` gives for a value."""
        if isinstance(value, Instance):
            for name in ("__enter__", "__aenter__"):
                method = self.member(value.of, name)
                if method is not None:
                    results = self._union(self.called(m, None) for m in self.bound_to(value, method, name))
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
        return self.from_model(found, name) if found is not None else frozenset({Foreign(name)})

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
        key = (id(module), name)
        if key in self._importing:  # modules that import from each other
            return NOTHING
        self._importing.add(key)
        try:
            return self._module_member(module, name)
        finally:
            self._importing.discard(key)

    def _module_member(self, module: nodes.Module, name: str) -> Values:
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
        flows = [self.flow_of(function) for function in self.tree_of(module).global_functions]
        return [target for inner in flows if name in inner.globals for target in inner.bindings(name)]


def _is_either(definition: flow.Join) -> bool:
    """Tell whether a join is that of the two branches of an `if`."""
    return len(definition.options) == 2 and bool(definition.tests) and isinstance(definition.tests[0].parent, nodes.If)


def _place(targets: list[nodes.NodeNG], target: nodes.NodeNG) -> int | slice:
    """The position of one of several targets, from the end if a starred one is in front of it."""
    position = targets.index(target)
    behind = position - len(targets)
    if isinstance(target, (nodes.Starred, nodes.MatchStar)):
        return slice(position, behind + 1 or None)
    starred = any(isinstance(each, (nodes.Starred, nodes.MatchStar)) for each in targets[:position])
    return behind if starred else position


def imported_name(node: nodes.ImportFrom, bound: str) -> str:
    return next((name for name, alias in node.names if (alias or name) == bound), bound)


def _targets(target: nodes.NodeNG) -> Iterator[nodes.AssignName]:
    return (node for node in walk(target) if isinstance(node, nodes.AssignName))


def _is_below(node: nodes.NodeNG, ancestor: nodes.NodeNG) -> bool:
    while node is not None:
        if node is ancestor:
            return True
        node = node.parent
    return False
