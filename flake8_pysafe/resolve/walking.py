"""Goes through trees without recursion."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from astroid import nodes

from flake8_pysafe.resolve.late import head, is_built


def walk(node: nodes.NodeNG, lines: Sequence[int] = ()) -> Iterator[nodes.NodeNG]:
    """Yield a node and all nodes below it, in source order, without recursion.

    With the numbers of some lines, sorted, the bodies of functions that hold none of them are left out.
    """
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        is_without = lines and isinstance(current, nodes.FunctionDef) and not _holds_one(current, lines)
        pending.extend(reversed(list(head(current) if is_without else current.get_children())))


def _holds_one(node: nodes.NodeNG, lines: Sequence[int]) -> bool:
    number = bisect_left(lines, node.lineno)
    return number < len(lines) and lines[number] <= node.end_lineno


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
    """Yield the statements of a module, nested ones too, each with the function it stands in.

    Functions that are not built yet are not gone into: they declare nothing `global`.
    """
    pending: list[tuple[nodes.NodeNG, nodes.FunctionDef | None]] = [(module, None)]
    while pending:
        node, function = pending.pop()
        yield node, function
        if isinstance(node, nodes.FunctionDef):
            function = node
            if not is_built(node):
                continue
        for name in ("finalbody", "orelse", "cases", "handlers", "body"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                pending.extend((child, function) for child in reversed(block))
