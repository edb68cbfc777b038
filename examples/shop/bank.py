"""Payments: certificate verification switched off for a client."""

import httpx
import requests

from shop import settings

OPTIONS = {"timeout": 10, "verify": False}


class Bank:
    def __init__(self):
        self.session = requests.Session()
        self.session.verify = settings.VERIFY_CERTIFICATES  # PS101: 40

    def balance(self, account):
        return self.session.get(f"{settings.BANK}/accounts/{account}").json()


def transfer(order):
    return requests.post(f"{settings.BANK}/transfers", json=order, **OPTIONS)  # PS101: 70


def get(path, verify=True):
    return httpx.get(f"{settings.BANK}/{path}", verify=verify)


def rates():
    return get("rates", verify=False).json()  # PS101: 32


def safe_rates():
    return get("rates", verify="certificates/bank-ca.pem").json()
