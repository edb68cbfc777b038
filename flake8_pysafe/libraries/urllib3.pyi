"""urllib3 1.26 to 2.8: https://urllib3.readthedocs.io/en/stable/advanced-usage.html"""

from typing import TypedDict

import urllib3 as connection
import urllib3 as connectionpool
import urllib3 as poolmanager
import urllib3 as response
import urllib3.util as util
from flake8_pysafe.markers import CertReqs, ClientContext, HostnameCheck, Remote

class PoolKeywords(TypedDict):
    cert_reqs: CertReqs
    assert_hostname: HostnameCheck

class HTTPResponse:
    data: Remote
    headers: Remote
    def read(self, amt=..., decode_content=..., cache_content=...) -> Remote: ...
    def stream(self, amt=..., decode_content=...) -> Remote: ...
    def json(self) -> Remote: ...
    def __iter__(self) -> Remote: ...

class RequestMethods:
    def request(self, method, url, **kwargs) -> HTTPResponse: ...

class HTTPConnectionPool(RequestMethods):
    def __init__(
        self,
        host,
        port=...,
        timeout=...,
        maxsize=...,
        block=...,
        headers=...,
        retries=...,
        _proxy=...,
        _proxy_headers=...,
        _proxy_config=...,
        **conn_kw,
    ) -> None: ...
    def __enter__(self) -> HTTPConnectionPool: ...
    def urlopen(self, method, url, body=..., headers=..., retries=..., **kwargs) -> HTTPResponse: ...

class HTTPSConnectionPool(HTTPConnectionPool):
    # None stands for `CERT_REQUIRED` since 1.25.
    cert_reqs: CertReqs
    assert_hostname: HostnameCheck
    def __init__(
        self,
        host,
        port=...,
        timeout=...,
        maxsize=...,
        block=...,
        headers=...,
        retries=...,
        _proxy=...,
        _proxy_headers=...,
        key_file=...,
        cert_file=...,
        cert_reqs: CertReqs = ...,
        key_password=...,
        ca_certs=...,
        ssl_version=...,
        ssl_minimum_version=...,
        ssl_maximum_version=...,
        assert_hostname: HostnameCheck = ...,
        assert_fingerprint=...,
        ca_cert_dir=...,
        *,
        ssl_context: ClientContext = ...,
        **conn_kw,
    ) -> None: ...

class PoolManager(RequestMethods):
    connection_pool_kw: PoolKeywords
    def __init__(
        self,
        num_pools=...,
        headers=...,
        *,
        cert_reqs: CertReqs = ...,
        assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **connection_pool_kw,
    ) -> None: ...
    def __enter__(self) -> PoolManager: ...
    def connection_from_host(
        self, host, port=..., scheme=..., pool_kwargs: PoolKeywords = ...
    ) -> HTTPSConnectionPool: ...
    def connection_from_url(self, url, pool_kwargs: PoolKeywords = ...) -> HTTPSConnectionPool: ...
    def urlopen(self, method, url, redirect=..., **kw) -> HTTPResponse: ...

class ProxyManager(PoolManager):
    def __init__(
        self,
        proxy_url,
        num_pools=...,
        headers=...,
        proxy_headers=...,
        proxy_ssl_context: ClientContext = ...,
        use_forwarding_for_https=...,
        proxy_assert_hostname: HostnameCheck = ...,
        *,
        cert_reqs: CertReqs = ...,
        assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **connection_pool_kw,
    ) -> None: ...

class HTTPConnection: ...

class HTTPSConnection(HTTPConnection):
    cert_reqs: CertReqs
    assert_hostname: HostnameCheck
    def __init__(
        self,
        host,
        port=...,
        *,
        cert_reqs: CertReqs = ...,
        assert_hostname: HostnameCheck = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...
    def set_cert(
        self,
        key_file=...,
        cert_file=...,
        cert_reqs: CertReqs = ...,
        key_password=...,
        ca_certs=...,
        assert_hostname: HostnameCheck = ...,
        assert_fingerprint=...,
        ca_cert_dir=...,
        ca_cert_data=...,
    ) -> None: ...

def connection_from_url(
    url,
    *,
    cert_reqs: CertReqs = ...,
    assert_hostname: HostnameCheck = ...,
    ssl_context: ClientContext = ...,
    **kw,
) -> HTTPSConnectionPool: ...
def proxy_from_url(
    url,
    *,
    cert_reqs: CertReqs = ...,
    assert_hostname: HostnameCheck = ...,
    proxy_assert_hostname: HostnameCheck = ...,
    ssl_context: ClientContext = ...,
    proxy_ssl_context: ClientContext = ...,
    **kw,
) -> ProxyManager: ...

# 2.0 and later; takes no option of the check.
def request(method, url, **kwargs) -> HTTPResponse: ...
