"""Markers of the PS1xx rules: certificates and host keys.

What each library does with each value was measured; the stubs say which marker fits.
"""

from __future__ import annotations

import re

from flake8_pysafe import environment
from flake8_pysafe.loading import path_as_it_was
from flake8_pysafe.markers.marker import (
    Marker,
    Verdict,
    always,
    is_falsy,
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
    Function,
    Instance,
    Mapping,
    Partial,
    Sequence,
    Site,
    Value,
)

# --- PS101: verification-disabled ------------------------------------------------------------

_BUNDLE = "keep verification on; for a private CA pass its bundle"


def _cert_none(value: Value) -> bool:
    return is_number_off(value) or is_text(value, "cert_none", "none")


def _is_pinned(site: Site) -> bool:
    """Tell whether the one certificate that is accepted is named by its fingerprint."""
    given = site.argument("assert_fingerprint")
    return MISSING not in given and not all(is_falsy(value) for value in given)


Verify = Marker(
    "Verify", when("PS101", lambda v: is_falsy(v) and not is_none(v)), "pass a CA bundle to `verify`", option=True
)
VerifySetting = Marker("VerifySetting", when("PS101", is_falsy), "set it to a CA bundle", option=True)
VerifyFalse = Marker("VerifyFalse", when("PS101", lambda v: v == Constant(False)), _BUNDLE, option=True)
VerifyFlag = Marker("VerifyFlag", when("PS101", is_number_off), _BUNDLE, option=True)
VerifyText = Marker(
    "VerifyText",
    when("PS101", lambda v: is_number_off(v) or is_text(v, "false", "0", "no", "off")),
    _BUNDLE,
    option=True,
)
VerifyModeText = Marker(
    "VerifyModeText",
    when("PS101", lambda v: is_number_off(v) or is_text(v, "none", "false", "0", "no")),
    _BUNDLE,
    option=True,
)
Insecure = Marker("Insecure", when("PS101", is_truthy), _BUNDLE, option=True)
IgnoredCertificate = Marker("IgnoredCertificate", when("PS101", lambda v: is_text(v, "ignore")), _BUNDLE, option=True)
CertReqs = Marker(
    "CertReqs", when("PS101", _cert_none, unless=_is_pinned), "use `CERT_REQUIRED` with a CA bundle", option=True
)


def _judge_client_reqs(value: Value, site: Site) -> Verdict | None:
    server = any(is_truthy(side) for side in site.argument("server_side"))
    return Verdict("PS101") if _cert_none(value) and not server else None


ClientCertReqs = Marker("ClientCertReqs", _judge_client_reqs, "use `CERT_REQUIRED` with a CA bundle", option=True)
CertReqsOrNone = Marker(
    "CertReqsOrNone",
    when("PS101", lambda v: _cert_none(v) or is_none(v)),
    "use `required` with a CA bundle",
    option=True,
)

TrustText = Marker(
    "TrustText",
    when("PS101", lambda v: v == Constant(True) or v == Constant(1) or is_text(v, "yes", "true", "1")),
    _BUNDLE,
    option=True,
)


def _judge_trusted(value: Value, site: Site) -> Verdict | None:
    owner = value.of if isinstance(value, Instance) else value
    everything = isinstance(owner, Class) and owner.descends_from("neo4j.TrustAll")
    return Verdict("PS101") if everything or is_text(value, "trust_all_certificates") else None


TrustedCertificates = Marker("TrustedCertificates", _judge_trusted, "use `TrustCustomCAs`", option=True)
NoVerification = Marker("NoVerification", always("PS101"), _BUNDLE, at_callee=True, escapes=True, option=True)

# Most files hold no URL: `re` compiles these patterns when it is first asked to search for them.
_URL_FLAGS = re.IGNORECASE | re.ASCII
_FALSE = "(?:0|f|false|n|no|off)"
_TRUE = "(?:1|t|true|y|yes|on)"
_URL_END = r"(?![\w.\0-])"
_UNSAFE_URL = (
    rf"[?&;](?:ssl_cert_reqs=(?:cert_)?none|tls(?:allowinvalidcertificates|insecure)={_TRUE}|no_verify_ssl={_TRUE}"
    rf"|(?:verify|verify_ssl|verify_certs|ssl_verify_cert)={_FALSE}){_URL_END}"
    r"|^(?:bolt|neo4j)\+ssc://"
)
# In the query of a URL, quoted or not, or in an ODBC string.
_TRUSTED_SERVER = rf"trust_?server_?certificate(?:\s?=\s?|%3d){_TRUE}{_URL_END}"
_UNSAFE_HOST_URL = rf"[?&;](?:tlsallowinvalidhostnames={_TRUE}|(?:ssl_)?check_hostname={_FALSE}){_URL_END}"
_URL_LENGTH = 4096
_URL_REMEDY = "take the exception out of the connection string"


