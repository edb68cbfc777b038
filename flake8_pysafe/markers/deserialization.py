"""Markers of the PS2xx rules: pickle, YAML and what is built on them."""

from __future__ import annotations

from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.markers.marker import (
    Judge,
    Marker,
    Verdict,
    always,
    is_none,
    is_number_off,
    is_text,
    is_truthy,
    texts,
    when,
)
from flake8_pysafe.values import (
    HOLE,
    MISSING,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Module,
    Refusal,
    Sequence,
    Site,
    Value,
)

# --- PS202: pickle-load ----------------------------------------------------------------------


def _is_in_program(value: Value) -> bool:
    """Tell whether a text or bytes are part of the program as they stand."""
    match value:
        case Constant(value=bytes()):
            return True
        case Constant(value=str() as text):
            return HOLE not in text
        case _:
            return False


def _judge_pickled(value: Value, site: Site) -> Verdict | None:
    return None if _is_in_program(value) or site.made_here() else Verdict("PS202")


_PICKLE = "load only what this process wrote, or use JSON"
Pickled = Marker("Pickled", _judge_pickled, _PICKLE, at_callee=True, escapes=True)


def _judge_shelf(value: Value, site: Site) -> Verdict | None:
    return None if site.argument("flag") == {Constant("n")} else Verdict("PS202")


_SHELF = "use `sqlite3` or JSON"
ShelfFile = Marker("ShelfFile", _judge_shelf, _SHELF, at_callee=True, escapes=True)
# A table in memory, as the dictionary given to `shelve.Shelf`, has nothing foreign in it.
ShelfTable = Marker(
    "ShelfTable", when("PS202", lambda v: not isinstance(v, Mapping)), _SHELF, at_callee=True, escapes=True
)


_REMOTE_SCHEMES = ("http://", "https://", "ftp://", "s3://", "gs://", "gcs://", "az://", "abfs://", "hf://")


def _is_remote(value: Value) -> bool:
    return (
        isinstance(value, Constant) and isinstance(value.value, str) and value.value.lower().startswith(_REMOTE_SCHEMES)
    )


def _judge_pickled_file(value: Value, site: Site) -> Verdict | None:
    if _is_remote(value):
        return Verdict("PS201")
    return None if site.made_here() else Verdict("PS202")


# A path rather than bytes: naming the file in the program does not make its content part of the program.
PickledFile = Marker("PickledFile", _judge_pickled_file, _PICKLE, at_callee=True, escapes=True)
# The result of a reader whose file was opened elsewhere.
UnpickledFile = Marker("UnpickledFile", always("PS202"), _PICKLE, at_callee=True, escapes=True)
UnpickledColumns = Marker(
    "UnpickledColumns", always("PS202"), "use the table format or Parquet", at_callee=True, escapes=True
)


def _owner(receiver: Value | None) -> Class | None:
    owner = receiver.of if isinstance(receiver, Instance) else receiver
    return owner if isinstance(owner, Class) else None


def _is_made_elsewhere(receiver: Value | None) -> bool:
    return isinstance(receiver, Instance) and receiver.call is None


def _is_initialized(site: Site) -> bool:
    """Tell whether a subclass initializes what is made elsewhere, where it is judged.

    `super().__init__(file)` and `pickle.Unpickler.__init__(self, file)` make nothing.
    """
    return any(_is_made_elsewhere(value) for value in (site.receiver, *site.argument("self")))


def _unreported(site: Site) -> Class | None:
    """The class of the object a method is called on, if no marker has judged its making."""
    owner = _owner(site.receiver)
    if owner is None or owner.node is None:  # `super()` is an object of no class of its own
        return None
    return owner if _is_made_elsewhere(site.receiver) or site.method(owner, "__init__") else None


def _unpickler_verdict(owner: Class, site: Site) -> Verdict | None:
    method = site.method(owner, "find_class")
    if method is not None:
        match site.refuses(method):
            case Refusal.BY_DEFAULT:
                return None
            case Refusal.BY_MODULE:
                return Verdict("PS209", "list the allowed (module, name) pairs")
            case Refusal.NEVER:
                pass
    return Verdict("PS202")


