"""API clients as services write them."""
from __future__ import annotations

import abc
import logging
import time
from collections import ChainMap
from dataclasses import dataclass, field
from enum import Enum
from functools import partial, partialmethod, lru_cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session
from urllib3.util.retry import Retry
import cloudscraper
import grequests

if TYPE_CHECKING:
    from requests import Session

log = logging.getLogger(__name__)
BASE = "https://grafana.corp.example"
CA_BUNDLE = "/etc/pki/corp.pem"
DEFAULT_TIMEOUT = 30


class GrafanaClient:
    """Verify kept on the instance, passed in one central _request."""

    def __init__(self, url: str, token: str, verify_ssl: bool = False) -> None:
        self.url = url
        self.verify_ssl = verify_ssl
        self._headers = {"Authorization": f"Bearer {token}"}

    def _request(self, method: str, path: str, **kwargs: Any) -> Any:
        resp = requests.request(
            method,
            urljoin(self.url, path),
            headers=self._headers,
            timeout=DEFAULT_TIMEOUT,
            verify=self.verify_ssl,  # PS101: 25
            **kwargs,
        )
        resp.raise_for_status()
        return resp.json()

    def dashboards(self) -> list[dict]:
        return self._request("GET", "/api/search", params={"type": "dash-db"})


class PrometheusClient:
    def __init__(self, url: str, verify: bool | str = True, auth: tuple[str, str] | None = None):
        self.url = url
        self.session = requests.Session()
        self.session.verify = verify
        if auth:
            self.session.auth = HTTPBasicAuth(*auth)

    def query(self, promql: str) -> dict:
        return self.session.get(f"{self.url}/api/v1/query", params={"query": promql}).json()


def collectors():
    PrometheusClient("https://prom-a.corp.example", verify=False)  # PS101: 60
    PrometheusClient("https://prom-b.corp.example", False)  # PS101: 53
    PrometheusClient("https://prom-c.corp.example", verify=CA_BUNDLE)
    PrometheusClient("https://prom-d.corp.example", auth=("u", "p"))


class BaseApi(abc.ABC):
    verify: bool | str = True

    def __init__(self):
        self.http = self._build_session()

    def _build_session(self) -> requests.Session:
        s = requests.Session()
        retry = Retry(total=3, backoff_factor=0.3, status_forcelist=(500, 502, 504))
        adapter = HTTPAdapter(max_retries=retry)
        s.mount("https://", adapter)
        s.mount("http://", adapter)
        return s

    @abc.abstractmethod
    def ping(self): ...


class NexusApi(BaseApi):
    def ping(self):
        return self.http.get("https://nexus.corp.example/ping", verify=False)  # PS101: 72

    def upload(self, path):
        with open(path, "rb") as fh:
            files = {"file": fh}
            r = self.http.put("https://nexus.corp.example/repo", files=files, verify=self.verify)
        return r


class SonarApi(BaseApi):
    def __init__(self):
        super().__init__()
        self.http.verify = False  # PS101: 28

    def ping(self):
        return self.http.get("https://sonar.corp.example/api/system/ping")


def requests_retry_session(retries=3, session=None):
    session = session or requests.Session()
    adapter = HTTPAdapter(max_retries=Retry(total=retries))
    session.mount("https://", adapter)
    return session


def poll_until_ready(host: str, timeout: int = 120):
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        try:
            r = requests_retry_session().get(f"https://{host}/healthz", timeout=5, verify=False)  # PS101: 91
            if r.ok:
                return True
        except requests.exceptions.ConnectionError:
            time.sleep(2)
        finally:
            log.debug("polled %s", host)
    return False


def token(client_id, secret):
    oauth = OAuth2Session(client_id)
    return oauth.fetch_token("https://sso.corp.example/token", client_secret=secret, verify=True)


def oauth_profile(client_id):
    oauth = OAuth2Session(client_id)
    oauth.verify = False  # PS101: 20
    return oauth.get("https://sso.corp.example/me").json()


def scrape(url):
    scraper = cloudscraper.create_scraper(browser="chrome")
    return scraper.get(url, verify=False).text  # PS101: 36


def scrape_many(urls):
    rs = (grequests.get(u, verify=False) for u in urls)  # PS101: 35
    return grequests.map(rs)


def annotated(sess: "Session", path: str):
    return sess.post(BASE + path, json={"a": 1}, verify=False)  # PS101: 57


def optional_session(path: str, sess: Session | None = None):
    sess = sess or requests.Session()
    return sess.get(BASE + path, verify=0)  # PS101: 41


@dataclass
class HttpConfig:
    url: str
    verify: bool = False
    timeout: int = 10
    session: requests.Session = field(default_factory=requests.Session)

    def get(self, path):
        return self.session.get(self.url + path, verify=self.verify, timeout=self.timeout)  # PS101: 62

    def disable(self):
        self.session.verify = False  # PS101: 31


@dataclass
class StrictConfig:
    url: str
    verify: bool = True
    timeout: int = 10

    def get(self, path):
        return requests.get(self.url + path, verify=self.verify, timeout=self.timeout)


class Env(str, Enum):
    DEV = "dev"
    PROD = "prod"


