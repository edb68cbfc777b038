"""The library models say what the libraries say: names, signatures, class orders, constants.

The libraries are imported here, in the tests; the plugin itself never does that. What is
not installed is skipped; `requirements-libraries.txt` beside this file has most of them.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import importlib.util
import inspect
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

import pytest

from flake8_pysafe import models

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# So far out nobody passes a value by position, and releases put parameters in between.
_FAR = 6
# Folders that several distributions install into.
_SHARED = frozenset({"azure", "databricks", "google"})
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)


# --- where the models differ on purpose ------------------------------------------------------

_EVER = (99, 0)


@dataclass(frozen=True)
class Deviation:
    """A difference that is meant, from one version of Python to another."""

    reason: str
    names: frozenset[str] = frozenset()  # parameters or bases it is about; none: the whole item
    since: tuple[int, int] = (3, 0)
    before: tuple[int, int] = _EVER


NO_LIBRARY = {
    "flake8_pysafe": "holds classes of no library",
    "grequests": "patches the whole process when it is imported",
    "module_settings": "stands for the settings modules of frameworks",
    "module_settings.celeryconfig": "stands for the settings modules of frameworks",
}


def _removed(version: tuple[int, int], *names: str) -> Deviation:
    return Deviation(f"until {version[0]}.{version[1] - 1}", frozenset(names), since=version)


_BY_NAME = Deviation("its attributes are made when they are asked for")
_OF_INSTANCES = Deviation("only instances have it")
_TEXT = Deviation("the markers compare the text")

DEVIATIONS = {
    "argparse.Namespace.__getattr__": _BY_NAME,
    "asyncio.StreamWriter.start_tls": Deviation("since 3.11", before=(3, 11)),
    "asyncio.create_subprocess_exec": Deviation("the marker needs the program among the words"),
    "base64.z85decode": Deviation("since 3.13", before=(3, 13)),
    "base64.z85encode": Deviation("since 3.13", before=(3, 13)),
    "binascii.a2b_base64": Deviation("since 3.11", frozenset({"strict_mode"}), before=(3, 11)),
    "celery.Settings": _BY_NAME,
    "configparser.SafeConfigParser": _removed((3, 12)),
    "configparser.SectionProxy.getboolean": _BY_NAME,
    "configparser.SectionProxy.getfloat": _BY_NAME,
    "configparser.SectionProxy.getint": _BY_NAME,
    "django.contrib.sessions.serializers.PickleSerializer": Deviation("until Django 4.2"),
    "django.core.serializers.base.PickleSerializer": Deviation("until Django 4.2"),
    "docker.tls.TLSConfig.__init__": Deviation("until docker 6.1", frozenset({"assert_hostname"})),
    "dramatiq.results.backends.MemcachedBackend": Deviation("there beside pylibmc"),
    "ftplib.FTP_TLS.__init__": _removed((3, 12), "keyfile", "certfile", "context", "timeout", "source_address"),
    "http.client.HTTPSConnection.__init__": _removed((3, 12), "check_hostname"),
    "imaplib.IMAP4_SSL.__init__": _removed((3, 12), "keyfile", "certfile", "ssl_context", "timeout"),
    "marshal.dump": Deviation("since 3.13", frozenset({"allow_code"}), before=(3, 13)),
    "marshal.dumps": Deviation("since 3.13", frozenset({"allow_code"}), before=(3, 13)),
    "marshal.load": Deviation("since 3.13", frozenset({"allow_code"}), before=(3, 13)),
    "marshal.loads": Deviation("since 3.13", frozenset({"allow_code"}), before=(3, 13)),
    "neo4j.TRUST_ALL_CERTIFICATES": Deviation("until neo4j 4.4"),
    "networkx.gpickle": Deviation("until networkx 2.8"),
    "networkx.read_gpickle": Deviation("until networkx 2.8"),
    "networkx.write_gpickle": Deviation("until networkx 2.8"),
    "optparse.Values.__getattr__": _BY_NAME,
    "pandas.compat.pickle_compat.load": Deviation("until pandas 2"),
    "poplib.POP3_SSL.__init__": _removed((3, 12), "keyfile", "certfile", "timeout", "context"),
    "pyVim.connect.ConnectNoSSL": Deviation("until pyVmomi 7.0"),
    "pyVim.connect.SmartConnectNoSSL": Deviation("until pyVmomi 7.0"),
    "pycurl.Curl.PROXY_SSL_VERIFYHOST": _OF_INSTANCES,
    "pycurl.Curl.PROXY_SSL_VERIFYPEER": _OF_INSTANCES,
    "pycurl.Curl.SSL_VERIFYHOST": _OF_INSTANCES,
    "pycurl.Curl.SSL_VERIFYPEER": _OF_INSTANCES,
    "requests_cache.GridFSCache": Deviation("something else without pymongo", frozenset({"BaseCache"})),
    "requests_cache.MongoCache": Deviation("something else without pymongo", frozenset({"BaseCache"})),
    "scrapli.TransportBinOptions": Deviation("since scrapli 2026"),
    "selenium.webdriver.FirefoxProfile.accept_untrusted_certs": Deviation("until selenium 4.9"),
    "selenium.webdriver.Remote.__init__": Deviation("until selenium 4.9", frozenset({"desired_capabilities"})),
    "sentence_transformers.CrossEncoder.__init__": Deviation(
        "until sentence-transformers 3", frozenset({"automodel_args"})
    ),
    "sklearn.externals.joblib": Deviation("until scikit-learn 0.22"),
    "smtplib.SMTP.starttls": _removed((3, 12), "keyfile", "certfile", "context"),
    "smtplib.SMTP_SSL.__init__": _removed((3, 12), "keyfile", "certfile", "timeout", "source_address", "context"),
    "socket.create_connection": Deviation("since 3.11", frozenset({"all_errors"}), before=(3, 11)),
    "ssl.Purpose.CLIENT_AUTH": _TEXT,
    "ssl.Purpose.SERVER_AUTH": _TEXT,
    "ssl.UnverifiedContext": Deviation("tells what is unverified from the start from what is not"),
    "ssl.wrap_socket": _removed((3, 12)),
    "transformers.AutoModelForVision2Seq": Deviation("until transformers 4"),
    "transformers.AutoVideoProcessor.from_pretrained": Deviation("there beside torchvision"),
    "zlib.compress": Deviation("since 3.11", frozenset({"wbits"}), before=(3, 11)),
}

# --- reading a stub --------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """One statement of a stub that says something about a library."""

    stub: str
    name: str  # within the stub: `Session.get`
    node: ast.stmt

    @property
    def qualified(self) -> str:
        return f"{self.stub}.{self.name}"


class NotThere(Exception):
    """The library does not have what the stub names."""


@cache
def tree_of(stub: str) -> ast.Module:
    return ast.parse((models.BUNDLED / f"{stub}.pyi").read_text(encoding="utf-8"))


def items_of(stub: str) -> Iterator[Item]:
    """Yield what a stub says: its functions, classes, their methods, attributes and constants."""
    dictionaries = set(dictionaries_of(stub))
    for statement in tree_of(stub).body:
        for name in names_of(statement):
            if name in dictionaries:
                continue  # describes a dictionary, which the library need not name
            yield Item(stub, name, statement)
            if isinstance(statement, ast.ClassDef):
                for inner in statement.body:
                    for inner_name in names_of(inner):
                        yield Item(stub, f"{name}.{inner_name}", inner)


def names_of(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.Import(names=aliases):
            # `import requests as api`: the library has `requests.api`.
            yield from (alias.asname for alias in aliases if alias.asname and "." not in alias.asname)


def dictionaries_of(stub: str) -> Iterator[str]:
    """Yield the names of the TypedDicts of a stub, and of classes that inherit from them."""
    found = {"TypedDict"}
    for statement in tree_of(stub).body:
        match statement:
            case ast.ClassDef(name=name, bases=bases):
                if any(isinstance(base, ast.Name) and base.id in found for base in bases):
                    found.add(name)
                    yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="TypedDict"))):
                found.add(name)
                yield name


def own_submodules(stub: str) -> Iterator[str]:
    """Yield the submodules a stub declares to hold what it holds itself."""
    for statement in tree_of(stub).body:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if alias.name == stub and alias.asname:
                    yield f"{stub}.{alias.asname}"


def imported_names(stub: str) -> dict[str, tuple[str, str]]:
    """Return where the names come from that a stub imports with `from`."""
    return {
        alias.asname or alias.name: (statement.module, alias.name)
        for statement in tree_of(stub).body
        if isinstance(statement, ast.ImportFrom) and statement.module
        for alias in statement.names
    }


# --- looking into a library ------------------------------------------------------------------


@cache
def module(name: str) -> ModuleType | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return importlib.import_module(name)
        except ImportError:
            return None


def reason_to_skip(stub: str) -> str | None:
    if stub in NO_LIBRARY:
        return NO_LIBRARY[stub]
    top = stub.partition(".")[0]
    wanted = stub if top in _SHARED else top
    if not is_there(wanted):
        return f"{wanted} is not installed"
    if module(wanted) is None or (is_there(stub) and module(stub) is None):
        return f"{stub} cannot be imported here"
    return None


def is_there(name: str) -> bool:
    try:
        return name in sys.modules or importlib.util.find_spec(name) is not None
    except ImportError:
        return False


def attribute(owner: object, name: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return getattr(owner, name)
        except ImportError:
            raise NotThere(name) from None
        except AttributeError:
            pass
    try:
        return inspect.getattr_static(owner, name)  # a descriptor may refuse to be read from the class
    except AttributeError:
        raise NotThere(name) from None


def real(stub: str, name: str) -> object:
    """Return the library's object for a name of a stub: from the module or one of its own submodules."""
    head, *rest = name.split(".")
    for candidate in (stub, *own_submodules(stub)):
        holder = module(candidate)
        if holder is None:
            continue
        try:
            found = attribute(holder, head)
        except NotThere:
            continue
        for part in rest:
            found = attribute(found, part)
        return found
    found = module(f"{stub}.{name}") or class_elsewhere(stub, head)
    if found is None:
        raise NotThere(name)
    for part in rest:
        found = attribute(found, part)
    return found


