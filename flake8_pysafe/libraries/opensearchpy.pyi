"""opensearch-py 1.0 to 3.3: https://opensearch-project.github.io/opensearch-py/api-ref/"""

import opensearchpy as client
import opensearchpy as connection
from flake8_pysafe.markers import ClientContext, HostnameCheck, VerifyFlag

class OpenSearch:
    def __init__(
        self,
        hosts=...,
        transport_class=...,
        *,
        verify_certs: VerifyFlag = ...,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> OpenSearch: ...

class AsyncOpenSearch:
    def __init__(
        self,
        hosts=...,
        transport_class=...,
        *,
        verify_certs: VerifyFlag = ...,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> AsyncOpenSearch: ...

class Connection: ...

class RequestsHttpConnection(Connection):
    def __init__(
        self, host=..., port=..., http_auth=..., use_ssl=..., verify_certs: VerifyFlag = ..., **kwargs
    ) -> None: ...

class Urllib3HttpConnection(Connection):
    def __init__(
        self,
        host=...,
        port=...,
        http_auth=...,
        use_ssl=...,
        verify_certs: VerifyFlag = ...,
        *,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...

class AsyncHttpConnection(Connection):
    def __init__(
        self,
        host=...,
        port=...,
        http_auth=...,
        use_ssl=...,
        verify_certs: VerifyFlag = ...,
        *,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
