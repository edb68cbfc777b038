"""ssl contexts, mail, low level HTTP, monkeypatches."""
from __future__ import annotations

import ftplib
import functools
import http.client
import imaplib
import json
import os
import poplib
import smtplib
import socket
import ssl
import urllib.request
import xmlrpc.client
from email.message import EmailMessage
from http.server import HTTPServer, SimpleHTTPRequestHandler
from logging.handlers import HTTPHandler

import aiosmtplib
import certifi
import OpenSSL
import pycurl
import requests
import urllib3
from OpenSSL import SSL
from requests.adapters import HTTPAdapter
from twisted.internet import ssl as tx_ssl
from urllib3.poolmanager import PoolManager
from urllib3.util.ssl_ import create_urllib3_context

HOST = "mail.corp.example"


def get_json(url):
    ctx = ssl.create_default_context()
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE  # PS102: 27
    req = urllib.request.Request(url, headers={"Accept": "application/json"})
    with urllib.request.urlopen(req, context=ctx, timeout=10) as resp:
        return json.load(resp)


def get_bytes(url):
    with urllib.request.urlopen(url, context=ssl._create_unverified_context()) as resp:  # PS102: 50
        return resp.read()


def get_safe(url):
    ctx = ssl.create_default_context(cafile=certifi.where())
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2
    ctx.hostname_checks_common_name = False
    with urllib.request.urlopen(url, context=ctx) as resp:
        return resp.read()


def opener():
    ctx = ssl.create_default_context()
    ctx.check_hostname = False  # PS103: 26
    handler = urllib.request.HTTPSHandler(context=ctx)
    urllib.request.install_opener(urllib.request.build_opener(handler))


def _ctx(verify: bool = True) -> ssl.SSLContext:
    ctx = ssl.create_default_context()
    if not verify:
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE
    return ctx


def raw_socket(host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)  # PS102: 15
    ctx.set_ciphers("HIGH")
    with socket.create_connection((host, 443)) as sock:
        with ctx.wrap_socket(sock, server_hostname=host) as tls:
            return tls.getpeercert()


