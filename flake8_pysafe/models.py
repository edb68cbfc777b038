"""Reads the library models: what a stub says about signatures, classes and markers.

A stub is data. It is parsed, never imported, and read on first use of its library.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias, Union

from flake8_pysafe import markers
from flake8_pysafe.values import MISSING, Constant, Unseen

BUNDLED = Path(__file__).parent / "libraries"


class Annotation(NamedTuple):
    """What an annotation says: markers and words of flow, and a type."""

    words: tuple[str, ...] = ()
    type: str = ""  # dotted, as written in its stub
    module: str = ""  # the stub the type's name is to be looked up in


class Parameter(NamedTuple):
    """One parameter of a modelled function."""

    name: str
    kind: str  # "positional", "either", "keyword", "args" or "kwargs"
    annotation: Annotation


class Function(NamedTuple):
    """A modelled function or method."""

    name: str  # qualified
    parameters: tuple[Parameter, ...]
    returns: Annotation
    binding: str = ""  # "static", "class", "property" or nothing


@dataclass(frozen=True)
class Class:
    """A modelled class."""

    name: str  # qualified
    module: str
    bases: tuple[str, ...]  # dotted, as written
    members: dict[str, Member] = field(hash=False, compare=False, default_factory=dict)
    is_dictionary: bool = False  # a TypedDict: its members are keys


class Alias(NamedTuple):
    """A name that stands for something elsewhere."""

    target: str  # absolute, dotted


Member: TypeAlias = Union[Function, Class, Annotation, Constant, Alias]


@dataclass(frozen=True)
class Stub:
    """One stub file."""

    name: str
    members: dict[str, Member] = field(hash=False, compare=False)


class Trigger(NamedTuple):
    """How code that names a modelled thing can give a marker something to judge."""

    word: str  # the last name of what is called or set
    markers: tuple[str, ...]
    names: tuple[str, ...] = ()  # the keywords that give it; `**`: any that is not a parameter
    position: int | None = None  # where it stands without its name, the receiver not counted
    rest: bool = False  # at that position or behind it
    always: bool = False  # the call is enough, whatever it is given
    is_set: bool = False  # an attribute, variable or item that is assigned
    is_key: bool = False  # it is only set as the item of a dictionary
    module: str = ""  # the last name of the module it is reached through; empty: through an object
    beside: str = ""  # a name without which it is not reached
    of: str = ""  # the qualified name of the class whose object it is reached through
    home: str = ""  # the first-party file whose function or class it is


class InvalidStub(Exception):
    """A stub that cannot be read: the file and the reason."""


class Models:
    """All stubs of some folders, read on first use; a later folder wins over an earlier one."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._files: dict[str, Path] = {}
        for folder in folders:
            try:
                names = sorted(os.listdir(folder))
            except OSError as error:
                raise InvalidStub(f"{folder}: {error.strerror}") from None
            for name in names:
                if name.endswith(".pyi"):
                    self._files[name[: -len(".pyi")]] = folder / name
        self._stubs: dict[str, Stub] = {}
        self._triggers: dict[str, tuple[Trigger, ...]] = {}
        self._related: dict[str, frozenset[str]] = {}
        self._makers: dict[str, tuple[tuple[str, str, str], ...]] = {}
        self._module_names: dict[str, tuple[tuple[str, str], ...]] = {}
        self.tops = frozenset(name.partition(".")[0] for name in self._files)
        # Every dotted prefix of a stub's name is importable: `ruamel` for `ruamel.yaml`.
        self._packages = {
            ".".join(parts[:count])
            for name in self._files
            for parts in [name.split(".")]
            for count in range(1, len(parts))
        }

    def names(self) -> Iterator[str]:
        """Yield the dotted names of all stubs."""
        return iter(self._files)

    def is_module(self, name: str) -> bool:
        """Tell whether a dotted name is a modelled module or a package around one."""
        return name in self._files or name in self._packages

    def stub(self, name: str) -> Stub | None:
        """Return a stub by its dotted name; an empty one for a package that only holds others."""
        if name not in self._stubs:
            if name in self._files:
                self._stubs[name] = _read(name, self._files[name])
            elif name in self._packages:
                self._stubs[name] = Stub(name, {})
            else:
                return None
        return self._stubs[name]

    def find(self, name: str) -> Stub | Member | None:
        """Return what an absolute dotted name stands for, through aliases; None if nothing is modelled."""
        for _ in range(10):  # aliases of aliases; a cycle ends here
            found = self._find_once(name)
            if not isinstance(found, Alias):
                return found
            name = found.target
        return None

    def canonical(self, name: str) -> str:
        """Return the name a dotted name ends at when its aliases are followed."""
        for _ in range(10):
            found = self._find_once(name)
            if not isinstance(found, Alias):
                return name
            name = found.target
        return name

    def _find_once(self, name: str) -> Stub | Member | None:
        if self.is_module(name):
            return self.stub(name)
        head, _, last = name.rpartition(".")
        if not head:
            return None
        owner = self.find(head)
        if isinstance(owner, Stub):
            if last in owner.members:
                return owner.members[last]
            if owner.name != head:
                return self._find_once(f"{owner.name}.{last}")
            return None
        if isinstance(owner, Class):
            return owner.members.get(last)
        return None

    def _stubs_of(self, top: str) -> Iterator[Stub]:
        """Yield the stubs of a library, by its top-level name."""
        for name in self._files:
            if name == top or name.startswith(f"{top}."):
                stub = self.stub(name)
                if stub is not None:
                    yield stub

    def triggers(self, top: str) -> tuple[Trigger, ...]:
        """Return the triggers of all stubs of a library, by its top-level name."""
        if top not in self._triggers:
            found: set[Trigger] = set()
            for stub in self._stubs_of(top):
                found.update(_triggers(stub.members, stub.name, self))
            self._triggers[top] = tuple(
                sorted(found, key=lambda each: (each.word, each.names, each.module, each.markers))
            )
        return self._triggers[top]

    def module_names(self, top: str) -> tuple[tuple[str, str], ...]:
        """Return the other names that the stubs of a library give to modules: the last names of both."""
        if top not in self._module_names:
            found: list[tuple[str, str]] = []
            for stub in self._stubs_of(top):
                for alias, member in stub.members.items():
                    if isinstance(member, Alias) and isinstance(module := self.find(member.target), Stub):
                        found.append((alias, module.name.rpartition(".")[2]))
            self._module_names[top] = tuple(found)
        return self._module_names[top]

    def makers(self, top: str) -> tuple[tuple[str, str, str], ...]:
        """Return how objects of classes come about, as far as the stubs of a library say.

        A class by its qualified name, the word that stands where an object of it is made
        or reached, and the class of which an object is needed for that, if there is no word.
        """
        if top not in self._makers:
            self._makers[top] = tuple(each for stub in self._stubs_of(top) for each in _makers(stub.members, self))
        return self._makers[top]

    def related(self, top: str) -> frozenset[str]:
        """Return the libraries whose models the stubs of a library speak of."""
        if top not in self._related:
            found: set[str] = set()
            for stub in self._stubs_of(top):
                aliases = (member for member in stub.members.values() if isinstance(member, Alias))
                found |= {alias.target.partition(".")[0] for alias in aliases}
            self._related[top] = frozenset(found & self.tops)
        return self._related[top]

    def absolute(self, name: str, module: str) -> str:
        """Return the absolute name of a dotted name as written in a stub."""
        stub = self.stub(module)
        head = name.partition(".")[0]
        if stub is not None and head in stub.members:
            return f"{module}.{name}"
        return name


