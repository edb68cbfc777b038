"""PS106: verification-disabled-globally."""

import os
import ssl
from os import environ

import requests
import stripe

os.environ["PYTHONHTTPSVERIFY"] = "0"  # PS106: 35
os.environ["GIT_SSL_NO_VERIFY"] = "false"  # PS106: 35; set to anything it switches off
environ["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"  # PS106: 43
os.putenv("CURL_CA_BUNDLE", "")  # PS106: 29
os.environ.setdefault("VAULT_SKIP_VERIFY", "true")  # PS106: 44
os.environ["NODE_TLS_REJECT_UNAUTHORIZED"] = "1"
os.environ["GREETING"] = "0"
os.environ["CURL_CA_BUNDLE"] = "/etc/ssl/corp.pem"
os.environ.pop("PYTHONHTTPSVERIFY", None)
print(os.environ.get("PYTHONHTTPSVERIFY", "0"))
settings = {"PYTHONHTTPSVERIFY": "0"}


def process():
    ssl._create_default_https_context = ssl._create_unverified_context  # PS106: 45


def nested():
    "Straße"; setattr(ssl, "_create_default_https_context", ssl._create_unverified_context)  # PS106: 65


def restored():
    ssl._create_default_https_context = ssl.create_default_context


def product():
    stripe.verify_ssl_certs = False  # PS106: 31
    requests.verify_ssl_certs = False


def checked():
    stripe.verify_ssl_certs = True


class Fake:
    environ: dict[str, str] = {}


fake = Fake()
fake.environ["PYTHONHTTPSVERIFY"] = "0"
