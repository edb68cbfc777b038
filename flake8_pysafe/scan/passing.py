"""What functions and classes become by passing on what they are given, read off an outline once."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_pysafe.scan.outline import KEYWORD_ONLY, MADE, Definition, Given, Outline, Passed, Passing, Use

_CALLABLE = frozenset({"__init__", "__new__", "__call__"})


def passing(outline: Outline, name: str) -> tuple[Passing, ...]:
    """Return the uses of a name that get something from a caller of the code around them."""
    found = outline.passing.get(name)
    if found is None:
        each = (_passing(use, outline) for use in outline.uses.get(name, ()) if use.around)
        found = outline.passing[name] = tuple(one for one in each if one.passed)
    return found


def _passing(use: Use, outline: Outline) -> Passing:
    passed = {
        number: tuple(dict.fromkeys(_passed(given, use, outline)))
        for number, given in enumerate(use.given)
        if given.variables
    }
    return Passing(use, {number: each for number, each in passed.items() if each})


def _passed(given: Given, use: Use, outline: Outline) -> Iterator[Passed]:
    """Yield what the functions and classes around a use become by an argument of it."""
    around = [outline.definitions[number] for number in use.around]
    names = set(given.variables)
    for place in reversed(range(len(around))):
        definition = around[place]
        if definition.is_class:
            yield from _of_class(names, definition)
            continue
        names = definition.made_of(names)
        for parameter in definition.parameters(names):
            for word, base in _called_as(definition, around[:place]):
                yield _by_parameter(word, base, definition, parameter)


def _called_as(definition: Definition, outer: list[Definition]) -> Iterator[tuple[str, str]]:
    """Yield the names by which a function is called, some with the class that it is then inherited from."""
    if definition.is_method and definition.name in _CALLABLE and outer:
        yield outer[-1].name + (MADE if definition.name == "__call__" else ""), ""
        if definition.name != "__call__":
            yield definition.name, outer[-1].name
    elif definition.name and not definition.name.startswith("__"):  # operators are not called by name
        yield definition.name, ""


def _of_class(names: set[str], owner: Definition) -> Iterator[Passed]:
    """Yield what a class becomes by what its initializer keeps on `self`."""
    for attribute in sorted(owner.attributes(names)):
        if owner.initializer is None:
            if attribute in owner.positions:
                yield _by_parameter(owner.name, "", owner, attribute)
            continue
        made_of = owner.initializer.made_of(owner.kept[attribute])
        for parameter in owner.initializer.parameters(made_of):
            yield _by_parameter(owner.name, "", owner.initializer, parameter)
            yield _by_parameter("__init__", owner.name, owner.initializer, parameter)


def _by_parameter(word: str, base: str, definition: Definition, parameter: str) -> Passed:
    if parameter == definition.extra:
        return Passed(word, base, None, None, False)
    if parameter == definition.several:
        return Passed(word, base, (), 0, True)
    position = definition.positions[parameter]
    return Passed(word, base, (parameter,), position if 0 <= position < KEYWORD_ONLY else None, False)
