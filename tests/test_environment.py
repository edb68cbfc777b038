"""The environment mechanism: which variables switch verification off, and set to what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flake8_pysafe.environment import NAMES, unverified
from flake8_pysafe.values import HOLE

UNSAFE = [
    ("PYTHONHTTPSVERIFY", "0"),
    ("NODE_TLS_REJECT_UNAUTHORIZED", "0"),
    ("CURL_CA_BUNDLE", ""),
    ("GIT_SSL_NO_VERIFY", "true"),
    ("GIT_SSL_NO_VERIFY", "false"),
    ("GIT_SSL_NO_VERIFY", "0"),
    ("GIT_SSL_NO_VERIFY", ""),
    ("GIT_SSL_NO_VERIFY", HOLE),
    ("GIT_SSL_NO_VERIFY", None),
    ("GIT_SSH_COMMAND", "ssh -o StrictHostKeyChecking=no"),
    ("GIT_SSH_COMMAND", f"ssh -i {HOLE} -o 'StrictHostKeyChecking no' -F /dev/null"),
    ("GIT_CONFIG_PARAMETERS", "'http.sslverify=false'"),
    ("GIT_CONFIG_PARAMETERS", "'http.sslVerify'='false'"),
    ("RSYNC_RSH", "ssh -oStrictHostKeyChecking=off"),
    ("ANSIBLE_HOST_KEY_CHECKING", "False"),
    ("ANSIBLE_HOST_KEY_CHECKING", "0"),
    ("ANSIBLE_HOST_KEY_CHECKING", "no"),
    ("ANSIBLE_SSH_ARGS", "-o ControlMaster=auto -o StrictHostKeyChecking=no"),
    ("ANSIBLE_GALAXY_IGNORE", "yes"),
    ("PIP_TRUSTED_HOST", "pypi.corp.example"),
    ("PIP_TRUSTED_HOST", HOLE),
    ("PIP_TRUSTED_HOST", None),
    ("UV_INSECURE_HOST", "pypi.corp.example"),
    ("VAULT_SKIP_VERIFY", "true"),
    ("VAULT_SKIP_VERIFY", "1"),
    ("LDAPTLS_REQCERT", "never"),
    ("LDAPTLS_REQCERT", "allow"),
    ("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", "0"),
    ("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", None),
    ("NPM_CONFIG_STRICT_SSL", "false"),
    ("npm_config_strict_ssl", "false"),
    ("YARN_ENABLE_STRICT_SSL", "0"),
    ("CONSUL_HTTP_SSL_VERIFY", "false"),
    ("CONDA_SSL_VERIFY", "no"),
    ("MAVEN_OPTS", "-Xmx1g -Dmaven.wagon.http.ssl.insecure=true"),
    ("PERL_LWP_SSL_VERIFY_HOSTNAME", "0"),
    ("BUNDLE_SSL_VERIFY_MODE", "0"),
]
SAFE = [
    ("PYTHONHTTPSVERIFY", "1"),
    ("PYTHONHTTPSVERIFY", None),
    ("PYTHONHTTPSVERIFY", HOLE),
    ("NODE_TLS_REJECT_UNAUTHORIZED", "1"),
    ("CURL_CA_BUNDLE", "/etc/ssl/corp.pem"),
    ("CURL_CA_BUNDLE", None),
    ("REQUESTS_CA_BUNDLE", ""),
    ("SSL_CERT_FILE", "/etc/ssl/corp.pem"),
    ("GIT_SSH_COMMAND", "ssh -o StrictHostKeyChecking=yes"),
    ("GIT_SSH_COMMAND", "ssh -o StrictHostKeyChecking=accept-new"),
    ("GIT_SSH_COMMAND", f"ssh -o StrictHostKeyChecking={HOLE}"),
    ("GIT_SSH_COMMAND", f"ssh -o StrictHostKeyChecking=no{HOLE}"),
    ("GIT_SSH_COMMAND", None),
    ("GIT_CONFIG_PARAMETERS", "'http.sslverify=true'"),
    ("GIT_SSL_CAINFO", "0"),
    ("ANSIBLE_HOST_KEY_CHECKING", "True"),
    ("PIP_TRUSTED_HOST", ""),
    ("VAULT_SKIP_VERIFY", "false"),
    ("VAULT_SKIP_VERIFY", "0"),
    ("VAULT_SKIP_VERIFY", None),
    ("LDAPTLS_REQCERT", "demand"),
    ("AZURE_CLI_DISABLE_CONNECTION_VERIFICATION", ""),
    ("NPM_CONFIG_STRICT_SSL", "true"),
    ("CONDA_SSL_VERIFY", "/etc/ssl/corp.pem"),
    ("MAVEN_OPTS", "-Dmaven.wagon.http.ssl.insecure=false"),
    ("git_ssl_no_verify", "1"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "value"), UNSAFE)
def test_a_value_that_switches_verification_off_has_a_remedy(name: str, value: str | None) -> None:
    assert unverified(name, value)


@pytest.mark.parametrize(("name", "value"), SAFE)
def test_other_values_and_variables_are_silent(name: str, value: str | None) -> None:
    assert unverified(name, value) is None


@given(st.text(), st.none() | st.text())
def test_a_name_that_is_not_listed_is_silent(name: str, value: str | None) -> None:
    assert name in NAMES or unverified(name, value) is None


@given(st.sampled_from(sorted(NAMES)), st.text())
def test_what_is_unsafe_when_unknown_is_unsafe_with_every_text(name: str, value: str) -> None:
    assert unverified(name, None) is None or unverified(name, value or "x")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_remedy_is_a_short_instruction(name: str) -> None:
    values = ("0", "1", "true", "false", "never", "", "-o StrictHostKeyChecking=no", "sslverify=false")
    remedies = {unverified(name, value) for value in (*values, "maven.wagon.http.ssl.insecure=true")} - {None}
    assert remedies
    assert all(len(remedy) < 60 and remedy[0].islower() for remedy in remedies if remedy)
