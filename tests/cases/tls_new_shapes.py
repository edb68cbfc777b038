"""PS101 to PS107 in shapes written from the facts alone, before the engine had seen them."""
import asyncio
import contextlib
import enum
import functools
import imaplib
import operator
import os
import smtplib
import ssl
import subprocess
import sys
from collections import ChainMap
from dataclasses import dataclass, field, replace
from types import MappingProxyType, SimpleNamespace
from typing import Any, ClassVar, NamedTuple, Optional

import asyncssh
import clickhouse_driver
import confluent_kafka
import httplib2
import httpx
import ldap
import minio
import neo4j
import niquests
import opensearchpy
import paho.mqtt.client as mqtt
import paramiko
import proxmoxer
import pycurl
import pymongo
import pymysql
import pynetbox
import redis
import requests
import scrapli
import stripe
import trino
import urllib3
import websocket
import zeep
from ncclient import manager
from OpenSSL import SSL
from requests.adapters import HTTPAdapter
from tornado import httpclient

URL = "https://stock.corp.example/items"
CA = "/etc/ssl/corp.pem"


# Enumerations, named tuples, frozen configuration objects.
class Peer(enum.Enum):
    STRICT = ssl.CERT_REQUIRED
    LAX = ssl.CERT_NONE


class Check(enum.IntEnum):
    OFF = 0
    ON = 1


class Endpoint(NamedTuple):
    url: str
    verify: bool = False


class Target(NamedTuple):
    url: str
    verify: Any = CA


@dataclass(frozen=True)
class Broker:
    host: str
    insecure: bool = True
    checks: dict = field(default_factory=lambda: {"verify": False})


def enumerated():
    urllib3.PoolManager(cert_reqs=Peer.LAX.value)  # PS101: 44
    urllib3.PoolManager(cert_reqs=Peer.STRICT.value)
    niquests.get(URL, verify=Check.OFF)  # PS101: 36
    niquests.get(URL, verify=Check.ON)
    niquests.get(URL, verify=Check["OFF"])  # PS101: 30


def tuples_with_names():
    here = Endpoint(URL)
    requests.get(here.url, verify=here.verify)  # PS101: 40
    there = Target(URL)
    requests.get(there.url, verify=there.verify)
    elsewhere = Endpoint(URL, verify=CA)
    requests.get(elsewhere.url, verify=elsewhere.verify)


def frozen(broker=Broker("a.example")):
    client = mqtt.Client()
    client.tls_insecure_set(Broker("b.example").insecure)  # PS103: 49
    client.tls_insecure_set(Broker("b.example", insecure=False).insecure)
    fixed = replace(Broker("c.example"), insecure=False)
    client.tls_insecure_set(fixed.insecure)
    return requests.get(URL, **Broker("d.example").checks)  # PS101: 52


# Matching and loops.
def by_stage(stage):
    match stage:
        case "production":
            check = CA
        case "lab" | "dev":
            check = False
        case _:
            check = True
    return httpx.Client(verify=check)  # PS101: 32


def matched_away(mode):
    match mode:
        case {"verify": verify}:
            return httpx.get(URL, verify=verify)
        case [_, verify]:
            return httpx.get(URL, verify=verify)
    return httpx.get(URL, verify=True)


def walked():
    for host, check in (("a.example", False), ("b.example", False)):
        niquests.head(f"https://{host}", verify=check)  # PS101: 49
    for host, check in zip(("a", "b"), (True, CA)):
        niquests.head(f"https://{host}", verify=check)
    for name, options in {"lab": {"verify": False}, "main": {}}.items():
        niquests.post(f"https://{name}.example", **options)  # PS101: 52
    for number, check in enumerate([CA, CA]):
        niquests.head(f"https://{number}.example", verify=check)
    while (verify := False) is False:
        niquests.get(URL, verify=verify)  # PS101: 34
        break
    return [niquests.get(URL, verify=check) for check in (False,)]  # PS101: 38


# Dictionaries that are put together.
def put_together(extra):
    options = {}
    options["verify"] = False
    requests.get(URL, **options)  # PS101: 25
    options |= {"verify": CA}
    requests.get(URL, **options)
    options = {**{"verify": CA}, "verify": False}
    requests.get(URL, **options)  # PS101: 25
    options.pop("verify")
    requests.get(URL, **options)
    options = dict([("verify", False), ("timeout", 3)])
    requests.get(URL, **options)  # PS101: 25
    options = dict.fromkeys(["verify"], False)
    requests.get(URL, **options)  # PS101: 25
    covered = ChainMap({"verify": True}, {"verify": False})
    requests.get(URL, **covered)
    frozen = MappingProxyType({"verify": False})
    requests.get(URL, **frozen)  # PS101: 25
    requests.get(URL, verify=frozen["verify"])  # PS101: 30
    requests.get(URL, verify=frozen.get("ca", CA))
    requests.get(URL, **{**extra, "verify": CA})
    return requests.get(URL, **{"verify": False, **{"verify": CA}})