def raw_repaired(host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.verify_mode = ssl.CERT_REQUIRED
    ctx.check_hostname = True
    ctx.load_verify_locations(certifi.where())
    with socket.create_connection((host, 443)) as sock:
        return ctx.wrap_socket(sock, server_hostname=host).version()


def listening():
    httpd = HTTPServer(("0.0.0.0", 4443), SimpleHTTPRequestHandler)
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ctx.load_cert_chain("cert.pem", "key.pem")
    ctx.verify_mode = ssl.CERT_NONE
    ctx.check_hostname = False
    httpd.socket = ctx.wrap_socket(httpd.socket, server_side=True)
    httpd.serve_forever()


def listening_old():
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.load_cert_chain("cert.pem", "key.pem")
    sock = socket.socket()
    sock.bind(("", 8443))
    sock.listen(5)
    return ctx.wrap_socket(sock, server_side=True)


def optional_client():
    ctx = ssl.create_default_context()
    ctx.verify_mode = ssl.CERT_OPTIONAL
    return ctx


def cert_days_left(host, port=443):
    """Monitoring: reads the certificate however bad it is."""
    ctx = ssl.create_default_context()
    ctx.check_hostname = False
    ctx.verify_mode = ssl.VerifyMode.CERT_NONE  # PS102: 38
    conn = ctx.wrap_socket(socket.socket(socket.AF_INET), server_hostname=host)
    conn.connect((host, port))
    return conn.getpeercert(True)


def conn_http():
    conn = http.client.HTTPSConnection(HOST, 443, timeout=5, context=ssl._create_unverified_context())  # PS102: 74
    conn.request("GET", "/")
    return conn.getresponse()


def rpc(url):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # PS102: 31
    return xmlrpc.client.ServerProxy(url, context=context, allow_none=True)


if not os.environ.get("PYTHONHTTPSVERIFY", "") and getattr(ssl, "_create_unverified_context", None):
    ssl._create_default_https_context = ssl._create_unverified_context

try:
    _create_unverified_https_context = ssl._create_unverified_context
except AttributeError:
    pass
else:
    ssl._create_default_https_context = _create_unverified_https_context  # PS106: 41


def dataset(url):
    old = ssl._create_default_https_context
    ssl._create_default_https_context = ssl._create_unverified_context  # PS106: 45
    try:
        return urllib.request.urlretrieve(url)
    finally:
        ssl._create_default_https_context = old


def patch_requests():
    requests.get = functools.partial(requests.get, verify=False)  # PS101: 59
    requests.Session.verify = False  # PS101: 31


def patch_session_init():
    original = requests.Session.__init__

    def init(self, *a, **k):
        original(self, *a, **k)
        self.verify = False

    requests.Session.__init__ = init


# Mail


class Mailer:
    def __init__(self, host=HOST, port=587, user=None, password=None, use_tls=True):
        self.host, self.port, self.user, self.password, self.use_tls = host, port, user, password, use_tls

    def _connect(self):
        server = smtplib.SMTP(self.host, self.port, timeout=30)
        server.ehlo()
        if self.use_tls:
            server.starttls()  # PS104: 20
            server.ehlo()
        if self.user:
            server.login(self.user, self.password)
        return server

    def send(self, msg: EmailMessage):
        server = self._connect()
        try:
            server.send_message(msg)
        finally:
            server.quit()


def send_ssl(msg, secure=True):
    cls = smtplib.SMTP_SSL if secure else smtplib.SMTP
    with cls(HOST, 465) as s:  # PS104: 10
        s.send_message(msg)
    with smtplib.SMTP_SSL(HOST, 465, timeout=10) as s:  # PS104: 18
        s.send_message(msg)
    context = ssl.create_default_context()
    with smtplib.SMTP_SSL(HOST, 465, context=context) as s:
        s.send_message(msg)
    with smtplib.SMTP(HOST, 587) as s:
        s.starttls(context=context)
        s.login("a", "b")


class Inbox:
    def __init__(self, host: str, ssl_enabled: bool):
        self.conn = imaplib.IMAP4(host)
        self.conn.starttls()  # PS104: 19

    def unread(self):
        self.conn.select("INBOX")
        return self.conn.search(None, "UNSEEN")


class SafeInbox(imaplib.IMAP4_SSL):
    def __init__(self, host):
        super().__init__(host, ssl_context=ssl.create_default_context())


class SloppyInbox(imaplib.IMAP4_SSL):
    def __init__(self, host):
        super().__init__(host)  # PS104: 17


def pop_and_ftp():
    box = poplib.POP3_SSL(HOST, timeout=20)  # PS104: 18
    plain = poplib.POP3(HOST)
    plain.stls()  # PS104: 11
    plain.stls(context=ssl.create_default_context())
    with ftplib.FTP_TLS(HOST, "u", "p") as ftps:  # PS104: 17
        ftps.prot_p()
    ftps = ftplib.FTP_TLS(context=ssl.create_default_context())
    return box, ftps


class OwnServer:
    def starttls(self):
        return self

    def SMTP_SSL(self, host):
        return host


def own_starttls():
    OwnServer().starttls()
    return OwnServer().SMTP_SSL("x")


async def async_mail(msg):
    await aiosmtplib.send(msg, hostname=HOST, start_tls=True, validate_certs=False)  # PS101: 78
    await aiosmtplib.send(msg, hostname=HOST, start_tls=True)
    async with aiosmtplib.SMTP(hostname=HOST, validate_certs=False) as smtp:  # PS101: 62
        await smtp.send_message(msg)


# Adapters


class TlsAdapter(HTTPAdapter):
    def init_poolmanager(self, connections, maxsize, block=False, **pool_kwargs):
        ctx = create_urllib3_context()
        ctx.set_ciphers("DEFAULT@SECLEVEL=1")
        self.poolmanager = PoolManager(
            num_pools=connections,
            maxsize=maxsize,
            block=block,
            ssl_context=ctx,
            assert_hostname=False,  # PS103: 29
        )


class LegacyAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        ctx = create_urllib3_context(ciphers="ALL")
        kwargs["ssl_context"] = ctx
        return super().init_poolmanager(*args, **kwargs)


class NoVerify(HTTPAdapter):
    def cert_verify(self, conn, url, verify, cert):
        super(NoVerify, self).cert_verify(conn=conn, url=url, verify=False, cert=cert)  # PS101: 70


class Passing(HTTPAdapter):
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        return super().send(request, stream, timeout or 5, verify, cert, proxies)


class Spoiled(HTTPAdapter):
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        return super().send(request, stream=stream, timeout=timeout, verify=False, cert=cert, proxies=proxies)  # PS101: 77


def pools():
    urllib3.HTTPSConnectionPool(HOST, port=8443, cert_reqs="CERT_NONE", assert_hostname=False)  # PS101: 60
    http = urllib3.PoolManager(cert_reqs=ssl.CERT_NONE, retries=urllib3.Retry(3))  # PS101: 46
    urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs=certifi.where())
    urllib3.PoolManager(cert_reqs=None)
    urllib3.PoolManager(assert_hostname=HOST, assert_fingerprint="aa:bb")
    urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
    http.connection_pool_kw["assert_hostname"] = False  # PS103: 50
    return http


def curl(url, buf):
    c = pycurl.Curl()
    c.setopt(c.URL, url)
    c.setopt(c.WRITEDATA, buf)
    c.setopt(pycurl.SSL_VERIFYPEER, False)  # PS101: 37
    c.setopt(c.SSL_VERIFYHOST, 0)  # PS101: 32
    c.setopt(c.FOLLOWLOCATION, 0)
    c.setopt(pycurl.SSL_VERIFYHOST, 2)
    c.setopt(pycurl.SSL_VERIFYPEER, 1)
    c.perform()
    c.close()


def verify_cb(conn, x509, errno, depth, preverify_ok):
    return preverify_ok


def pyopenssl():
    ctx = SSL.Context(SSL.TLSv1_2_METHOD)
    ctx.set_verify(SSL.VERIFY_PEER, verify_cb)
    other = OpenSSL.SSL.Context(OpenSSL.SSL.TLS_METHOD)
    other.set_verify(OpenSSL.SSL.VERIFY_NONE, lambda c, x, n, d, ok: ok)  # PS102: 34
    tx_ssl.ClientContextFactory()  # PS101: 12
    return tx_ssl.optionsForClientTLS(HOST)


def shipping():
    ctx = ssl._create_unverified_context()  # PS102: 15
    return HTTPHandler(HOST, "/log", method="POST", secure=True, context=ctx)