@cache
def load(folders: tuple[Path, ...] = ()) -> Models:
    """Return the bundled models together with those of a user's folders."""
    return Models((BUNDLED, *folders))


def _read(name: str, path: Path) -> Stub:
    try:
        tree = ast.parse(path.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError) as error:
        raise InvalidStub(f"{path.name}: {error}") from None
    return Stub(name, _members(tree.body, name, name))


def _members(body: list[ast.stmt], qualified: str, module: str) -> dict[str, Member]:
    members: dict[str, Member] = {}
    for statement in body:
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                members[statement.name] = _function(statement, f"{qualified}.{statement.name}", module)
            case ast.ClassDef():
                members[statement.name] = _class(statement, f"{qualified}.{statement.name}", module)
            case ast.AnnAssign(target=ast.Name(id=target), annotation=annotation):
                members[target] = _annotation(annotation, module)
            case ast.Assign(targets=targets, value=value):
                member = _assigned(value, qualified, module)
                for name in targets:
                    if member is not None and isinstance(name, ast.Name):
                        members[name.id] = member
            case ast.Import(names=names):
                for alias in names:
                    bound = alias.asname or alias.name.partition(".")[0]
                    members[bound] = Alias(alias.name if alias.asname else bound)
            case ast.ImportFrom(module=source, names=names) if source is not None:
                if not source.startswith("flake8_pysafe") and source not in ("typing", "enum", "__future__"):
                    for alias in names:
                        members[alias.asname or alias.name] = Alias(f"{source}.{alias.name}")
    return members


