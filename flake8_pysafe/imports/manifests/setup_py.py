"""Reads `setup.py` as a tree, never running it: requirements, folders of packages, extensions.

What a keyword's value is made of is followed through names, helper functions and the
usual ways to build a list; every string found there counts. That may be more than what
the script asks for in the end, never less of what it spells out.
"""

from __future__ import annotations

import ast
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from packaging.specifiers import SpecifierSet

from flake8_pysafe.imports.guards import last_name
from flake8_pysafe.imports.manifests.manifest import ANY, Lines, Manifest, declarations, versions

_REQUIREMENTS = ("install_requires", "extras_require", "tests_require", "setup_requires", "requires")
_TELLING = ("require", "depend", "deps", "extras")
_GROWING = ("append", "extend", "insert", "update", "add", "setdefault")
_MOST_STEPS = 100_000


def read(path: str, text: str) -> Manifest:
    """Return what a setup script spells out; nothing for one that is not Python 3."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Manifest(path)  # a script for Python 2 or a template is no mistake of this project
    script = _Script(tree)
    asked = script.strings(*_REQUIREMENTS)
    folder = os.path.dirname(path)
    python = next(iter(script.strings("python_requires")), "")
    roots = {*script.mapped_folders("package_dir"), *script.arguments_of("find_packages", "find_namespace_packages")}
    return Manifest(
        path,
        tuple(declarations(asked, path, Lines(text))),
        name=next(iter(script.strings("name")), ""),
        python=versions(python) if python else _classified(script.strings("classifiers")),
        roots=tuple(os.path.normpath(os.path.join(folder, root)) for root in sorted(roots) if len(root) < 1000),
        generated=tuple(script.first_arguments("Extension")),
        includes=tuple(os.path.join(folder, name) for name in asked if name.endswith(".txt") and len(name) < 1000),
    )


def _classified(classifiers: Iterable[str]) -> SpecifierSet:
    """Return the Pythons that the classifiers of a project name, as far as they tell 2 from 3."""
    named = {classifier.partition("Programming Language :: Python :: ")[2][:1] for classifier in classifiers}
    return SpecifierSet("<3") if "2" in named and "3" not in named else ANY


def read_sessions(path: str, text: str) -> Manifest:
    """Return what the sessions of a `noxfile.py` install."""
    try:
        script = _Script(ast.parse(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Manifest(path)
    return Manifest(path, tuple(declarations(script.installed(), path, Lines(text))))


class _Script:
    """The values that a script gives to names and keywords."""

    def __init__(self, tree: ast.Module) -> None:
        self._values: defaultdict[str, list[ast.AST]] = defaultdict(list)
        self._keywords: defaultdict[str, list[ast.AST]] = defaultdict(list)
        self._calls: list[ast.Call] = []
        for node in _walked(tree):
            self._collect(node)

    def _collect(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._values[_base(target)].append(value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.AugAssign(target=target, value=value):
                self._values[_base(target)].append(value)
            case ast.FunctionDef(name=name):
                self._values[name].append(node)
            case ast.Call(func=ast.Attribute(value=owner, attr=attribute), args=arguments) if attribute in _GROWING:
                self._values[_base(owner)] += arguments
                self._calls.append(node)
            case ast.Call():
                self._calls.append(node)
            case ast.keyword(arg=str(name), value=value):
                self._keywords[name].append(value)
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        self._keywords[key.value].append(value)

    def strings(self, *keywords: str, more: Sequence[ast.AST] = ()) -> list[str]:
        """Return the strings that the values of some keywords, and some more values, are made of."""
        pending: list[ast.AST] = [*more, *(value for keyword in keywords for value in self._keywords[keyword])]
        if "install_requires" in keywords:  # handed over in ways that are not followed
            telling = (name for name in self._values if any(word in name.lower() for word in _TELLING))
            pending += [
                value for name in telling for value in self._values[name] if not isinstance(value, ast.FunctionDef)
            ]
        found: dict[str, None] = {}
        seen: set[str] = set()
        for steps, node in enumerate(_growing(pending)):
            if steps > _MOST_STEPS:
                break
            match node:
                case ast.Constant(value=str(value)):
                    found |= dict.fromkeys(line for line in value.splitlines() if line.strip())
                case ast.Name(id=name) | ast.Attribute(attr=name) if name not in seen:
                    seen.add(name)
                    pending += self._values.get(name, ())
            pending += _parts(node)
        return list(found)

    def installed(self) -> list[str]:
        """Return the strings given to functions that install something, and those in names that tell of it."""
        calls = (call for call in self._calls if "install" in last_name(call.func))
        return self.strings("install_requires", more=[argument for call in calls for argument in call.args])

    def mapped_folders(self, keyword: str) -> Iterator[str]:
        """Yield the values of the dictionaries given to a keyword."""
        values = self._keywords[keyword]
        names = {value.id for value in values if isinstance(value, ast.Name)}
        for option in (*values, *(value for name in sorted(names) for value in self._values[name])):
            if isinstance(option, ast.Dict):
                yield from _constants(option.values)

    def arguments_of(self, *functions: str) -> Iterator[str]:
        """Yield the strings that some functions are given as the folder to look in."""
        for call in self._calls:
            if last_name(call.func) in functions:
                yield from _constants([*call.args[:1], *(word.value for word in call.keywords if word.arg == "where")])

    def first_arguments(self, ending: str) -> Iterator[str]:
        """Yield the first strings that functions are given whose names end in a word."""
        for call in self._calls:
            if last_name(call.func).endswith(ending):
                yield from _constants([*call.args[:1], *(word.value for word in call.keywords if word.arg == "name")])


def _walked(tree: ast.AST) -> Iterator[ast.AST]:
    pending = [tree]
    for node in _growing(pending):
        yield node
        pending += ast.iter_child_nodes(node)


def _growing(pending: list[ast.AST]) -> Iterator[ast.AST]:
    """Yield the members of a list that grows meanwhile."""
    yield from pending


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may put strings into a value; keys, tests and the text of messages do not."""
    match node:
        case ast.Dict(values=values):
            # `{"extra:marker": [...]}` asks for what is in the lists.
            yield from values
        case ast.Compare():
            return
        case ast.FunctionDef(body=body):
            yield from (
                statement for statement in body if isinstance(statement, ast.Return | ast.Assign | ast.For | ast.If)
            )
        case ast.Call(func=function, args=arguments):
            if not (
                isinstance(function, ast.Attribute) and function.attr in ("format", "replace", "startswith", "get")
            ):
                yield from arguments
            yield function
        case ast.Subscript(value=value):
            yield value
        case _:
            yield from ast.iter_child_nodes(node)


def _base(target: ast.AST) -> str:
    """Return the name that an assignment changes."""
    while isinstance(target, ast.Subscript | ast.Attribute):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""


def _constants(values: list[ast.expr]) -> Iterator[str]:
    yield from (value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str))
