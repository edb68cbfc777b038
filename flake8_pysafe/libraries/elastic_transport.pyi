"""elastic-transport 8.0 to 9.4: https://elastic-transport-python.readthedocs.io/en/stable/nodes.html"""

from flake8_pysafe.markers import ClientContext, HostnameCheck, VerifyFlag

class NodeConfig:
    def __init__(
        self,
        scheme,
        host,
        port,
        path_prefix=...,
        headers=...,
        connections_per_node=...,
        request_timeout=...,
        http_compress=...,
        verify_certs: VerifyFlag = ...,
        ca_certs=...,
        client_cert=...,
        client_key=...,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_assert_fingerprint=...,
        ssl_version=...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