ENV_SETTINGS = {
    Env.DEV: {"base_url": "https://dev.corp.example", "verify": False},
    Env.PROD: {"base_url": "https://corp.example", "verify": True},
}


def dev_only():
    cfg = ENV_SETTINGS[Env.DEV]
    return requests.get(cfg["base_url"], verify=cfg["verify"])  # PS101: 49


def prod_only():
    cfg = ENV_SETTINGS[Env.PROD]
    return requests.get(cfg["base_url"], verify=cfg["verify"])


def post_webhook(url, payload, **extra):
    defaults = {"timeout": 5, "verify": False, "headers": {"X-Source": "bot"}}
    defaults.update(extra)
    return requests.post(url, json=payload, **defaults)  # PS101: 47


def post_webhook_checked(url, payload, **extra):
    opts = {"timeout": 5, **extra, "verify": CA_BUNDLE}
    return requests.post(url, json=payload, **opts)


def layered():
    opts = ChainMap({"timeout": 3}, {"verify": False, "timeout": 9})
    return requests.get(BASE, **opts)  # PS101: 33


def zipped():
    keys = ("timeout", "verify")
    opts = dict(zip(keys, (5, False)))
    return requests.get(BASE, **opts)  # PS101: 33


def filtered():
    raw = {"timeout": 5, "verify": False, "proxies": None}
    opts = {k: v for k, v in raw.items() if v is not None}
    return requests.get(BASE, **opts)  # PS101: 33


def deleted_then_set():
    opts = {"verify": False, "timeout": 3}
    del opts["verify"]
    opts.setdefault("verify", CA_BUNDLE)
    requests.get(BASE, **opts)
    opts.update(verify=False)
    requests.get(BASE, **opts)  # PS101: 26
    opts |= {"verify": True}
    return requests.get(BASE, **opts)


NS = SimpleNamespace(url=BASE, verify=False)


def from_namespace():
    return requests.get(NS.url, verify=NS.verify)  # PS101: 43


class Creds(NamedTuple):
    user: str
    password: str
    verify: bool = True


def from_tuple():
    creds = Creds("a", "b", False)
    safe = Creds("a", "b")
    requests.get(BASE, auth=(creds.user, creds.password), verify=creds.verify)  # PS101: 72
    return requests.get(BASE, auth=(safe.user, safe.password), verify=safe.verify)


class Rest:
    session = requests.Session()
    get = partialmethod(session.get, verify=True)
    _insecure = partial(requests.get, verify=False, timeout=3)  # PS101: 46


@lru_cache(maxsize=None)
def shared_session() -> requests.Session:
    s = requests.Session()
    s.headers.update({"User-Agent": "corp-bot/1.0"})
    return s


def uses_shared():
    shared_session().delete(BASE + "/cache", verify=False)  # PS101: 53
    return shared_session().get(BASE + "/cache")


def ssl_fallback(url):
    """First try with the check, then without."""
    try:
        return requests.get(url, timeout=5)
    except requests.exceptions.SSLError:
        log.warning("bad certificate, retrying without verification")
        return requests.get(url, timeout=5, verify=False)  # PS101: 52


def attempts(url):
    for verify in (True, False):
        try:
            return requests.get(url, verify=verify)  # PS101: 45
        except requests.exceptions.SSLError:
            continue


def send_prepared(req: requests.Request):
    s = requests.Session()
    prepped = s.prepare_request(req)
    settings = s.merge_environment_settings(prepped.url, {}, None, None, None)
    s.send(prepped, **settings)
    return s.send(prepped, stream=True, verify=False, timeout=5)  # PS101: 48


def send_none(prepped):
    with requests.Session() as s:
        return s.send(prepped, verify=None)  # PS101: 39


def positional_request():
    s = requests.Session()
    return s.request("GET", BASE, None, None, None, None, None, None, 5, True, None, None, False, False)  # PS101: 99


# Traps -------------------------------------------------------------------


class Repo:
    """An own API whose `verify` is about checksums."""

    def get(self, name, verify=True):
        return (name, verify)

    def post(self, name, *, verify=True, json=None):
        return (name, verify, json)


def own_api(repo: Repo, storage):
    repo.get("wheel", verify=False)
    Repo().post("wheel", verify=False, json={"verify": False})
    storage.get("key", verify=False)


def payloads(sess: requests.Session):
    sess.post(BASE, json={"insecure": True, "verify": False})
    sess.post(BASE, data={"verify_ssl": "false"}, params={"verify": 0})
    return sess.put(BASE, allow_redirects=False, stream=False)


def repaired(verify=False):
    if not verify:
        verify = CA_BUNDLE
    return requests.get(BASE, verify=verify)


def repaired_or(verify=None):
    return requests.get(BASE, verify=verify or CA_BUNDLE)


def repaired_default(verify: bool = False):
    verify = True if not verify else verify
    return requests.get(BASE, verify=verify)


def constant_guard(url):
    verify = False
    verify = CA_BUNDLE if CA_BUNDLE else True
    return requests.get(url, verify=verify)


class NotHttp:
    def __init__(self, signer):
        self.signer = signer
        self.verify = False

    def check(self, token):
        return self.signer.decode(token, verify=self.verify)
