"""Payments."""
from __future__ import annotations

import httpx
import requests

from shop.settings.base import HTTP_OPTIONS, PAYMENT_URL, PAYMENT_VERIFY, STOCK_VERIFY, USER_VERIFY
from shop.settings import base, local

from . import http
from .http import ApiSession, default_options, get, get_checked, make_session, post


def charge(amount):
    requests.post(PAYMENT_URL, json={"amount": amount}, verify=PAYMENT_VERIFY)  # PS101: 64
    requests.post(PAYMENT_URL, json={"amount": amount}, **HTTP_OPTIONS)  # PS101: 59
    requests.post(PAYMENT_URL, json={"amount": amount}, verify=STOCK_VERIFY)
    requests.post(PAYMENT_URL, verify=local.STOCK_VERIFY)  # PS101: 45
    requests.post(PAYMENT_URL, verify=local.PAYMENT_VERIFY)  # PS101: 45
    requests.post(PAYMENT_URL, verify=USER_VERIFY)
    requests.post(PAYMENT_URL, **{**HTTP_OPTIONS, "verify": STOCK_VERIFY})
    return httpx.post(PAYMENT_URL, verify=base.PAYMENT_VERIFY)  # PS101: 48


def wrappers():
    get("/a", verify=False)  # PS101: 22
    get("/a", timeout=3)
    post("/b", {"x": 1}, verify=False)  # PS101: 33
    post("/b", {"verify": False})
    get_checked("/c", verify=False)
    http.call("PUT", "/d", verify=False)  # PS101: 35
    http.call("PUT", "/d", **default_options())  # PS101: 30
    make_session(verify=False)  # PS101: 25
    make_session(False)  # PS101: 18
    make_session(STOCK_VERIFY)
    make_session().get(PAYMENT_URL, verify=False)  # PS101: 44
    return make_session().get(PAYMENT_URL)


class PaymentGateway:
    def __init__(self, verify: bool = True):
        self.session = ApiSession(PAYMENT_URL, verify=verify)

    def refund(self, ref):
        return self.session.post(f"/refund/{ref}", verify=False)  # PS101: 59

    def status(self, ref):
        return self.session.get(f"/status/{ref}")


def sessions():
    ApiSession(PAYMENT_URL, verify=False)  # PS101: 36
    ApiSession(PAYMENT_URL, False)  # PS101: 29
    ApiSession(PAYMENT_URL, verify=STOCK_VERIFY)
    PaymentGateway(verify=False)  # PS101: 27
    gw = PaymentGateway()
    gw.session.verify = False  # PS101: 25
    return gw