def _judge_url(value: Value, site: Site) -> Verdict | None:
    if isinstance(value, Sequence):
        # Several nodes of one cluster.
        for number, element in enumerate(value.elements):
            for each in element:
                verdict = _judge_url(each, site) if isinstance(each, Constant) else None
                if verdict:
                    return verdict._replace(element=number)
        return None
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    text = value.value[:_URL_LENGTH]
    unverified = re.search(_UNSAFE_URL, text, _URL_FLAGS) or re.search(_TRUSTED_SERVER, text, _URL_FLAGS)
    if unverified:
        return Verdict("PS101", offset=_behind_mark(text, unverified.start()))
    unnamed = re.search(_UNSAFE_HOST_URL, text, _URL_FLAGS)
    return Verdict("PS103", offset=_behind_mark(text, unnamed.start())) if unnamed else None


def _behind_mark(text: str, start: int) -> int:
    """Where the parameter's name begins: behind the mark that separates it from what is before it."""
    return start + (text[start] in "?&;")


# A parameter of a query stands behind another one, or begins a piece of the string.
_URL_WORDS = (
    r"ssl_cert_reqs=|tlsallowinvalid|tlsinsecure=|no_verify_ssl=|\+ssc:|trust_?server_?certificate"
    r"|[?&;\"'}](?:verify|verify_ssl|verify_certs|ssl_verify_cert|(?:ssl_)?check_hostname)="
)


# One of these is in whatever the pattern matches, and quickly looked for.
_URL_PIECES = tuple(
    "ssl_cert_reqs= tlsallowinvalid tlsinsecure= +ssc: servercertificate server_certificate verify= verify_ssl="
    " verify_certs= ssl_verify_cert= check_hostname=".split()
)


def _mentions_exception(text: str) -> bool:
    lower = text.lower()
    if not any(piece in lower for piece in _URL_PIECES):
        return False
    return re.search(_URL_WORDS, text, re.IGNORECASE) is not None


ConnectionUrl = Marker("ConnectionUrl", _judge_url, _URL_REMEDY, option=True, hint=_mentions_exception, only_text=True)


def _judge_curl_option(value: Value, site: Site) -> Verdict | None:
    # SSL_VERIFYPEER, SSL_VERIFYHOST, PROXY_SSL_VERIFYPEER, PROXY_SSL_VERIFYHOST of libcurl's curl.h.
    options = {Constant(64), Constant(81), Constant(248), Constant(249)}
    return Verdict("PS101") if is_number_off(value) and site.argument("option") <= options else None


CurlOption = Marker("CurlOption", _judge_curl_option, "leave the option at its default", option=True)


def _judge_ldap_option(value: Value, site: Site) -> Verdict | None:
    # OPT_X_TLS_REQUIRE_CERT is 0x6006; OPT_X_TLS_NEVER is 0 and OPT_X_TLS_ALLOW 3 in ldap.h.
    wanted = site.argument("option") == {Constant(0x6006)}
    return Verdict("PS101") if wanted and value in (Constant(0), Constant(3)) else None


LdapOption = Marker("LdapOption", _judge_ldap_option, "use `OPT_X_TLS_DEMAND`", option=True)


def _judge_capability(value: Value, site: Site) -> Verdict | None:
    accepted = site.argument("name") == {Constant("acceptInsecureCerts")}
    return Verdict("PS101") if accepted and is_truthy(value) else None


Capability = Marker("Capability", _judge_capability, "leave the capability off", option=True)


_BROWSER_FLAGS = {"ignore-certificate-errors", "ignore-ssl-errors", "ignore-ssl-errors=yes", "ignore-ssl-errors=true"}


def _is_browser_flag(value: Value) -> bool:
    return any(text.strip().lstrip("-").lower() in _BROWSER_FLAGS for text in texts(value))