def _judge_unpickler(value: Value, site: Site) -> Verdict | None:
    if _is_initialized(site) or site.made_here():
        return None
    owner = _owner(site.receiver)
    return _unpickler_verdict(owner, site) if owner else Verdict("PS202")


UnpicklerFile = Marker("UnpicklerFile", _judge_unpickler, _PICKLE, at_callee=True, escapes=True)


def _judge_unpickler_made(value: Value, site: Site) -> Verdict | None:
    owner = _unreported(site)
    return _unpickler_verdict(owner, site) if owner else None


# The unpickler a `load` is called on: reported here only if its making is not.
UnpicklerMade = Marker("UnpicklerMade", _judge_unpickler_made, _PICKLE, at_callee=True)

# --- PS203, PS204: YAML ----------------------------------------------------------------------

_CONSTRUCTORS = {
    "yaml.BaseConstructor": None,
    "yaml.SafeConstructor": None,
    "yaml.FullConstructor": "PS204",
    "yaml.UnsafeConstructor": "PS203",
    "yaml.Constructor": "PS203",
    "ruamel.yaml.BaseConstructor": None,
    "ruamel.yaml.SafeConstructor": None,
    "ruamel.yaml.RoundTripConstructor": None,
    "ruamel.yaml.Constructor": "PS203",
    "ruyaml.BaseConstructor": None,
    "ruyaml.SafeConstructor": None,
    "ruyaml.RoundTripConstructor": None,
    "ruyaml.Constructor": "PS203",
}


def _constructor_code(owner: Class) -> str | None:
    """The code of the constructor class that is reached first in the class order."""
    for name in owner.order:
        if name in _CONSTRUCTORS:
            return _CONSTRUCTORS[name]
    return None


def _declares_since(site: Site, distribution: str, release: str) -> bool:
    """Tell whether the project declares a distribution so that no version before a release fits."""
    # Few files need it, and it takes as long to import as all else that reads a marker's value.
    with path_as_it_was():
        from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415
        from packaging.version import InvalidVersion, Version  # noqa: PLC0415

    try:
        specifiers = SpecifierSet(site.declared(distribution) or "")
        return any(
            each.operator in _LOWER_BOUNDS and Version(each.version.removesuffix(".*")) >= Version(release)
            for each in specifiers
        )
    except (InvalidSpecifier, InvalidVersion):
        return False


_LOWER_BOUNDS = frozenset({">=", ">", "==", "===", "~="})
_SAFE_LOADER = "use `SafeLoader`"


def _yaml_verdict(code: str | None, site: Site) -> Verdict | None:
    if code and site.made_here():
        return None
    if code == "PS204" and _declares_since(site, "pyyaml", "5.4"):
        # Its two holes are closed then; `!!python/name` stays.
        return Verdict(code, "use `SafeLoader`: even from 5.4 on, documents reach what is imported")
    return Verdict(code) if code else None


def _judge_loader(value: Value, site: Site) -> Verdict | None:
    if value is MISSING:
        return None if site.made_here() else Verdict("PS203", "use `yaml.safe_load`")
    return _yaml_verdict(_constructor_code(value), site) if isinstance(value, Class) else None


YamlLoader = Marker("YamlLoader", _judge_loader, _SAFE_LOADER)
OptionalYamlLoader = Marker(
    "OptionalYamlLoader", lambda value, site: None if value is MISSING else _judge_loader(value, site), _SAFE_LOADER
)


def _judge_loader_stream(value: Value, site: Site) -> Verdict | None:
    owner = None if _is_initialized(site) else _owner(site.receiver)
    return _yaml_verdict(_constructor_code(owner), site) if owner else None


# The stream given to a Loader class by hand: the class decides.
LoaderStream = Marker("LoaderStream", _judge_loader_stream, _SAFE_LOADER, at_callee=True)


def _judge_loader_made(value: Value, site: Site) -> Verdict | None:
    owner = _unreported(site)
    return _yaml_verdict(_constructor_code(owner), site) if owner else None


# The loader that data are taken from: reported here only if its making is not.
LoaderMade = Marker("LoaderMade", _judge_loader_made, _SAFE_LOADER, at_callee=True)


