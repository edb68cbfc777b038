"""What is blamed: sinks behind wrappers and keywords, settings in order, references that escape, one code each."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run

# --- wrappers --------------------------------------------------------------------------------

FETCH = "import requests\ndef fetch(url, check=True):\n    return requests.get(url, verify=check)\n"

WRAPPERS = {
    "by keyword": (FETCH + "fetch(u, check=False)\n", ["4:16 PS101"]),
    "by position": (FETCH + "fetch(u, False)\n", ["4:10 PS101"]),
    "the safe value": (FETCH + "fetch(u, check=True)\nfetch(u)\n", []),
    "an unknown value": (FETCH + "fetch(u, check=x)\n", []),
    "by a dictionary": (FETCH + "o = {'check': False}\nfetch(u, **o)\n", ["5:12 PS101"]),
    "called before it is defined": (
        "import requests\ndef f():\n    fetch(u, False)\ndef fetch(url, check):\n    requests.get(url, verify=check)\n",
        ["3:14 PS101"],
    ),
    "two levels": (
        FETCH + "def load(u, safe):\n    return fetch(u, check=safe)\nload(u, safe=False)\n",
        ["6:14 PS101"],
    ),
    "three levels": (
        FETCH + "def a(v):\n    fetch(u, v)\ndef b(w):\n    a(w)\nb(False)\n",
        ["8:3 PS101"],
    ),
    "keywords passed on": (
        "import requests\ndef fetch(url, **o):\n    return requests.get(url, **o)\nfetch(u, verify=False)\n",
        ["4:17 PS101"],
    ),
    "keywords passed on twice": (
        "import requests\ndef a(**o):\n    requests.get(u, **o)\ndef b(**p):\n    a(**p)\nb(verify=False)\n",
        ["6:10 PS101"],
    ),
    "keywords that are made safe on the way": (
        "import requests\ndef a(**o):\n    o['verify'] = True\n    requests.get(u, **o)\na(verify=False)\n",
        [],
    ),
    "other keywords": (
        "import requests\ndef a(**o):\n    requests.get(u, **o)\na(timeout=False)\n",
        [],
    ),
    "a default that is unsafe is blamed inside": (
        "import requests\ndef fetch(url, check=False):\n    return requests.get(url, verify=check)\nfetch(u)\n",
        ["3:37 PS101"],
    ),
    "a method": (
        "import requests\nclass C:\n    def m(self, v):\n        requests.get(u, verify=v)\nC().m(False)\n",
        ["5:7 PS101"],
    ),
    "a static method": (
        "import requests\nclass C:\n    @staticmethod\n    def m(u, v):\n        requests.get(u, verify=v)\n"
        "C.m(x, False)\n",
        ["6:8 PS101"],
    ),
    "an inherited method": (
        "import requests\nclass B:\n    def m(self, v):\n        requests.get(u, verify=v)\n"
        "class C(B):\n    pass\nC().m(False)\n",
        ["7:7 PS101"],
    ),
    "a namesake of another class": (
        "import requests\nclass C:\n    def m(self, v):\n        requests.get(u, verify=v)\n"
        "class D:\n    def m(self, v):\n        pass\nD().m(False)\n",
        [],
    ),
    "a wrapper that calls itself": (
        "import requests\ndef f(v, n):\n    requests.get(u, verify=v)\n    f(v, n)\nf(False, 1)\n",
        ["5:3 PS101"],
    ),
    "wrappers that call each other": (
        "import requests\ndef f(v):\n    requests.get(u, verify=v)\n    g(v)\ndef g(w):\n    f(w)\ng(False)\n",
        ["7:3 PS101"],
    ),
    "the parameter is replaced first": (
        "import requests\ndef f(v):\n    v = True\n    requests.get(u, verify=v)\nf(False)\n",
        [],
    ),
    "a parameter of a pickle is the sink's": (
        "import pickle\ndef read(data):\n    return pickle.loads(data)\nread(x)\n",
        ["3:19 PS202"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), WRAPPERS.values(), ids=WRAPPERS.keys())
def test_a_parameter_that_reaches_a_sink_is_judged_at_the_caller(source: str, expected: list[str], run: Run) -> None:
    assert run(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from web import fetch\nfetch(u, check=False)\n", ["2:16 PS101"]),
        ("import web as w\nw.fetch(u, False)\n", ["2:12 PS101"]),
        ("from web import *\nfetch(u, False)\n", ["2:10 PS101"]),
        ("from api import load\nload(False)\n", ["2:6 PS101"]),
        ("from web import fetch\nfetch(u)\n", []),
    ],
)
def test_a_wrapper_of_another_module_counts(source: str, expected: list[str], run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "web.py").write_text(FETCH)
    (project / "api.py").write_text("from web import fetch\ndef load(v):\n    return fetch(u, check=v)\n")
    assert run(source, str(project / "main.py")) == expected


# --- settings --------------------------------------------------------------------------------

SESSION = "import requests\ns = requests.Session()\n"
CONTEXT = "import ssl\nc = ssl.create_default_context()\n"

SETTINGS = {
    "set": (SESSION + "s.verify = False\n", ["3:12 PS101"]),
    "set again before it is used": (SESSION + "s.verify = False\ns.verify = True\ns.get(u)\n", []),
    "set again after it is used": (SESSION + "s.verify = False\ns.get(u)\ns.verify = True\n", ["3:12 PS101"]),
    "of another object": (SESSION + "t = requests.Session()\ns.verify = False\nt.verify = True\n", ["4:12 PS101"]),
    "set again in a branch": (SESSION + "s.verify = False\nif x:\n    s.verify = True\n", ["3:12 PS101"]),
    "set to what is unknown": (SESSION + "s.verify = x\n", []),
    "by setattr": (SESSION + "setattr(s, 'verify', False)\n", ["3:22 PS101"]),
    "of an unknown object": ("import requests\ns.verify = False\n", []),
    "of a parameter": ("import requests\ndef f(s: requests.Session):\n    s.verify = False\n", ["3:16 PS101"]),
    "in a tuple": (SESSION + "s.verify, x = False, 1\n", ["3:15 PS101"]),
    "of self": (
        "import requests\nclass C:\n    def __init__(self):\n        self.s = requests.Session()\n"
        "    def off(self):\n        self.s.verify = False\n",
        ["6:25 PS101"],
    ),
    "of self, derived": (
        "import requests\nclass C(requests.Session):\n    def __init__(self):\n"
        "        super().__init__()\n        self.verify = False\n",
        ["5:23 PS101"],
    ),
    "the host name and the rest": (
        CONTEXT + "c.check_hostname = False\nc.verify_mode = ssl.CERT_NONE\n",
        ["4:21 PS102"],
    ),
    "the host name alone": (CONTEXT + "c.check_hostname = False\n", ["3:20 PS103"]),
    "of two contexts": (
        CONTEXT + "d = ssl.create_default_context()\nc.check_hostname = False\nd.verify_mode = ssl.CERT_NONE\n",
        ["4:20 PS103", "5:21 PS102"],
    ),
    "of contexts in two functions": (
        "import ssl\ndef f():\n    c = ssl.create_default_context()\n    c.check_hostname = False\n    return c\n"
        "def g():\n    c = ssl.create_default_context()\n    c.verify_mode = ssl.CERT_NONE\n    return c\n",
        ["4:24 PS103", "8:25 PS102"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), SETTINGS.values(), ids=SETTINGS.keys())
def test_a_setting_is_judged_in_its_order(source: str, expected: list[str], run: Run) -> None:
    assert run(source) == expected


# --- references that escape ------------------------------------------------------------------

ESCAPES = {
    "an argument": ("import pickle\nmap(pickle.loads, rows)\n", ["2:12 PS202"]),
    "a keyword": ("import pickle\nf(key=pickle.loads)\n", ["2:14 PS202"]),
    "a table": ("import pickle\nT = {'p': pickle.loads}\n", ["2:18 PS202"]),
    "a list": ("import pickle\nT = [pickle.loads]\n", ["2:13 PS202"]),
    "returned": ("import pickle\ndef f():\n    return pickle.loads\n", ["3:19 PS202"]),
    "a default": ("import pickle\ndef f(load=pickle.loads):\n    pass\n", ["2:19 PS202"]),
    "by another name": ("import pickle\nload = pickle.loads\nmap(load, rows)\n", ["3:5 PS202"]),
    "an alias alone": ("import pickle\nload = pickle.loads\n", []),
    "looked at": ("import pickle\nisinstance(x, pickle.Unpickler)\nhasattr(pickle, 'loads')\n", []),
    "compared": ("import pickle\nx in (pickle.loads, pickle.load)\n", []),
    "patched": ("from unittest import mock\nmock.patch('pickle.loads')\n", []),
    "caught": ("import pickle\ntry:\n    f()\nexcept pickle.UnpicklingError:\n    pass\n", []),
    "an annotation": ("import pickle\ndef f(x: pickle.Unpickler) -> pickle.Unpickler: ...\n", []),
    "a safe function": ("import pickle\nmap(pickle.dumps, rows)\n", []),
    "a function that is safe by itself": ("import requests\nmap(requests.get, urls)\n", []),
}


@pytest.mark.parametrize(("source", "expected"), ESCAPES.values(), ids=ESCAPES.keys())
def test_a_function_that_is_handed_over_is_blamed_there(source: str, expected: list[str], run: Run) -> None:
    assert run(source) == expected


# --- one code --------------------------------------------------------------------------------

CODES = {
    "of a family": ("import pickle\npickle.load(open(f, 'rb')), pickle.loads(x)\n", ["2:8 PS202", "2:36 PS202"]),
    "the first that applies": (
        "import pickle\nfrom flask import request\nx = [pickle.loads(request.data), pickle.loads(y)]\n",
        ["3:13 PS201"],
    ),
    "of each family": (
        "import pickle, requests\npickle.loads(requests.get(u, verify=False).content)\n",
        ["2:8 PS201", "2:37 PS101"],
    ),
    "two statements": (
        "import pickle\nfrom flask import request\npickle.loads(request.data)\npickle.loads(y)\n",
        ["3:8 PS201", "4:8 PS202"],
    ),
    "a verification switched off twice": (
        "import requests, ssl\nrequests.get(u, verify=False, x=ssl._create_unverified_context())\n",
        ["2:24 PS101"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), CODES.values(), ids=CODES.keys())
def test_a_statement_gets_one_code_of_a_family(source: str, expected: list[str], run: Run) -> None:
    assert run(source, known_modules=("flask",)) == expected


# --- what the user decides -------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "requests.get(u, verify=not insecure)",
        "if insecure:\n        requests.get(u, verify=False)",
        "requests.get(u, verify=False if insecure else True)",
        "v = True\n    if insecure:\n        v = False\n    requests.get(u, verify=v)",
        "s = requests.Session()\n    if insecure:\n        s.verify = False",
    ],
)
def test_what_the_user_asks_for_is_not_blamed(body: str, run: Run) -> None:
    assert run(f"import requests\ndef f(u, insecure):\n    {body}\n") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("requests.get(u, verify=False if stage == 'dev' else CA)", ["3:28 PS101"]),
        ("if u:\n        requests.get(u, verify=False)", ["4:32 PS101"]),
    ],
)
def test_any_other_branch_is_no_excuse(body: str, expected: list[str], run: Run) -> None:
    assert run(f"import requests\ndef f(u, stage):\n    {body}\n") == expected


# --- branches that belong together -----------------------------------------------------------

SMTP = "import smtplib, ssl\ndef f(tls):\n    extra = {}\n"

TOGETHER = {
    "in one branch": (
        SMTP + "    if tls:\n        make = smtplib.SMTP_SSL\n        extra['context'] = ssl.create_default_context()\n"
        "    else:\n        make = smtplib.SMTP\n    make(h, **extra)\n",
        [],
    ),
    "in two with the same condition": (
        SMTP + "    make = smtplib.SMTP\n    if tls:\n        make = smtplib.SMTP_SSL\n"
        "    if tls:\n        extra['context'] = ssl.create_default_context()\n    make(h, **extra)\n",
        [],
    ),
    "in the other branch": (
        SMTP + "    if tls:\n        make = smtplib.SMTP_SSL\n    else:\n        make = smtplib.SMTP\n"
        "        extra['context'] = ssl.create_default_context()\n    make(h, **extra)\n",
        ["9:5 PS104"],
    ),
    "under another condition": (
        SMTP + "    make = smtplib.SMTP\n    if tls:\n        make = smtplib.SMTP_SSL\n"
        "    if x:\n        extra['context'] = ssl.create_default_context()\n    make(h, **extra)\n",
        ["9:5 PS104"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), TOGETHER.values(), ids=TOGETHER.keys())
def test_what_is_called_and_what_it_is_given_are_decided_together(source: str, expected: list[str], run: Run) -> None:
    assert run(source) == expected


# --- once, and where it belongs --------------------------------------------------------------

ONCE = {
    "a default that is returned": (
        "import ssl\ndef f(make=ssl._create_unverified_context):\n    return make\n",
        ["2:16 PS102"],
    ),
    "a partial that is called": (
        "import pickle\nfrom functools import partial\npartial(pickle.loads, x)()\n",
        ["3:16 PS202"],
    ),
    "a partial that is called later": (
        "import pickle\nfrom functools import partial\nf = partial(pickle.loads, x)\nf()\n",
        ["3:20 PS202"],
    ),
    "an unpickler with an initializer and a load of its own": (
        "import pickle\nclass U(pickle.Unpickler):\n    def __init__(self, f):\n        super().__init__(f)\n"
        "    def load(self):\n        return super().load()\nU(f).load()\n",
        ["7:6 PS202"],
    ),
    "a load of its own that does something else": (
        "import pickle\nclass U(pickle.Unpickler):\n    def __init__(self, f):\n        super().__init__(f)\n"
        "    def load(self):\n        return 1\nU(f).load()\n",
        [],
    ),
    "settings in a class": (
        "from celery import Celery\nclass Config:\n    accept_content = ['pickle']\n"
        "Celery('a').config_from_object(Config)\n",
        ["3:23 PS207"],
    ),
    "settings in a class that is not used": (
        "from celery import Celery\nclass Config:\n    accept_content = ['pickle']\n",
        [],
    ),
    "a pinned certificate": (
        "import urllib3\nurllib3.PoolManager(cert_reqs='CERT_NONE', assert_fingerprint=x)\n",
        [],
    ),
    "a pin that is no pin": (
        "import urllib3\nurllib3.PoolManager(cert_reqs='CERT_NONE', assert_fingerprint=None)\n",
        ["2:31 PS101"],
    ),
    "a star in a try": (
        "try:\n    from requests import *\nexcept ImportError:\n    pass\nget(u, verify=False)\n",
        ["5:15 PS101"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), ONCE.values(), ids=ONCE.keys())
def test_one_defect_is_reported_once_where_it_belongs(source: str, expected: list[str], run: Run) -> None:
    assert run(source, known_modules=("urllib3", "requests", "celery")) == expected


def test_modules_that_import_everything_from_each_other_end(project: Path, run: Run) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "a.py").write_text("from b import *\nOFF = False\n")
    (project / "b.py").write_text("from a import *\nfrom c import *\n")
    (project / "c.py").write_text("from b import *\n")
    source = "import requests\nfrom b import *\nrequests.get(u, verify=OFF)\nrequests.get(u, verify=ON)\n"
    assert run(source, str(project / "main.py")) == ["3:24 PS101"]


# --- messages --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import requests\nrequests.get(u, verify=False)\n", "verification;"),
        ("import requests\nv = False\n\nrequests.get(u, verify=v)\n", "verification: `verify` is False (line 2);"),
        (
            "import requests\nclass C:\n    v = 0\nrequests.get(u, verify=C.v)\n",
            "verification: `verify` is 0 (line 3);",
        ),
    ],
)
def test_a_value_from_elsewhere_names_where_it_was_written(source: str, reason: str, messages: Run) -> None:
    (found,) = messages(source)
    assert reason in found


def test_a_value_of_another_module_names_the_file(messages: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    (project / "settings.py").write_text("CA = 'ca.pem'\nCHECK = False\n")
    source = "import requests\nfrom settings import CHECK\nrequests.get(u, verify=CHECK)\n"
    (found,) = messages(source, str(project / "main.py"))
    assert "`verify` is False (settings.py:2)" in found
