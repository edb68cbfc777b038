"""Goes through trees without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from astroid import nodes


def walk(node: nodes.NodeNG) -> Iterator[nodes.NodeNG]:
    """Yield a node and all nodes below it, in source order, without recursion."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(list(current.get_children())))


def own_nodes(function: nodes.NodeNG) -> Iterator[nodes.NodeNG]:
    """Yield the nodes of a function without those of functions and classes inside it."""
    pending = list(reversed(function.body)) if isinstance(function.body, list) else [function.body]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, (nodes.FunctionDef, nodes.ClassDef, nodes.Lambda)):
            pending.extend(reversed(list(node.get_children())))


def global_functions(module: nodes.Module) -> list[nodes.FunctionDef]:
    """Return the functions of a module that declare something `global`: it stands among their statements."""
    found: list[nodes.FunctionDef] = []
    for node, function in statements(module):
        if isinstance(node, nodes.Global) and function is not None and function not in found:
            found.append(function)
    return found


def star_imports(module: nodes.Module) -> list[nodes.ImportFrom]:
    """Return the imports of a module that bind whatever is there."""
    imports = (node for node, _ in statements(module) if isinstance(node, nodes.ImportFrom))
    return [node for node in imports if any(each == "*" for each, _ in node.names)]


def statements(module: nodes.Module) -> Iterator[tuple[nodes.NodeNG, nodes.FunctionDef | None]]:
    """Yield the statements of a module, nested ones too, each with the function it stands in."""
    pending: list[tuple[nodes.NodeNG, nodes.FunctionDef | None]] = [(module, None)]
    while pending:
        node, function = pending.pop()
        yield node, function
        if isinstance(node, nodes.FunctionDef):
            function = node
        for name in ("finalbody", "orelse", "cases", "handlers", "body"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                pending.extend((child, function) for child in reversed(block))
