"""Reads what Python files say about distributions without running them.

`setup.py` and its kind, the sessions of nox, the block of a one-file script (PEP 723),
and the magics of notebooks in the form that IPython gives them.
"""

from __future__ import annotations

import ast
import functools
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from packaging.utils import canonicalize_name

from flake8_pysafe.commands.installs import Kind, installed
from flake8_pysafe.dependencies.contents import Address, Contents, Include, Manner, Named, Place, at
from flake8_pysafe.dependencies.formats import commands, tables
from flake8_pysafe.dependencies.requirement import asked
from flake8_pysafe.findings import Source
from flake8_pysafe.imports import script

_REQUIREMENTS = frozenset({"install_requires", "extras_require", "tests_require", "setup_requires"})
_KEYWORDS = frozenset({*_REQUIREMENTS, "dependency_links"})
_GROWING = frozenset({"append", "extend", "insert", "update", "add", "setdefault"})
_SESSIONS = ("noxfile.py",)
_MOST_STEPS = 100_000  # in one file
_MOST_LINES = 5000  # of one string


def contents(source: Source) -> Contents:
    """Return what a Python file says about distributions."""
    text = "".join(source.lines)
    found = []
    if script.OPENING in text:
        found.append(_block(source.lines))
    if any(keyword in text for keyword in _KEYWORDS):
        found.append(_Script(source).setup())
    if os.path.basename(source.filename) in _SESSIONS:
        found.append(_Script(source).sessions())
    if "get_ipython" in text:
        found.append(_Script(source).magics())
    return _joined(found)


def _joined(found: Sequence[Contents]) -> Contents:
    return Contents(
        tuple(named for each in found for named in each.named),
        tuple(address for each in found for address in each.addresses),
        tuple(include for each in found for include in each.includes),
        tuple(problem for each in found for problem in each.problems),
        frozenset(name for each in found for name in each.makes),
    )


# --- PEP 723 ---------------------------------------------------------------------------------


def _block(lines: Sequence[str]) -> Contents:
    found = script.block_lines(lines)
    if found is None:
        return Contents()
    first, comment = found
    # Two spaces in the place of `# `, so that columns stay what they are; TOML does not
    # mind, but for strings over several lines, and no requirement is one.
    text = "\n".join("  " + line[2:] if line.startswith("# ") else " " + line[1:] for line in comment)
    return tables.read_block(text, first)


# --- setup.py and noxfile.py -----------------------------------------------------------------


