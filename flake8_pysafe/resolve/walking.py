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
