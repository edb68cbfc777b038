"""elasticsearch 7.0 to 9.5: https://elasticsearch-py.readthedocs.io/en/latest/api/elasticsearch.html"""

import elasticsearch as client
from flake8_pysafe.markers import ClientContext, HostnameCheck, VerifyFlag

class Elasticsearch:
    def __init__(
        self,
        hosts=...,
        *,
        verify_certs: VerifyFlag = ...,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Elasticsearch: ...

class AsyncElasticsearch:
    def __init__(
        self,
        hosts=...,
        *,
        verify_certs: VerifyFlag = ...,
        ssl_assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> AsyncElasticsearch: ...
