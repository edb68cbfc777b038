"""Tests and notebooks: mocks, shadowed names, jwt, fixtures."""
from __future__ import annotations

import unittest
from unittest import mock

import httpx
import jwt
import pytest
import requests
import responses
from django.test import Client as DjangoClient
from fastapi.testclient import TestClient
from itsdangerous import URLSafeSerializer

URL = "https://svc.corp.example"


def fetch(url, verify=True):
    return requests.get(url, verify=verify)


@pytest.fixture
def session():
    s = requests.Session()
    s.verify = False  # PS101: 16
    yield s
    s.close()


@pytest.fixture(scope="session")
def api():
    with httpx.Client(base_url=URL, verify=False) as client:  # PS101: 44
        yield client


def test_fetch_default():
    with mock.patch("requests.get") as get:
        fetch(URL)
        get.assert_called_once_with(URL, verify=True)


def test_fetch_mocked(mocker):
    get = mocker.patch("requests.get")
    get(URL, verify=False)
    get.assert_called_with(URL, verify=False)
    assert get.call_args == mock.call(URL, verify=False)


@mock.patch.object(requests.Session, "request")
def test_session(request_mock):
    request_mock.return_value.json.return_value = {"verify": False}
    assert request_mock.call_args_list == [mock.call("GET", URL, verify=False)]


class TestApi(unittest.TestCase):
    def setUp(self):
        self.client = DjangoClient()
        self.session = requests.Session()
        self.session.verify = False  # PS101: 31

    def test_get(self):
        self.client.get("/", verify=False)
        r = self.session.get(URL)
        self.assertEqual(r.status_code, 200)
        self.assertFalse(requests.Session().verify is False)

    def test_mock(self):
        session = mock.Mock(spec=requests.Session)
        session.verify = False
        session.get(URL, verify=False)


def test_testclient(app):
    client = TestClient(app)
    client.post("/login", json={"verify": False})


@responses.activate
def test_responses():
    responses.add(responses.GET, URL, json={"verify": False})
    assert fetch(URL).json() == {"verify": False}


@pytest.mark.parametrize("verify", [True, False])
def test_param(verify):
    fetch(URL, verify=verify)


def decode(token):
    jwt.decode(token, verify=False)
    jwt.decode(token, options={"verify_signature": False})
    return jwt.decode(token, "k", algorithms=["HS256"], options={"verify": False})


def signing(data):
    s = URLSafeSerializer("k")
    return s.loads(data, verify=False)


class FakeRequests:
    def get(self, url, verify=True):
        return (url, verify)


def shadow_local():
    requests = FakeRequests()
    return requests.get(URL, verify=False)


def shadow_param(httpx):
    return httpx.Client(verify=False)


def shadow_except():
    try:
        return 1
    except ValueError as requests:
        return requests.get(URL, verify=False)


def shadow_comp(backends):
    return [requests.get(URL, verify=False) for requests in backends]


def doc():
    """Never write requests.get(url, verify=False).

    >>> requests.get("https://x", verify=False)
    """
    print("requests.get(url, verify=False)")


@pytest.fixture
def server_ready(docker_ip):
    def ready():
        try:
            return requests.get(f"https://{docker_ip}:8443", verify=False).ok  # PS101: 69
        except requests.ConnectionError:
            return False

    return ready


def test_uses_fixture(session: requests.Session):
    assert session.head(URL, verify=False).ok  # PS101: 37


def test_monkey(monkeypatch):
    monkeypatch.setenv("GIT_SSL_NO_VERIFY", "1")
    monkeypatch.setattr(requests, "get", lambda *a, **k: None)


def notebook_cell():
    import pandas as pd

    df = pd.read_csv(URL)
    df.merge(df, validate=None)
    for page in range(3):
        if (r := requests.get(URL, params={"page": page}, verify=False)).ok:  # PS101: 66
            df = pd.concat([df, pd.DataFrame(r.json())])
    return df