def _not_constant(code: str) -> Judge:
    return lambda value, site: None if _is_in_program(value) or site.made_here() else Verdict(code)


_SAFE_LOAD = "use `yaml.safe_load`"
UnsafeYaml = Marker("UnsafeYaml", _not_constant("PS203"), _SAFE_LOAD, at_callee=True, escapes=True)
FullYaml = Marker(
    "FullYaml",
    lambda value, site: None if _is_in_program(value) else _yaml_verdict("PS204", site),
    _SAFE_LOAD,
    at_callee=True,
    escapes=True,
)


def _judge_yaml_type(value: Value, site: Site) -> Verdict | None:
    return Verdict("PS203") if "unsafe" in set(texts(value)) else None


YamlType = Marker("YamlType", _judge_yaml_type, "leave `typ` out or use `safe`")


def _judge_yaml_function(value: Value, site: Site) -> Verdict | None:
    unsafe = {
        "yaml.unsafe_load": "PS203",
        "yaml.unsafe_load_all": "PS203",
        "yaml.full_load": "PS204",
        "yaml.full_load_all": "PS204",
        "yaml.load": "PS203",
        "yaml.load_all": "PS203",
    }
    code = unsafe.get(value.name) if isinstance(value, Function) else None
    return Verdict(code) if code else None


HyperYaml = Marker("HyperYaml", _not_constant("PS203"), "build the objects in Python", at_callee=True, escapes=True)
YamlFunction = Marker("YamlFunction", _judge_yaml_function, _SAFE_LOAD)
UnsafeConstructor = Marker(
    "UnsafeConstructor",
    lambda value, site: Verdict("PS203") if isinstance(value, Class) and _constructor_code(value) else None,
    "use `SafeConstructor`",
)

# --- PS205: unsafe-load-switch ---------------------------------------------------------------

_SWITCH = "take the switch out"
AllowPickle = Marker(
    "AllowPickle", lambda value, site: Verdict("PS205") if is_truthy(value) and not site.made_here() else None, _SWITCH
)
WeightsOnly = Marker(
    "WeightsOnly",
    lambda value, site: Verdict("PS205") if is_number_off(value) and not site.made_here() else None,
    "use `weights_only=True` or safetensors",
)


def _judge_checkpoint(value: Value, site: Site) -> Verdict | None:
    if value is MISSING or is_none(value):
        remote = any(_is_remote(path) for path in site.argument("checkpoint_path"))
        return Verdict("PS205", "pass `weights_only=True`") if remote else None
    return Verdict("PS205") if is_number_off(value) else None


# Without the switch a checkpoint from a URL is loaded unsafely, one from a file is not.
CheckpointWeightsOnly = Marker("CheckpointWeightsOnly", _judge_checkpoint, "use `weights_only=True`")
RemoteWeightsOnly = Marker(
    "RemoteWeightsOnly",
    when("PS205", lambda v: v is MISSING or is_number_off(v)),
    "pass `weights_only=True`",
)


def _judge_pickle_module(value: Value, site: Site) -> Verdict | None:
    # With any module the switch is off by default. One of the project's own may be restricted.
    given = isinstance(value, Foreign) or (isinstance(value, Module) and not value.path)
    restricted = site.argument("weights_only") == {Constant(True)}
    return Verdict("PS205") if given and not restricted and not site.made_here() else None


PickleModule = Marker("PickleModule", _judge_pickle_module, "leave `pickle_module` out")
SafeMode = Marker("SafeMode", when("PS205", is_number_off), "keep `safe_mode=True`")
DangerousSwitch = Marker("DangerousSwitch", when("PS205", is_truthy), _SWITCH)
UnsafeDeserialization = Marker(
    "UnsafeDeserialization", always("PS205"), "leave safe deserialization on", at_callee=True, escapes=True
)


def _judge_trusted(value: Value, site: Site) -> Verdict | None:
    listed_by_file = isinstance(value, Instance) and value.of.name == "flake8_pysafe.UntrustedTypes"
    return Verdict("PS205") if listed_by_file or value == Constant(True) else None


