"""What a module binds, defines and calls, by names: all that is asked before anything is evaluated.

One walk over Python's own tree. Nothing of the tree is kept, so that the outlines of a
whole project can be.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from flake8_pysafe.models import dotted
from flake8_pysafe.values import Constant

Position: TypeAlias = tuple[int, int, int, int]  # first line and byte column, last line and byte column

KEYWORD_ONLY = 1000  # the position from which on parameters have none

# Functions that look up or set what they are told to by name.
NAMING = frozenset("setattr getattr methodcaller attrgetter vars".split())
# Functions that only look at a function they are given.
INSPECTING = frozenset(
    "isinstance issubclass hasattr getattr setattr delattr callable id type repr str super object patch setitem "
    "delitem assertIs assertEqual assertIn raises is_ is_not signature getdoc getsource mock autospec create_autospec "
    "wraps deprecated property staticmethod classmethod".split()
)
# Functions that stand for what they are given.
_HOLDING = frozenset("dict staticmethod classmethod MappingProxyType field ib Field type partial partialmethod".split())
_IMPORTING = frozenset({"__import__", "import_module"})
_LOOKING = _IMPORTING | {"", "getattr", "vars", "modules"}
_MUTATORS = frozenset({"update", "setdefault", "pop", "__setitem__", "append", "extend", "insert", "add"})
MADE = "()"  # stands behind the name of a class whose object is meant


class Given(NamedTuple):
    """One argument of a call, or the value of an assignment."""

    name: str  # its keyword; empty: by position; "*" and "**": several
    literal: Constant | None
    variables: frozenset[str]  # that it is made of; `self.x` for an attribute of `self`
    is_name: bool  # it is one variable and nothing else
    refers: str  # the last name of the reference it is, if it is one
    before: str  # the name in front of that


class Use(NamedTuple):
    """A call, an assignment to an attribute, item or variable, or a place that holds references."""

    kind: str  # "call", "set", "item", "name" or "hold"
    name: str  # the last name of what is called or set; empty: it is called as it comes
    path: str  # the whole of it, where it is nothing but names and dots; of an item the key
    before: str  # the name in front of the last
    words: frozenset[str]  # of what is called, if that is no reference: its names and texts
    given: tuple[Given, ...]
    around: tuple[int, ...]  # the definitions it stands in, outermost first
    position: Position


class Passed(NamedTuple):
    """What a function or class around a use becomes by one argument of it: the way a caller gives that."""

    word: str  # the name it is called by
    beside: str  # the class it is then inherited from
    names: tuple[str, ...] | None  # the keywords; None: those that the use can be given
    position: int | None
    rest: bool  # at that position or behind it


class Passing(NamedTuple):
    """A use that gets something from a caller of the code around it."""

    use: Use
    passed: dict[int, tuple[Passed, ...]]  # by the numbers of its arguments


@dataclass(eq=False)
class Definition:
    """A function or class."""

    name: str
    is_class: bool
    is_method: bool = False  # its first parameter is not given by the caller
    positions: dict[str, int] = field(default_factory=dict)  # of its parameters, from the caller's view
    defaults: dict[str, Constant | None] = field(default_factory=dict)  # None: not a literal
    extra: str = ""  # its `**` parameter
    several: str = ""  # its `*` parameter
    flows: dict[str, frozenset[str]] = field(default_factory=dict)  # local names, and the variables they are made of
    kept: dict[str, frozenset[str]] = field(default_factory=dict)  # of a class: what __init__ makes its attributes of
    initializer: Definition | None = None

    def made_of(self, variables: Iterable[str]) -> set[str]:
        """Return some variables in it and all that they can be made of."""
        found: set[str] = set()
        pending = list(variables)
        while pending:
            name = pending.pop()
            if name not in found:
                found.add(name)
                pending.extend(self.flows.get(name, ()))
        return found

    def parameters(self, names: set[str]) -> Iterator[str]:
        """Yield its parameters among some names."""
        return (name for name in sorted(names) if name in self.positions or name in (self.extra, self.several))

    def attributes(self, names: set[str]) -> set[str]:
        """Return the attributes that a class keeps, among some names and what those are made of."""
        found: set[str] = set()
        pending = [name.removeprefix("self.") for name in names if name.startswith("self.")]
        while pending:
            name = pending.pop()
            if name not in found and name in self.kept:
                found.add(name)
                pending.extend(each.removeprefix("self.") for each in self.kept[name] if each.startswith("self."))
        return found


@dataclass(eq=False)
class Outline:
    """One module."""

    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)  # by name
    # A name, and the names that stand for it, each with what was written in front of the first; sorted.
    bindings: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    # Names, and what they are imported from, with the dots in front.
    imports: dict[str, tuple[str, ...]] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)  # names that something else than an import binds
    has_star: bool = False  # something is imported by `*`
    passing: dict[str, tuple[Passing, ...]] = field(default_factory=dict)  # by name, as far as it was asked for


def outline(tree: ast.Module) -> Outline:
    """Return the outline of a module."""
    return _Outliner().module(tree)


class _Outliner:
    def __init__(self) -> None:
        self.made = Outline()
        self._uses: dict[str, list[Use]] = {}
        self._bindings: dict[str, set[tuple[str, str]]] = {}
        self._imports: dict[str, set[str]] = {}
        self._lambdas: dict[int, str] = {}  # those that are given a name

    def module(self, tree: ast.Module) -> Outline:
        pending: list[tuple[ast.AST, tuple[int, ...]]] = [(tree, ())]
        handlers = _HANDLERS
        while pending:
            node, around = pending.pop()
            handler = handlers.get(type(node))
            if handler is not None:
                around = handler(self, node, around)
            for name in node._fields:
                value: Any = getattr(node, name, None)
                kind = type(value)
                if kind is list:
                    for each in value:
                        if type(each) not in _BARREN:
                            pending.append((each, around))
                elif kind not in _BARREN:
                    pending.append((value, around))
        # As small as can be: the outlines of many modules are kept.
        self.made.uses = {name: tuple(uses) for name, uses in self._uses.items()}
        self.made.bindings = {name: tuple(sorted(names)) for name, names in self._bindings.items()}
        self.made.imports = {name: tuple(sorted(sources)) for name, sources in self._imports.items()}
        return self.made

    # --- definitions -------------------------------------------------------------------------

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, around: tuple[int, ...]) -> tuple[int, ...]:
        owner = self.made.definitions[around[-1]] if around else None
        in_class = owner is not None and owner.is_class
        static = any(_last(each) == "staticmethod" for each in node.decorator_list)
        made = Definition(node.name, is_class=False, is_method=in_class and not static)
        self._parameters(made, node.args)
        if in_class and owner is not None and node.name in ("__init__", "__new__"):
            owner.initializer = made
        self.made.bound.add(node.name)
        return self._defined(made, around)

    def lambda_(self, node: ast.Lambda, around: tuple[int, ...]) -> tuple[int, ...]:
        made = Definition(self._lambdas.get(id(node), ""), is_class=False)
        self._parameters(made, node.args)
        self._hold([node.body], node, around)
        return self._defined(made, around)

    def class_(self, node: ast.ClassDef, around: tuple[int, ...]) -> tuple[int, ...]:
        made = Definition(node.name, is_class=True)
        fields = [each for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
        for number, each in enumerate(fields):
            assert isinstance(each.target, ast.Name)
            made.positions[each.target.id] = number
            made.kept[each.target.id] = _together(frozenset({each.target.id}))
            if each.value is not None:
                made.defaults[each.target.id] = _literal(each.value)
        for base in node.bases:
            self._bind({node.name}, _references(base))
        self.made.bound.add(node.name)
        return self._defined(made, around)

    def _defined(self, made: Definition, around: tuple[int, ...]) -> tuple[int, ...]:
        self.made.definitions.append(made)
        return (*around, len(self.made.definitions) - 1)

    def _parameters(self, made: Definition, arguments: ast.arguments) -> None:
        positional = [*arguments.posonlyargs, *arguments.args]
        for number, each in enumerate(positional):
            made.positions[each.arg] = number - made.is_method
        for number, each in enumerate(arguments.kwonlyargs):
            made.positions[each.arg] = KEYWORD_ONLY + number
        made.extra = arguments.kwarg.arg if arguments.kwarg else ""
        made.several = arguments.vararg.arg if arguments.vararg else ""
        given = [*zip(reversed(positional), reversed(arguments.defaults), strict=False)]
        given += [
            (each, value) for each, value in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=False) if value
        ]
        for each, default in given:
            made.defaults[each.arg] = _literal(default)
            self._bind({each.arg}, _references(default))
        self.made.bound.update(made.positions, {made.extra, made.several})

    # --- uses --------------------------------------------------------------------------------

    def call(self, node: ast.Call, around: tuple[int, ...]) -> tuple[int, ...]:
        given = [_given("*" if isinstance(each, ast.Starred) else "", each) for each in node.args]
        given += [_given(each.arg or "**", each.value) for each in node.keywords]
        name = self._own_class(node.func, around) or _last(node.func)
        if name in _MUTATORS and around and isinstance(node.func, ast.Attribute):
            self._changed(node.func.value, given, around)
        words = _NONE if name else _words(node.func)
        path, before = (dotted(node.func), _before(node.func)) if name == _last(node.func) else ("", "")
        self._use(Use("call", name, path, before, words, tuple(given), around, _position(node)))
        return around

    def _own_class(self, called: ast.expr, around: tuple[int, ...]) -> str:
        """Return the name of the class that a method makes an object of by `cls(...)` or `type(self)(...)`."""
        match called:
            case ast.Name(id="cls") | ast.Attribute(value=ast.Name(id="self"), attr="__class__"):
                pass
            case ast.Call(func=ast.Name(id="type"), args=[ast.Name(id="self")]):
                pass
            case _:
                return ""
        definitions = (self.made.definitions[number] for number in reversed(around))
        return next((each.name for each in definitions if each.is_class), "")

    def assign(self, node: ast.Assign, around: tuple[int, ...]) -> tuple[int, ...]:
        if isinstance(node.value, ast.Lambda):
            self._lambdas[id(node.value)] = _last(node.targets[0])
        self._assigned(node.targets, node.value, around)
        return around

    def annotated(self, node: ast.AnnAssign, around: tuple[int, ...]) -> tuple[int, ...]:
        if node.value is not None:
            self._assigned([node.target], node.value, around)
        return around

    def augmented(self, node: ast.AugAssign, around: tuple[int, ...]) -> tuple[int, ...]:
        self._assigned([node.target], node.value, around)
        if isinstance(node.op, ast.BitOr):
            self._operated("__ior__", node.value, node, around)
        return around

    def combined(self, node: ast.BinOp, around: tuple[int, ...]) -> tuple[int, ...]:
        if isinstance(node.op, ast.BitOr) and not (_is_no_mapping(node.left) or _is_no_mapping(node.right)):
            self._operated("__or__", node.right, node, around)
        return around

    def _operated(self, name: str, right: ast.expr, node: ast.AST, around: tuple[int, ...]) -> None:
        self._use(Use("call", name, "", "?", _NONE, (_given("", right),), around, _position(node)))

    def named(self, node: ast.NamedExpr, around: tuple[int, ...]) -> tuple[int, ...]:
        self._assigned([node.target], node.value, around)
        return around

    def loop(self, node: ast.For | ast.AsyncFor | ast.comprehension, around: tuple[int, ...]) -> tuple[int, ...]:
        self._flow([node.target], node.iter, around)
        return around

    def with_(self, node: ast.With | ast.AsyncWith, around: tuple[int, ...]) -> tuple[int, ...]:
        for item in node.items:
            if item.optional_vars is not None:
                self._flow([item.optional_vars], item.context_expr, around)
        return around

    def _assigned(self, targets: list[ast.expr], value: ast.expr, around: tuple[int, ...]) -> None:
        self._flow(targets, value, around)
        given = _given("", value)
        for target in _flat(targets):
            match target:
                case ast.Attribute(attr=name):
                    whole = dotted(target)
                    self._use(Use("set", name, whole, _before(target), _NONE, (given,), around, _position(target)))
                case ast.Subscript(slice=key):
                    text = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""
                    both = (_given("", key), given)
                    self._use(Use("item", "__setitem__", text, "", _NONE, both, around, _position(target)))
                case ast.Name(id=name) if not around:
                    self._use(Use("name", name, name, "", _NONE, (given,), around, _position(target)))

    def _flow(self, targets: list[ast.expr], value: ast.expr, around: tuple[int, ...]) -> None:
        names = set()
        variables: frozenset[str] | None = None
        for target in _flat(targets):
            base = target
            while isinstance(base, (ast.Subscript, ast.Starred)):
                base = base.value
            if isinstance(base, ast.Name):
                if isinstance(target, (ast.Name, ast.Starred)):
                    names.add(base.id)
                if around:
                    variables = _variables(value) if variables is None else variables
                    _add(self.made.definitions[around[-1]].flows, base.id, variables)
            elif isinstance(base, ast.Attribute):
                names.add(base.attr)
                if isinstance(base.value, ast.Name) and base.value.id == "self" and len(around) > 1:
                    variables = _variables(value) if variables is None else variables
                    self._keep(base.attr, variables, around)
        self.made.bound |= names
        self._bind(names, _references(value))

    def _changed(self, target: ast.expr, given: list[Given], around: tuple[int, ...]) -> None:
        if isinstance(target, ast.Name):
            variables = _NONE.union(*(each.variables for each in given))
            _add(self.made.definitions[around[-1]].flows, target.id, variables)

    def _keep(self, attribute: str, variables: frozenset[str], around: tuple[int, ...]) -> None:
        owner, method = self.made.definitions[around[-2]], self.made.definitions[around[-1]]
        if owner.is_class and owner.initializer is method:
            _add(owner.kept, attribute, variables)

    def holding(self, node: ast.AST, around: tuple[int, ...]) -> tuple[int, ...]:
        match node:
            case ast.Dict(values=values):
                held: list[ast.expr] = values
            case ast.List(elts=elements) | ast.Set(elts=elements) | ast.Tuple(elts=elements):
                held = elements
            case ast.Return(value=ast.expr() as value):
                held = [value]
                if around:
                    self._bind({self.made.definitions[around[-1]].name}, _references(value))
            case ast.arguments():
                held = [*node.defaults, *(each for each in node.kw_defaults if each is not None)]
            case _:
                held = []
        self._hold(held, node, around)
        return around

    def _hold(self, held: list[ast.expr], node: ast.AST, around: tuple[int, ...]) -> None:
        given = tuple(_given("", each) for each in held if isinstance(each, (ast.Name, ast.Attribute)))
        if given:
            self._use(Use("hold", "", "", "", _NONE, given, around, _position(node)))

    def _use(self, use: Use) -> None:
        self._uses.setdefault(use.name, []).append(use)

    # --- names -------------------------------------------------------------------------------

    def captured(
        self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar, around: tuple[int, ...]
    ) -> tuple[int, ...]:
        if node.name is not None:
            self.made.bound.add(node.name)
        return around

    def rest(self, node: ast.MatchMapping, around: tuple[int, ...]) -> tuple[int, ...]:
        if node.rest is not None:
            self.made.bound.add(node.rest)
        return around

    def import_(self, node: ast.Import, around: tuple[int, ...]) -> tuple[int, ...]:
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            self._imports.setdefault(name, set()).add(alias.name if alias.asname else name)
            if alias.asname:
                self._bind({alias.asname}, {(alias.name.rpartition(".")[2], "")})
        return around

    def import_from(self, node: ast.ImportFrom, around: tuple[int, ...]) -> tuple[int, ...]:
        source = "." * node.level + (node.module or "")
        for alias in node.names:
            if alias.name == "*":
                self.made.has_star = True
                continue
            name = alias.asname or alias.name
            dot = "." if node.module else ""
            self._imports.setdefault(name, set()).add(f"{source}{dot}{alias.name}")
            if alias.asname:
                self._bind({alias.asname}, {(alias.name, "?")})
        return around

    def _bind(self, names: set[str], references: set[tuple[str, str]]) -> None:
        for reference, before in references:
            self._bindings.setdefault(reference, set()).update((name, before) for name in names)


_Handler: TypeAlias = Callable[[_Outliner, "ast.AST", "tuple[int, ...]"], "tuple[int, ...]"]
_HANDLERS: dict[type, Callable[..., tuple[int, ...]]] = {
    ast.FunctionDef: _Outliner.function,
    ast.AsyncFunctionDef: _Outliner.function,
    ast.Lambda: _Outliner.lambda_,
    ast.ClassDef: _Outliner.class_,
    ast.Call: _Outliner.call,
    ast.Assign: _Outliner.assign,
    ast.AnnAssign: _Outliner.annotated,
    ast.AugAssign: _Outliner.augmented,
    ast.BinOp: _Outliner.combined,
    ast.NamedExpr: _Outliner.named,
    ast.For: _Outliner.loop,
    ast.AsyncFor: _Outliner.loop,
    ast.comprehension: _Outliner.loop,
    ast.With: _Outliner.with_,
    ast.AsyncWith: _Outliner.with_,
    ast.ExceptHandler: _Outliner.captured,
    ast.MatchAs: _Outliner.captured,
    ast.MatchStar: _Outliner.captured,
    ast.MatchMapping: _Outliner.rest,
    ast.Import: _Outliner.import_,
    ast.ImportFrom: _Outliner.import_from,
    **dict.fromkeys((ast.Dict, ast.List, ast.Set, ast.Tuple, ast.Return, ast.arguments), _Outliner.holding),
}
# Nothing stands below them: contexts, operators, names, literals, and what is no node.
_BARREN = frozenset(
    {
        *(
            kind
            for above in (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop)
            for kind in above.__subclasses__()
        ),
        *(ast.Name, ast.Constant, ast.Pass, ast.Break, ast.Continue, ast.Global, ast.Nonlocal, ast.alias),
        *(type(None), type(...), bool, int, str, bytes, float, complex, list),
    }
)


def _given(name: str, node: ast.expr) -> Given:
    if isinstance(node, ast.Constant):
        return _given_literal(name, type(node.value).__name__, _literal(node))
    return Given(name, _literal(node), _variables(node), isinstance(node, ast.Name), _last(node), _before(node))


_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def _given_literal(name: str, kind: str, literal: Constant | None) -> Given:
    return Given(name, literal, _NONE, False, "", "")  # the kind tells `1`, `1.0` and `True` apart


def _literal(node: ast.expr) -> Constant | None:
    match node:
        case ast.Constant(value=value) if value is not Ellipsis:
            return Constant(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
            return Constant(-number)
        case _:
            return None


@lru_cache(maxsize=4096)  # the outlines of a project are kept: what they share is kept once
def _together(names: frozenset[str]) -> frozenset[str]:
    return names


def _add(names: dict[str, frozenset[str]], name: str, variables: frozenset[str]) -> None:
    before = names.get(name)
    names[name] = variables if before is None else before if variables <= before else _together(before | variables)


def _variables(node: ast.expr) -> frozenset[str]:
    """Return the variables that an expression can be or hold, and the attributes of `self` as `self.x`."""
    if isinstance(node, ast.Name):
        return _together(frozenset({node.id}))
    names: set[str] = set()
    pending: list[ast.expr | None] = [node]
    while pending:
        match pending.pop():
            case ast.Name(id=name):
                names.add(name)
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                names.add(f"self.{name}")
            case ast.Attribute(value=inner) | ast.Subscript(value=inner) | ast.Starred(value=inner):
                pending.append(inner)
            case ast.Await(value=inner) | ast.NamedExpr(value=inner) | ast.UnaryOp(operand=inner):
                pending.append(inner)
            case ast.IfExp(body=first, orelse=second) | ast.BinOp(left=first, right=second):
                pending.extend((first, second))
            case ast.BoolOp(values=inners) | ast.List(elts=inners) | ast.Tuple(elts=inners) | ast.Set(elts=inners):
                pending.extend(inners)
            case ast.Dict(values=inners):
                pending.extend(inners)
            case ast.ListComp(elt=inner) | ast.GeneratorExp(elt=inner) | ast.SetComp(elt=inner):
                pending.append(inner)
            case ast.Call(func=func, args=inners, keywords=keywords):
                # A method gives what its object holds, a function may give back what it takes.
                if isinstance(func, ast.Attribute):
                    pending.append(func.value)
                if not _last(func)[:1].isupper():
                    pending.extend(inners)
                    pending.extend(keyword.value for keyword in keywords)
    return _together(frozenset(names))


def _is_no_mapping(node: ast.expr) -> bool:
    """Tell whether an operand of `|` is a type, number or flag: annotations are full of them."""
    match node:
        case (
            ast.Constant() | ast.Name(id="str" | "bytes" | "int" | "float" | "bool" | "dict" | "list" | "set" | "tuple")
        ):
            return True
        case ast.Subscript(value=ast.Name(id="dict" | "list" | "set" | "frozenset" | "tuple" | "type")):
            return True
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return _is_no_mapping(left) or _is_no_mapping(right)
        case _:
            return False


def _words(node: ast.expr) -> frozenset[str]:
    """Return the names, attributes and texts in an expression."""
    found: set[str] = set()
    for each in ast.walk(node):
        match each:
            case ast.Name(id=word) | ast.Attribute(attr=word) | ast.Constant(value=str() as word):
                found.add(word)
    return frozenset(found)


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _before(node: ast.expr) -> str:
    """Return the last name of what stands in front of an attribute, of what is called there too."""
    if not isinstance(node, ast.Attribute):
        return ""
    owner = node.value
    while isinstance(owner, (ast.Call, ast.Subscript)):
        owner = owner.func if isinstance(owner, ast.Call) else owner.value
    name = _last(owner)
    return name if name not in _LOOKING else "?"


def _position(node: ast.AST) -> Position:
    if isinstance(node, ast.arguments):
        node = next(each for each in (*node.defaults, *node.kw_defaults) if each is not None)
    assert isinstance(node, (ast.expr, ast.stmt))
    line, end = node.lineno, node.end_lineno
    return line, node.col_offset, line if end is None or end == line else end, node.end_col_offset or node.col_offset


def _flat(targets: list[ast.expr]) -> Iterator[ast.expr]:
    pending = list(targets)
    while pending:
        target = pending.pop()
        if isinstance(target, (ast.Tuple, ast.List)):
            pending.extend(target.elts)
        else:
            yield target


def _references(value: ast.expr) -> set[tuple[str, str]]:
    """Return the last names of what an expression may be without being called, and `C()` for an object of C.

    Each comes with the name in front of it.
    """
    found: set[tuple[str, str]] = set()
    pending: list[ast.expr] = [value]
    while pending:
        match pending.pop():
            case ast.Name() | ast.Attribute() as node:
                found.add((_last(node), _before(node)))
            case ast.IfExp(body=body, orelse=orelse):
                pending.extend((body, orelse))
            case ast.BoolOp(values=values):
                pending.extend(values)
            case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
                pending.extend(elements)
            case ast.Dict(values=values):
                pending.extend(values)
            case ast.Call(func=func) as node if (name := _last(func)) in _HOLDING or name in NAMING:
                pending.extend([*node.args, *(keyword.value for keyword in node.keywords)])
                found.update((text, "?") for text in _texts(node))
            case ast.Call(func=func) as node if _last(func) in _IMPORTING:
                found.update((text.rpartition(".")[2], "") for text in _texts(node))
            case ast.Call(func=func):
                found.add((_last(func) + MADE, _before(func)))
            case ast.Await(value=inner) | ast.NamedExpr(value=inner) | ast.Subscript(value=inner):
                pending.append(inner)
            case ast.Starred(value=inner):
                pending.append(inner)
            case ast.Lambda(body=inner):
                pending.append(inner)
    return {each for each in found if each[0] and not (each[0].startswith("__") and each[0].endswith("__"))}


def _texts(call: ast.Call) -> Iterator[str]:
    return (each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str))
