"""Which environment variables switch the verification of certificates or host keys off, and which name an index."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE | re.DOTALL | re.ASCII
_ANY = ".*"
_NOT_EMPTY = ".+"
_FALSE = "false|f|0|no|n|off"
_TRUE = "true|t|1|yes|y|on"
# Options of ssh, or a command line with them.
_SSH = r".*stricthostkeychecking[\s=]+[\"']?(?:no|off|false)(?![\w.\0-]).*"

_REMOVE = "take the variable out"
_TRUST_STORE = "add the CA to the system's trust store"
_KNOWN_HOSTS = "add the host to `known_hosts`"

# Name: the values that are unsafe (regular expression over the whole value), the remedy.
_UNSAFE: dict[str, tuple[str, str]] = {
    "ADAL_PYTHON_SSL_NO_VERIFY": (_NOT_EMPTY, "set `REQUESTS_CA_BUNDLE`"),
    "ANSIBLE_GALAXY_IGNORE": (_TRUE, _TRUST_STORE),
    "ANSIBLE_HOST_KEY_CHECKING": (_FALSE, _KNOWN_HOSTS),
    "ANSIBLE_PARAMIKO_HOST_KEY_CHECKING": (_FALSE, _KNOWN_HOSTS),
    "ANSIBLE_SCP_EXTRA_ARGS": (_SSH, _KNOWN_HOSTS),
    "ANSIBLE_SFTP_EXTRA_ARGS": (_SSH, _KNOWN_HOSTS),
    "ANSIBLE_SSH_ARGS": (_SSH, _KNOWN_HOSTS),
    "ANSIBLE_SSH_COMMON_ARGS": (_SSH, _KNOWN_HOSTS),
    "ANSIBLE_SSH_EXTRA_ARGS": (_SSH, _KNOWN_HOSTS),
    "ANSIBLE_SSH_HOST_KEY_CHECKING": (_FALSE, _KNOWN_HOSTS),
    "AZURE_CLI_DISABLE_CONNECTION_VERIFICATION": (_NOT_EMPTY, "set `REQUESTS_CA_BUNDLE`"),
    "BUNDLE_SSL_VERIFY_MODE": ("0", "set `BUNDLE_SSL_CA_CERT`"),
    "CLOUDSDK_AUTH_DISABLE_SSL_VALIDATION": (_TRUE, "set `CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE`"),
    "CONDA_SSL_VERIFY": (_FALSE, "set it to a CA bundle"),
    "CONSUL_HTTP_SSL_VERIFY": ("false|f|0", "set `CONSUL_CACERT`"),
    # Empty, it makes requests before 2.28 stop checking.
    "CURL_CA_BUNDLE": ("", "set it to a CA bundle"),
    "ELASTIC_APM_VERIFY_SERVER_CERT": (_FALSE, "set `ELASTIC_APM_SERVER_CA_CERT_FILE`"),
    "ETCDCTL_INSECURE_SKIP_TLS_VERIFY": (_TRUE, "set `ETCDCTL_CACERT`"),
    "GIT_CONFIG_PARAMETERS": (r".*sslverify'?[\s=]+'?(?:false|no|off|0)\b.*", "set `GIT_SSL_CAINFO`"),
    "GIT_SSH_COMMAND": (_SSH, _KNOWN_HOSTS),
    # git asks whether it is set, not to what: `0`, `false` and nothing switch off as well.
    "GIT_SSL_NO_VERIFY": (_ANY, "set `GIT_SSL_CAINFO`"),
    "GOINSECURE": (_NOT_EMPTY, _TRUST_STORE),
    "GOVC_INSECURE": (_TRUE, "set `GOVC_TLS_CA_CERTS`"),
    "HELM_KUBEINSECURE_SKIP_TLS_VERIFY": (_TRUE, "set `HELM_KUBECAFILE`"),
    "INFLUXDB_V2_VERIFY_SSL": (_FALSE, "set `INFLUXDB_V2_SSL_CA_CERT`"),
    "INFLUX_SKIP_VERIFY": (_TRUE, _TRUST_STORE),
    "LDAPTLS_REQCERT": ("never|allow", "set `LDAPTLS_CACERT`"),
    "MAMBA_SSL_VERIFY": (_FALSE, "set it to a CA bundle"),
    "MAVEN_OPTS": (r".*maven\.wagon\.http\.ssl\.(?:insecure|allowall)=true\b.*", _TRUST_STORE),
    "MLFLOW_TRACKING_INSECURE_TLS": (_TRUE, "set `MLFLOW_TRACKING_SERVER_CERT_PATH`"),
    "NODE_TLS_REJECT_UNAUTHORIZED": ("0", "set `NODE_EXTRA_CA_CERTS`"),
    "NOMAD_SKIP_VERIFY": (_TRUE, "set `NOMAD_CACERT`"),
    "NPM_CONFIG_STRICT_SSL": ("false", "set `NPM_CONFIG_CAFILE`"),
    "PDM_PYPI_VERIFY_SSL": (_FALSE, "set `pypi.ca_certs`"),
    "PERL_LWP_SSL_VERIFY_HOSTNAME": ("0?", "set `PERL_LWP_SSL_CA_FILE`"),
    "PIP_TRUSTED_HOST": (_NOT_EMPTY, "set `PIP_CERT`"),
    "PREFECT_API_TLS_INSECURE_SKIP_VERIFY": (_TRUE, "set `PREFECT_API_SSL_CERT_FILE`"),
    # Python 3 itself does not read it, but products do.
    "PYTHONHTTPSVERIFY": ("0", _REMOVE),
    "RSYNC_RSH": (_SSH, _KNOWN_HOSTS),
    # conda's builder reads it.
    "SSL_NO_VERIFY": ("1|true", _TRUST_STORE),
    "UV_INSECURE_HOST": (_NOT_EMPTY, "set `SSL_CERT_FILE`"),
    "VAULT_SKIP_VERIFY": (_TRUE, "set `VAULT_CACERT`"),
    "WANDB_INSECURE_DISABLE_SSL": (_TRUE, _TRUST_STORE),
    "WDM_SSL_VERIFY": (_FALSE, _TRUST_STORE),
    "YARN_ENABLE_STRICT_SSL": (_FALSE, "set `YARN_HTTPS_CA_FILE_PATH`"),
    "YARN_STRICT_SSL": (_FALSE, "set `YARN_CAFILE`"),
    "npm_config_strict_ssl": ("false", "set `npm_config_cafile`"),
}

NAMES = frozenset(_UNSAFE)
# Those that name an index of distributions.
INDEXES = frozenset(
    "PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_FIND_LINKS UV_INDEX_URL UV_DEFAULT_INDEX UV_EXTRA_INDEX_URL UV_INDEX"
    " UV_FIND_LINKS PIPENV_PYPI_MIRROR PDM_PYPI_URL".split()
)
_ALL = NAMES | INDEXES


def unverified(name: str, value: str | None) -> str | None:
    """Return the remedy if setting the variable to the value switches verification off.

    The value is None when it is not known, and may have a `HOLE` where a part of it is
    not: both are unsafe only where every value is. Returns None for all else.
    """
    if name not in _UNSAFE:
        return None
    unsafe, remedy = _UNSAFE[name]
    if value is None:
        return remedy if unsafe in (_ANY, _NOT_EMPTY) else None
    return remedy if re.fullmatch(unsafe, value, _FLAGS) else None


def may_stand_in(text: str) -> bool:
    """Tell whether a source text names one of the variables."""
    return any(name in text for name in _ALL)