TrustedTypes = Marker("TrustedTypes", _judge_trusted, "list the types that are expected")

# --- PS206: remote-code ----------------------------------------------------------------------

RemoteCode = Marker("RemoteCode", when("PS206", is_truthy), "pin `revision` and review it, or leave the switch out")

# --- PS207: pickle-serializer ----------------------------------------------------------------

_PICKLE_NAMES = {"pickle", "application/x-python-serialize", "cloudpickle", "dill", "rq.serializers.defaultserializer"}
_PICKLE_MODULES = {"pickle", "_pickle", "cPickle", "cloudpickle", "dill", "zodbpickle", "jsonpickle"}
_SERIALIZER_WORDS = ("serializer", "encoder", "coder", "serde")
_DECODING_METHODS = ("loads", "load", "loadb", "decode", "deserialize", "_deserialize")


def _is_pickle_name(text: str) -> bool:
    """Tell whether a name or dotted path given as a string stands for something that unpickles."""
    module, _, last = text.rpartition(".")
    described = last.lower().startswith("pickle") and last.lower().endswith(_SERIALIZER_WORDS)
    return text.lower() in _PICKLE_NAMES or described or (module in _PICKLE_MODULES and last in ("load", "loads"))


def _is_pickler(value: Value) -> bool:
    """Tell whether a value is one of the pickle modules or of their reading functions."""
    match value:
        case Module(name=name):
            return name.partition(".")[0] in _PICKLE_MODULES
        case Function(name=name):
            module, _, last = name.rpartition(".")
            return module.partition(".")[0] in _PICKLE_MODULES and last.startswith(("load", "_load", "decode"))
        case _:
            return False


def _unpickles(owner: Class, site: Site) -> bool:
    """Tell whether objects of a class unpickle, with nothing of the project's own in between."""
    for name in owner.order:
        if name == "flake8_pysafe.SignedPickleSerializer":
            return False
        if name == "flake8_pysafe.PickleSerializer":
            return not any(site.method(owner, method) for method in _DECODING_METHODS)
    return False


def _judge_serializer(value: Value, site: Site) -> Verdict | None:
    match value:
        case Sequence(elements=elements):
            for number, element in enumerate(elements):
                if any(_judge_serializer(inner, site) for inner in element):
                    return Verdict("PS207", element=number)
            return None
        case Constant(value=str() as text):
            return Verdict("PS207") if _is_pickle_name(text) else None
        case Class() as owner if owner.descends_from("pickle.Unpickler", "pickle._Unpickler"):
            verdict = _unpickler_verdict(owner, site)
            return Verdict("PS207") if verdict == Verdict("PS202") else verdict
        case (Class() as owner) | Instance(of=owner):
            return Verdict("PS207") if _unpickles(owner, site) else None
        case _:
            return Verdict("PS207") if _is_pickler(value) else None


def _judge_serializer_or_default(value: Value, site: Site) -> Verdict | None:
    return (
        Verdict("PS209", "name a serializer that is not pickle") if value is MISSING else _judge_serializer(value, site)
    )


def _mentions_serializer(text: str) -> bool:
    lower = text.lower()
    return any(name in lower for name in ("pickle", "dill", "defaultserializer", "x-python-serialize"))


Serializer = Marker("Serializer", _judge_serializer, "use JSON", hint=_mentions_serializer)
# The library pickles where nothing is said.
SerializerOrDefault = Marker("SerializerOrDefault", _judge_serializer_or_default, "use JSON")


def _judge_accepted(value: Value, site: Site) -> Verdict | None:
    # Unlike the settings this takes media types only: "pickle" admits nothing.
    if isinstance(value, Sequence):
        for number, element in enumerate(value.elements):
            if Constant("application/x-python-serialize") in element:
                return Verdict("PS205", element=number)
    return None


def _mentions_type(text: str) -> bool:
    return "x-python-serialize" in text


AcceptedTypes = Marker(
    "AcceptedTypes", _judge_accepted, "accept `application/json` only", hint=_mentions_type, only_text=True
)


def _judge_column(value: Value, site: Site) -> Verdict | None:
    handed_over = site.receiver is None  # the class itself, to be called without a `pickler`
    return Verdict("PS207") if handed_over or value is MISSING or is_none(value) or _is_pickler(value) else None


