"""motor 2.5 to 3.7: https://motor.readthedocs.io/en/stable/api-asyncio/asyncio_motor_client.html"""

from flake8_pysafe.markers import CertReqs, ConnectionUrl, HostnameCheck, HostnameInsecure, Insecure

# Takes `*args` and hands them to `pymongo.MongoClient`.
class AsyncIOMotorClient:
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