def class_elsewhere(stub: str, name: str) -> type | None:
    """Return a class of the library that functions return and nobody imports from where the stub has it."""
    top = stub.partition(".")[0]
    for holder in sorted(key for key in sys.modules if key.startswith(f"{top}.")):
        found = vars(sys.modules[holder]).get(name)
        if isinstance(found, type):
            return found
    return None


def is_module_of(item: Item) -> bool:
    """Tell whether an item is a module that is there, importable or not."""
    return isinstance(item.node, ast.Import) and is_there(f"{item.stub}.{item.name}")


def real_base(stub: str, written: str) -> object:
    source = imported_names(stub).get(written.partition(".")[0])
    if source:
        return real(*source) if source[0] in models.load().names() else attribute(module(source[0]), source[1])
    if hasattr(builtins, written):
        return getattr(builtins, written)
    head, _, last = written.rpartition(".")
    return real(head, last) if head and module(head) else real(stub, written)


def is_set_by_methods(item: Item) -> bool:
    """Tell whether an item is an attribute that methods of its class, or of a base, give to instances."""
    owner, _, name = item.name.rpartition(".")
    try:
        holder = real(item.stub, owner) if owner and isinstance(item.node, ast.AnnAssign) else None
    except NotThere:
        return False
    for each in inspect.getmro(holder) if isinstance(holder, type) else ():
        if name in getattr(each, "__annotations__", {}) or name in getattr(each, "__slots__", ()):
            return True
        if any(name in function.__code__.co_names for function in vars(each).values() if inspect.isfunction(function)):
            return True
    return False


