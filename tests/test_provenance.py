"""Where data comes from: dumped in this process, sent by somebody else, checked, or unknown."""

from __future__ import annotations

import pytest

from conftest import Run
from flake8_pysafe.resolve.provenance import MAX_STEPS, Grade, Provenance
from worlds import evaluator, probes


def grades(source: str) -> set[Grade]:
    ask = evaluator(source)
    (node,) = probes(ask)
    return {origin.grade for origin in Provenance(ask).origins(node)}


IMPORTS = (
    "import asyncio, base64, bz2, gzip, io, lzma, pickle, socket, tempfile, zlib\n"
    "import django.views, kafka, pika, requests, yaml\n"
    "from django.views.decorators import csrf\nfrom flask import request\n"
)

DUMPED = {
    "a dump": "probe(pickle.dumps(x))",
    "through a variable": "d = pickle.dumps(x)\nprobe(d)",
    "through two": "d = pickle.dumps(x)\ne = d\nprobe(e)",
    "compressed and back": "probe(zlib.decompress(zlib.compress(pickle.dumps(x))))",
    "encoded and back": "probe(base64.b64decode(base64.b64encode(pickle.dumps(x))))",
    "several forms": "probe(bz2.decompress(base64.b64decode(base64.b64encode(bz2.compress(pickle.dumps(x))))))",
    "bytes of it": "probe(bytes(pickle.dumps(x)))",
    "in both branches": "if y:\n    d = pickle.dumps(x)\nelse:\n    d = pickle.dumps(z)\nprobe(d)",
    "either of a condition": "probe(pickle.dumps(x) if y else pickle.dumps(z))",
    "a buffer around it": "probe(io.BytesIO(pickle.dumps(x)))",
    "a buffer it is written to": "b = io.BytesIO()\npickle.dump(x, b)\nb.seek(0)\nprobe(b)",
    "what such a buffer holds": "b = io.BytesIO()\npickle.dump(x, b)\nprobe(b.getvalue())",
    "a buffer of a pickler": "b = io.BytesIO()\npickle.Pickler(b).dump(x)\nprobe(b.getvalue())",
    "a temporary file": "with tempfile.TemporaryFile() as f:\n    pickle.dump(x, f)\n    f.seek(0)\n    probe(f)",
    "a named one": "f = tempfile.NamedTemporaryFile('w+b')\npickle.dump(x, f)\nf.seek(0)\nprobe(f)",
    "a buffer a dump is written to": "b = io.BytesIO()\nb.write(pickle.dumps(x))\nb.seek(0)\nprobe(b)",
    "kept on an object": (
        "class C:\n    def __init__(self):\n        self.a = None\n    def set(self, x):\n"
        "        self.a = pickle.dumps(x)\n    def get(self):\n        probe(self.a)"
    ),
    "kept beside a namesake of another class": (
        "class B:\n    def __init__(self, x):\n        self.a = x\nclass C:\n    def set(self, x):\n"
        "        self.a = pickle.dumps(x)\n    def get(self):\n        probe(self.a)"
    ),
    "a walrus": "probe(d := pickle.dumps(x))",
    "pieces joined": "probe(b''.join([pickle.dumps(v) for v in x]))",
    "a list of one joined": "probe(b''.join([pickle.dumps(x)]))",
    "one without a with": "f = tempfile.TemporaryFile()\npickle.dump(x, f)\nf.seek(0)\nprobe(f)",
    "a spooled one": "with tempfile.SpooledTemporaryFile() as f:\n    pickle.dump(x, f)\n    f.seek(0)\n    probe(f)",
    "a compressed buffer": (
        "b = io.BytesIO()\nwith gzip.GzipFile(fileobj=b, mode='wb') as g:\n    pickle.dump(x, g)\nb.seek(0)\n"
        "with gzip.GzipFile(fileobj=b) as g:\n    probe(g)"
    ),
    "YAML": "probe(yaml.dump(x))",
}

