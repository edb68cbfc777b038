"""The parameters of functions: as callers see them, their annotations and defaults."""

from __future__ import annotations

from typing import TypeAlias

from astroid import nodes

from flake8_pysafe import models
from flake8_pysafe.resolve import flow
from flake8_pysafe.resolve.arguments import Slot

# astroid's FunctionDef is no Lambda.
CALLABLES = (nodes.FunctionDef, nodes.Lambda)
AnyFunction: TypeAlias = "nodes.FunctionDef | nodes.Lambda"


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


def annotation_and_default(arguments: nodes.Arguments, name: str) -> tuple[nodes.NodeNG | None, nodes.NodeNG | None]:
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


def decorator_names(function: nodes.FunctionDef) -> set[str]:
    names = set()
    for decorator in function.decorators.nodes if function.decorators is not None else ():
        called = decorator.func if isinstance(decorator, nodes.Call) else decorator
        names.add(flow.path_of(called).rpartition(".")[2])
    return names