# Objects that carry the setting.
SETTINGS = SimpleNamespace(ca=CA)
FACTORIES = {"lab": lambda: {"verify": False}, "main": lambda: {"verify": CA}}


def carried():
    requests.get(URL, verify=SETTINGS.ca)
    requests.get(URL, **FACTORIES["lab"]())  # PS101: 25
    requests.get(URL, **FACTORIES["main"]())
    requests.get(URL, verify=[CA, False][-1])  # PS101: 30
    requests.get(URL, verify=[CA, False][0])
    return requests.get(URL, verify=bool(0))  # PS101: 37


class Base:
    verify: ClassVar[Any] = CA

    def __init__(self):
        self.http = niquests.Session()
        self.http.verify = self.verify

    @property
    def options(self):
        return {"timeout": 3, "verify": self.check()}

    def check(self):
        return False

    def fetch(self):
        return requests.get(URL, **self.options)  # PS101: 41


class Client:
    _session: Optional["requests.Session"] = None

    @functools.cached_property
    def session(self):
        made = requests.Session()
        made.headers["Accept"] = "text/plain"
        return made

    @classmethod
    def build(cls) -> "Client":
        self = cls()
        self.session.verify = False  # PS101: 31
        return self

    @staticmethod
    def plain() -> "Client":
        return Client()

    def get(self, path, *, verify=True):
        return self.session.get(URL + path, verify=verify)

    def __call__(self, path, verify=True):
        return self.get(path, verify=verify)


def through_an_object():
    Client.plain().get("/a", verify=False)  # PS101: 37
    Client.plain().get("/a", verify=CA)
    Client.build().session.get(URL)
    Client()("/b", verify=True)
    return Client().session.post(URL, verify=0)  # PS101: 46


# Context managers.
@contextlib.contextmanager
def unchecked(address):
    session = requests.Session()
    try:
        yield session
    finally:
        session.close()


class Lease:
    def __init__(self):
        self.pool = urllib3.PoolManager(cert_reqs="CERT_NONE", ca_certs=CA)  # PS101: 51

    def __enter__(self):
        return httpx.HTTPTransport(verify=False)  # PS101: 43

    def __exit__(self, *exc):
        return None


def leased():
    with unchecked(URL) as session:
        session.verify = None  # PS101: 26
        session.get(URL, verify=False)  # PS101: 33
        session.get(URL, verify=None)
    with contextlib.closing(requests.Session()) as closing:
        closing.get(URL, verify=False)  # PS101: 33
    with Lease() as transport, httpx.Client(transport=transport) as client:
        return client.get(URL)


# Wrappers.
def fetch(url, *args, **kwargs):
    kwargs.setdefault("timeout", 10)
    return requests.get(url, *args, **kwargs)


def fetch_checked(url, **kwargs):
    kwargs["verify"] = CA
    return requests.get(url, **kwargs)


