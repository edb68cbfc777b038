"""What operators, displays and conditions give."""

from __future__ import annotations

import re
from itertools import islice

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.markers.marker import is_falsy, is_truthy
from flake8_pysafe.resolve import containers, flow
from flake8_pysafe.resolve.arguments import Values
from flake8_pysafe.resolve.calls import Calls
from flake8_pysafe.resolve.core import (
    ANYTHING,
    MAX_ELEMENTS,
    MAX_ENTRIES,
    MAX_TEXT,
    MAX_VALUES,
    NOTHING,
)
from flake8_pysafe.resolve.signatures import CALLABLES, annotation_and_default
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

_OPTION = re.compile(
    r"insecure|unsafe|verif|validat|trust|strict|self_?signed|skip_?(?:ssl|tls|cert|host)|"
    r"(?:check|ignore|disable|allow|accept|no)_?(?:ssl|tls|cert|host|invalid|bad|unsigned|unknown)|"
    r"cert_?(?:req|check|valid)|auto_?add|host_?key|assert_?host|fingerprint",
    re.IGNORECASE,
)


# What a setting is compared with that can be switched off.
_OFF = re.compile(r"none|default|ignored?|off|no|never|disabled?", re.IGNORECASE)


class Operators(Calls):
    """Answers for operators, containers and conditions."""

    # --- operators and containers ------------------------------------------------------------

    def _conditional(self, node: nodes.IfExp) -> Values:
        outcome = {self.truth(value) for value in self.values(node.test)}
        groups: list[Values] = []
        for branch, wanted in ((node.body, True), (node.orelse, False)):
            values = self.values(branch) if outcome != {not wanted} else NOTHING
            path = flow.path_of(branch)
            if path:
                values = frozenset(v for v in values if self.decided(node.test, path, v) is not (not wanted))
            groups.append(values)
        if self.is_option(node.test):
            return self.chosen_between(node.test, groups)
        return frozenset().union(*groups) or ANYTHING

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
        found = frozenset(self._combined(op, a, b) for a in left for b in right)
        if any(CHOSEN in side and len(side) > 1 for side in (left, right)):
            found |= {CHOSEN}  # which of several it is, somebody decides
        return found or ANYTHING

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

    def _comprehended(self, node: nodes.DictComp) -> Mapping:
        """The dictionary that a comprehension over known elements gives."""
        generator, *others = node.generators
        values = self.values(generator.iter)
        only = next(iter(values)) if len(values) == 1 else None
        if others or not isinstance(only, (Sequence, Mapping)):
            return Mapping(open=True)
        result = Mapping(open=only.open)
        for element in containers.iterated(only):
            kept = self._kept(generator, element)
            if kept is False:
                continue
            keys = self._drawn(node.key, generator.target, element)
            key = next(iter(keys)) if len(keys) == 1 else None
            if isinstance(key, Constant):
                drawn = self._drawn(node.value, generator.target, element)
                result = containers.with_item(result, key.value, drawn if kept else drawn | {UNKNOWN, MISSING})
            else:
                result = Mapping(result.entries, open=True)
        return result

    def _drawn(self, node: nodes.NodeNG, target: nodes.NodeNG, element: Values) -> Values:
        """The values of an expression for one element of what a comprehension goes through."""
        match target:
            case nodes.AssignName(name=name) if isinstance(node, nodes.Name) and node.name == name:
                return element
            case nodes.Tuple(elts=parts) if isinstance(node, nodes.Name):
                for number, part in enumerate(parts):
                    if isinstance(part, nodes.AssignName) and part.name == node.name:
                        return self._union(self._element(value, number) for value in element)
        drawn = {part.name for part in walk(target) if isinstance(part, nodes.AssignName)}
        depends = any(isinstance(part, nodes.Name) and part.name in drawn for part in islice(walk(node), 60))
        return ANYTHING if depends else self.values(node)

    def _kept(self, generator: nodes.Comprehension, element: Values) -> bool | None:
        """Tell whether the conditions of a comprehension let an element through."""
        outcomes = set()
        for test in generator.ifs:
            names = [node for node in walk(test) if isinstance(node, nodes.Name)]
            drawn = ((node.name, self._drawn(node, generator.target, element)) for node in names[:8])
            decided = (self.decided(test, name, v) for name, values in drawn if len(values) == 1 for v in values)
            outcomes.add(next((each for each in decided if each is not None), None))
        return False if False in outcomes else None if None in outcomes else True

    def _sequence(self, node: nodes.NodeNG) -> Sequence:
        elements: list[Values] = []
        is_open = False
        for element in node.elts[: MAX_ELEMENTS + 1]:
            if isinstance(element, nodes.Starred):
                found = self.values(element.value)
                known = [v for each in found if isinstance(v := self.as_sequence(each), Sequence)]
                if len(known) == 1 and CHOSEN not in found:
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
        container = self.as_sequence(container)
        match container, index:
            case Mapping(), Constant(value=key):
                return containers.current(container, key)
            case Mapping(entries=entries), _:
                # A table from a value to itself under another name says nothing about which one it is.
                found = self._union(values - {Constant(key)} for key, values in entries) if entries else NOTHING
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
            found = node.members.get(index.value) if isinstance(index.value, str) else None
            return self._typed(found) if isinstance(found, models.Annotation) else ANYTHING
        member = self.member(container.of, "__getitem__")
        if member is None:
            return ANYTHING
        return self._union(self.called(each, None) for each in self.bound_to(container, member, "__getitem__"))

    # --- conditions --------------------------------------------------------------------------

    def truth(self, value: Value) -> bool | None:
        """Tell what a value is in a condition, None if that is not known."""
        if is_truthy(value) or isinstance(value, (Class, Function, Module, Partial)):
            return True
        if is_falsy(value):
            return False
        return True if isinstance(value, Instance) else None

    def decided(self, test: nodes.NodeNG, path: str, value: Value) -> bool | None:
        """Return what a condition gives if a path has a value, None if that does not decide it."""
        match test:
            case nodes.UnaryOp(op="not", operand=operand):
                inner = self.decided(operand, path, value)
                return None if inner is None else not inner
            case nodes.BoolOp(op=op, values=operands):
                outcomes = [self.decided(operand, path, value) for operand in operands[:8]]
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
        if op in ("in", "not in") and isinstance(value, Constant) and isinstance(other, Sequence) and not other.open:
            if all(len(element) == 1 and isinstance(next(iter(element)), Constant) for element in other.elements):
                return (frozenset({value}) in other.elements) is (op == "in")
        if not isinstance(other, Constant) or isinstance(value, (Special, Parameter, Foreign)):
            return None
        if op in ("is", "is not", "==", "!="):
            same = isinstance(value, Constant) and value.value == other.value
            return same if op in ("is", "==") else not same
        return None

    def chosen_between(self, test: nodes.NodeNG, groups: list[Values]) -> Values:
        """Return the values behind a condition that asks a person, first those where it holds.

        What a function does when its callers say nothing is nobody's choice.
        """
        unasked = self._unasked(test) if len(groups) == 2 else None
        if unasked is not None:
            usual, other = groups if unasked else reversed(groups)
            return (usual | {value for value in other if isinstance(value, Parameter)}) or ANYTHING
        found = frozenset[Value]().union(*groups)
        mappings = [value for value in found if isinstance(value, Mapping)]
        if mappings and len(mappings) == len(found):
            return frozenset({containers.chosen_among(mappings)})
        return found | {CHOSEN}

    def _unasked(self, test: nodes.NodeNG) -> bool | None:
        """Tell what a condition on a parameter gives where callers leave the parameter out."""
        if not isinstance(test.parent, (nodes.If, nodes.IfExp)):
            return None
        for node in islice(walk(test), 20):
            for value in self.values(node) if isinstance(node, nodes.Name) else ():
                if isinstance(value, Parameter) and value.key is None and isinstance(value.function, CALLABLES):
                    _, default = annotation_and_default(value.function.args, value.name)
                    given = self.values(default) if default is not None else NOTHING
                    outcomes = {self.decided(test, node.name, each) for each in given}
                    if len(outcomes) == 1:
                        return outcomes.pop()
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
                    if _is_asked_for(node) and _OPTION.search(text[:60]):
                        return True
                    if isinstance(node.parent, nodes.Compare) and _OFF.fullmatch(text[:20]):
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


def _is_asked_for(text: nodes.Const) -> bool:
    """Tell whether a text names a setting, or is what one is compared with."""
    match text.parent:
        case nodes.Call(func=nodes.Name(name="hasattr")):
            return False  # what a library has is nobody's choice
        case nodes.Subscript() | nodes.Call():
            return True
        case nodes.Compare(left=left, ops=[(_, right)]):
            other = right if left is text else left
            return not isinstance(other, nodes.Const)
        case _:
            return False
