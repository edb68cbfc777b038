"""PS102: unverified-context."""

import socket
import ssl
from ssl import CERT_NONE, SSLContext, VerifyMode
from urllib.request import urlopen

LAX = ssl.CERT_NONE


def made(url):
    ssl._create_unverified_context()  # PS102: 9
    urlopen(url, context=ssl._create_unverified_context())  # PS102: 30
    urlopen(url, context=ssl.create_default_context())
    ssl._create_stdlib_context()  # PS102: 9


def settings():
    context = ssl.create_default_context()
    context.verify_mode = ssl.CERT_NONE  # PS102: 31
    second = ssl.create_default_context()
    second.verify_mode = CERT_NONE  # PS102: 26
    third = ssl.create_default_context()
    third.verify_mode = VerifyMode.CERT_NONE  # PS102: 36
    fourth = ssl.create_default_context()
    fourth.verify_mode = LAX  # PS102: 26
    fifth = ssl.create_default_context()
    "naïve"; fifth.verify_mode = 0  # PS102: 34
    safe = ssl.create_default_context()
    safe.verify_mode = ssl.CERT_REQUIRED
    safe.verify_mode = ssl.CERT_OPTIONAL  # silent: the same as required for a client
    return context, second, third, fourth, fifth, safe


def both():
    context = ssl.create_default_context()
    context.check_hostname = False  # silent: the next line says it all
    context.verify_mode = ssl.CERT_NONE  # PS102: 31
    return context


def bare(host):
    context = ssl.SSLContext()  # PS102: 19
    with socket.create_connection((host, 443)) as plain:
        context.wrap_socket(plain, server_hostname=host)
    old = SSLContext(ssl.PROTOCOL_TLS)  # PS102: 11
    urlopen(f"https://{host}", context=old)
    modern = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    urlopen(f"https://{host}", context=modern)
    repaired = ssl.SSLContext(ssl.PROTOCOL_TLS)
    repaired.verify_mode = ssl.CERT_REQUIRED
    urlopen(f"https://{host}", context=repaired)


def server(listening):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_NONE  # silent: servers ask nobody for a certificate
    context.load_cert_chain("server.pem")
    context.wrap_socket(listening, server_side=True)
    other = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    other.verify_mode = ssl.CERT_NONE
    old = ssl.SSLContext()
    old.load_cert_chain("server.pem")
    old.wrap_socket(listening, server_side=True)


def compared(context):
    if context.verify_mode == ssl.CERT_NONE:
        raise ValueError(ssl.CERT_NONE)


class Settings:
    verify_mode = None


def own_settings():
    settings = Settings()
    settings.verify_mode = ssl.CERT_NONE
    return settings
