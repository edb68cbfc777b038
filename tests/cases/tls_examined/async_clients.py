"""asyncio: aiohttp, httpx, FastAPI dependencies, Home-Assistant-like integrations."""
from __future__ import annotations

import asyncio
import contextlib
import ssl
from typing import Any, AsyncIterator, Optional

import aiohttp
import asyncpg
import curl_cffi
import httpx
import niquests
import websockets
from aiohttp import ClientSession, ClientTimeout, TCPConnector
from curl_cffi import requests as curl_requests
from openai import AsyncOpenAI, DefaultAsyncHttpxClient
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.requests import RequestsHTTPTransport

API = "https://hub.corp.example"


class HubClient:
    """The session is given or made lazily."""

    def __init__(self, host: str, session: Optional[aiohttp.ClientSession] = None) -> None:
        self._host = host
        self._session = session
        self._close = False

    async def _request(self, method: str, path: str, data: Any = None) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession()
            self._close = True
        async with asyncio.timeout(10):
            async with self._session.request(
                method,
                f"https://{self._host}/{path}",
                json=data,
                ssl=False,  # PS101: 21
            ) as response:
                return await response.json()

    async def __aenter__(self) -> "HubClient":
        return self

    async def __aexit__(self, *exc: Any) -> None:
        if self._session and self._close:
            await self._session.close()


class Pool:
    def __init__(self) -> None:
        self._connector: TCPConnector | None = None
        self.ssl_context = self._make_context()

    def _make_context(self) -> ssl.SSLContext:
        ctx = ssl.create_default_context()
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE  # PS102: 31
        return ctx

    async def start(self) -> None:
        self._connector = TCPConnector(limit=10, ssl=self.ssl_context)

    async def fallback(self) -> None:
        self._connector = aiohttp.TCPConnector(limit_per_host=4, force_close=True, verify_ssl=False)  # PS101: 95


async def fetch(session: ClientSession, url: str) -> str:
    async with session.get(url, ssl=False, timeout=ClientTimeout(total=5)) as resp:  # PS101: 37
        resp.raise_for_status()
        return await resp.text()


async def crawl(urls: list[str]) -> list[str]:
    conn = aiohttp.TCPConnector(ssl=False, limit=50)  # PS101: 37
    async with aiohttp.ClientSession(connector=conn, trust_env=True) as session:
        tasks = [asyncio.create_task(fetch(session, u)) for u in urls]
        return await asyncio.gather(*tasks)


async def stream_logs():
    async with ClientSession() as s, s.ws_connect(API + "/logs", ssl=False, heartbeat=20) as ws:  # PS101: 70
        async for msg in ws:
            print(msg.data)


@contextlib.asynccontextmanager
async def client_ctx() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=API, verify=False, timeout=httpx.Timeout(10.0)) as client:  # PS101: 55
        yield client


async def get_client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.AsyncHTTPTransport(retries=3, verify=False)  # PS101: 60
    async with httpx.AsyncClient(transport=transport) as client:
        yield client


def make_llm(verify: bool = True) -> AsyncOpenAI:
    return AsyncOpenAI(http_client=DefaultAsyncHttpxClient(verify=verify))


def local_llm():
    return make_llm(verify=False)  # PS101: 28


def direct_llm():
    return AsyncOpenAI(base_url="https://llm.corp.example", http_client=httpx.AsyncClient(verify=False))  # PS101: 98


def mounts():
    return httpx.Client(mounts={"all://internal": httpx.HTTPTransport(verify=False), "https://": None})  # PS101: 78


class Lazy:
    _client: httpx.Client | None = None

    @property
    def client(self) -> httpx.Client:
        if self._client is None:
            kwargs: dict[str, Any] = {"timeout": 10}
            kwargs["verify"] = False
            self._client = httpx.Client(**kwargs)  # PS101: 43
        return self._client


async def stack():
    async with contextlib.AsyncExitStack() as st:
        session = await st.enter_async_context(aiohttp.ClientSession())
        resp = await session.get(API, ssl=False)  # PS101: 43
        return await resp.text()


def sync_stack():
    with contextlib.ExitStack() as st:
        s = st.enter_context(niquests.Session())
        return s.get(API, verify="")  # PS101: 34


async def nq():
    async with niquests.AsyncSession(multiplexed=True) as s:
        return await s.post(API, verify=False)  # PS101: 41


def graphql():
    RequestsHTTPTransport(url=API + "/graphql", verify=False, retries=3)  # PS101: 56
    RequestsHTTPTransport(url=API + "/graphql", verify=True, retries=3)
    return AIOHTTPTransport(url=API + "/graphql", ssl=False)  # PS101: 55


def impersonate():
    curl_requests.get(API, impersonate="chrome", verify=False)  # PS101: 57
    curl_cffi.Session(impersonate="chrome", verify=None)
    curl_requests.get(API, verify=None)
    curl_requests.get(API, verify=0)
    with curl_requests.Session(impersonate="chrome120", verify=False) as s:  # PS101: 64
        return s.get(API).json()


async def pg(dsn: str):
    ctx = ssl.create_default_context(cafile="/etc/pki/pg.pem")
    ctx.check_hostname = False  # PS103: 26
    return await asyncpg.create_pool(dsn, ssl=ctx, min_size=1)


async def ws_internal(uri):
    ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ssl_context.check_hostname = False
    ssl_context.verify_mode = ssl.CERT_NONE  # PS102: 35
    async with websockets.connect(uri, ssl=ssl_context) as ws:
        await ws.send("ping")


def ws_sslcontext(uri):
    return websockets.connect(uri, ssl=ssl._create_unverified_context())  # PS102: 44


# Traps


async def aiohttp_traps(session: ClientSession, flag):
    await session.get(API, ssl=None)
    await session.get(API, ssl=True)
    await session.get(API, ssl=aiohttp.Fingerprint(b"\x00" * 32))
    await session.post(API, json={"ssl": False, "verify_ssl": False})
    await session.get(API, ssl=flag)
    aiohttp.TCPConnector(ssl=None)
    aiohttp.TCPConnector(limit=0, enable_cleanup_closed=False)


def httpx_traps(verify: bool):
    httpx.Client(verify=None)
    httpx.Client(verify=verify)
    httpx.Client(http2=True, trust_env=False, follow_redirects=False)
    httpx.AsyncClient(verify="/etc/pki/corp.pem")
    ctx = ssl.create_default_context()
    ctx.load_cert_chain("client.pem")
    return httpx.Client(verify=ctx)


async def serve(handler):
    ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE
    ctx.load_cert_chain("srv.pem", "srv.key")
    server = await asyncio.start_server(handler, "0.0.0.0", 8443, ssl=ctx)
    async with server:
        await server.serve_forever()


async def ha_options(hass, entry):
    session = hass.helpers.async_get_clientsession(hass, verify_ssl=entry.data["verify_ssl"])
    return session.get(API, ssl=entry.data.get("verify_ssl", False))
