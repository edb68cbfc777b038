"""Base classes."""
from __future__ import annotations

from typing import Any

import aiohttp
import httpx
import requests


class BaseClient:
    session_class = requests.Session

    def __init__(self, url: str, *, verify: bool = True, timeout: float = 5.0) -> None:
        self.url = url.rstrip("/")
        self._http = httpx.Client(base_url=url, verify=verify, timeout=timeout)
        self._legacy = self.session_class()

    def _get(self, path: str, **params: Any) -> Any:
        return self._http.get(path, params=params).json()

    def legacy(self, path: str, **kwargs: Any) -> requests.Response:
        return self._legacy.get(self.url + path, **kwargs)


class BaseAsyncClient:
    def __init__(self, url: str, ssl: bool = True) -> None:
        self.url = url
        self._ssl = ssl
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def _fetch(self, path: str, **kwargs: Any) -> Any:
        async with self.session.get(self.url + path, **kwargs) as resp:
            return await resp.json()
