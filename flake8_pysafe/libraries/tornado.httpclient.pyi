"""tornado 4.5 to 6.6: https://www.tornadoweb.org/en/stable/httpclient.html"""

from typing import Annotated, TypedDict

from flake8_pysafe.markers import CertReqs, ClientContext, Remote, VerifyFlag

class SslOptions(TypedDict):
    cert_reqs: CertReqs

class RequestDefaults(TypedDict):
    validate_cert: VerifyFlag
    ssl_options: SslOptions

class HTTPResponse:
    body: Remote
    buffer: Remote
    headers: Remote

class HTTPRequest:
    validate_cert: VerifyFlag
    def __init__(
        self,
        url,
        method=...,
        headers=...,
        body=...,
        auth_username=...,
        auth_password=...,
        auth_mode=...,
        connect_timeout=...,
        request_timeout=...,
        if_modified_since=...,
        follow_redirects=...,
        max_redirects=...,
        user_agent=...,
        use_gzip=...,
        network_interface=...,
        streaming_callback=...,
        header_callback=...,
        prepare_curl_callback=...,
        proxy_host=...,
        proxy_port=...,
        proxy_username=...,
        proxy_password=...,
        proxy_auth_mode=...,
        allow_nonstandard_methods=...,
        validate_cert: VerifyFlag = ...,
        ca_certs=...,
        allow_ipv6=...,
        client_key=...,
        client_cert=...,
        body_producer=...,
        expect_100_continue=...,
        decompress_response=...,
        ssl_options: Annotated[SslOptions, ClientContext] = ...,
    ) -> None: ...

class AsyncHTTPClient:
    def __init__(self, force_instance=..., *, defaults: RequestDefaults = ..., **kwargs) -> None: ...
    @classmethod
    def configure(cls, impl, *, defaults: RequestDefaults = ..., **kwargs) -> None: ...
    async def fetch(
        self,
        request,
        raise_error=...,
        *,
        validate_cert: VerifyFlag = ...,
        ssl_options: Annotated[SslOptions, ClientContext] = ...,
        **kwargs,
    ) -> HTTPResponse: ...

class HTTPClient:
    def __init__(self, async_client_class=..., *, defaults: RequestDefaults = ..., **kwargs) -> None: ...
    def fetch(
        self,
        request,
        *,
        validate_cert: VerifyFlag = ...,
        ssl_options: Annotated[SslOptions, ClientContext] = ...,
        **kwargs,
    ) -> HTTPResponse: ...
