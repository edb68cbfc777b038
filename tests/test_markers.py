"""What may break a rule: asked of values before it is known what they are given to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe import environment
from flake8_pysafe.markers import BY_NAME
from flake8_pysafe.values import (
    CHOSEN,
    MISSING,
    UNKNOWN,
    Class,
    Constant,
    Foreign,
    Instance,
    Mapping,
    Sequence,
    Value,
    apart,
)
from test_markers_tls import TABLE, Around

TEXTS = (
    *(
        "curl",
        "-k",
        "curl -k https://a",
        "pip",
        "install",
        "pip install --trusted-host a b",
        "--insecure",
        "wget",
        "ssh",
    ),
    *("--no-check-certificate", "StrictHostKeyChecking=no", "-o", "git", "-c", "http.sslVerify=false", "sh", "sudo"),
    *("redis://a?ssl_cert_reqs=none", "https://a/?verify=false", "mongodb://a/?tlsInsecure=true", "pickle", "json"),
    *(
        "application/x-python-serialize",
        "PYTHONHTTPSVERIFY",
        "GIT_SSL_NO_VERIFY",
        "0",
        "1",
        "false",
        "none",
        "colourama",
    ),
    *("requests", "python", "-m", "", "unsafe", "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "PIP_INDEX_URL", "http://a/simple"),
)
PLAIN: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from([value for _, unsafe, safe in TABLE.values() for value in (*unsafe, *safe)]),
    st.sampled_from([MISSING, UNKNOWN, CHOSEN, Foreign("sys.executable"), Foreign("os.devnull")]),
    st.sampled_from(["pickle.Unpickler", "yaml.Loader", "a:B"]).map(lambda name: Class(name, (name,))),
    st.sampled_from(["a:B", "ssl.SSLContext"]).map(lambda name: Instance(Class(name, (name,)))),
    st.sampled_from([Constant(each) for each in (None, False, True, 0, 1, 2, b"x", *TEXTS, *environment.NAMES)]),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(st.frozensets(inner, min_size=1, max_size=2), max_size=5).map(lambda each: Sequence(tuple(each))),
        st.dictionaries(
            st.sampled_from([*TEXTS, *environment.NAMES]), st.frozensets(inner, min_size=1, max_size=2), max_size=2
        ).map(lambda each: Mapping(tuple(each.items()))),
    ),
    max_leaves=6,
)
NAMES = ("key", "name", "option", "shell", "command", "optname", "value")


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_what_breaks_a_rule_may_break_it(name: str) -> None:
    marker = BY_NAME[name]

    @given(value=VALUES, beside=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=3))
    def holds(value: Value, beside: dict[str, Value]) -> None:
        if marker.judge(value, Around(arguments=beside)) is not None:
            read = [value] if marker.names_itself else [value, *beside.values()]
            assert value is MISSING or marker.may_break(apart(read))

    holds()


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("Verify", {Constant(False)}, True),
        ("Verify", {Constant(True), UNKNOWN}, False),
        ("CommandLine", {Constant("ls"), Constant("-k")}, False),
        ("CommandLine", {Constant("curl"), Constant("-k")}, True),
        ("CommandLine", {Instance(Class("a:B", ("a:B",)))}, False),
        ("PipArguments", {Constant("install"), Constant("colourama")}, True),
        ("Serializer", {Constant("json")}, False),
        ("Serializer", {Class("a:B", ("a:B",))}, True),
        ("EnvironmentMapping", {Mapping((("HOME", frozenset({Constant("0")})),))}, False),
        ("EnvironmentMapping", {Mapping((("PYTHONHTTPSVERIFY", frozenset({UNKNOWN})),))}, True),
        ("Pickled", set(), True),
    ],
)
def test_values_that_break_nothing_are_told_from_those_that_may(name: str, values: set[Value], expected: bool) -> None:
    assert BY_NAME[name].may_break(values) is expected
