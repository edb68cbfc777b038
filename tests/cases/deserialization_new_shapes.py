"""PS201 to PS209 in shapes of their own: plumbing, products, round trips, sources."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import hashlib
import hmac
import io
import logging.config
import lzma
import marshal
import operator
import os
import pickle
import queue
import shelve
import socketserver
import sqlite3
import sys
import zlib
from base64 import b64decode, b64encode
from functools import partialmethod, reduce
from itertools import starmap
from multiprocessing.connection import Listener
from pathlib import Path
from types import SimpleNamespace
from urllib.request import urlopen, urlretrieve
from xmlrpc.server import SimpleXMLRPCServer

import aiohttp
import aiohttp.web
import anyconfig
import arq
import bottle
import cloudpickle
import compress_pickle
import confuse
import dill
import hickle
import hyperpyyaml
import joblib
import jsonpickle
import numpy as np
import paho.mqtt.client as mqtt
import pandas
import redis.asyncio as aredis
import ruyaml
import srsly
import torch
import tornado.web
import yaml
import yamlloader
import zmq.asyncio
from aiocache import Cache
from aiocache.serializers import JsonSerializer, PickleSerializer
from box import Box
from diffusers import DiffusionPipeline
from dogpile.cache import make_region
from gensim.models import KeyedVectors, Word2Vec
from gensim.utils import unpickle
from huggingface_hub import hf_hub_download
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from numpy.lib.format import read_array
from picklefield.fields import PickledObjectField
from playhouse.kv import KeyValue
from playhouse.fields import PickleField
from requests_cache import CachedSession
from ruamel.yaml import YAML
from sentence_transformers import CrossEncoder, SentenceTransformer
from sqlalchemy.ext import serializer as queries
from stable_baselines3 import PPO
from starlette.requests import Request
from taskiq.serializers import PickleSerializer as TaskPickle
from taskiq_redis import ListQueueBroker
from twisted.persisted import aot, sob
from vllm import LLM
from walrus import PickledField
from yaml.constructor import FullConstructor, SafeConstructor

# --- variables -------------------------------------------------------------------------------


def a_match(kind: str, raw: bytes) -> object:
    match kind:
        case "pickle":
            reader = pickle.loads
        case _:
            reader = marshal.loads
    return reader(raw)  # PS202: 12


def a_namespace(raw: bytes) -> object:
    codec = SimpleNamespace(decode=dill.loads)  # PS202: 41; handed over
    return codec.decode(raw)  # silent: the reference is reported


def a_table_by_name(kind: str, raw: bytes) -> object:
    readers = {"json": srsly.json_loads, "pickle": srsly.pickle_loads}  # PS202: 58
    return readers[kind](raw)  # PS202: 12


def an_augmented_dictionary(path: Path) -> object:
    options = {"mmap_mode": None}
    options |= {"allow_pickle": True}
    return np.load(path, **options)  # PS205: 28


def a_dictionary_repaired(path: Path) -> object:
    options = {"allow_pickle": True}
    options["allow_pickle"] = False
    return np.load(path, **options)


def a_flag_in_a_loop(paths: list[Path]) -> list[object]:
    return [torch.load(path, weights_only=flag) for path, flag in zip(paths, [True, True])]


def a_conditional_flag(path: Path, legacy: bool) -> object:
    return torch.load(path, weights_only=False if legacy else True)  # PS205: 42


def a_walrus(path: Path) -> object:
    if (loader := yaml.CUnsafeLoader) is not None:
        return yaml.load(path.read_text(), loader)  # PS203: 44
    return None


def a_loader_by_getattr(text: str) -> object:
    return yaml.load(text, getattr(yaml, "C" + "Loader"))  # PS203: 28


def a_loader_with_fallback(text: str) -> object:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def the_c_loader_if_there(text: str) -> object:
    try:
        from yaml import CSafeLoader as Chosen
    except ImportError:
        from yaml import SafeLoader as Chosen
    return yaml.load(text, Loader=Chosen)


def the_c_full_loader_if_there(text: str) -> object:
    try:
        from yaml import CFullLoader as Chosen
    except ImportError:
        from yaml import SafeLoader as Chosen
    return yaml.load(text, Loader=Chosen)  # PS204: 35


class Codec:
    read = staticmethod(cloudpickle.loads)  # silent: another name of it
    numbers = partialmethod(np.load, allow_pickle=True)  # PS205: 51


def over_rows(rows: list[tuple[bytes]]) -> list[object]:
    return list(starmap(pickle.loads, rows))  # PS202: 32


def by_default(raw: bytes, load=dill.loads) -> object:  # PS202: 38
    return load(raw)  # PS202: 12


# --- loaders ---------------------------------------------------------------------------------


class Lenient(SafeConstructor, FullConstructor):
    """The order cannot be computed: a subclass stands behind its base."""


class IncludeLoader(yaml.SafeLoader):
    def include(self, node: yaml.Node) -> object:
        name = Path(self.construct_scalar(node))
        return yaml.load(name.read_text(), Loader=type(self))


class Permissive(yaml.BaseLoader, yaml.FullLoader):
    """`BaseConstructor` stands behind `FullConstructor` in the class order."""


def through_a_class(text: str) -> object:
    return yaml.load(text, Permissive)  # PS204: 28


def by_hand(text: str) -> list[object]:
    loader = yaml.CLoader(text)  # PS203: 19
    found = []
    while loader.check_data():
        found.append(loader.get_data())
    return found


def by_hand_safely(text: str) -> object:
    loader = yaml.CBaseLoader(text)
    with contextlib.closing(loader):
        return loader.get_single_data()


def made_with_type(text: str) -> object:
    loader_class = type("Loader", (yaml.SafeLoader,), {})
    return yaml.load(text, Loader=loader_class)


def tokens(text: str) -> list[object]:
    return [*yaml.scan(text, Loader=yaml.Loader), *yaml.compose_all(text, yaml.UnsafeLoader)]


def other_readers(text: str, path: Path) -> None:
    yaml.load(text, yamlloader.ordereddict.CLoader)  # PS203: 44
    yaml.load(text, yamlloader.ordereddict.CSafeLoader)
    ruyaml.YAML(typ="unsafe", pure=True).load(text)  # PS203: 21
    ruyaml.YAML(typ=["rt"]).load(text)
    YAML(typ="safe", pure=True).load(text)
    hyperpyyaml.load_hyperpyyaml(path.open())  # PS203: 17
    Box.from_yaml(filename=path, ruamel_typ="unsafe")  # PS203: 45
    Box.from_yaml(filename=path, Loader=yaml.Loader)
    anyconfig.loads(text, ac_parser="yaml", Loader=yaml.UnsafeLoader)  # PS203: 57
    confuse.load_yaml(path, loader=yaml.CSafeLoader)
    srsly.yaml_loads(text)


# --- unpicklers ------------------------------------------------------------------------------


class Pairs(pickle.Unpickler):
    ALLOWED = {("builtins", "set"), ("collections", "OrderedDict")}

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in self.ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)


class Nothing(dill.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError("no objects")


class Moved(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if module.startswith("old."):
            module = "new." + module[4:]
        return pickle.Unpickler.find_class(self, module, name)


class OwnPackage(pickle._Unpickler):
    def find_class(self, module: str, name: str) -> object:  # silent: the using call is reported
        if module.split(".")[0] != "orders":
            raise ValueError(module)
        return super().find_class(module, name)


def unpicklers(raw: bytes) -> None:
    Pairs(io.BytesIO(raw)).load()
    Nothing(io.BytesIO(raw)).load()
    Moved(io.BytesIO(raw)).load()  # PS202: 5
    OwnPackage(io.BytesIO(raw)).load()  # silent: PS209 is for those who ask for it
    pickle._Unpickler(io.BytesIO(raw)).load()  # PS202: 12


# --- round trips -----------------------------------------------------------------------------


def through_two_steps(value: object) -> object:
    packed = lzma.compress(bz2.compress(cloudpickle.dumps(value)))
    return cloudpickle.loads(bz2.decompress(lzma.decompress(packed)))


def through_text(value: object) -> object:
    token = b64encode(zlib.compress(pickle.dumps(value, protocol=5))).decode("ascii")
    return pickle.loads(zlib.decompress(b64decode(token.encode("ascii"))))


def through_a_view(value: object) -> object:
    view = memoryview(bytearray(pickle.dumps(value)))
    return pickle.loads(view)


def through_torch(model: object) -> object:
    buffer = io.BytesIO()
    torch.save(model, buffer)
    buffer.seek(0)
    return torch.load(buffer, weights_only=False)


def one_branch_is_foreign(value: object, path: Path) -> object:
    packed = pickle.dumps(value) if value else path.read_bytes()
    return pickle.loads(packed)  # PS202: 19


def buffer_filled_by_another(value: object, fill) -> object:
    buffer = io.BytesIO()
    pickle.dump(value, buffer)
    fill(buffer)
    return pickle.loads(buffer.getvalue())  # PS202: 19


def longer_than_dumped(value: object, tail: bytes) -> object:
    packed = tail + pickle.dumps(value)
    return pickle.loads(packed)  # PS202: 19


def a_literal() -> object:
    return pickle.loads(b"\x80\x04]\x94.")


# --- sources ---------------------------------------------------------------------------------


@bottle.post("/state")
def bottle_body() -> object:
    return pickle.load(bottle.request.body)  # PS201: 19


async def starlette_form(request: Request) -> object:
    form = await request.form()
    return jsonpickle.decode(form["tree"])  # PS201: 23


async def aiohttp_body(request: aiohttp.web.Request) -> object:
    return dill.loads(zlib.decompress(await request.read()))  # PS201: 17


async def aiohttp_client(session: aiohttp.ClientSession, url: str) -> object:
    async with session.get(url) as response:
        return pickle.loads(await response.read())  # PS201: 23


class State(tornado.web.RequestHandler):
    def post(self) -> None:
        self.state = yaml.unsafe_load(self.request.body)  # PS201: 27

    def get(self) -> None:
        self.write(repr(pickle.loads(b64decode(self.get_cookie("state")))))  # PS201: 32


class Jobs(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        pickle.Unpickler(self.rfile).load()  # PS201: 16


def on_mqtt(client: mqtt.Client, userdata: object, message: mqtt.MQTTMessage) -> None:
    userdata.append(cloudpickle.loads(message.payload))  # PS201: 33


def a_download(url: str) -> object:
    with urlopen(url) as answer, gzip.open(answer) as unpacked:
        return pickle.load(unpacked)  # PS201: 23


def a_download_to_disk(url: str) -> object:
    path, _ = urlretrieve(url)
    return joblib.load(path)  # PS201: 19


def from_the_hub() -> object:
    return joblib.load(hf_hub_download("corp/model", "model.joblib"))  # PS201: 19


def a_table() -> object:
    return pandas.read_pickle("s3://tables/orders.pkl")  # PS201: 19


async def a_shared_store(store: aredis.Redis, name: str) -> object:
    return pickle.loads(await store.get(name))  # PS202: 19


def a_pipe() -> object:
    return pickle.load(sys.stdin.buffer)  # PS202: 19


def compared_with_equals(token: bytes, key: bytes) -> object:
    mark, payload = token[:32], token[32:]
    print(hmac.new(key, payload, hashlib.sha256).digest() == mark)
    return pickle.loads(payload)  # PS202: 19


# --- packages --------------------------------------------------------------------------------


def always_unpickle(path: Path, raw: bytes, text: str) -> None:
    compress_pickle.load(path)  # PS202: 21
    hickle.load(path, safe=True)  # PS202: 12
    unpickle(str(path))  # PS202: 5
    Word2Vec.load(str(path))  # PS202: 14
    KeyedVectors.load_word2vec_format(str(path))
    PPO.load(path)  # PS202: 9
    queries.loads(raw, None)  # PS202: 13
    jsonpickle.decode(text, safe=True)  # PS202: 16
    shelve.open(str(path), "n")
    shelve.open(str(path), flag="c")  # PS202: 12
    dill.load_session(str(path))  # PS202: 10
    sob.load(str(path), "pickle")  # PS202: 9
    aot.unjellyFromSource(path.open())  # PS202: 9
    pandas.read_hdf(path, "orders")  # PS202: 12
    pandas.read_parquet(path)


def switches(path: Path, stream: io.BufferedReader) -> None:
    read_array(stream, True)  # PS205: 24
    read_array(stream)
    np.load(path, "r", False)
    torch.load(path, "cpu", dill)  # PS205: 29
    torch.load(path, map_location="cpu", pickle_module=dill, weights_only=True)
    torch.hub.load_state_dict_from_url("https://models.example.org/a.pt")  # PS205: 15
    torch.hub.load_state_dict_from_url("https://models.example.org/a.pt", weights_only=True)
    JsonPlusSerializer(pickle_fallback=True)  # PS205: 40
    JsonPlusSerializer()
    DiffusionPipeline.from_pretrained("corp/model", trust_remote_code=True)  # PS206: 71
    SentenceTransformer("corp/model", trust_remote_code=False)
    CrossEncoder("corp/model", trust_remote_code=True)  # PS206: 50
    LLM(model="corp/model", **{"trust_remote_code": True})  # PS206: 31


# --- settings and endpoints ------------------------------------------------------------------

cache = Cache(Cache.REDIS, serializer=PickleSerializer())  # PS207: 39
text_cache = Cache(Cache.REDIS, serializer=JsonSerializer())
region = make_region(serializer=pickle.dumps, deserializer=pickle.loads)  # PS207: 67
session = CachedSession("http", serializer="pickle")  # PS207: 44
json_session = CachedSession("http", serializer="json")
broker = ListQueueBroker("redis://").with_serializer(TaskPickle())  # PS207: 54
sqlite3.register_converter("STATE", cloudpickle.loads)  # PS207: 49
table = KeyValue(value_field=PickleField())  # PS207: 30
os.environ.setdefault("VLLM_ALLOW_INSECURE_SERIALIZATION", "1")  # PS207: 60
os.environ.update(TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD="yes")  # PS205: 52
os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"
logging.config.listen(9030, None)  # PS208: 16
logging.config.listen(9030, verify=lambda text: text if text.startswith(b"{") else None)


class Profile:
    state = PickledObjectField(null=True)  # PS207: 13
    extra = PickledField()  # PS207: 13


async def pool() -> object:
    return await arq.create_pool(job_deserializer=dill.loads)  # PS207: 56


async def endpoints(address: tuple[str, int]) -> list[object]:
    socket = zmq.asyncio.Context.instance().socket(zmq.PULL)
    found = [await socket.recv_pyobj(), await socket.recv_json()]  # PS208: 27
    with Listener(address) as listener:
        connection = listener.accept()
        found.append(connection.recv())  # PS208: 33
        found.append(connection.recv_bytes())
    return found


def a_server(jobs: object) -> None:
    with SimpleXMLRPCServer(("127.0.0.1", 8000)) as server:
        server.register_instance(jobs, True)  # PS208: 40
        server.register_instance(jobs)


# --- near misses -----------------------------------------------------------------------------


class Store:
    def loads(self, raw: bytes) -> str:
        return raw.decode()

    def load(self, path: Path) -> str:
        return path.read_text()


def own_names(raw: bytes, path: Path) -> list[object]:
    pickle = Store()
    return [pickle.loads(raw), pickle.load(path), operator.methodcaller("loads", raw)(Store())]


def own_names_again(raw: bytes) -> object:
    return operator.methodcaller("loads", raw)(dill)  # PS202: 21


def a_queue_of_the_process(jobs: queue.Queue[bytes]) -> object:
    return pickle.loads(jobs.get())  # PS202: 19


def folded(parts: list[bytes]) -> object:
    return reduce(lambda found, part: [*found, dill.loads(part)], parts, [])  # PS202: 53