class _Script:
    """The values that a script gives to names and keywords."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._values: defaultdict[str, list[ast.AST]] = defaultdict(list)
        self._calls: list[ast.Call] = []
        self._keywords: defaultdict[str, list[ast.AST]] = defaultdict(list)  # however they reach `setup`
        self._conditional: set[int] = set()  # what is only asked for somewhere
        self._steps = 0
        pending: list[ast.AST] = [source.tree]
        for node in _growing(pending):
            children = tuple(ast.iter_child_nodes(node))
            if id(node) in self._conditional:
                self._conditional.update(map(id, children))
            self._collect(node)
            pending += children

    def _collect(self, node: ast.AST) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self._values[_base(target)].append(value)
                    match target:
                        case ast.Subscript(slice=ast.Constant(value=str(name))) if name in _KEYWORDS:
                            self._keywords[name].append(value)
            case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.AugAssign(target=target, value=value):
                self._values[_base(target)].append(value)
            case ast.FunctionDef(name=name):
                self._values[name].append(node)
            case ast.Call(func=ast.Attribute(value=owner, attr=attribute), args=arguments) if attribute in _GROWING:
                self._values[_base(owner)] += arguments
                self._calls.append(node)
            case ast.Call():
                self._calls.append(node)
            case ast.keyword(arg=str(name), value=value) if name in _KEYWORDS:
                self._keywords[name].append(value)
            case ast.If(body=body, orelse=orelse):
                self._conditional.update(map(id, (*body, *orelse)))
            case ast.IfExp():
                self._conditional.update(map(id, ast.iter_child_nodes(node)))
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        if key.value in _KEYWORDS:
                            self._keywords[key.value].append(value)
                        elif ":" in key.value:  # `{"extra:python_version < '3.4'": [...]}`
                            self._conditional.add(id(value))

    def setup(self) -> Contents:
        """Return what `setup(...)` is given."""
        calls = [call for call in self._calls if _last_name(call.func) == "setup"]
        if not calls:
            return Contents()
        named: list[Named] = []
        addresses: list[Address] = []
        seen: set[int] = set()
        for keyword, values in self._keywords.items():
            for value in values:
                for constant in self._constants(value):
                    if id(constant) in seen:
                        continue
                    seen.add(id(constant))
                    if keyword == "dependency_links":
                        addresses.append(Address(str(constant.value), at(*self._place(constant, 0))))
                    else:
                        named += self._requirements(constant)
        own = [word.value for call in calls for word in call.keywords if word.arg == "name"]
        makes = {canonicalize_name(str(constant.value)) for value in own for constant in self._constants(value)}
        return Contents(tuple(named), tuple(addresses), makes=frozenset(makes))

    def _constants(self, value: ast.AST) -> Iterator[ast.Constant]:
        """Yield the strings that a value is made of, as far as the script spells them out."""
        pending = [value]
        seen: set[str] = set()
        given: set[int] = set()
        for node in _growing(pending):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                break
            match node:
                case ast.Constant(value=str()) if id(node) not in given:
                    given.add(id(node))
                    yield node
                case ast.Name(id=name) if name not in seen:
                    seen.add(name)
                    pending += self._values.get(name, ())
            pending += _parts(node)

    def _requirements(self, constant: ast.Constant) -> Iterator[Named]:
        """Yield the requirements in a string: one, or one a line."""
        offset = 0
        for line in str(constant.value).split("\n", _MOST_LINES)[:_MOST_LINES]:
            found = asked(line)
            if found and found.name and not line.lstrip().startswith("#"):
                marked = found.marked or id(constant) in self._conditional
                where = functools.partial(self._place, constant, offset + found.offset)
                yield Named(replace(found, marked=marked), where)
            offset += len(line) + 1

    def _place(self, constant: ast.Constant, offset: int) -> Place:
        """Return where a character of a string is written; the string's own place if escapes hide that."""
        line, column = constant.lineno, self._source.column(constant.lineno, constant.col_offset)
        text = str(constant.value)
        first = self._source.lines[line - 1][column:] if line <= len(self._source.lines) else ""
        quote = next((at for at, letter in enumerate(first[:4]) if letter in "\"'"), None)
        if quote is None:
            return line, column
        quote += 3 if first[quote : quote + 3] in ('"""', "'''") else 1
        before = text[:offset]
        down, along = before.count("\n"), offset - (before.rfind("\n") + 1)
        found = (line + down, along if down else column + quote + along)
        if found[0] <= len(self._source.lines):
            if self._source.lines[found[0] - 1][found[1] :].startswith(text[offset : offset + 1]):
                return found
        return line, column

    def sessions(self) -> Contents:
        """Return what the sessions of nox install."""
        named: list[Named] = []
        includes: list[Include] = []
        for call in self._calls:
            function = _last_name(call.func)
            if not isinstance(call.func, ast.Attribute) or function not in ("install", "conda_install"):
                continue
            words = [node.value if _is_text(node) else "\0" for node in call.args]  # type: ignore[attr-defined]
            program = "pip" if function == "install" else "conda"
            for found in installed([program, "install", *words]):
                node = call.args[found.index - 2]
                if not isinstance(node, ast.Constant):
                    continue
                place = self._place(node, found.offset)
                requirement = asked(found.text)
                if found.kind is Kind.FILE:
                    includes.append(Include(found.text, at(*place), found.option))
                elif found.kind in (Kind.REQUIREMENT, Kind.CONDA) and requirement and requirement.name:
                    where = at(*self._place(node, found.offset + requirement.offset))
                    named.append(Named(requirement, where, Manner.COMMAND, conda=function != "install"))
        return Contents(tuple(named), includes=tuple(includes))

    def magics(self) -> Contents:
        """Return what `!pip install` and `%pip install` install, as IPython writes them into a script."""
        named: list[Named] = []
        addresses: list[Address] = []
        for call in self._calls:
            match call.func:
                case ast.Attribute(value=ast.Call(func=ast.Name(id="get_ipython")), attr="system" | "getoutput"):
                    texts = call.args[:1]
                    prefix = ""
                case ast.Attribute(value=ast.Call(func=ast.Name(id="get_ipython")), attr="run_line_magic"):
                    texts = call.args[1:2]
                    first = call.args[0] if call.args else None
                    prefix = f"{first.value!s} " if isinstance(first, ast.Constant) else ""
                case _:
                    continue
            for text in texts:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    line, column = self._place(text, 0)
                    more_named, more_addresses = commands.read(prefix + text.value, line, column - len(prefix))
                    named += more_named
                    addresses += more_addresses
        return Contents(tuple(named), tuple(addresses))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _growing(pending: list[ast.AST]) -> Iterator[ast.AST]:
    """Yield the members of a list that grows meanwhile."""
    yield from pending


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may put strings into a value; keys, conditions and the text of messages do not."""
    match node:
        case ast.Dict(values=values):
            yield from values
        case ast.Compare() | ast.JoinedStr() | ast.Constant() | ast.Attribute():
            return
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.FunctionDef(body=body):
            yield from (each for statement in body for each in ast.walk(statement) if isinstance(each, ast.Return))
        case ast.Return(value=ast.expr() as value):
            yield value
        case ast.Call(func=ast.Attribute(value=owner, attr=attribute), args=arguments):
            if attribute in ("values", "copy", "union", "splitlines", "strip", "get"):
                yield owner
            elif attribute in ("chain", "from_iterable"):
                yield from arguments
        case ast.Call(func=ast.Name(id="open")):
            return
        case ast.Call(func=function, args=arguments, keywords=keywords):
            # What a function of the script is given may be the name of a file.
            if _last_name(function) in ("list", "sorted", "set", "tuple", "dict", "sum", "filter", "map", "chain"):
                yield from arguments
                yield from (word.value for word in keywords)
            yield function
        case ast.BinOp(op=ast.Mod()):
            return
        case ast.Subscript(value=value):
            yield value
        case ast.comprehension(iter=iterated):
            yield iterated
        case _:
            yield from ast.iter_child_nodes(node)


def _base(target: ast.AST) -> str:
    """Return the name that an assignment changes."""
    while isinstance(target, ast.Subscript | ast.Attribute):
        target = target.value
    return target.id if isinstance(target, ast.Name) else ""


def _last_name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
