"""The one place where sessions are made."""
from __future__ import annotations

import requests

from shop.settings import base as settings


class ApiSession(requests.Session):
    def __init__(self, base_url: str, verify: bool | str = True) -> None:
        super().__init__()
        self.base_url = base_url
        self.verify = verify

    def request(self, method, url, *args, **kwargs):
        kwargs.setdefault("timeout", 10)
        return super().request(method, self.base_url + url, *args, **kwargs)


def make_session(verify=True):
    s = requests.Session()
    s.verify = verify
    return s


def call(method, path, **kwargs):
    url = settings.PAYMENT_URL + path
    return requests.request(method, url, **kwargs)


def get(path, **kwargs):
    return call("GET", path, **kwargs)


def post(path, data=None, *, verify=True, **kwargs):
    return call("POST", path, json=data, verify=verify, **kwargs)


def get_checked(path, **kwargs):
    kwargs["verify"] = settings.STOCK_VERIFY
    return call("GET", path, **kwargs)


def default_options():
    return {"timeout": 3, "verify": False}
