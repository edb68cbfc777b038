"""pymongo 3.9 to 4.17: https://pymongo.readthedocs.io/en/stable/examples/tls.html"""

import pymongo as mongo_client
from flake8_pysafe.markers import CertReqs, ConnectionUrl, HostnameCheck, HostnameInsecure, Insecure

# `ssl_cert_reqs` and `ssl_match_hostname` until 3.13.
class MongoClient:
    def __init__(
        self,
        host: ConnectionUrl = ...,
        port=...,
        document_class=...,
        tz_aware=...,
        connect=...,
        type_registry=...,
        *,
        tlsAllowInvalidCertificates: Insecure = ...,
        tlsAllowInvalidHostnames: HostnameInsecure = ...,
        tlsInsecure: Insecure = ...,
        ssl_cert_reqs: CertReqs = ...,
        ssl_match_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> MongoClient: ...

# 4.9 and later.
class AsyncMongoClient:
    def __init__(
        self,
        host: ConnectionUrl = ...,
        port=...,
        document_class=...,
        tz_aware=...,
        connect=...,
        type_registry=...,
        *,
        tlsAllowInvalidCertificates: Insecure = ...,
        tlsAllowInvalidHostnames: HostnameInsecure = ...,
        tlsInsecure: Insecure = ...,
        ssl_cert_reqs: CertReqs = ...,
        ssl_match_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> AsyncMongoClient: ...