def _assigned(value: ast.expr, qualified: str, module: str) -> Member | None:
    match value:
        case ast.Constant(value=constant):
            return Constant(constant) if constant is not Ellipsis else None
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return Constant(-number)
        case ast.Name() | ast.Attribute():
            name = dotted(value)
            head = name.partition(".")[0]
            return Alias(f"{module}.{name}") if head else None
        case ast.Call(func=ast.Name(id="TypedDict"), args=[ast.Constant(value=str() as name), ast.Dict(keys, values)]):
            entries: dict[str, Member] = {
                key.value: _annotation(each, module)
                for key, each in zip(keys, values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            }
            return Class(f"{qualified}.{name}", module, (), entries, is_dictionary=True)
        case _:
            return None


def _class(node: ast.ClassDef, qualified: str, module: str) -> Class:
    bases = tuple(name for base in node.bases if (name := dotted(base)))
    is_dictionary = "TypedDict" in bases
    members = _members(node.body, qualified, module)
    return Class(qualified, module, tuple(b for b in bases if b != "TypedDict"), members, is_dictionary)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, qualified: str, module: str) -> Function:
    parameters = []
    for argument in node.args.posonlyargs:
        parameters.append(Parameter(argument.arg, "positional", _annotation(argument.annotation, module)))
    for argument in node.args.args:
        parameters.append(Parameter(argument.arg, "either", _annotation(argument.annotation, module)))
    if node.args.vararg:
        parameters.append(Parameter(node.args.vararg.arg, "args", _annotation(node.args.vararg.annotation, module)))
    for argument in node.args.kwonlyargs:
        parameters.append(Parameter(argument.arg, "keyword", _annotation(argument.annotation, module)))
    if node.args.kwarg:
        parameters.append(Parameter(node.args.kwarg.arg, "kwargs", _annotation(node.args.kwarg.annotation, module)))
    binding = ""
    for decorator in node.decorator_list:
        binding = {"staticmethod": "static", "classmethod": "class", "property": "property"}.get(
            dotted(decorator), binding
        )
    return Function(qualified, tuple(parameters), _annotation(node.returns, module), binding)


def _annotation(node: ast.expr | None, module: str) -> Annotation:
    # What a name is, a marker or a type, is decided by who reads it: here they are all words.
    words: list[str] = []
    pending = [node] if node is not None else []
    while pending:
        match pending.pop(0):
            case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=parts)):
                pending.extend(parts)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                pending.extend([left, right])
            case ast.Constant(value=str() as text):
                words.append(text)
            case ast.Name() | ast.Attribute() as name:
                words.append(dotted(name))
            case ast.Subscript(value=base):
                pending.append(base)
    return _classified(words, module)


def _classified(words: list[str], module: str) -> Annotation:
    from_vocabulary = tuple(word for word in words if is_word(word))
    types = [word for word in words if not is_word(word) and word != "None"]
    return Annotation(from_vocabulary, types[0] if types else "", module)


def is_word(name: str) -> bool:
    """Tell whether a name in an annotation is a marker or a word of flow."""
    return name in markers.BY_NAME or name in markers.flow.BY_NAME


def dotted(node: ast.expr) -> str:
    """Return the dotted name an expression spells, empty if it spells none."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def _triggers(members: dict[str, Member], module: str, models: Models, owner: Class | None = None) -> Iterator[Trigger]:
    """Yield the triggers of a stub's members, or of those of its class `owner`."""
    through = "" if owner else module.rpartition(".")[2]
    are_keys = owner is not None and owner.is_dictionary
    for name, member in members.items():
        found: Stub | Member | None = member
        if isinstance(member, Alias):
            found = models.find(member.target)
        match found:
            case Function():
                yield from _of_function(name, found, models, through, bound=owner is not None)
            case Class():
                yield from _of_class(name, found, models, through, 0)
                if found is member:
                    inside = {each: what for each, what in found.members.items() if each not in _SPECIAL}
                    for trigger in _triggers(inside, module, models, found):
                        yield trigger if trigger.of else trigger._replace(of=found.name)
                    yield from _of_super(found, models)
            case Annotation():
                words = _marker_words(found, models, 0)
                if words:
                    yield Trigger(name, words, is_set=True, is_key=are_keys)


