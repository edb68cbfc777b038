"""aiomqtt 1.0 to 2.5: https://aiomqtt.bo3hm.com/connecting-to-the-broker.html"""

from flake8_pysafe.markers import CertReqs, ClientContext, HostnameInsecure

class TLSParameters:
    def __init__(self, ca_certs=..., certfile=..., keyfile=..., cert_reqs: CertReqs = ..., **kwargs) -> None: ...

class Client:
    def __init__(
        self, hostname, port=..., *, tls_context: ClientContext = ..., tls_insecure: HostnameInsecure = ..., **kwargs
    ) -> None: ...
    async def __aenter__(self) -> Client: ...