REMOTE = {
    "a response": "probe(requests.get(u).content)",
    "through a variable": "r = requests.get(u)\nprobe(r.content)",
    "a session's": "s = requests.Session()\nprobe(s.post(u).content)",
    "in a with": "with requests.get(u) as r:\n    probe(r.content)",
    "a request": "probe(request.data)",
    "a cookie": "probe(request.cookies['a'])",
    "a cookie by get": "probe(request.cookies.get('a'))",
    "decoded": "probe(base64.b64decode(request.data))",
    "decompressed": "probe(zlib.decompress(request.data))",
    "a piece": "probe(request.data[4:])",
    "joined": "probe(b'a' + request.data)",
    "a loop": "for line in requests.get(u).iter_lines():\n    probe(line)",
    "a socket": "s = socket.create_connection(a)\nprobe(s.recv(9))",
    "a buffer around it": "probe(io.BytesIO(request.data))",
    "a request below WSGI": "def app(environ, start):\n    probe(environ['wsgi.input'].read(9))",
    "kept on an object": (
        "class C:\n    def __init__(self):\n        self.a = requests.get(u).content\n"
        "    def get(self):\n        probe(self.a)"
    ),
    "json": "probe(requests.get(u).json()['a'])",
    "collected in a loop": "def f(s: socket.socket):\n    d = b''\n    while y:\n        d += s.recv(9)\n    probe(d)",
    "pieces that are joined": (
        "def f(s: socket.socket):\n    a = []\n    while y:\n        b = s.recv(9)\n        a.append(b)\n"
        "    probe(b''.join(a))"
    ),
    "collected by a helper": (
        "def read(s):\n    d = b''\n    while y:\n        d += s.recv(9)\n    return d\n"
        "def f():\n    s = socket.create_connection(a)\n    probe(read(s))"
    ),
    "an accepted connection": "s = socket.create_server(a)\nc, peer = s.accept()\nprobe(c.recv(9))",
    "given by a caller": "def f(x):\n    probe(x)\nf(request.data)",
    "streams of a connection": (
        "async def f():\n    r, w = await asyncio.open_connection(h, p)\n    probe(await r.readexactly(9))"
    ),
    "a protocol": "class P(asyncio.Protocol):\n    def data_received(self, data):\n        probe(data)",
    "a datagram": (
        "class P(asyncio.DatagramProtocol):\n    def datagram_received(self, data, addr):\n        probe(data)"
    ),
    "a view": "class V(django.views.View):\n    def post(self, request, pk):\n        probe(request.body)",
    "a view by its decorator": "@csrf.csrf_exempt\ndef view(request):\n    probe(request.read())",
    "a callback": (
        "def got(ch, method, properties, body):\n    probe(body)\n"
        "c = pika.BlockingConnection(p).channel()\nc.basic_consume(queue='a', on_message_callback=got)"
    ),
    "a method as callback": (
        "class C:\n    def got(self, ch, method, properties, body):\n        probe(body)\n    def run(self):\n"
        "        pika.BlockingConnection(p).channel().basic_consume('a', self.got)"
    ),
    "an event": "def lambda_handler(event, context):\n    probe(base64.b64decode(event['body']))",
    "a consumer's messages": "for message in kafka.KafkaConsumer('a'):\n    probe(message.value)",
    "a consumer's in a comprehension": "[probe(m.value) for m in kafka.KafkaConsumer('a')]",
    "a file that was sent": "probe(request.files['a'].stream)",
}

