"""Which values the markers of the PS1xx rules call unsafe, and under which code."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.markers import BY_NAME, tls
from flake8_pysafe.markers.marker import Marker, Verdict
from flake8_pysafe.values import (
    CHOSEN,
    HOLE,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Function,
    Instance,
    Mapping,
    Partial,
    Refusal,
    Scalar,
    Sequence,
    Value,
)

OFF, NONE, ZERO, EMPTY = Constant(False), Constant(None), Constant(0), Constant("")
BUNDLE = Constant("/etc/ssl/corp.pem")


@dataclass(frozen=True)
class Around:
    """A site of which only the asked-for parts are there."""

    receiver: Value | None = None
    arguments: MappingType[str, Value] = field(default_factory=dict)
    made_with: MappingType[str, Value] = field(default_factory=dict)
    own_method: Function | None = None
    refusing: bool = False
    results: frozenset[Value] = frozenset()
    client: bool = False

    def argument(self, parameter: str) -> frozenset[Value]:
        return frozenset({self.arguments.get(parameter, MISSING)})

    def arguments_of(self, instance: Instance) -> MappingType[str, frozenset[Value]]:
        return {name: frozenset({value}) for name, value in self.made_with.items()}

    def method(self, owner: Class, name: str) -> Function | None:
        return self.own_method

    def raises(self, function: Function) -> bool:
        return self.refusing

    def returned(self, function: Function) -> frozenset[Value]:
        return self.results

    def refuses(self, function: Function) -> Refusal:
        return Refusal.NEVER

    def made_here(self) -> bool:
        return False

    def used_as_client(self) -> bool:
        return self.client

    def used_as_server(self) -> bool:
        return False

    def declared(self, distribution: str) -> str | None:
        return None


NOTHING_AROUND = Around()


def verdict(marker: str, value: Value, site: Around = NOTHING_AROUND) -> Verdict | None:
    return BY_NAME[marker].judge(value, site)


def code(marker: str, value: Value, site: Around = NOTHING_AROUND) -> str | None:
    found = verdict(marker, value, site)
    return found.code if found else None


def list_of(*words: str) -> Sequence:
    return Sequence(tuple(frozenset({Constant(word)}) for word in words))


def dictionary(**entries: Scalar) -> Mapping:
    return Mapping(tuple((name, frozenset({Constant(value)})) for name, value in entries.items()))


# --- values alone ----------------------------------------------------------------------------

# For each marker: a code, the values that get it, and values that get none.
TABLE: dict[str, tuple[str, tuple[Value, ...], tuple[Value, ...]]] = {
    "Verify": ("PS101", (OFF, ZERO, EMPTY, Sequence(), Mapping()), (NONE, BUNDLE, Constant("False"), MISSING)),
    "VerifySetting": ("PS101", (OFF, ZERO, EMPTY, NONE), (BUNDLE, Constant(True), MISSING)),
    "VerifyFalse": ("PS101", (OFF,), (NONE, ZERO, EMPTY, Constant(True), MISSING)),
    "VerifyFlag": ("PS101", (OFF, ZERO), (NONE, EMPTY, Constant(1), MISSING)),
    "VerifyText": ("PS101", (OFF, Constant("false"), Constant("No")), (Constant("true"), BUNDLE, NONE, MISSING)),
    "VerifyModeText": ("PS101", (OFF, Constant("none")), (Constant("required"), Constant(2), NONE, MISSING)),
    "Insecure": ("PS101", (Constant(True), Constant(1)), (OFF, NONE, ZERO, MISSING)),
    "IgnoredCertificate": ("PS101", (Constant("ignore"),), (Constant("validate"), MISSING)),
    "TrustText": ("PS101", (Constant("yes"), Constant(True)), (Constant("no"), OFF, MISSING)),
    "CertReqs": (
        "PS101",
        (ZERO, OFF, Constant("CERT_NONE"), Constant("NONE")),
        (NONE, Constant(1), Constant(2), Constant("CERT_REQUIRED"), MISSING),
    ),
    "CertReqsOrNone": ("PS101", (NONE, ZERO, Constant("none")), (Constant("optional"), Constant(2), MISSING)),
    "TrustedCertificates": (
        "PS101",
        (
            Class("neo4j.TrustAll", ("neo4j.TrustAll",)),
            Instance(Class("neo4j.TrustAll", ("neo4j.TrustAll",))),
            Constant("TRUST_ALL_CERTIFICATES"),
        ),
        (Instance(Class("neo4j.TrustSystemCAs", ("neo4j.TrustSystemCAs",))), MISSING),
    ),
    "NoVerification": ("PS101", (MISSING,), ()),
    "BrowserArgument": (
        "PS101",
        (Constant("--ignore-certificate-errors"), list_of("--headless", "ignore-certificate-errors")),
        (Constant("--headless=new"), list_of("--ignore-certificate-errors-spki-list=x"), MISSING),
    ),
    "ConnectionUrl": (
        "PS101",
        (
            Constant("rediss://cache/0?ssl_cert_reqs=none"),
            Constant("rediss://cache/0?a=1&ssl_cert_reqs=CERT_NONE"),
            Constant("mongodb://db/?tls=true&tlsAllowInvalidCertificates=true"),
            Constant("mongodb://db/?tlsInsecure=true&tls=true"),
            Constant("amqps://broker/?no_verify_ssl=1"),
            Constant("clickhouse://db?secure=true&verify=False"),
            Constant("neo4j+ssc://graph"),
            Constant("bolt+ssc://graph"),
            Constant("Driver={ODBC};Server=db;TrustServerCertificate=yes"),
            Constant("mssql+pyodbc://db/x?driver=ODBC+Driver+18&TrustServerCertificate=yes"),
            Constant("mssql+pyodbc:///?odbc_connect=Server%3Ddb%3BTrustServerCertificate%3Dyes"),
            list_of("mongodb://a", "mongodb://b/?tlsInsecure=true"),
        ),
        (
            Constant("rediss://cache/0?ssl_cert_reqs=required"),
            Constant("mongodb://db/?tlsAllowInvalidCertificates=false"),
            Constant("clickhouse://db?verify=falsehood"),
            Constant("neo4j+s://graph"),
            Constant("Server=db;TrustServerCertificate=no"),
            Constant(f"rediss://cache/0?ssl_cert_reqs={HOLE}"),
            Constant(b"rediss://cache/0?ssl_cert_reqs=none"),
            MISSING,
        ),
    ),
    "HostnameCheck": ("PS103", (OFF, ZERO), (NONE, Constant("name"), Constant(True), MISSING)),
    "HostnameInsecure": ("PS103", (Constant(True),), (OFF, NONE, MISSING)),
    "EndpointCheck": ("PS103", (Constant("none"), EMPTY), (Constant("https"), NONE, MISSING)),
    "ContextMode": ("PS102", (ZERO, OFF), (Constant(1), Constant(2), NONE)),
    "ContextHostname": ("PS103", (OFF, ZERO), (Constant(True), NONE)),
    "Unverified": ("PS102", (MISSING,), ()),
    "WrappedMode": ("PS102", (MISSING, ZERO), (Constant(1), Constant(2))),
    "VerifyMode": ("PS102", (ZERO,), (Constant(1), Constant(3))),
    "RequiredContext": ("PS104", (MISSING, NONE), (Instance(Class("ssl.SSLContext", ("ssl.SSLContext",))),)),
    "KnownHosts": ("PS105", (NONE,), (Sequence(), Constant(b""), BUNDLE, MISSING)),
    "HostKeyCheck": ("PS105", (OFF,), (Constant(True), NONE, MISSING)),
    "StrictHostKey": ("PS105", (Constant("no"), Constant("off")), (Constant("yes"), Constant("accept-new"), MISSING)),
    "GlobalVerify": ("PS106", (OFF,), (Constant(True), NONE)),
    "GlobalAdapter": (
        "PS106",
        (Class("a.Mine", ("a.Mine", "exchangelib.NoVerifyHTTPAdapter", "requests.HTTPAdapter")),),
        (Class("requests.HTTPAdapter", ("requests.HTTPAdapter",)), NONE),
    ),
    "ShellCommand": (
        "PS107",
        (Constant("curl -k https://x.example | sh"), Constant(f"cd /srv && curl --insecure {HOLE}")),
        (Constant("sort -k 2 names"), Constant("echo curl -k"), list_of("curl", "-k"), MISSING),
    ),
    "CommandWords": ("PS107", (list_of("curl", "-k", "u"),), (list_of("sort", "-k", "2"), Constant("curl -k"))),
    "ProcessCommand": ("PS107", (Constant("curl -k u"), list_of("curl", "-k", "u")), (list_of("sort", "-k"),)),
    "SpawnedCommand": ("PS107", (Constant("curl -k u"),), (Constant("ssh host"), MISSING)),
    "CommandLine": ("PS107", (list_of("wget", "--no-check-certificate", "u"),), (Constant("curl -k u"), MISSING)),
}


@pytest.mark.parametrize(
    ("marker", "expected", "value"),
    [(marker, expected, value) for marker, (expected, unsafe, _) in TABLE.items() for value in unsafe],
)
def test_an_unsafe_value_gets_its_code(marker: str, expected: str, value: Value) -> None:
    assert code(marker, value) == expected


@pytest.mark.parametrize(("marker", "value"), [(marker, value) for marker in TABLE for value in TABLE[marker][2]])
def test_a_safe_value_gets_none(marker: str, value: Value) -> None:
    assert code(marker, value) is None


# These judge that something is called or left out, whatever is given.
WHATEVER_IS_GIVEN = {"NoVerification", "Unverified"}


@pytest.mark.parametrize("value", [UNKNOWN, CHOSEN], ids=str)
@pytest.mark.parametrize("marker", sorted(TABLE.keys() - WHATEVER_IS_GIVEN))
def test_what_is_not_known_is_not_unsafe(marker: str, value: Value) -> None:
    assert code(marker, value) is None


scalars = st.one_of(
    st.booleans(), st.integers(), st.floats(), st.text(max_size=40), st.binary(max_size=40), st.none()
).map(Constant)
values = st.recursive(
    st.one_of(scalars, st.sampled_from([MISSING, UNKNOWN, CHOSEN])),
    lambda inner: st.lists(st.frozensets(inner, max_size=2), max_size=4).map(lambda found: Sequence(tuple(found))),
    max_leaves=6,
)


@given(marker=st.sampled_from(sorted(TABLE)), value=values)
def test_a_marker_answers_any_value(marker: str, value: Value) -> None:
    assert code(marker, value) in {None, "PS101", "PS102", "PS103", "PS104", "PS105", "PS106", "PS107"}


# --- with what stands around -----------------------------------------------------------------

CONTEXT = Class("ssl.SSLContext", ("ssl.SSLContext",))
UNVERIFIED = Instance(Class("ssl.UnverifiedContext", ("ssl.UnverifiedContext", "ssl.SSLContext")))


@pytest.mark.parametrize("marker", ["ContextMode", "ContextHostname"])
@pytest.mark.parametrize("made_with", [{"protocol": Constant(17)}, {"purpose": Constant("CLIENT_AUTH")}])
def test_a_server_need_not_ask_for_certificates(marker: str, made_with: dict[str, Value]) -> None:
    assert code(marker, ZERO, Around(receiver=Instance(CONTEXT), made_with=made_with)) is None


@pytest.mark.parametrize("marker", ["ContextMode", "ContextHostname"])
@pytest.mark.parametrize("made_with", [{"protocol": Constant(16)}, {"purpose": Constant("SERVER_AUTH")}, {}])
def test_a_client_has_to(marker: str, made_with: dict[str, Value]) -> None:
    assert code(marker, ZERO, Around(receiver=Instance(CONTEXT), made_with=made_with)) is not None


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "PS102"),
        ({"cert_reqs": Constant(0)}, "PS102"),
        ({"cert_reqs": UNKNOWN}, "PS102"),
        ({"cert_reqs": Constant(2)}, "PS103"),
        ({"cert_reqs": Constant(2), "check_hostname": Constant(True)}, None),
        ({"purpose": Constant("CLIENT_AUTH")}, None),
        ({"protocol": Constant(17)}, None),
    ],
)
def test_an_unverified_context_may_be_told_to_verify(arguments: dict[str, Value], expected: str | None) -> None:
    assert code("Unverified", MISSING, Around(arguments=arguments)) == expected


@pytest.mark.parametrize("protocol", [MISSING, NONE, Constant(2), Constant(5)])
def test_a_bare_context_is_unsafe_only_for_a_client(protocol: Value) -> None:
    assert code("BareProtocol", protocol, Around(client=True)) == "PS102"
    assert code("BareProtocol", protocol, Around(client=False)) is None


@pytest.mark.parametrize("protocol", [Constant(16), Constant(17), UNKNOWN])
def test_other_protocols_check_by_themselves(protocol: Value) -> None:
    assert code("BareProtocol", protocol, Around(client=True)) is None


def test_a_wrapped_socket_of_a_server_is_fine() -> None:
    assert code("WrappedMode", MISSING, Around(arguments={"server_side": Constant(True)})) is None


def test_a_pyopenssl_server_is_fine() -> None:
    server = Around(receiver=Instance(Class("OpenSSL.SSL.Context", ())), made_with={"method": Constant(8)})
    assert code("VerifyMode", ZERO, server) is None


def test_certificates_are_not_required_of_the_clients_of_a_stream() -> None:
    assert code("ClientCertReqs", ZERO, Around(arguments={"server_side": Constant(True)})) is None
    assert code("ClientCertReqs", ZERO, Around(arguments={"server_side": OFF})) == "PS101"


@pytest.mark.parametrize("option", [64, 81, 248, 249])
def test_a_curl_option_counts_if_it_is_one_of_the_check(option: int) -> None:
    assert code("CurlOption", ZERO, Around(arguments={"option": Constant(option)})) == "PS101"
    assert code("CurlOption", Constant(1), Around(arguments={"option": Constant(option)})) is None
    assert code("CurlOption", ZERO, Around(arguments={"option": Constant(52)})) is None


@pytest.mark.parametrize(("value", "expected"), [(0, "PS101"), (3, "PS101"), (1, None), (2, None), (4, None)])
def test_an_ldap_option_is_never_or_allow(value: int, expected: str | None) -> None:
    assert code("LdapOption", Constant(value), Around(arguments={"option": Constant(0x6006)})) == expected
    assert code("LdapOption", Constant(value), Around(arguments={"option": Constant(8)})) is None


def test_a_capability_is_read_by_its_name() -> None:
    assert code("Capability", Constant(True), Around(arguments={"name": Constant("acceptInsecureCerts")})) == "PS101"
    assert code("Capability", OFF, Around(arguments={"name": Constant("acceptInsecureCerts")})) is None
    assert code("Capability", Constant(True), Around(arguments={"name": Constant("webSocketUrl")})) is None


def test_a_connection_string_can_give_up_the_name_only() -> None:
    assert code("ConnectionUrl", Constant("mongodb://db/?tlsAllowInvalidHostnames=true")) == "PS103"


def test_a_connection_string_is_blamed_where_the_exception_stands() -> None:
    found = verdict("ConnectionUrl", Constant("rediss://cache/0?ssl_cert_reqs=none"))
    assert found is not None
    assert found.offset == len("rediss://cache/0?")


# --- functions and classes of the project ----------------------------------------------------


def policy(*order: str) -> Class:
    return Class(order[0], order)


@pytest.mark.parametrize("name", ["paramiko.AutoAddPolicy", "paramiko.WarningPolicy"])
def test_an_accepting_policy_counts_as_class_and_as_object(name: str) -> None:
    assert code("HostKeyPolicy", policy(name, "paramiko.MissingHostKeyPolicy")) == "PS105"
    assert code("HostKeyPolicy", Instance(policy("a.Mine", name, "paramiko.MissingHostKeyPolicy"))) == "PS105"


def test_a_rejecting_policy_does_not() -> None:
    assert code("HostKeyPolicy", policy("paramiko.RejectPolicy", "paramiko.MissingHostKeyPolicy")) is None


def test_an_own_policy_is_safe_if_it_can_raise() -> None:
    own, method = policy("a.Mine", "paramiko.MissingHostKeyPolicy"), Function("a.Mine.missing_host_key", node=object())
    assert code("HostKeyPolicy", own, Around(own_method=method)) == "PS105"
    assert code("HostKeyPolicy", own, Around(own_method=method, refusing=True)) is None


@pytest.mark.parametrize(("marker", "expected"), [("AcceptingCallback", "PS102"), ("AcceptingHostKey", "PS105")])
def test_a_callback_is_unsafe_if_it_always_says_yes(marker: str, expected: str) -> None:
    callback = Function("a.accept", node=object())
    assert code(marker, callback, Around(results=frozenset({Constant(True)}))) == expected
    assert code(marker, callback, Around(results=frozenset({Constant(True), UNKNOWN}))) is None
    assert code(marker, callback, Around(results=frozenset())) is None
    assert code(marker, MISSING) is None


def test_a_default_context_may_not_be_replaced_by_an_unverified_one() -> None:
    factory = Function("ssl._create_unverified_context")
    assert code("DefaultContextFactory", factory) == "PS106"
    assert code("DefaultContextFactory", Partial(factory, call=None)) == "PS106"
    assert code("DefaultContextFactory", CONTEXT) == "PS106"
    assert code("DefaultContextFactory", Function("ssl.create_default_context")) is None
    assert code("DefaultContextFactory", UNKNOWN) is None


def test_a_factory_of_the_project_is_judged_by_what_it_makes() -> None:
    factory = Function("a.make", node=object())
    assert code("DefaultContextFactory", factory, Around(results=frozenset({UNVERIFIED}))) == "PS106"
    assert code("DefaultContextFactory", factory, Around(results=frozenset({Instance(CONTEXT)}))) is None


# --- environment and commands ----------------------------------------------------------------


@pytest.mark.parametrize("parameter", ["key", "name"])
def test_a_variable_is_read_by_its_name(parameter: str) -> None:
    insecure = Around(arguments={parameter: Constant("NODE_TLS_REJECT_UNAUTHORIZED")})
    assert code("EnvironmentValue", ZERO, insecure) is None
    assert code("EnvironmentValue", Constant("0"), insecure) == "PS106"
    assert code("EnvironmentValue", Constant("1"), insecure) is None
    assert code("EnvironmentValue", Constant("0"), Around(arguments={parameter: Constant("LANG")})) is None
    assert code("EnvironmentValue", Constant("0"), Around(arguments={parameter: UNKNOWN})) is None


def test_an_environment_is_blamed_at_its_entry() -> None:
    found = verdict("EnvironmentMapping", dictionary(LANG="C", GIT_SSL_NO_VERIFY="1"))
    assert found is not None
    assert (found.code, found.key) == ("PS106", "GIT_SSL_NO_VERIFY")
    assert code("EnvironmentMapping", dictionary(LANG="C")) is None
    assert code("EnvironmentMapping", MISSING) is None


def test_a_string_is_a_command_line_only_for_a_shell() -> None:
    assert code("CommandLine", Constant("curl -k u"), Around(arguments={"shell": Constant(True)})) == "PS107"
    assert code("CommandLine", Constant("curl -k u"), Around(arguments={"shell": UNKNOWN})) == "PS107"
    assert code("CommandLine", Constant("curl -k u"), Around(arguments={"shell": OFF})) is None


def test_a_command_is_blamed_at_the_flag() -> None:
    found = verdict("CommandLine", list_of("curl", "-s", "--insecure", "u"))
    assert found is not None
    assert (found.element, found.offset) == (2, 0)
    found = verdict("ShellCommand", Constant("curl -s --insecure u"))
    assert found is not None
    assert (found.element, found.offset) == (None, len("curl -s "))


def test_a_word_that_is_not_known_is_no_flag() -> None:
    words = Sequence((frozenset({Constant("curl")}), frozenset({UNKNOWN}), frozenset({Constant("-k"), Constant("-s")})))
    assert code("CommandLine", words) is None


def test_spawned_arguments_are_read_with_their_program() -> None:
    ssh = Around(arguments={"command": Constant("ssh")})
    found = verdict("SpawnedArguments", list_of("-o", "StrictHostKeyChecking=no", "host"), ssh)
    assert found is not None
    assert found.code == "PS107"
    assert found.element == 1
    assert code("SpawnedArguments", list_of("host"), ssh) is None


# --- all of them -----------------------------------------------------------------------------


def test_every_marker_of_the_family_is_tested_here() -> None:
    with_surroundings = {
        "AcceptingCallback",
        "AcceptingHostKey",
        "BareProtocol",
        "Capability",
        "ClientCertReqs",
        "CurlOption",
        "DefaultContextFactory",
        "EnvironmentMapping",
        "EnvironmentValue",
        "HostKeyPolicy",
        "LdapOption",
        "SpawnedArguments",
        "PipArguments",
    }
    family = {name for name, marker in vars(tls).items() if isinstance(marker, Marker)}
    assert family == TABLE.keys() | with_surroundings
