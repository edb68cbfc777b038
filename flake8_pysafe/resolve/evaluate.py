"""Which values an expression can have: the ordered, budgeted evaluator.

It proves, it does not guess: what it cannot follow is `UNKNOWN`. Every step is counted
against a budget that is proportional to the file, so that no input can hold it; results
are kept per node. It folds no arithmetic and never builds a long string or list.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from astroid import nodes

from flake8_pysafe.resolve import flow
from flake8_pysafe.resolve.core import (
    ANYTHING,
    MAX_TEXT,
    Place,
)
from flake8_pysafe.resolve.names import imported_name
from flake8_pysafe.resolve.operators import Operators
from flake8_pysafe.resolve.signatures import annotation_and_default
from flake8_pysafe.values import (
    Class,
    Constant,
    Function,
    Instance,
    Module,
    Sequence,
    Value,
)

__all__ = ["Evaluator"]


class Evaluator(Operators):
    """Answers questions about the expressions of one file and of the first-party modules behind it."""

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
                return {self._comprehended(node)}
            case _:
                return ANYTHING

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
                                targets += self.instance_targets(found, name)
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
                default = annotation_and_default(scope.args, name)[1]
                return [*scope_flow.bindings(name), *([default] if default is not None else [])]
            if scope_flow.binds(name):
                return list(scope_flow.bindings(name))
        return []

    def _right_side(self, target: nodes.NodeNG, node: nodes.NodeNG) -> nodes.NodeNG | None:
        if isinstance(target, nodes.ImportFrom) and isinstance(node, nodes.Name):
            original = imported_name(target, node.name)
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