PickledColumn = Marker("PickledColumn", _judge_column, "use a JSON column", at_callee=True, escapes=True)


def _judge_field(value: Value, site: Site) -> Verdict | None:
    return None if _is_initialized(site) else Verdict("PS207")


UnpickledField = Marker("UnpickledField", _judge_field, "use a JSON field", at_callee=True, escapes=True)
InsecureSerializers = Marker("InsecureSerializers", always("PS207"), "accept JSON only", at_callee=True)

# --- PS208: object-endpoint ------------------------------------------------------------------

PeerObject = Marker("PeerObject", always("PS208"), "receive bytes and decode JSON", at_callee=True, escapes=True)


def _judge_connection(value: Value, site: Site) -> Verdict | None:
    if not isinstance(site.receiver, Instance):
        return None
    key = site.arguments_of(site.receiver).get("authkey", frozenset())
    return Verdict("PS208") if MISSING in key or Constant(None) in key else None


# The connection an object is received from: made without a key, or of unknown making.
PeerConnection = Marker("PeerConnection", _judge_connection, "pass `authkey`, or receive bytes", at_callee=True)
VerifiedConfiguration = Marker(
    "VerifiedConfiguration",
    when("PS208", lambda v: v is MISSING or is_none(v)),
    "pass a `verify` function that checks a signature",
    at_callee=True,
)
DottedNames = Marker("DottedNames", when("PS208", is_truthy), "leave dotted names off")


def _is_taster_of_everything(value: Value) -> bool:
    return isinstance(value, Instance) and value.of.descends_from("twisted.spread.jelly.DummySecurityOptions")


Taster = Marker(
    "Taster",
    when("PS208", lambda v: v is MISSING or _is_taster_of_everything(v)),
    "pass `SecurityOptions()`",
    at_callee=True,
)

# --- environment variables -------------------------------------------------------------------

_TRUE = frozenset({"1", "true", "yes", "y", "on"})
_VARIABLES = {
    "AG_ALLOW_PICKLE_FROM_URL": ("PS205", _TRUE),
    "AIRFLOW__CORE__ENABLE_XCOM_PICKLING": ("PS207", _TRUE),
    "NUMCODECS_ALLOW_UNSAFE_PICKLE_DECODE": ("PS205", _TRUE),
    "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": ("PS205", _TRUE),
    "VLLM_ALLOW_INSECURE_SERIALIZATION": ("PS207", _TRUE),
    # Of all names only this one is unsafe: the others fall back to `safe_load`.
    "YAML_LOADER_FOR_DYNACONF": ("PS203", frozenset({"load"})),
}


def _names_variable(text: str) -> bool:
    return any(name in text for name in _VARIABLES)


def _variable_code(name: object, value: Value) -> str | None:
    code, unsafe = _VARIABLES.get(name, ("", frozenset())) if isinstance(name, str) else ("", frozenset())
    return code if is_text(value, *unsafe) else None


def _judge_variable(value: Value, site: Site) -> Verdict | None:
    # `os.putenv` and pytest's `setenv` call it `name`.
    for name in (*site.argument("key"), *site.argument("name")):
        code = _variable_code(name.value, value) if isinstance(name, Constant) else None
        if code:
            return Verdict(code)
    return None


def _judge_variables(value: Value, site: Site) -> Verdict | None:
    for name, values in value.entries if isinstance(value, Mapping) else ():
        for each in values:
            code = _variable_code(name, each)
            if code:
                return Verdict(code, key=str(name))
    return None


# The value an environment variable is set to, and a mapping of such values.
PickleVariable = Marker(
    "PickleVariable", _judge_variable, "take the variable out", hint=_names_variable, only_text=True, names_itself=False
)
PickleVariables = Marker(
    "PickleVariables",
    _judge_variables,
    "take the variable out",
    hint=_names_variable,
    only_text=True,
    names_itself=False,
)
# The same as an argument of its name.
DynaconfLoader = Marker("DynaconfLoader", when("PS203", lambda v: is_text(v, "load")), "leave the setting out")
