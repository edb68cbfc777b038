"""neo4j 4.3 to 6.1: https://neo4j.com/docs/api/python-driver/current/api.html#uri-ref"""

from flake8_pysafe.markers import ClientContext, ConnectionUrl, TrustedCertificates

# Until 4.4.
TRUST_ALL_CERTIFICATES = "TRUST_ALL_CERTIFICATES"

# 5.0 and later.
class TrustAll: ...
class TrustSystemCAs: ...
class TrustCustomCAs: ...

class GraphDatabase:
    @classmethod
    def driver(
        cls,
        uri: ConnectionUrl,
        *,
        auth=...,
        trusted_certificates: TrustedCertificates = ...,
        trust: TrustedCertificates = ...,
        ssl_context: ClientContext = ...,
        **config,
    ): ...

class AsyncGraphDatabase:
    @classmethod
    def driver(
        cls,
        uri: ConnectionUrl,
        *,
        auth=...,
        trusted_certificates: TrustedCertificates = ...,
        trust: TrustedCertificates = ...,
        ssl_context: ClientContext = ...,
        **config,
    ): ...