def _judge_browser(value: Value, site: Site) -> Verdict | None:
    if isinstance(value, Sequence):
        for number, element in enumerate(value.elements):
            if any(_is_browser_flag(each) for each in element):
                return Verdict("PS101", element=number)
        return None
    return Verdict("PS101") if _is_browser_flag(value) else None


BrowserArgument = Marker("BrowserArgument", _judge_browser, "install the CA in the browser's profile", option=True)

# --- PS102: unverified-context ---------------------------------------------------------------

_HOSTNAME = "keep the host name check; connect by a name in the certificate"


def _is_server(site: Site) -> bool:
    if site.used_as_server():
        return True
    receiver = site.receiver
    if not isinstance(receiver, Instance):
        return False
    made_with = site.arguments_of(receiver)
    # PROTOCOL_TLS_SERVER is 17; Purpose.CLIENT_AUTH names what the *peer* is.
    return Constant(17) in made_with.get("protocol", ()) or Constant("CLIENT_AUTH") in made_with.get("purpose", ())


def _judge_mode(value: Value, site: Site) -> Verdict | None:
    return Verdict("PS102") if is_number_off(value) and not _is_server(site) else None


ContextMode = Marker("ContextMode", _judge_mode, "keep `CERT_REQUIRED` and load the CA with `cafile`", option=True)


def _judge_hostname(value: Value, site: Site) -> Verdict | None:
    return Verdict("PS103") if is_number_off(value) and not _is_server(site) else None


ContextHostname = Marker("ContextHostname", _judge_hostname, _HOSTNAME, option=True)


def _judge_unverified(value: Value, site: Site) -> Verdict | None:
    if Constant(17) in site.argument("protocol") or Constant("CLIENT_AUTH") in site.argument("purpose"):
        return None
    required = site.argument("cert_reqs")
    if not (required and required <= {Constant(1), Constant(2)}):
        return Verdict("PS102")
    if all(is_falsy(check) or check is MISSING for check in site.argument("check_hostname")):
        return Verdict("PS103", _HOSTNAME)
    return None


Unverified = Marker(
    "Unverified", _judge_unverified, "use `ssl.create_default_context`", at_callee=True, escapes=True, option=True
)


def _judge_bare(value: Value, site: Site) -> Verdict | None:
    # PROTOCOL_SSLv23 = PROTOCOL_TLS = 2, TLSv1 to TLSv1_2 = 3 to 5: none of them checks by itself.
    bare = value in (MISSING, Constant(None), Constant(2), Constant(3), Constant(4), Constant(5))
    return Verdict("PS102") if bare and site.used_as_client() else None


BareProtocol = Marker("BareProtocol", _judge_bare, "use `ssl.create_default_context`", at_callee=True)


def _judge_wrapped(value: Value, site: Site) -> Verdict | None:
    if any(not is_falsy(side) and side is not MISSING for side in site.argument("server_side")):
        return None
    return Verdict("PS102") if value is MISSING or is_number_off(value) else None


WrappedMode = Marker("WrappedMode", _judge_wrapped, "use `ssl.create_default_context().wrap_socket`", at_callee=True)


def _may_serve(site: Site) -> bool:
    """Tell whether a pyOpenSSL context is a server's, or is made in a way that does not show whose it is."""
    made_with = site.arguments_of(site.receiver) if isinstance(site.receiver, Instance) else {}
    # OpenSSL.SSL.TLS_SERVER_METHOD is 8.
    return any(method == Constant(8) or not isinstance(method, Constant) for method in made_with.get("method", ()))


def _judge_peer_mode(value: Value, site: Site) -> Verdict | None:
    return Verdict("PS102") if is_number_off(value) and not _may_serve(site) else None


VerifyMode = Marker("VerifyMode", _judge_peer_mode, "use `VERIFY_PEER`", option=True)


def _always_true(value: Value, site: Site) -> bool:
    if not isinstance(value, Function) or value.node is None:
        return False
    returned = site.returned(value)
    return bool(returned) and all(is_truthy(result) for result in returned)


AcceptingCallback = Marker(
    "AcceptingCallback",
    lambda value, site: Verdict("PS102") if _always_true(value, site) and not _may_serve(site) else None,
    "return the `ok` the callback is given",
    option=True,
)

# --- PS103: hostname-unchecked ---------------------------------------------------------------