def _makers(members: dict[str, Member], models: Models, owner: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield how the members of a stub, or of its class `owner`, lead to objects of classes."""
    for name, member in members.items():
        is_written = not name.startswith("__")
        match member:
            case Alias():
                found = models.find(member.target)
                if isinstance(found, Class):
                    yield found.name, name, ""
            case Class():
                yield member.name, name, ""
                for base in member.bases:
                    above = models.find(models.absolute(base, member.module))
                    if isinstance(above, Class):
                        yield above.name, "", member.name
                yield from _makers(member.members, models, member.name)
            case Function() | Annotation():
                # Who overrides a method, or is called back, gets objects as parameters.
                given = [each.annotation for each in member.parameters] if isinstance(member, Function) else []
                for annotation in (member.returns if isinstance(member, Function) else member, *given):
                    made = models.find(models.absolute(annotation.type, annotation.module)) if annotation.type else None
                    if isinstance(made, Class):
                        yield made.name, name if is_written else "", "" if is_written else owner


_SPECIAL = ("__init__", "__call__")


def _of_super(owner: Class, models: Models) -> Iterator[Trigger]:
    """Yield what a class of the project can reach by `super().__init__`."""
    found = owner.members.get("__init__")
    last = owner.name.rpartition(".")[2]
    for trigger in _of_function("__init__", found, models, "", bound=True) if isinstance(found, Function) else ():
        yield trigger._replace(beside=last, of=owner.name)


def _of_class(name: str, owner: Class, models: Models, through: str, depth: int) -> Iterator[Trigger]:
    """Yield what making or calling an object of a class can reach, by inherited methods too."""
    for special in _SPECIAL:
        found = owner.members.get(special)
        if isinstance(found, Function):
            yield from _of_function(name, found, models, through, bound=True)
    for base in owner.bases if depth < 8 else ():
        above = models.find(models.absolute(base, owner.module))
        if isinstance(above, Class):
            yield from _of_class(name, above, models, through, depth + 1)


def _of_function(name: str, function: Function, models: Models, through: str, *, bound: bool) -> Iterator[Trigger]:
    returned = _marker_words(function.returns, models, 0)
    if returned:
        yield Trigger(name, returned, always=True, module=through)
    has_receiver = bound and function.binding != "static"
    position = -1 if has_receiver else 0
    for parameter in function.parameters:
        words = _marker_words(parameter.annotation, models, 0)
        if words:
            yield _of_parameter(name, parameter, words, position, through, models)
        position += parameter.kind in ("positional", "either")


def _of_parameter(
    name: str, parameter: Parameter, words: tuple[str, ...], position: int, through: str, models: Models
) -> Trigger:
    always = position < 0 or _may_be_left_out(words) or any(markers.BY_NAME[word].at_callee for word in words)
    by_position = parameter.kind in ("positional", "either", "args") and position >= 0
    match parameter.kind:
        case "either" | "keyword":
            names: tuple[str, ...] = (parameter.name,)
        case "kwargs":
            keys = models.find(models.absolute(parameter.annotation.type, parameter.annotation.module))
            names = tuple(keys.members) if isinstance(keys, Class) else ("**",)
        case _:
            names = ()
    return Trigger(
        name, words, names, position if by_position else None, parameter.kind == "args", always, module=through
    )


def _may_be_left_out(words: tuple[str, ...]) -> bool:
    return any(markers.BY_NAME[word].judge(MISSING, Unseen()) is not None for word in words)


def _marker_words(annotation: Annotation, models: Models, depth: int) -> tuple[str, ...]:
    """The markers of an annotation, those of a dictionary's keys among them."""
    words = [word for word in annotation.words if word in markers.BY_NAME]
    if annotation.type and depth < 4:
        found = models.find(models.absolute(annotation.type, annotation.module))
        if isinstance(found, Class) and found.is_dictionary:
            for member in found.members.values():
                if isinstance(member, Annotation):
                    words.extend(_marker_words(member, models, depth + 1))
    return tuple(sorted(set(words)))