def retried(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner


@retried
def pull(url, verify=True):
    return requests.get(url, verify=verify)


def wrapped():
    fetch(URL, verify=False)  # PS101: 23
    fetch(URL, None, verify=True)
    fetch_checked(URL, verify=False)
    pull(URL, verify=False)  # PS101: 22
    pull(URL, verify=CA)
    functools.partial(fetch, URL, verify=False)()  # PS101: 42
    functools.partial(fetch_checked, verify=False)(URL)
    method = operator.methodcaller("get", URL, verify=CA)
    method(requests.Session())
    return list(map(functools.partial(requests.get, verify=False), [URL]))  # PS101: 60


# Asynchronous code.
async def gathered(loop):
    async with asyncssh.connect("a.example", known_hosts=None) as connection:  # PS105: 58
        await connection.run("ls")
    async with asyncssh.connect("a.example", known_hosts="/etc/ssh/known"):
        pass
    async with niquests.AsyncSession() as session:
        await asyncio.gather(*(session.get(URL, verify=False) for _ in range(3)))  # PS101: 56
        await session.get(URL, verify=CA)
    client = httpclient.AsyncHTTPClient()
    await client.fetch(httpclient.HTTPRequest(URL, validate_cert=False))  # PS101: 66
    await client.fetch(URL, validate_cert=True)
    context = ssl.create_default_context(cafile=CA)
    await loop.create_connection(asyncio.Protocol, "a.example", 443, ssl=context)
    return await asyncio.to_thread(requests.get, URL, verify=False)  # PS101: 62


# Contexts.
def relaxed(context: ssl.SSLContext) -> ssl.SSLContext:
    context.check_hostname = False
    context.verify_mode = ssl.VerifyMode.CERT_NONE  # PS102: 42
    return context


class Verifying(ssl.SSLContext):
    def __init__(self):
        super().__init__()
        self.verify_mode = ssl.CERT_REQUIRED
        self.check_hostname = True


class Context:
    def __init__(self, server):
        self.inner = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.inner.verify_mode = ssl.CERT_NONE
        self.outer = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.outer.check_hostname, self.outer.verify_mode = False, ssl.CERT_NONE  # PS102: 72

    def named(self):
        self.outer.check_hostname = False  # PS103: 37
        return self.outer


def accept(connection, certificate, error, depth, ok):
    return True


def decide(connection, certificate, error, depth, ok):
    return bool(ok)


def openssl():
    context = SSL.Context(SSL.TLS_CLIENT_METHOD)
    context.set_verify(SSL.VERIFY_NONE, decide)  # PS102: 28
    context.set_verify(SSL.VERIFY_PEER, accept)  # PS102: 41
    context.set_verify(SSL.VERIFY_PEER, decide)
    context.set_verify(mode=SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, callback=decide)
    return context


def unverified_somewhere(lax=ssl._create_unverified_context):  # PS102: 34
    return getattr(ssl, "create_default_context")()


def mailed(context=None):
    with smtplib.SMTP("mail.example") as server:
        server.starttls()  # PS104: 16
        server.starttls(context=ssl.create_default_context())
    with imaplib.IMAP4_SSL("mail.example") as box:  # PS104: 18
        box.login("u", "p")
    return imaplib.IMAP4_SSL("mail.example", ssl_context=Verifying())


class Mailer(smtplib.SMTP):
    def secure(self):
        return self.starttls()  # PS104: 21

    def starttls_checked(self):
        return self.starttls(context=ssl.create_default_context())


# Host keys.
class Remember(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        client.get_host_keys().add(hostname, key.get_name(), key)


class Refuse(paramiko.AutoAddPolicy):
    def missing_host_key(self, client, hostname, key):
        raise paramiko.SSHException(hostname)


class Shell(paramiko.SSHClient):
    def __init__(self, strict=True):
        super().__init__()
        self.load_system_host_keys()
        self.set_missing_host_key_policy(Remember())  # PS105: 42


def shells(names):
    policies = {"ask": paramiko.RejectPolicy, "add": paramiko.AutoAddPolicy}
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(policies["add"]())  # PS105: 40
    client.set_missing_host_key_policy(policies["ask"]())
    client.set_missing_host_key_policy(Refuse())
    set_policy = client.set_missing_host_key_policy
    set_policy(paramiko.WarningPolicy)  # PS105: 25
    manager.connect(host="a.example", hostkey_verify=False)  # PS105: 54
    manager.connect(host="a.example", unknown_host_cb=lambda host, print_: True)  # PS105: 55
    manager.connect(host="a.example", unknown_host_cb=lambda host, print_: print_ in names)
    return scrapli.Scrapli("iosxe", "a.example", auth_strict_key=False)  # PS105: 66


# Products.
def products(cursor, key):
    minio.Minio("s3.example", "a", "b", cert_check=False)  # PS101: 52
    minio.Minio("s3.example", "a", "b", http_client=urllib3.PoolManager(cert_reqs="CERT_REQUIRED"))
    neo4j.GraphDatabase.driver("neo4j+ssc://graph.example")  # PS101: 33
    neo4j.GraphDatabase.driver("neo4j+s://graph.example")
    neo4j.GraphDatabase.driver(URL, trusted_certificates=neo4j.TrustAll())  # PS101: 64
    clickhouse_driver.Client("db.example", secure=True, verify=False)  # PS101: 64
    clickhouse_driver.Client("db.example", secure=True, verify=True)
    opensearchpy.OpenSearch([URL], ssl_assert_hostname=False, verify_certs=True)  # PS103: 56
    opensearchpy.OpenSearch([URL], ssl_show_warn=False)
    proxmoxer.ProxmoxAPI("pve.example", user="root@pam", verify_ssl=False)  # PS101: 69
    pynetbox.api(URL).http_session.verify = False  # PS101: 45
    box = pynetbox.api(URL, token=key)
    box.http_session.verify = CA
    stripe.verify_ssl_certs = False  # PS106: 31
    trino.dbapi.connect(host="t.example", verify=False)  # PS101: 50
    trino.dbapi.connect(host="t.example", verify=CA)
    conf = {"bootstrap.servers": "k.example"}
    conf["enable.ssl.certificate.verification"] = "false"
    confluent_kafka.Producer(conf)  # PS101: 30
    conf["enable.ssl.certificate.verification"] = "true"
    confluent_kafka.Consumer(conf)
    confluent_kafka.Consumer({**conf, "ssl.endpoint.identification.algorithm": "none"})  # PS103: 80
    pymysql.connect(host="m.example", ssl={"ca": CA, "check_hostname": False})  # PS103: 72
    pymysql.connect(host="m.example", ssl={"ca": CA})
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_ALLOW)  # PS101: 55
    ldap.initialize("ldaps://l.example").set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
    httplib2.Http(None, 3, disable_ssl_certificate_validation=True)  # PS101: 63
    httplib2.Http(disable_ssl_certificate_validation=False)
    websocket.WebSocketApp("wss://w.example").run_forever(sslopt=dict(cert_reqs=ssl.CERT_NONE))  # PS101: 85
    websocket.create_connection("wss://w.example", sslopt={"ca_certs": CA})
    redis.Redis.from_url("rediss://c.example/0?ssl_cert_reqs=none&db=1")  # PS101: 48
    redis.Redis.from_url("rediss://c.example/0?ssl_cert_reqs=required")
    pymongo.MongoClient("mongodb://m.example/?retryWrites=true&TLSINSECURE=TRUE")  # PS101: 64
    cursor.execute("select 1", verify=False)
    transport = zeep.Transport()
    transport.session.verify = False  # PS101: 32
    handle = pycurl.Curl()
    for option in (pycurl.SSL_VERIFYPEER, pycurl.SSL_VERIFYHOST):
        handle.setopt(option, 0)  # PS101: 31
    handle.setopt(pycurl.SSL_VERIFYHOST, 2)
    return handle


class Pinned(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        kwargs["assert_hostname"] = False
        return super().init_poolmanager(*args, **kwargs)  # PS103: 50


class Renamed(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        kwargs["assert_hostname"] = "internal.example"
        kwargs["cert_reqs"] = "CERT_NONE"
        return super().init_poolmanager(*args, **kwargs)


# The environment and other programs.
def started(target, branch, flags):
    environment = {**os.environ, "GIT_SSL_NO_VERIFY": "0"}
    subprocess.run(["git", "fetch"], env=environment, check=True)  # PS106: 42
    os.environ.update(NODE_TLS_REJECT_UNAUTHORIZED="0")  # PS106: 52
    os.environ.setdefault("VAULT_SKIP_VERIFY", "true")  # PS106: 48
    os.environ["NODE_TLS_REJECT_UNAUTHORIZED"] = "1"
    os.environ.pop("GIT_SSL_NO_VERIFY", None)
    command = ["curl"]
    command += ["-fsSLk", target]
    subprocess.check_output(command)  # PS107: 29
    subprocess.check_output(["curl", "-fsSL", "-K", "options", target])
    subprocess.run(["sudo", "-u", "web", "wget", "--no-check-certificate", target], check=False)  # PS107: 51
    subprocess.run(["wget", "-k", target], check=False)
    os.system(f"cd /tmp && curl -k {target} | tar x")  # PS107: 33
    os.system(f"echo curl -k {target}")
    subprocess.Popen([sys.executable, "-m", "pip", "install", "--trusted-host=pypi.example", "corp"])  # PS107: 64
    subprocess.run("git -c http.sslVerify=true push; git commit --no-verify -m x", shell=True, check=True)
    subprocess.run(["ssh", "-o", "StrictHostKeyChecking=no", target, "uptime"], check=True)  # PS107: 35
    subprocess.run(["ssh", "-oStrictHostKeyChecking=yes", target, "curl", "--keepalive-time", "2"], check=True)
    subprocess.run(["kubectl", *flags, "--insecure-skip-tls-verify", "get", "pods"], check=True)  # PS107: 20
    subprocess.run(["bash", "-c", f"git -c http.sslverify=0 pull origin {branch}"], check=True)  # PS107: 35
    return subprocess.run(["skopeo", "copy", "--src-tls-verify=true", target], check=True)


# The user decides, or nobody knows.
def asked(arguments, config, verify, session, client):
    requests.get(URL, verify=arguments.verify)
    requests.get(URL, verify=config.getboolean("tls", "verify", fallback=False))
    requests.get(URL, verify=os.environ.get("VERIFY", "1") == "1")
    if arguments.insecure:
        session = requests.Session()
        session.verify = False
    client.get(URL, verify=False)
    return requests.get(URL, json={"verify": False}, params={"verify": "false"}, verify=verify)


def shadowed(requests, ssl):
    requests.get(URL, verify=False)
    context = ssl.create_default_context()
    context.verify_mode = ssl.CERT_NONE
    for httpx in [requests]:
        httpx.get(URL, verify=False)
    return context


def compared(context):
    return context.verify_mode == ssl.CERT_NONE or {ssl.CERT_NONE: "none"}[context.verify_mode]
