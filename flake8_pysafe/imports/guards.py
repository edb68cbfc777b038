"""Tells which imports a program is prepared to see fail."""

from __future__ import annotations

import ast
import functools
import sys
from collections.abc import Iterator, Sequence

if sys.version_info >= (3, 11):
    from ast import TryStar
else:
    from ast import Try as TryStar  # there is no `except*` yet

_IMPORT_FAILURES = frozenset({"ImportError", "ModuleNotFoundError", "Exception", "BaseException"})
# What a condition mentions that asks which Python, system or optional package is there.
_QUESTIONS = frozenset(
    {
        *("TYPE_CHECKING", "MYPY", "version_info", "hexversion", "platform", "implementation", "python_implementation"),
        *("python_version", "system", "machine", "uname", "getwindowsversion", "os_name", "maxsize"),
        *("PY2", "PY3", "PYPY", "IS_PYPY", "WINDOWS", "WIN", "IS_WINDOWS", "ON_WINDOWS", "LINUX", "MACOS", "DARWIN"),
        *("__version__", "VERSION", "version_tuple", "parse_version", "LooseVersion", "StrictVersion"),
        *("hasattr", "find_spec", "find_loader", "iter_modules", "suppress"),
    }
)
_QUESTION_STARTS = ("has_", "have_", "with_", "use_", "using_", "is_py", "py3", "is_win", "is_linux", "is_mac")
_QUESTION_ENDS = ("_available", "_installed", "_enabled", "_imported", "_present")
_SKIPPING = frozenset({"skip", "skipif", "skipIf", "skipUnless", "importorskip", "xfail", "expectedFailure"})


def is_guarded(node: ast.AST, ancestors: Sequence[ast.AST]) -> bool:
    """Tell whether an import may fail without harm, or happens only where its module is there."""
    inner = (*ancestors[1:], node)
    return any(_guards(outer, child, ancestors[0]) for outer, child in zip(ancestors, inner, strict=True))


def _guards(outer: ast.AST, child: ast.AST, module: ast.AST) -> bool:
    match outer:
        case ast.Try(handlers=handlers, finalbody=final) | TryStar(handlers=handlers, finalbody=final):
            return child not in final and any(map(_catches_import_failure, handlers))
        case ast.If(test=test) | ast.IfExp(test=test):
            return child is not test and (_asks(test) or not _answers(module).isdisjoint(_names(test)))
        case ast.With(items=items) | ast.AsyncWith(items=items):
            return any(_expects_failure(item.context_expr) for item in items)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return any(_skips(decorator) for decorator in outer.decorator_list)
        case ast.Module() if isinstance(child, ast.stmt):
            return child.lineno > _skipped_from(outer)
        case _:
            return False


@functools.lru_cache(maxsize=1)
def _skipped_from(module: ast.Module) -> float:
    """Return the line from which on a module of tests may be skipped."""
    lines = (statement.lineno for statement in module.body if isinstance(statement, ast.If) and _may_skip(statement))
    return min(lines, default=float("inf"))


def _may_skip(condition: ast.If) -> bool:
    pending: list[ast.stmt] = [condition]
    while pending:
        statement = pending.pop()
        if isinstance(statement, ast.If):
            pending += [block[-1] for block in (statement.body, statement.orelse) if block]
        elif _is_skip(statement):
            return True
    return False


def _is_skip(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=function)):
            return last_name(function) == "skip"
        case ast.Raise(exc=ast.Call(func=raised) | (ast.Name() | ast.Attribute() as raised)):
            return last_name(raised) == "SkipTest"
        case _:
            return False


@functools.lru_cache(maxsize=1)
def _answers(module: ast.AST) -> frozenset[str]:
    """Return the names that a module gives to what it found out about Python, the system or optional packages."""
    found: set[str] = set()
    pending = list(module.body) if isinstance(module, ast.Module) else []
    while pending:
        match pending.pop():
            case ast.Try(body=body, handlers=handlers) | TryStar(body=body, handlers=handlers) as attempt:
                blocks = [*body, *attempt.orelse, *(one for handler in handlers for one in handler.body)]
                if any(map(_is_import, body)) and any(map(_catches_import_failure, handlers)):
                    found.update(name for statement in blocks for name in _bound(statement))
                pending += blocks
            case ast.If(body=body, orelse=orelse):
                pending += [*body, *orelse]
            case ast.Assign(value=value) as assignment if _asks(value):
                found.update(_bound(assignment))
    return frozenset(found)


def _is_import(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Import | ast.ImportFrom)


def _bound(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in names)
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _names(condition: ast.expr) -> Iterator[str]:
    yield from (node.id for node in ast.walk(condition) if isinstance(node, ast.Name))


def _catches_import_failure(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else (handler.type,)
    return any(last_name(kind) in _IMPORT_FAILURES for kind in caught)


def _expects_failure(context: ast.expr) -> bool:
    """`suppress(ImportError)`, and what tests write for it: `pytest.raises(ImportError)`."""
    return isinstance(context, ast.Call) and any(last_name(kind) in _IMPORT_FAILURES for kind in _flat(context.args))


def _flat(expressions: Sequence[ast.expr]) -> Iterator[ast.expr]:
    for expression in expressions:
        if isinstance(expression, ast.Tuple):
            yield from expression.elts
        else:
            yield expression


def _skips(decorator: ast.expr) -> bool:
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = last_name(call)
    return name in _SKIPPING or name.startswith(("skip", "requires_", "require_", "needs_"))


def _asks(condition: ast.expr) -> bool:
    pending: list[ast.AST] = [condition]
    while pending:
        node = pending.pop()
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                if _is_question(name):
                    return True
                if isinstance(node, ast.Attribute) and (name, last_name(node.value)) == ("name", "os"):
                    return True
            case ast.Compare(ops=[ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE()], comparators=[ast.Tuple(elts=parts)]):
                if parts and all(isinstance(part, ast.Constant) and isinstance(part.value, int) for part in parts):
                    return True  # a version
        pending.extend(ast.iter_child_nodes(node))
    return False


def _is_question(name: str) -> bool:
    lowered = name.lower().lstrip("_")
    return name in _QUESTIONS or lowered.startswith(_QUESTION_STARTS) or lowered.endswith(_QUESTION_ENDS)


def last_name(expression: ast.expr) -> str:
    """Return the last part of a dotted expression, "" for any other."""
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