HostnameCheck = Marker("HostnameCheck", when("PS103", is_number_off, unless=_is_pinned), _HOSTNAME, option=True)
HostnameInsecure = Marker("HostnameInsecure", when("PS103", is_truthy), _HOSTNAME, option=True)
EndpointCheck = Marker("EndpointCheck", when("PS103", lambda v: is_text(v, "none", "")), _HOSTNAME, option=True)

# --- PS104: unverified-by-default ------------------------------------------------------------

RequiredContext = Marker(
    "RequiredContext",
    when("PS104", lambda v: v is MISSING or is_none(v)),
    "pass `ssl.create_default_context()`",
    at_callee=True,
    option=True,
)

# --- PS105: ssh-host-key-unchecked -----------------------------------------------------------

_KNOWN = "load `known_hosts` and keep unknown keys rejected"


def _judge_policy(value: Value, site: Site) -> Verdict | None:
    owner = value.of if isinstance(value, Instance) else value
    if not isinstance(owner, Class):
        return None
    method = site.method(owner, "missing_host_key")
    if method is not None:
        return None if site.raises(method) else Verdict("PS105")
    # The base class accepts every key as well: its method does nothing.
    accepts = owner.descends_from("paramiko.MissingHostKeyPolicy") and not owner.descends_from("paramiko.RejectPolicy")
    return Verdict("PS105") if accepts else None


HostKeyPolicy = Marker("HostKeyPolicy", _judge_policy, _KNOWN, option=True)
KnownHosts = Marker("KnownHosts", when("PS105", is_none), _KNOWN, option=True)
HostKeyCheck = Marker("HostKeyCheck", when("PS105", is_number_off), _KNOWN, option=True)
StrictHostKey = Marker("StrictHostKey", when("PS105", lambda v: is_text(v, "no", "off", "false")), _KNOWN, option=True)
AcceptingHostKey = Marker(
    "AcceptingHostKey",
    lambda value, site: Verdict("PS105") if _always_true(value, site) else None,
    _KNOWN,
    option=True,
)

# --- PS106: verification-disabled-globally ---------------------------------------------------


def _text_of(value: Value) -> str | None:
    if isinstance(value, Constant) and isinstance(value.value, str) and HOLE not in value.value:
        return value.value
    return None


def _whole_text(value: Value) -> str | None:
    """The text a value is, with a `HOLE` for each piece that is not known."""
    return value.value if isinstance(value, Constant) and isinstance(value.value, str) else None


def _judge_variable(value: Value, site: Site) -> Verdict | None:
    if value is MISSING:
        return None
    # `os.putenv` calls it `name`.
    for name in site.argument("key") | site.argument("name"):
        text = _text_of(name)
        remedy = environment.unverified(text, _whole_text(value)) if text is not None else None
        if remedy:
            return Verdict("PS106", remedy)
        if text is not None and (verdict := _judge_index(text, _whole_text(value))):
            return verdict
    return None


def _judge_index(name: str, value: str | None) -> Verdict | None:
    if name not in environment.INDEXES or value is None:
        return None
    with path_as_it_was():
        from flake8_pysafe.markers import command_lines  # noqa: PLC0415

    verdict = command_lines.of_index(value)
    return verdict._replace(offset=None) if verdict else None


EnvironmentValue = Marker(
    "EnvironmentValue",
    _judge_variable,
    "take the variable out",
    option=True,
    hint=environment.may_stand_in,
    only_text=True,
    names_itself=False,
)


def _judge_variables(value: Value, site: Site) -> Verdict | None:
    if not isinstance(value, Mapping):
        return None
    for name, values in value.entries:
        for each in values:
            if isinstance(name, str) and each is not MISSING:
                remedy = environment.unverified(name, _whole_text(each))
                if remedy:
                    return Verdict("PS106", remedy, key=name)
                if verdict := _judge_index(name, _whole_text(each)):
                    return verdict._replace(key=name)
    return None


EnvironmentMapping = Marker(
    "EnvironmentMapping",
    _judge_variables,
    "take the variable out",
    option=True,
    hint=environment.may_stand_in,
    only_text=True,
    names_itself=False,
)


def _judge_factory(value: Value, site: Site) -> Verdict | None:
    match value:
        case Partial(function=function):
            return _judge_factory(function, site)
        case Class(name="ssl.SSLContext"):
            return Verdict("PS106")
        case Function(name="ssl._create_unverified_context" | "ssl._create_stdlib_context"):
            return Verdict("PS106")
        case Function(node=node) if node is not None:
            made = site.returned(value)
            unverified = any(
                isinstance(result, Instance) and result.of.descends_from("ssl.UnverifiedContext") for result in made
            )
            return Verdict("PS106") if unverified else None
        case _:
            return None


