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
