"""Wrappers around the libraries: what the other modules call."""
import ssl
from contextlib import contextmanager

import httpx
import requests

from . import settings
from .settings import Defaults, Production


def session():
    made = requests.Session()
    made.verify = settings.CHECK  # PS101: 28
    return made


def plain_session() -> requests.Session:
    return requests.Session()


def download(url, check=True, **options):
    return requests.get(url, verify=check, **options)


def download_all(urls, **options):
    return [download(url, **options) for url in urls]


def mirrored(url, **options):
    options.update(verify=settings.CA)
    return requests.get(url, **options)


def context(strict=True):
    made = ssl.create_default_context()
    if not strict:
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
    return made


@contextmanager
def client(check):
    with httpx.Client(verify=check) as opened:
        yield opened


class Gateway:
    retries = 3

    def __init__(self, url, check=settings.CA):
        self.url = url
        self.check = check
        self.http = plain_session()

    def get(self, path):
        return self.http.get(self.url + path, verify=self.check)

    def push(self, path, **options):
        return self.http.post(self.url + path, **options)


def defaults(url):
    requests.get(url, **Defaults.options())  # PS101: 34
    requests.get(url, verify=Production.ca)
    return requests.get(url, verify=settings.FROM_USER)
