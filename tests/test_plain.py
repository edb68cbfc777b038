"""What a file shows by itself, when nothing can be followed."""

from __future__ import annotations

import ast

import pytest

from flake8_pysafe import models, plain


def seen(source: str) -> list[tuple[str, str, str]]:
    """Code, sink, and the source text that is pointed at."""
    found = plain.seen(ast.parse(source), models.load(), lambda name: False)
    return [(each.verdict.code, each.sink, ast.unparse(each.node)) for each in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import requests\nrequests.get(u, verify=False)", ("PS101", "requests.get", "False")),
        ("import requests as r\nr.get(u, verify=False)", ("PS101", "requests.get", "False")),
        ("from requests import get\nget(u, verify=False)", ("PS101", "requests.get", "False")),
        ("from requests import get as g\ng(u, verify=0)", ("PS101", "requests.get", "0")),
        ("import httpx\nhttpx.Client(verify=False)", ("PS101", "httpx.Client", "False")),
        ("import numpy\nnumpy.load(f, None, True)", ("PS205", "numpy.load", "True")),
        ("import yaml\nyaml.load(x)", ("PS203", "yaml.load", "yaml.load")),
        ("import yaml\nyaml.unsafe_load(x)", ("PS203", "yaml.unsafe_load", "yaml.unsafe_load")),
        ("import pickle\npickle.loads(x)", ("PS202", "pickle.loads", "pickle.loads")),
        (
            "import ssl\nssl._create_unverified_context()",
            ("PS102", "ssl._create_unverified_context", "ssl._create_unverified_context"),
        ),
        (
            "import xml\nimport urllib3.util\nimport urllib3\nurllib3.PoolManager(cert_reqs='CERT_NONE')",
            ("PS101", "urllib3.PoolManager", "'CERT_NONE'"),
        ),
        (
            "def f():\n    import pickle\n    return [lambda: pickle.loads(x)]",
            ("PS202", "pickle.loads", "pickle.loads"),
        ),
    ],
)
def test_a_call_with_the_librarys_name_and_a_literal_is_seen(source: str, expected: tuple[str, str, str]) -> None:
    assert seen(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "import requests\nrequests.get(u, verify=True)",
        "import requests\nrequests.get(u, verify=v)",
        "import requests\nrequests.get(u, **o)",
        "import requests\nrequests.get(u)",
        "import yaml\nyaml.load(x, Loader=loader)",
        "import yaml\nyaml.load(x, **o)",
        "import yaml\nyaml.load(*x)",
        "requests.get(u, verify=False)",
        "import requests\ndef f(requests):\n    requests.get(u, verify=False)",
        "import requests\nrequests = fake\nrequests.get(u, verify=False)",
        "from .requests import get\nget(u, verify=False)",
        "from other import get\nget(u, verify=False)",
        "import requests\nrequests.get.other(u, verify=False)",
        "import requests\nclass requests: pass\nrequests.get(u, verify=False)",
    ],
)
def test_what_would_have_to_be_followed_is_left_alone(source: str) -> None:
    assert seen(source) == []


def test_deeply_nested_code_is_walked_without_recursion() -> None:
    (call,) = ast.parse("pickle.loads(x)").body
    statement: ast.stmt = call
    for _ in range(5000):
        statement = ast.If(test=ast.Name("x", ast.Load()), body=[statement], orelse=[])
    (imported,) = ast.parse("import pickle").body
    tree = ast.Module(body=[imported, statement], type_ignores=[])
    assert [each.sink for each in plain.seen(tree, models.load(), lambda name: False)] == ["pickle.loads"]


def test_a_module_of_the_project_is_no_library() -> None:
    tree = ast.parse("import pickle, requests\npickle.loads(x)\nrequests.get(u, verify=False)")
    found = plain.seen(tree, models.load(), lambda name: name == "requests")
    assert [each.sink for each in found] == ["pickle.loads"]
