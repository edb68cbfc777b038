"""Uses the package from outside."""
import httpx
import paramiko
import redis
import requests
from stores import Gateway, download, settings
from stores import transport as wire
from stores.keys import Learning, Strict
from stores.settings import HTTP, SAFE_HTTP, Mode

URL = "https://stores.corp.example"


class Nightly(Gateway):
    def push(self, path, **options):
        options.setdefault("timeout", 60)
        return super().push(path, **options)


def run():
    requests.get(URL, **HTTP)  # PS101: 25
    requests.get(URL, **SAFE_HTTP)
    requests.get(URL, verify=settings.HTTP["verify"])  # PS101: 30
    httpx.get(URL, verify=settings.Defaults.verify)  # PS101: 45
    httpx.get(URL, verify=settings.Production.verify)
    redis.Redis("cache", ssl=True, ssl_cert_reqs=Mode.OPEN.value)  # PS101: 60
    redis.Redis("cache", ssl=True, ssl_cert_reqs=Mode.CLOSED.value)
    download(URL, False)  # PS101: 19
    download(URL, settings.CA)
    wire.download_all([URL], check=False)  # PS101: 36
    wire.download_all([URL], timeout=False)
    wire.mirrored(URL, verify=False)
    wire.plain_session().verify = False  # PS101: 35
    wire.plain_session().get(URL, verify=False)  # PS101: 42
    wire.session().get(URL)
    with wire.client(False) as opened:  # PS101: 22
        opened.get(URL)
    with wire.client(settings.CA) as opened:
        opened.get(URL)
    Gateway(URL).get("/a")
    Gateway(URL).push("/a", verify=False)  # PS101: 36
    Gateway(URL).http.verify = False  # PS101: 32
    Nightly(URL).push("/a", verify=False)  # PS101: 36
    Nightly(URL).push("/a", retries=False)


def connect(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(Learning())  # PS105: 40
    client.set_missing_host_key_policy(Strict())
    client.connect(host)
    return client