OTHER = {
    "unknown": "probe(x)",
    "a parameter": "def f(x):\n    probe(x)",
    "a file": "probe(open(p).read())",
    "a piece of a dump": "probe(pickle.dumps(x)[1:])",
    "dumped in one branch": "d = x\nif y:\n    d = pickle.dumps(x)\nprobe(d)",
    "overwritten": "d = pickle.dumps(x)\nd = y\nprobe(d)",
    "added to": "probe(pickle.dumps(x) + y)",
    "a buffer others write to": "b = io.BytesIO()\npickle.dump(x, b)\nb.write(y)\nprobe(b)",
    "a buffer that is handed on": "b = io.BytesIO()\npickle.dump(x, b)\nfill(b)\nprobe(b)",
    "a buffer with something in it": "b = io.BytesIO(y)\npickle.dump(x, b)\nprobe(b)",
    "an empty buffer": "b = io.BytesIO()\nprobe(b)",
    "a buffer dumped to later": "b = io.BytesIO()\nprobe(b)\npickle.dump(x, b)",
    "a temporary file that is handed on by name": (
        "with tempfile.NamedTemporaryFile() as f:\n    pickle.dump(x, f)\n    run(f.name)\n    probe(f)"
    ),
    "kept on an object, once something else": (
        "class C:\n    def __init__(self, x):\n        self.a = x\n    def set(self, x):\n"
        "        self.a = pickle.dumps(x)\n    def get(self):\n        probe(self.a)"
    ),
    "kept on an object and set by others": (
        "class C:\n    def __init__(self, x):\n        self.a = pickle.dumps(x)\n    def get(self):\n"
        "        probe(self.a)\ndef f(c):\n    c.a = x"
    ),
    "a buffer that others may write to": ("b = io.BytesIO()\npickle.dump(x, b)\ns.recv_into(b.getbuffer())\nprobe(b)"),
    "a buffer around a dump, written to": "b = io.BytesIO(pickle.dumps(x))\nb.write(y)\nprobe(b)",
    "a compressed buffer of something else": (
        "b = io.BytesIO()\nwith gzip.GzipFile(fileobj=b, mode='wb') as g:\n    g.write(y)\nb.seek(0)\nprobe(b)"
    ),
    "dumps joined with something else": "probe(b''.join([pickle.dumps(x), y]))",
    "given a dump by a caller": "def f(x):\n    probe(x)\nf(pickle.dumps(y))",
    "another method of a view": (
        "class V(django.views.View):\n    def parse(self, request):\n        probe(request.body)"
    ),
    "an event of something else": "def on_click(event, context):\n    probe(event['body'])",
    "a callback of something unknown": "def got(a, b, c, body):\n    probe(body)\nrun(got)",
    "a local namesake": "def dumps(x): return x\nprobe(dumps(x))",
}


@pytest.mark.parametrize("source", DUMPED.values(), ids=DUMPED.keys())
def test_what_was_dumped_here_is_known(source: str) -> None:
    assert grades(IMPORTS + source) == {Grade.DUMPED}


@pytest.mark.parametrize("source", REMOTE.values(), ids=REMOTE.keys())
def test_what_somebody_sent_is_remote(source: str) -> None:
    assert Grade.REMOTE in grades(IMPORTS + source)


@pytest.mark.parametrize("source", OTHER.values(), ids=OTHER.keys())
def test_all_else_is_not_vouched_for(source: str) -> None:
    found = grades(IMPORTS + source)
    assert Grade.OTHER in found
    assert Grade.REMOTE not in found


def test_an_origin_names_its_source() -> None:
    ask = evaluator(IMPORTS + "d = request.data\nprobe(d)")
    (origin,) = Provenance(ask).origins(probes(ask)[0])
    assert (origin.source, origin.line) == ("flask.Request.data", 5)


def test_data_that_depends_on_itself_ends() -> None:
    assert grades("d = x\nwhile y:\n    d = e\n    e = d + d\nprobe(d)") == {Grade.OTHER}


def test_a_finding_about_remote_data_names_the_source(messages: Run) -> None:
    source = "import pickle\nfrom flask import request\nd = request.data\npickle.loads(d)\n"
    (found,) = messages(source, known_modules=("flask",))
    assert found.startswith("4:8 PS201 `pickle.loads` runs code from data that arrives from `flask.")
    assert "(line 3)" in found


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("yaml.load(request.data, Loader=yaml.Loader)", "PS201"),
        ("yaml.load(x, Loader=yaml.Loader)", "PS203"),
        ("numpy.load(io.BytesIO(request.data), allow_pickle=True)", "PS201"),
        ("numpy.load(x, allow_pickle=True)", "PS205"),
    ],
)
def test_remote_data_makes_other_loads_worse(call: str, code: str, run: Run) -> None:
    source = f"import io, numpy, yaml\nfrom flask import request\n{call}\n"
    assert [each.split()[1] for each in run(source, known_modules=("flask", "numpy", "yaml"))] == [code]


@pytest.mark.parametrize(
    "source",
    [
        "a, b = x, y\n" + "a += b\nb += a\n" * 40 + "probe(a)",
        "def f0(x):\n    probe(x)\n"
        + "".join(f"def f{n}(x):\n" + f"    f{n - 1}(x)\n" * 9 for n in range(1, 40))
        + "f39(request.data)",
    ],
    ids=["data that change each other", "callers of callers"],
)
def test_what_is_tangled_is_given_up(source: str) -> None:
    ask = evaluator(IMPORTS + source)
    provenance = Provenance(ask)
    assert Grade.OTHER in {origin.grade for origin in provenance.origins(probes(ask)[0])}
    assert provenance.steps < 10 * MAX_STEPS  # what was begun is still left one by one
