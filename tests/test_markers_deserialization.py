"""The markers of the PS2xx rules, asked about single values."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.markers import BY_NAME, deserialization
from flake8_pysafe.markers.marker import Marker
from flake8_pysafe.values import (
    CHOSEN,
    HOLE,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Function,
    Instance,
    Mapping,
    Module,
    Refusal,
    Sequence,
    Value,
)

Values = frozenset[Value]


@dataclass(frozen=True)
class Asked:
    """A call or assignment as a marker sees it."""

    receiver: Value | None = None
    given: MappingType[str, Values] = field(default_factory=dict)
    made_with: MappingType[str, Values] = field(default_factory=dict)
    dumped: bool = False
    methods: tuple[str, ...] = ()  # those the project defines
    refusal: Refusal = Refusal.NEVER
    declaration: str | None = None  # the specifier of whatever distribution is asked for

    def argument(self, parameter: str) -> Values:
        return self.given.get(parameter, frozenset({MISSING}))

    def arguments_of(self, instance: Instance) -> MappingType[str, Values]:
        return self.made_with

    def method(self, owner: Class, name: str) -> Function | None:
        return Function(name) if name in self.methods else None

    def raises(self, function: Function) -> bool:
        return False

    def returned(self, function: Function) -> Values:
        return frozenset({UNKNOWN})

    def refuses(self, function: Function) -> Refusal:
        return self.refusal

    def made_here(self) -> bool:
        return self.dumped

    def used_as_client(self) -> bool:
        return False

    def used_as_server(self) -> bool:
        return False

    def declared(self, distribution: str) -> str | None:
        return self.declaration


def code(marker: Marker, value: Value, asked: Asked | None = None) -> str | None:
    verdict = marker.judge(value, asked or Asked())
    return verdict.code if verdict else None


def one(value: Value) -> Values:
    return frozenset({value})


def a_class(*order: str) -> Class:
    return Class(order[0], order, node=object())


def made(of: Class) -> Instance:
    """An object whose making is in sight."""
    return Instance(of, call=object())


def made_elsewhere(of: Class) -> Instance:
    return Instance(of)


SOME_TEXT = Constant("pickle.bin")
UNPICKLER = a_class("pickle.Unpickler")
RESTRICTED = a_class("project:Restricted", "pickle.Unpickler")
SAFE_LOADER = a_class("yaml.SafeLoader", "yaml.SafeConstructor", "yaml.BaseConstructor")
FULL_LOADER = a_class("yaml.FullLoader", "yaml.FullConstructor", "yaml.SafeConstructor", "yaml.BaseConstructor")
LOADER = a_class("yaml.Loader", "yaml.Constructor", "yaml.UnsafeConstructor", "yaml.FullConstructor")
# C3 puts the unsafe constructor in front of the safe one although the safe loader is the first base.
MIXED_LOADER = a_class("project:Mixed", "yaml.SafeLoader", "yaml.UnsafeConstructor", "yaml.SafeConstructor")
PICKLING = a_class("rq.serializers.DefaultSerializer", "flake8_pysafe.PickleSerializer")
SIGNED = a_class(
    "huey.serializer.SignedSerializer",
    "flake8_pysafe.SignedPickleSerializer",
    "huey.serializer.Serializer",
    "flake8_pysafe.PickleSerializer",
)
JSON = a_class("rq.serializers.JSONSerializer")

# --- pickled bytes and files -----------------------------------------------------------------


@pytest.mark.parametrize("value", [UNKNOWN, CHOSEN, MISSING, made(JSON), Constant(f"[{HOLE}]")])
def test_bytes_of_unknown_making_are_reported(value: Value) -> None:
    assert code(deserialization.Pickled, value) == "PS202"


@pytest.mark.parametrize("value", [Constant(b"\x80\x04N."), Constant('{"py/id": 1}')])
def test_bytes_that_are_part_of_the_program_are_not_reported(value: Value) -> None:
    assert code(deserialization.Pickled, value) is None


@pytest.mark.parametrize("marker", [deserialization.Pickled, deserialization.PickledFile])
def test_what_was_dumped_in_this_process_is_not_reported(marker: Marker) -> None:
    assert code(marker, UNKNOWN, Asked(dumped=True)) is None


def test_naming_a_file_in_the_program_does_not_make_it_safe() -> None:
    assert code(deserialization.PickledFile, SOME_TEXT) == "PS202"


@pytest.mark.parametrize("url", ["https://example.org/m.pkl", "HTTP://example.org/m.pkl", "s3://bucket/m.pkl"])
def test_a_file_named_by_a_url_is_remote(url: str) -> None:
    assert code(deserialization.PickledFile, Constant(url)) == "PS201"


@pytest.mark.parametrize(
    ("flag", "expected"), [(MISSING, "PS202"), (Constant("c"), "PS202"), (UNKNOWN, "PS202"), (Constant("n"), None)]
)
def test_only_a_new_shelf_is_empty(flag: Value, expected: str | None) -> None:
    assert code(deserialization.ShelfFile, SOME_TEXT, Asked(given={"flag": one(flag)})) == expected


def test_a_shelf_around_a_dictionary_in_memory_is_not_reported() -> None:
    assert code(deserialization.ShelfTable, Mapping()) is None
    assert code(deserialization.ShelfTable, UNKNOWN) == "PS202"


# --- unpicklers ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("methods", "refusal", "expected"),
    [
        ((), Refusal.NEVER, "PS202"),
        (("find_class",), Refusal.NEVER, "PS202"),
        (("find_class",), Refusal.BY_MODULE, "PS209"),
        (("find_class",), Refusal.BY_DEFAULT, None),
    ],
)
def test_an_unpickler_is_as_safe_as_what_it_finds(
    methods: tuple[str, ...], refusal: Refusal, expected: str | None
) -> None:
    asked = Asked(receiver=made(RESTRICTED), methods=methods, refusal=refusal)
    assert code(deserialization.UnpicklerFile, UNKNOWN, asked) == expected


def test_an_unpickler_handed_over_is_reported() -> None:
    assert code(deserialization.UnpicklerFile, UNKNOWN, Asked(given={"self": one(UNKNOWN)})) == "PS202"


@pytest.mark.parametrize(
    "asked",
    [
        Asked(receiver=made_elsewhere(UNPICKLER)),  # super().__init__(file)
        Asked(given={"self": one(made_elsewhere(RESTRICTED))}),  # pickle.Unpickler.__init__(self, file)
    ],
)
def test_initializing_a_subclass_makes_nothing(asked: Asked) -> None:
    assert code(deserialization.UnpicklerFile, UNKNOWN, asked) is None


@pytest.mark.parametrize(
    ("receiver", "methods", "expected"),
    [
        (made_elsewhere(UNPICKLER), (), "PS202"),
        (made(UNPICKLER), (), None),  # reported where it is made
        (made(RESTRICTED), ("__init__",), "PS202"),  # made through an initializer of the project
        (Instance(Class("pickle.Unpickler", ("pickle.Unpickler",))), (), None),  # super().load()
        (UNKNOWN, (), None),
    ],
)
def test_load_is_reported_if_the_making_is_not(receiver: Value, methods: tuple[str, ...], expected: str | None) -> None:
    asked = Asked(receiver=receiver, methods=methods)
    assert code(deserialization.UnpicklerMade, receiver, asked) == expected


# --- YAML ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("loader", "expected"),
    [
        (SAFE_LOADER, None),
        (FULL_LOADER, "PS204"),
        (LOADER, "PS203"),
        (MIXED_LOADER, "PS203"),
        (a_class("project:Line", *LOADER.order), "PS203"),
        (a_class("project:Line", *SAFE_LOADER.order), None),
        (a_class("project:Loader"), None),
        (MISSING, "PS203"),
        (UNKNOWN, None),
        (Constant(None), None),
    ],
)
def test_the_first_constructor_in_the_class_order_decides(loader: Value, expected: str | None) -> None:
    assert code(deserialization.YamlLoader, loader) == expected


def test_a_loader_may_be_left_out_where_the_library_has_a_safe_one() -> None:
    assert code(deserialization.OptionalYamlLoader, MISSING) is None
    assert code(deserialization.OptionalYamlLoader, LOADER) == "PS203"


def test_a_loader_made_by_hand_is_judged_by_its_class() -> None:
    assert code(deserialization.LoaderStream, UNKNOWN, Asked(receiver=made(FULL_LOADER))) == "PS204"
    assert code(deserialization.LoaderStream, UNKNOWN, Asked(receiver=made(SAFE_LOADER))) is None
    assert code(deserialization.LoaderStream, UNKNOWN, Asked(receiver=made_elsewhere(LOADER))) is None
    assert code(deserialization.LoaderMade, UNKNOWN, Asked(receiver=made_elsewhere(LOADER))) == "PS203"
    assert code(deserialization.LoaderMade, UNKNOWN, Asked(receiver=made(LOADER))) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Constant("unsafe"), "PS203"),
        (Sequence((one(Constant("unsafe")),)), "PS203"),
        (Constant("base"), None),
        (Sequence((one(Constant("safe")), one(Constant("pytz")))), None),
        (MISSING, None),
        (UNKNOWN, None),
    ],
)
def test_only_one_type_of_ruamel_is_unsafe(value: Value, expected: str | None) -> None:
    assert code(deserialization.YamlType, value) == expected


def full_loader_remedies(declaration: str | None) -> set[str]:
    """What the markers that know of `FullLoader` advise, beyond their own words."""
    asked = Asked(receiver=made(FULL_LOADER), declaration=declaration)
    verdicts = (
        deserialization.YamlLoader.judge(FULL_LOADER, asked),
        deserialization.LoaderStream.judge(UNKNOWN, asked),
        deserialization.FullYaml.judge(UNKNOWN, asked),
    )
    assert [verdict and verdict.code for verdict in verdicts] == ["PS204"] * 3
    return {verdict.remedy for verdict in verdicts if verdict}


@pytest.mark.parametrize("declaration", [">=5.4", ">=6,<7", "==6.0.2", "==6.*", "~=5.4.1", "<7,>5.4"])
def test_a_declared_release_without_the_known_holes_is_named(declaration: str) -> None:
    (remedy,) = full_loader_remedies(declaration)
    assert "5.4" in remedy


@pytest.mark.parametrize("declaration", [None, "", ">=5.1", "==5.3.1", "==5.*", "<6", "!=6", "no specifier"])
def test_another_declaration_changes_no_remedy(declaration: str | None) -> None:
    assert full_loader_remedies(declaration) == {""}


def test_a_declared_release_does_not_excuse_an_unsafe_loader() -> None:
    assert code(deserialization.YamlLoader, LOADER, Asked(declaration=">=6")) == "PS203"


@pytest.mark.parametrize(
    ("name", "expected"), [("yaml.unsafe_load_all", "PS203"), ("yaml.full_load", "PS204"), ("yaml.safe_load", None)]
)
def test_a_yaml_function_is_judged_by_its_name(name: str, expected: str | None) -> None:
    assert code(deserialization.YamlFunction, Function(name)) == expected


# --- switches --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marker", "value", "expected"),
    [
        (deserialization.AllowPickle, Constant(True), "PS205"),
        (deserialization.AllowPickle, Constant(1), "PS205"),
        (deserialization.AllowPickle, Constant(False), None),
        (deserialization.AllowPickle, MISSING, None),
        (deserialization.AllowPickle, UNKNOWN, None),
        (deserialization.WeightsOnly, Constant(False), "PS205"),
        (deserialization.WeightsOnly, Constant(0), "PS205"),
        (deserialization.WeightsOnly, Constant(None), None),
        (deserialization.WeightsOnly, Constant(True), None),
        (deserialization.WeightsOnly, MISSING, None),
        (deserialization.RemoteWeightsOnly, MISSING, "PS205"),
        (deserialization.RemoteWeightsOnly, Constant(False), "PS205"),
        (deserialization.RemoteWeightsOnly, Constant(True), None),
        (deserialization.RemoteWeightsOnly, UNKNOWN, None),
        (deserialization.SafeMode, Constant(False), "PS205"),
        (deserialization.SafeMode, MISSING, None),
        (deserialization.DangerousSwitch, Constant(True), "PS205"),
        (deserialization.DangerousSwitch, CHOSEN, None),
        (deserialization.TrustedTypes, Constant(True), "PS205"),
        (deserialization.TrustedTypes, made(a_class("flake8_pysafe.UntrustedTypes")), "PS205"),
        (deserialization.TrustedTypes, Sequence((one(Constant("package.Model")),)), None),
        (deserialization.TrustedTypes, MISSING, None),
        (deserialization.RemoteCode, Constant(True), "PS206"),
        (deserialization.RemoteCode, Constant(False), None),
        (deserialization.RemoteCode, CHOSEN, None),
        (deserialization.RemoteCode, MISSING, None),
    ],
)
def test_a_switch_is_reported_in_its_unsafe_position(marker: Marker, value: Value, expected: str | None) -> None:
    assert code(marker, value) == expected


@pytest.mark.parametrize("marker", [deserialization.AllowPickle, deserialization.WeightsOnly])
def test_a_switch_is_not_reported_over_what_was_dumped_here(marker: Marker) -> None:
    unsafe = Constant(marker is deserialization.AllowPickle)
    assert code(marker, unsafe) == "PS205"
    assert code(marker, unsafe, Asked(dumped=True)) is None


@pytest.mark.parametrize(
    ("module", "weights_only", "expected"),
    [
        (Module("dill"), MISSING, "PS205"),
        (Foreign("some.pickle_module"), MISSING, "PS205"),
        (Module("dill"), Constant(True), None),
        (Module("project.restricted", path="project/restricted.py"), MISSING, None),
        (Constant(None), MISSING, None),
        (UNKNOWN, MISSING, None),
        (MISSING, MISSING, None),
    ],
)
def test_a_pickle_module_switches_the_protection_off(module: Value, weights_only: Value, expected: str | None) -> None:
    asked = Asked(given={"weights_only": one(weights_only)})
    assert code(deserialization.PickleModule, module, asked) == expected


@pytest.mark.parametrize(
    ("path", "switch", "expected"),
    [
        ("https://example.org/last.ckpt", MISSING, "PS205"),
        ("https://example.org/last.ckpt", Constant(True), None),
        ("last.ckpt", MISSING, None),
        ("last.ckpt", Constant(False), "PS205"),
    ],
)
def test_a_checkpoint_from_a_url_needs_the_switch(path: str, switch: Value, expected: str | None) -> None:
    asked = Asked(given={"checkpoint_path": one(Constant(path))})
    assert code(deserialization.CheckpointWeightsOnly, switch, asked) == expected


# --- serializers -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        Constant("pickle"),
        Constant("application/x-python-serialize"),
        Constant("django.contrib.sessions.serializers.PickleSerializer"),
        Constant("dramatiq.encoder.PickleEncoder"),
        Constant("pickle.loads"),
        Constant("rq.serializers.DefaultSerializer"),
        PICKLING,
        made(PICKLING),
        Module("cloudpickle"),
        Function("pickle.loads"),
        UNPICKLER,
    ],
)
def test_a_serializer_that_unpickles_is_reported(value: Value) -> None:
    assert code(deserialization.Serializer, value) == "PS207"


@pytest.mark.parametrize(
    "value",
    [
        Constant("json"),
        Constant("yaml"),
        Constant("pickle_restricted"),
        Constant("safe_pickle"),
        Constant("django.core.signing.JSONSerializer"),
        Constant(None),
        JSON,
        made(JSON),
        SIGNED,
        made(SIGNED),
        Module("json"),
        Function("json.loads"),
        Function("pickle.dumps"),
        Sequence((one(Constant("json")), one(Constant("msgpack")))),
        MISSING,
        UNKNOWN,
        CHOSEN,
    ],
)
def test_another_serializer_is_not_reported(value: Value) -> None:
    assert code(deserialization.Serializer, value) is None


def test_the_element_that_admits_pickle_is_to_blame() -> None:
    accepted = Sequence((one(Constant("json")), one(Constant("pickle"))))
    verdict = deserialization.Serializer.judge(accepted, Asked())
    assert verdict is not None
    assert verdict.element == 1


@pytest.mark.parametrize("method", ["loads", "decode", "deserialize", "_deserialize"])
def test_a_subclass_that_decodes_by_itself_is_judged_by_its_own_code(method: str) -> None:
    own = a_class("project:Plain", *PICKLING.order)
    assert code(deserialization.Serializer, made(own)) == "PS207"
    assert code(deserialization.Serializer, made(own), Asked(methods=(method,))) is None


def test_a_restricted_unpickler_may_be_handed_over() -> None:
    asked = Asked(methods=("find_class",), refusal=Refusal.BY_DEFAULT)
    assert code(deserialization.Serializer, RESTRICTED, asked) is None


def test_a_library_that_pickles_by_default_is_reported_to_the_pedantic() -> None:
    assert code(deserialization.SerializerOrDefault, MISSING) == "PS209"
    assert code(deserialization.SerializerOrDefault, Constant("json")) is None
    assert code(deserialization.SerializerOrDefault, Constant("pickle")) == "PS207"


def test_kombu_takes_media_types_only() -> None:
    admitted = Sequence((one(Constant("application/x-python-serialize")),))
    assert code(deserialization.AcceptedTypes, admitted) == "PS205"
    assert code(deserialization.AcceptedTypes, Sequence((one(Constant("pickle")),))) is None


@pytest.mark.parametrize(
    ("pickler", "expected"),
    [(MISSING, "PS207"), (Module("cloudpickle"), "PS207"), (Module("json"), None), (UNKNOWN, None)],
)
def test_a_pickled_column_is_judged_by_its_pickler(pickler: Value, expected: str | None) -> None:
    asked = Asked(receiver=made(a_class("sqlalchemy.PickleType")))
    assert code(deserialization.PickledColumn, pickler, asked) == expected


def test_a_column_class_handed_over_is_called_without_a_pickler() -> None:
    assert code(deserialization.PickledColumn, UNKNOWN) == "PS207"


def test_a_field_is_reported_where_it_is_made() -> None:
    field_class = a_class("walrus.PickledField")
    assert code(deserialization.UnpickledField, MISSING, Asked(receiver=made(field_class))) == "PS207"
    assert code(deserialization.UnpickledField, MISSING, Asked(receiver=made_elsewhere(field_class))) is None


# --- endpoints -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("made_with", "expected"),
    [
        ({"authkey": one(MISSING)}, "PS208"),
        ({"authkey": one(Constant(None))}, "PS208"),
        ({"authkey": one(UNKNOWN)}, None),
        ({"authkey": one(Constant(b"key"))}, None),
        ({}, None),  # of unknown making
    ],
)
def test_a_connection_without_a_key_takes_objects_of_anybody(
    made_with: dict[str, Values], expected: str | None
) -> None:
    connection = made(a_class("multiprocessing.connection.Connection"))
    asked = Asked(receiver=connection, made_with=made_with)
    assert code(deserialization.PeerConnection, connection, asked) == expected


@pytest.mark.parametrize(
    ("marker", "value", "expected"),
    [
        (deserialization.PeerObject, MISSING, "PS208"),
        (deserialization.VerifiedConfiguration, MISSING, "PS208"),
        (deserialization.VerifiedConfiguration, Constant(None), "PS208"),
        (deserialization.VerifiedConfiguration, UNKNOWN, None),
        (deserialization.VerifiedConfiguration, Function("check"), None),
        (deserialization.DottedNames, Constant(True), "PS208"),
        (deserialization.DottedNames, Constant(False), None),
        (deserialization.DottedNames, MISSING, None),
        (deserialization.Taster, MISSING, "PS208"),
        (deserialization.Taster, made(a_class("twisted.spread.jelly.DummySecurityOptions")), "PS208"),
        (deserialization.Taster, made(a_class("twisted.spread.jelly.SecurityOptions")), None),
    ],
)
def test_an_endpoint_is_reported_unless_it_checks(marker: Marker, value: Value, expected: str | None) -> None:
    assert code(marker, value) == expected


# --- environment variables -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1", "PS205"),
        ("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "0", None),
        ("TORCH_FORCE_WEIGHTS_ONLY_LOAD", "1", None),
        ("AIRFLOW__CORE__ENABLE_XCOM_PICKLING", "True", "PS207"),
        ("YAML_LOADER_FOR_DYNACONF", "load", "PS203"),
        ("YAML_LOADER_FOR_DYNACONF", "unsafe_load", None),
        ("PATH", "1", None),
    ],
)
def test_a_variable_that_switches_pickle_on_is_reported(name: str, value: str, expected: str | None) -> None:
    asked = Asked(given={"key": one(Constant(name))})
    assert code(deserialization.PickleVariable, Constant(value), asked) == expected
    together = Mapping(((name, one(Constant(value))),))
    assert code(deserialization.PickleVariables, together) == expected


def test_the_variable_in_a_mapping_is_to_blame() -> None:
    variables = Mapping((("PATH", one(SOME_TEXT)), ("VLLM_ALLOW_INSECURE_SERIALIZATION", one(Constant("1")))))
    verdict = deserialization.PickleVariables.judge(variables, Asked())
    assert verdict is not None
    assert verdict.key == "VLLM_ALLOW_INSECURE_SERIALIZATION"


# --- all of them -----------------------------------------------------------------------------

OWN = [marker for marker in vars(deserialization).values() if isinstance(marker, Marker)]
# Data are unsafe until proved otherwise, and so is whatever is called at all.
REPORTED_UNKNOWN = {
    "FullYaml",
    "HyperYaml",
    "InsecureSerializers",
    "PeerObject",
    "Pickled",
    "PickledFile",
    "ShelfFile",
    "ShelfTable",
    "UnpickledColumns",
    "UnpickledField",
    "UnpickledFile",
    "UnpicklerFile",
    "UnsafeDeserialization",
    "UnsafeYaml",
}


@pytest.mark.parametrize("marker", OWN, ids=lambda marker: marker.name)
@pytest.mark.parametrize("value", [UNKNOWN, CHOSEN])
def test_what_is_not_known_is_reported_only_as_data(marker: Marker, value: Value) -> None:
    anything = Asked(receiver=made(a_class("project:Anything")))
    assert (code(marker, value, anything) is not None) == (marker.name in REPORTED_UNKNOWN)


@pytest.mark.parametrize("marker", OWN, ids=lambda marker: marker.name)
def test_a_marker_is_in_the_vocabulary_and_says_what_to_do(marker: Marker) -> None:
    assert BY_NAME[marker.name] is marker
    assert marker.remedy


scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.binary(max_size=30))
values = st.recursive(
    st.one_of(st.sampled_from([MISSING, UNKNOWN, CHOSEN]), scalars.map(Constant), st.text(max_size=9).map(Foreign)),
    lambda inner: st.one_of(
        st.lists(st.frozensets(inner, max_size=2), max_size=3).map(lambda parts: Sequence(tuple(parts))),
        st.dictionaries(st.text(max_size=9), st.frozensets(inner, max_size=2), max_size=3).map(
            lambda parts: Mapping(tuple(parts.items()))
        ),
    ),
    max_leaves=6,
)


@given(marker=st.sampled_from(OWN), value=values)
def test_every_marker_answers_every_value_with_a_code_of_the_family(marker: Marker, value: Value) -> None:
    found = code(marker, value)
    assert found is None or found in {f"PS20{digit}" for digit in range(1, 10)}
