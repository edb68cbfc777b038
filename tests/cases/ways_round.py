"""Wrappers, long paths, templates and operators that carry an unsafe value."""

import marshal
import os
import re
import subprocess

import requests
import zeep


class N:
    def __init__(self):
        self.session = requests.Session()


class M:
    def __init__(self):
        self.n = N()


def f(w):
    other = zeep.Client(w)
    other.transport.session.verify = False  # PS101: 38


def g(w):
    m = M()
    m.n.session.verify = False  # PS101: 26


def h(w):
    m = M()
    m.n.session.get("u", verify=False)  # PS101: 33


class K:
    def __init__(self):
        self.client = zeep.Client("w")
        self.client.transport.session.verify = False  # PS101: 48


class C:
    def __init__(self, base, verify=True):
        self.base = base
        self.verify = verify

    @classmethod
    def lax(cls, b):
        return cls(b, verify=False)  # PS101: 30

    def other(self):
        return type(self)(self.base, verify=False)  # PS101: 45

    def get(self):
        return requests.get(self.base, verify=self.verify)


def fetch(u, **kw):
    verify = kw.pop("verify", True)
    return requests.get(u, verify=verify)


fetch("u", verify=False)  # PS101: 19


def sh(command):
    return subprocess.check_output(command, shell=True, text=True)


sh(f"curl -k https://{os.name}/version")  # PS107: 11


def run(self, command):
    return subprocess.run(["sh", "-c", command])


class D(requests.Session):
    def request(self, method, url, **kwargs):
        kwargs["verify"] = "/ca"
        return super().request(method, url, **kwargs)


D().get("u", verify=False)
FLAGS = "-k"
os.system("curl {} {}".format(FLAGS, "u"))  # PS107: 24
os.system("curl {flags} {}".format("u", flags=FLAGS))  # PS107: 29


def env():
    os.environ |= {"PYTHONHTTPSVERIFY": "0"}  # PS106: 41
    os.environ["GIT_SSL_NO_VERIFY"] = "1"  # PS106: 39


subprocess.run(["x"], env=os.environ | {"GIT_SSL_NO_VERIFY": "1"})  # PS106: 62
OPTIONS = re.A | re.I


class Getter:
    def __call__(self, u, **kw):
        return requests.get(u, **kw)


class Holder:
    def __init__(self):
        self.getter = Getter()

    def __call__(self, u, verify=True):
        return self.getter(u, verify=verify)


Getter()("u", verify=False)  # PS101: 22
Holder()("u", verify=False)  # PS101: 22
holder = Holder()
holder("u", verify=False)  # PS101: 20
decoders = {"m": lambda: marshal.loads}  # PS202: 34
