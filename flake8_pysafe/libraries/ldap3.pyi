"""ldap3 2.5 to 2.9: https://ldap3.readthedocs.io/en/latest/ssltls.html"""

from flake8_pysafe.markers import CertReqs

# `CERT_NONE` is the default; only who writes it down is told.
class Tls:
    def __init__(
        self, local_private_key_file=..., local_certificate_file=..., validate: CertReqs = ..., **kwargs
    ) -> None: ...
