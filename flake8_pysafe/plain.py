"""What a file shows by itself: calls written out with the library's name and a literal.

It stands in for the resolver where a file is beyond what that can follow, so that a
limit never hides what anybody could see.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flake8_pysafe import markers
from flake8_pysafe.markers.marker import Marker, Verdict
from flake8_pysafe.models import Annotation, Class, Function, Models, dotted
from flake8_pysafe.values import MISSING, UNKNOWN, Constant, Unseen, Value


@dataclass(frozen=True)
class Seen:
    """One unsafe argument."""

    verdict: Verdict
    marker: Marker
    sink: str
    parameter: str
    node: ast.expr  # what to point at
    value: Value


def seen(tree: ast.Module, library: Models, is_first_party: Callable[[str], bool]) -> Iterator[Seen]:
    """Yield the calls of modelled functions that are plainly unsafe; the project's own modules are no libraries."""
    names: dict[str, str] = {}
    bound: set[str] = set()
    calls: list[ast.Call] = []
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        match node:
            case ast.Import(names=aliases):
                for alias in aliases:
                    names[alias.asname or alias.name.partition(".")[0]] = (
                        alias.name if alias.asname else alias.name.partition(".")[0]
                    )
            case ast.ImportFrom(module=str() as module, names=aliases, level=0):
                for alias in aliases:
                    names[alias.asname or alias.name] = f"{module}.{alias.name}"
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
                bound.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.Call():
                calls.append(node)
        pending.extend(ast.iter_child_nodes(node))
    for call in calls:
        name = dotted(call.func)
        head, dot, rest = name.partition(".")
        if head in names and head not in bound and not is_first_party(names[head].partition(".")[0]):
            yield from _judged(call, names[head] + dot + rest, library)


def _judged(call: ast.Call, name: str, library: Models) -> Iterator[Seen]:
    found = library.find(name)
    if isinstance(found, Class):
        found = found.members.get("__init__")
        bound = 1
    else:
        bound = 0
    if not isinstance(found, Function) or any(isinstance(argument, ast.Starred) for argument in call.args):
        return
    nodes = _arguments(call, found, bound)
    values = {parameter: _value(node, library) for parameter, node in nodes.items()}
    site = Unseen({parameter: frozenset({value}) for parameter, value in values.items()})
    sink = found.name.removesuffix(".__init__")
    for parameter, annotation in _annotations(found, bound):
        for word in annotation.words:
            marker = markers.BY_NAME.get(word)
            if marker is None:
                continue
            value = values.get(parameter, MISSING)
            if value is MISSING and any(keyword.arg is None for keyword in call.keywords):
                continue
            verdict = marker.judge(value, site)
            if verdict is not None:
                at_callee = marker.at_callee or parameter not in nodes
                yield Seen(verdict, marker, sink, parameter, call.func if at_callee else nodes[parameter], value)


def _annotations(function: Function, bound: int) -> Iterator[tuple[str, Annotation]]:
    yield "", function.returns
    for parameter in function.parameters[bound:]:
        if parameter.kind in ("positional", "either", "keyword"):
            yield parameter.name, parameter.annotation


def _arguments(call: ast.Call, function: Function, bound: int) -> dict[str, ast.expr]:
    positional = [p.name for p in function.parameters[bound:] if p.kind in ("positional", "either")]
    found = dict(zip(positional, call.args, strict=False))
    found.update((keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg is not None)
    return found


def _value(node: ast.expr, library: Models) -> Value:
    if isinstance(node, ast.Constant) and node.value is not Ellipsis:
        return Constant(node.value)
    found = library.find(dotted(node)) if isinstance(node, ast.Attribute) else None
    return found if isinstance(found, Constant) else UNKNOWN
