"""pywinrm 0.4 to 0.5: https://github.com/diyan/pywinrm"""

import winrm as protocol
import winrm as transport
from flake8_pysafe.markers import IgnoredCertificate

class Session:
    def __init__(self, target, auth, *, server_cert_validation: IgnoredCertificate = ..., **kwargs) -> None: ...

class Protocol:
    def __init__(
        self,
        endpoint,
        transport=...,
        username=...,
        password=...,
        realm=...,
        service=...,
        keytab=...,
        ca_trust_path=...,
        cert_pem=...,
        cert_key_pem=...,
        server_cert_validation: IgnoredCertificate = ...,
        **kwargs,
    ) -> None: ...

class Transport:
    def __init__(self, endpoint, *, server_cert_validation: IgnoredCertificate = ..., **kwargs) -> None: ...
