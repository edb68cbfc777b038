"""PS101: verification-disabled."""

import functools

import boto3
import httpx
import pymongo
import requests
import urllib3
from aiohttp import ClientSession, TCPConnector
from requests import Session
from requests import get as fetch
from requests.adapters import HTTPAdapter

CA = "/etc/ssl/corp.pem"
UNVERIFIED = {"verify": False, "timeout": 5}
ENABLED = True


def direct(url):
    requests.get(url, verify=False)  # PS101: 30
    requests.post(url, data="größe ✓", verify=False)  # PS101: 47
    requests.request("GET", url, verify=0)  # PS101: 41
    requests.put(url, verify="")  # PS101: 30
    fetch(url, verify=False)  # PS101: 23
    requests.get(
        url,
        verify=False,  # PS101: 16
    )
    requests.get(url, verify=None)
    requests.get(url, verify=True)
    requests.get(url, verify=CA)
    requests.get(url, verify="False")  # silent: a path that does not exist
    requests.get(url, params={"verify": False})
    requests.post(url, json={"verify": False})
    requests.get(url, timeout=False)


def sessions(url, prepared):
    session = requests.Session()
    session.verify = False  # PS101: 22
    session.get(url)
    other = requests.session()
    other.get(url, verify=False)  # PS101: 27
    other.request("GET", url, None, None, None, None, None, None, None, True, None, None, None, False)  # PS101: 97
    other.send(prepared, verify=None)  # PS101: 33
    with Session() as third:
        third.verify = None  # PS101: 24
        third.post(url, verify=CA)


def settled_before_use(url):
    session = requests.Session()
    session.verify = False
    session.verify = CA
    return session.get(url)


def dictionaries(url):
    requests.get(url, **UNVERIFIED)  # PS101: 25
    requests.get(url, **{**UNVERIFIED, "verify": CA})
    options = dict(timeout=3)
    options["verify"] = False
    requests.get(url, **options)  # PS101: 25
    options["verify"] = CA
    requests.get(url, **options)


def values(url, stage, verify):
    check = not ENABLED
    requests.get(url, verify=check)  # PS101: 30
    requests.get(url, verify=False if stage == "dev" else CA)  # PS101: 30
    requests.get(url, verify=verify)
    check = CA
    requests.get(url, verify=check)


def wrapper(url, verify=True):
    return requests.get(url, verify=verify)


def callers(url):
    wrapper(url)
    wrapper(url, verify=True)
    wrapper(url, verify=False)  # PS101: 25
    wrapper(url, False)  # PS101: 18


quick = functools.partial(requests.get, verify=False)  # PS101: 48
careful = functools.partial(requests.get, verify=CA)


class Naïf(HTTPAdapter):
    def send(self, request, *args, **kwargs):
        return super().send(request, verify=False)  # PS101: 45


async def asynchronous(url):
    async with ClientSession() as client:
        await client.get(url, ssl=False)  # PS101: 35
        await client.get(url, ssl=None)
        await client.post(url, verify_ssl=False)  # PS101: 43
    TCPConnector(ssl=False)  # PS101: 22
    TCPConnector(limit=False)
    httpx.AsyncClient(verify=False)  # PS101: 30


def other_libraries(url):
    httpx.get(url, verify=False)  # PS101: 27
    httpx.Client(verify=None)
    client = httpx.Client()
    client.get(url, verify=False)  # silent: a TypeError, not an unverified request
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # PS101: 35
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED")
    urllib3.PoolManager(cert_reqs=None)
    boto3.client("s3", verify=False)  # PS101: 31
    boto3.client("s3", verify=None)
    boto3.client("s3", use_ssl=False)
    pymongo.MongoClient(url, tlsAllowInvalidCertificates=True)  # PS101: 58
    pymongo.MongoClient(url, tlsAllowInvalidCertificates=False)
    pymongo.MongoClient("mongodb://db/?tls=true")


def somebody_else(requests, url):
    requests.get(url, verify=False)


class Client:
    verify = True

    def get(self, url, verify=True):
        return url, verify


def own_client(url):
    client = Client()
    client.verify = False
    client.get(url, verify=False)