# --- comparing -------------------------------------------------------------------------------


def differences(item: Item) -> Iterator[tuple[str, str]]:
    """Yield what a stub says and the library does not: the name at fault, and the fault."""
    try:
        found = real(item.stub, item.name)
    except NotThere:
        if not (is_set_by_methods(item) or is_module_of(item)):
            yield "", "does not exist"
        return
    match item.node:
        case ast.ClassDef():
            yield from class_differences(item, item.node, found)
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from function_differences(item, item.node, found)
        case ast.Assign(value=ast.Constant(value=expected)):
            value = getattr(found, "value", found)
            if value != expected:
                yield "", f"is {value!r}"


def class_differences(item: Item, node: ast.ClassDef, found: object) -> Iterator[tuple[str, str]]:
    if not isinstance(found, type):
        yield "", "is no class"
        return
    for base in node.bases:
        written = models.dotted(base)
        if written.partition(".")[0] in NO_LIBRARY:
            continue
        try:
            expected = real_base(item.stub, written)
        except NotThere:
            yield written, "cannot be found"
            continue
        if expected not in inspect.getmro(found):
            yield written, "is not among the bases"


def function_differences(
    item: Item, node: ast.FunctionDef | ast.AsyncFunctionDef, found: object
) -> Iterator[tuple[str, str]]:
    decorators = {models.dotted(each) for each in node.decorator_list}
    if "property" in decorators:
        return
    if not callable(found):
        yield "", "cannot be called"
        return
    is_method = "." in item.name and "staticmethod" not in decorators
    try:
        parameters = signature(item, found, is_method)
    except (TypeError, ValueError):
        return  # written in C, without a signature
    yield from parameter_differences(node, is_method, parameters)


