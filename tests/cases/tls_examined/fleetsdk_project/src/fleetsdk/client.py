"""Clients."""
from __future__ import annotations

import httpx
import requests

from ._internal.base import BaseAsyncClient, BaseClient
from ._internal.tls import INSECURE, STRICT, lab_context, prod_context


class Fleet(BaseClient):
    def vehicles(self):
        return self._get("/vehicles", verify=False)  # goes into the query string

    def firmware(self, name: str):
        return self.legacy(f"/firmware/{name}", verify=False)  # PS101: 56

    def raw(self, name: str):
        self._legacy.verify = False  # PS101: 31
        return self._legacy.get(self.url + name)

    def checked(self, name: str):
        return self.legacy(name, verify=True, stream=False)


class LabFleet(BaseClient):
    def __init__(self, url: str) -> None:
        super().__init__(url, verify=False)  # PS101: 38


class ProdFleet(BaseClient):
    def __init__(self, url: str) -> None:
        super().__init__(url, timeout=3)


class AsyncFleet(BaseAsyncClient):
    async def vehicles(self):
        return await self._fetch("/vehicles", ssl=False)  # PS101: 51

    async def drivers(self):
        return await self.session.get(self.url + "/drivers", ssl=False)  # PS101: 66

    async def depots(self):
        return await self._fetch("/depots", ssl=prod_context("ca.pem"))


def probe(url: str):
    httpx.get(url, verify=INSECURE.verify)  # PS101: 36
    httpx.get(url, verify=STRICT.verify)
    httpx.get(url, verify=lab_context())
    httpx.get(url, verify=prod_context("ca.pem"))
    return requests.get(url, verify=INSECURE.ca_file)
