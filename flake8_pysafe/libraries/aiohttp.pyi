"""aiohttp 3.8 to 3.14: https://docs.aiohttp.org/en/stable/client_advanced.html#ssl-control-for-tcp-sockets"""

from typing import Annotated

import aiohttp as client
import aiohttp as connector
import aiohttp.web as web
from flake8_pysafe.markers import ClientContext, Remote, VerifyFalse, VerifyFlag

class StreamReader:
    async def read(self, n=...) -> Remote: ...
    async def readany(self) -> Remote: ...
    async def readexactly(self, n) -> Remote: ...
    async def readline(self) -> Remote: ...
    async def readchunk(self) -> Remote: ...
    def iter_any(self) -> Remote: ...
    def iter_chunked(self, n) -> Remote: ...
    def iter_chunks(self) -> Remote: ...

class ClientResponse:
    content: StreamReader
    headers: Remote
    cookies: Remote
    async def read(self) -> Remote: ...
    async def text(self, encoding=..., errors=...) -> Remote: ...
    async def json(self, *, encoding=..., loads=..., content_type=...) -> Remote: ...
    async def __aenter__(self) -> ClientResponse: ...

class ClientWebSocketResponse:
    async def receive(self, timeout=...) -> Remote: ...
    async def receive_bytes(self, *, timeout=...) -> Remote: ...
    async def receive_str(self, *, timeout=...) -> Remote: ...
    async def receive_json(self, *, loads=..., timeout=...) -> Remote: ...
    def __aiter__(self) -> Remote: ...
    async def __aenter__(self) -> ClientWebSocketResponse: ...

class BaseConnector: ...

# `verify_ssl` and `ssl_context` are the old spellings of `ssl`, deprecated in 3.0 and still read.
class TCPConnector(BaseConnector):
    def __init__(
        self,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> None: ...

class ClientSession:
    def __init__(self, base_url=..., *, connector=..., **kwargs) -> None: ...
    async def __aenter__(self) -> ClientSession: ...
    def request(
        self,
        method,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def get(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def options(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def head(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def post(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def put(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def patch(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def delete(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientResponse: ...
    def ws_connect(
        self,
        url,
        *,
        ssl: Annotated[ClientContext, VerifyFalse] = ...,
        verify_ssl: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        **kwargs,
    ) -> ClientWebSocketResponse: ...

def request(
    method,
    url,
    *,
    ssl: Annotated[ClientContext, VerifyFalse] = ...,
    verify_ssl: VerifyFlag = ...,
    ssl_context: ClientContext = ...,
    **kwargs,
) -> ClientResponse: ...