def signature(item: Item, found: object, is_method: bool) -> list[inspect.Parameter]:
    owner = item.name.rpartition(".")[0]
    if item.name.endswith(".__init__"):
        # Whatever takes the arguments of a call: `__init__`, `__new__` or a metaclass.
        found, is_method = real(item.stub, owner), False
    assert callable(found)
    parameters = list(inspect.signature(found).parameters.values())
    holder = real(item.stub, owner) if owner else None
    static = inspect.getattr_static(holder, item.name.rpartition(".")[2], None) if isinstance(holder, type) else None
    bound = isinstance(static, (classmethod, staticmethod)) or inspect.ismethod(found)
    named_first = bool(parameters) and parameters[0].kind in _POSITIONAL
    drop_first = named_first and (parameters[0].name in ("self", "cls") or (is_method and not bound))
    return parameters[1:] if drop_first else parameters


def parameter_differences(
    node: ast.FunctionDef | ast.AsyncFunctionDef, is_method: bool, parameters: list[inspect.Parameter]
) -> Iterator[tuple[str, str]]:
    by_name = {parameter.name: parameter for parameter in parameters}
    order = [parameter.name for parameter in parameters if parameter.kind in _POSITIONAL]
    kinds = {parameter.kind for parameter in parameters}
    takes_more = inspect.Parameter.VAR_POSITIONAL in kinds
    takes_keywords = inspect.Parameter.VAR_KEYWORD in kinds
    positional = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)][int(is_method) :]
    for position, name in enumerate(positional):
        if name in order:
            if order.index(name) != position:
                yield name, f"is at position {order.index(name)}, not {position}"
        elif name in by_name:
            if not takes_more:
                yield name, "is keyword-only"
        elif not (takes_more or takes_keywords):
            yield name, "is not a parameter"
    for argument in node.args.kwonlyargs:
        if argument.arg in order:
            if not takes_more and order.index(argument.arg) < _FAR:
                yield argument.arg, "is not keyword-only"
        elif argument.arg not in by_name and not takes_keywords:
            yield argument.arg, "is not a parameter"
    if node.args.vararg and not takes_more:
        yield f"*{node.args.vararg.arg}", "is not taken"


# --- the tests -------------------------------------------------------------------------------


def all_items() -> Iterator[object]:
    for stub in sorted(models.load().names()):
        reason = reason_to_skip(stub)
        if reason:
            yield pytest.param(Item(stub, "", ast.Pass()), id=stub, marks=pytest.mark.skip(reason=reason))
            continue
        for item in items_of(stub):
            yield pytest.param(item, id=f"{stub}: {item.name}")


def deviation_of(item: Item) -> Deviation | None:
    owner = DEVIATIONS.get(item.qualified.rpartition(".")[0])
    # What is said of a whole class is said of its methods.
    return owner if owner is not None and not owner.names else DEVIATIONS.get(item.qualified)


def applies(deviation: Deviation) -> bool:
    return deviation.since <= sys.version_info[:2] < deviation.before


@pytest.mark.parametrize("item", list(all_items()))
def test_a_stub_says_what_the_library_says(item: Item) -> None:
    deviation = deviation_of(item)
    excused = deviation is not None and applies(deviation)
    names = deviation.names if deviation is not None and excused else frozenset()
    found = [f"{name} {fault}".strip() for name, fault in differences(item) if name not in names]
    assert not found or (excused and not names), f"{item.qualified}: {'; '.join(found)}"


def test_every_deviation_is_about_something_in_a_stub() -> None:
    named = {item.qualified for stub in models.load().names() for item in items_of(stub)}
    assert set(DEVIATIONS) <= named
    assert set(NO_LIBRARY) <= set(models.load().names())
