"""PS103: hostname-unchecked."""

import ssl

import kafka
import pymongo
import urllib3
from http.client import HTTPSConnection
from requests.adapters import HTTPAdapter


def contexts():
    context = ssl.create_default_context()
    context.check_hostname = False  # PS103: 30
    second = ssl.create_default_context()
    größe = 1; second.check_hostname = False  # PS103: 40
    third = ssl.create_default_context()
    third.check_hostname = True
    fourth = ssl.create_default_context()
    fourth.hostname_checks_common_name = False  # silent: a hardening
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.check_hostname = False
    return context, second, third, fourth, server, größe


def chosen(insecure):
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False  # silent: somebody asked for it
    return context


def pools(url):
    urllib3.PoolManager(assert_hostname=False)  # PS103: 41
    urllib3.PoolManager(assert_hostname="db.example.org")
    urllib3.HTTPSConnectionPool("host", assert_hostname=False)  # PS103: 57
    HTTPSConnection("host", check_hostname=False)  # PS103: 44
    pymongo.MongoClient(url, tlsAllowInvalidHostnames=True)  # PS103: 55
    kafka.KafkaProducer(ssl_check_hostname=False)  # PS103: 44
    kafka.KafkaProducer(ssl_check_hostname=True)


class AnyName(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, assert_hostname=False, **kwargs)  # PS103: 57


class OneName(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, assert_hostname="db.example.org", **kwargs)


class Form:
    check_hostname = True


def own(form: Form):
    form.check_hostname = False
