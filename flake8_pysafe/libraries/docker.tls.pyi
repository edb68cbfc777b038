"""docker 4.0 to 7.2: https://docker-py.readthedocs.io/en/stable/tls.html"""

from flake8_pysafe.markers import HostnameCheck, VerifyFlag

# None, the default, does not check either; only who writes `False` is told.
class TLSConfig:
    # `assert_hostname` until 6.1.
    def __init__(
        self, client_cert=..., ca_cert=..., verify: VerifyFlag = ..., *, assert_hostname: HostnameCheck = ..., **kwargs
    ) -> None: ...