DefaultContextFactory = Marker(
    "DefaultContextFactory", _judge_factory, "leave the default context in place", option=True
)


def _judge_adapter(value: Value, site: Site) -> Verdict | None:
    unverified = isinstance(value, Class) and value.descends_from("exchangelib.NoVerifyHTTPAdapter")
    return Verdict("PS106") if unverified else None


GlobalAdapter = Marker("GlobalAdapter", _judge_adapter, "use an adapter that checks with the CA's bundle", option=True)
GlobalVerify = Marker("GlobalVerify", when("PS106", is_number_off), _BUNDLE, option=True)

# --- PS107: command-unverified ---------------------------------------------------------------


def _words(value: Sequence) -> list[str]:
    """Return one text per argument, a HOLE where it is not known."""
    words = []
    for element in value.elements:
        found = [inner.value for inner in element if isinstance(inner, Constant) and isinstance(inner.value, str)]
        words.append(found[0] if len(found) == 1 and len(element) == 1 else HOLE)
    return words


def _judge_words(value: Value, site: Site) -> Verdict | None:
    if not isinstance(value, Sequence):
        return None
    return _judge_arguments(_words(value))


def _judge_arguments(words: list[str]) -> Verdict | None:
    with path_as_it_was():
        from flake8_pysafe.markers import command_lines  # noqa: PLC0415

    return command_lines.in_arguments(words)


def _judge_shell(value: Value, site: Site) -> Verdict | None:
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    with path_as_it_was():
        from flake8_pysafe.markers import command_lines  # noqa: PLC0415

    return command_lines.in_shell(value.value)


def _judge_either(value: Value, site: Site) -> Verdict | None:
    return _judge_words(value, site) or _judge_shell(value, site)


def _judge_command(value: Value, site: Site) -> Verdict | None:
    shell = site.argument("shell")
    if all(is_falsy(choice) or choice is MISSING for choice in shell):
        # A string is the name of one program here.
        return _judge_words(value, site)
    return _judge_either(value, site)


def _judge_spawned(value: Value, site: Site) -> Verdict | None:
    if not isinstance(value, Sequence):
        return None
    for program in site.argument("command"):
        text = _text_of(program)
        verdict = _judge_arguments([text, *_words(value)]) if text is not None else None
        if verdict and verdict.element:
            return verdict._replace(element=verdict.element - 1)
    return None


def _may_stand_in(text: str) -> bool:
    with path_as_it_was():
        from flake8_pysafe.markers import command_lines  # noqa: PLC0415

    return command_lines.may_stand_in(text)


_COMMAND = "take the flag out and give the program the CA or host key"
CommandLine = Marker("CommandLine", _judge_command, _COMMAND, option=True, hint=_may_stand_in, only_text=True)
# A string goes to a shell, a list does not.
ProcessCommand = Marker("ProcessCommand", _judge_either, _COMMAND, option=True, hint=_may_stand_in, only_text=True)
ShellCommand = Marker("ShellCommand", _judge_shell, _COMMAND, option=True, hint=_may_stand_in, only_text=True)
# For `*arguments`: the engine hands over all of them as one sequence.
CommandWords = Marker(
    "CommandWords", _judge_words, _COMMAND, option=True, hint=_may_stand_in, only_text=True, names_itself=False
)
# A string that is split as a shell would, and the list of the words after the program.
SpawnedCommand = Marker(
    "SpawnedCommand", _judge_shell, _COMMAND, option=True, hint=_may_stand_in, only_text=True, names_itself=False
)
SpawnedArguments = Marker(
    "SpawnedArguments", _judge_spawned, _COMMAND, option=True, hint=_may_stand_in, only_text=True, names_itself=False
)


def _judge_pip(value: Value, site: Site) -> Verdict | None:
    if not isinstance(value, Sequence):
        return None
    verdict = _judge_arguments(["pip", *_words(value)])
    return verdict._replace(element=verdict.element - 1) if verdict and verdict.element else None


# What `pip` is given as a function: the words behind the program's name.
PipArguments = Marker(
    "PipArguments", _judge_pip, _COMMAND, option=True, hint=_may_stand_in, only_text=True, program="pip"
)
