"""What a function of the project does, as far as a marker asks: refuse, raise, list what is allowed."""

from __future__ import annotations

from astroid import nodes

from flake8_pysafe.resolve import flow
from flake8_pysafe.resolve.walking import own_nodes, walk
from flake8_pysafe.values import Refusal


def raises(function: nodes.NodeNG) -> bool:
    """Tell whether a function has a way to refuse by raising."""
    return any(isinstance(node, nodes.Raise) for node in own_nodes(function))


def refusal(function: nodes.FunctionDef) -> Refusal:
    """Tell how a `find_class(self, module, name)` decides what it lets through.

    It refuses by default if what is not listed by name ends in an exception or is looked
    up in a table; lists of modules, prefixes and deny lists can be walked around.
    """
    names = list(flow.parameter_names(function.args))
    module, name = (names[1], names[2]) if len(names) >= 3 else ("module", "name")
    passing = [node for node in own_nodes(function) if _passes_on(node)]
    if not passing:
        return Refusal.BY_DEFAULT
    raising = [node for node in own_nodes(function) if isinstance(node, nodes.Raise)]
    tables = [node for node in own_nodes(function) if isinstance(node, nodes.Return) and _is_table(node.value, name)]
    if not raising and not tables:
        return Refusal.NEVER
    if raising and all(_is_denied(node, function) for node in raising):
        return Refusal.BY_MODULE
    tested = {word for test in _tests(function) for word in (module, name) if _tests_exactly(test, word)}
    return Refusal.BY_DEFAULT if name in tested or not raising else Refusal.BY_MODULE


def _passes_on(node: nodes.NodeNG) -> bool:
    match node:
        case nodes.Call(func=nodes.Attribute(attrname="find_class" | "import_module")):
            return True
        case nodes.Call(func=nodes.Name(name="__import__")):
            return True
        case nodes.Call(func=nodes.Name(name="getattr")):
            return True
        case _:
            return False


def _is_table(node: nodes.NodeNG | None, name: str) -> bool:
    return isinstance(node, nodes.Subscript) and any(
        isinstance(each, nodes.Name) and each.name == name for each in walk(node.slice)
    )


def _tests(function: nodes.FunctionDef) -> list[nodes.NodeNG]:
    found: list[nodes.NodeNG] = []
    for node in own_nodes(function):
        match node:
            case nodes.If(test=test) | nodes.IfExp(test=test) | nodes.Assert(test=test):
                found.append(test)
            case nodes.Match(subject=subject):
                found.append(subject)
            case nodes.Subscript(slice=index):
                found.append(index)
    return found


def _tests_exactly(test: nodes.NodeNG, name: str) -> bool:
    """Tell whether a condition compares the name itself, not a prefix of it."""
    for node in walk(test):
        if isinstance(node, nodes.Name) and node.name == name:
            parent = node.parent
            if not (isinstance(parent, nodes.Attribute) and parent.attrname in ("startswith", "endswith", "split")):
                return True
    return False


def _is_denied(node: nodes.Raise, function: nodes.FunctionDef) -> bool:
    """Tell whether an exception is raised for what is listed, so that the rest passes."""
    child: nodes.NodeNG = node
    parent = node.parent
    while parent is not None and parent is not function:
        if isinstance(parent, nodes.If) and child in parent.body:
            return _is_positive(parent.test)
        child, parent = parent, parent.parent
    return False


def _is_positive(test: nodes.NodeNG) -> bool:
    match test:
        case nodes.Compare(ops=[(op, _)]):
            return op in ("in", "==")
        case nodes.UnaryOp(op="not"):
            return False
        case nodes.BoolOp(values=operands):
            return any(_is_positive(operand) for operand in operands)
        case _:
            return True
