"""Caches: on disk, in Redis, in memcached, memoising decorators."""
import base64
import functools
import hashlib
import io
import json
import marshal
import pickle
import shelve
import sqlite3
import time
import zlib
from contextlib import contextmanager
from pathlib import Path

import diskcache
import redis
from aiocache import cached, caches
from aiocache.serializers import JsonSerializer, PickleSerializer
from fastapi_cache import FastAPICache
from fastapi_cache.coder import JsonCoder, PickleCoder
from fastapi_cache.decorator import cache
from pymemcache.client.base import PooledClient
from pymemcache.serde import PickleSerde


class RedisCache:
    """Values of any type, compressed."""

    def __init__(self, url, prefix="app:"):
        self.client = redis.Redis.from_url(url)
        self.prefix = prefix

    def _serialize(self, value):
        return zlib.compress(pickle.dumps(value, -1))

    def _deserialize(self, raw):
        if raw is None:
            return None
        return pickle.loads(zlib.decompress(raw))  # PS202: 23

    def get(self, key):
        return self._deserialize(self.client.get(self.prefix + key))

    def get_many(self, *keys):
        values = self.client.mget([self.prefix + key for key in keys])
        return {k: pickle.loads(v) for k, v in zip(keys, values) if v}  # PS202: 27

    def pop(self, queue):
        _, raw = self.client.blpop(queue, timeout=5)
        return pickle.loads(raw)  # PS202: 23


class JsonCache(RedisCache):
    def _deserialize(self, raw):
        return json.loads(raw)

    def load(self, key):
        return self.get(key)

    def warm(self):
        return self.load("warm")


class PluggableCache:
    serializer = pickle

    def __init__(self, backend, serializer=None):
        self.backend = backend
        if serializer is not None:
            self.serializer = serializer

    def read(self, key):
        return self.serializer.loads(self.backend.get(key))  # PS202: 32


def memoize(folder):
    """The result of every call is kept in a file of its own."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = hashlib.sha1(pickle.dumps((args, sorted(kwargs.items())))).hexdigest()
            path = Path(folder) / f"{function.__name__}-{key}.pkl"
            if path.exists():
                return pickle.loads(path.read_bytes())  # PS202: 31
            result = function(*args, **kwargs)
            path.write_bytes(pickle.dumps(result))
            return result

        return wrapper

    return decorate


def cached_on_disk(path, compute, load=pickle.load, dump=pickle.dump):  # PS202: 47
    try:
        with open(path, "rb") as f:
            return load(f)  # PS202: 20
    except FileNotFoundError:
        value = compute()
        with open(path, "wb") as f:
            dump(value, f)
        return value


@contextmanager
def settings_shelf(name):
    db = shelve.open(str(Path.home() / ".cache" / name), writeback=True)  # PS202: 17
    try:
        yield db
    finally:
        db.close()


class History:
    def __init__(self, path):
        self.db = shelve.open(path, flag="n")

    def add(self, entry):
        self.db[str(time.time())] = entry


class SqliteStore:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def fetch(self, key):
        row = self.connection.execute("SELECT value FROM kv WHERE key = ?", (key,)).fetchone()
        return pickle.loads(row[0]) if row else None  # PS202: 23

    def all(self):
        for key, blob in self.connection.execute("SELECT key, value FROM kv"):
            yield key, pickle.loads(base64.b64decode(blob))  # PS202: 31

    def as_json(self, key):
        row = self.connection.execute("SELECT value FROM kv WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0])


class BytecodeCache:
    """Compiled templates next to their sources."""

    def load_bytecode(self, bucket):
        with open(bucket.path, "rb") as f:
            bucket.code = marshal.load(f)  # PS202: 35

    def dump_bytecode(self, bucket):
        with open(bucket.path, "wb") as f:
            marshal.dump(bucket.code, f)


def unlabelled_disk(path):
    return diskcache.Cache(path, disk=diskcache.JSONDisk)


memcached = PooledClient("127.0.0.1", serde=PickleSerde(pickle_version=2))  # PS207: 45
raw_memcached = PooledClient("127.0.0.1", max_pool_size=4)

caches.set_config({
    "default": {
        "cache": "aiocache.RedisCache",
        "endpoint": "127.0.0.1",
        "serializer": {"class": "aiocache.serializers.PickleSerializer"},  # PS207: 33
    },
})


@cached(ttl=60, serializer=PickleSerializer())  # PS207: 28
async def price_of(item):
    return {"item": item, "price": 3}


@cached(ttl=60, serializer=JsonSerializer())
async def stock_of(item):
    return {"item": item, "stock": 3}


@cache(expire=60, coder=PickleCoder)  # PS207: 25
async def report():
    return object()


@cache(expire=60, coder=JsonCoder)
async def summary():
    return {}


def startup(backend):
    FastAPICache.init(backend, prefix="fastapi-cache", coder=PickleCoder)  # PS207: 62


class Snapshot:
    """Copies by serialising: what comes back was written two lines up."""

    def __init__(self, state):
        self.state = state

    def clone(self):
        payload = pickle.dumps(self.state, protocol=pickle.HIGHEST_PROTOCOL)
        return Snapshot(pickle.loads(payload))

    def clone_through_text(self):
        text = base64.b85encode(zlib.compress(pickle.dumps(self.state))).decode()
        return pickle.loads(zlib.decompress(base64.b85decode(text)))

    def clone_through_buffer(self):
        buffer = io.BytesIO()
        pickle.Pickler(buffer, -1).dump(self.state)
        buffer.seek(0)
        return pickle.Unpickler(buffer).load()

    def clone_by_size(self, limit=1024):
        payload = pickle.dumps(self.state)
        if len(payload) > limit:
            payload = pickle.dumps(dict(self.state), protocol=2)
        return pickle.loads(payload)

    def clone_or_cached(self, store, key):
        payload = pickle.dumps(self.state)
        if store.exists(key):
            payload = store.get(key)
        return pickle.loads(payload)  # PS202: 23

    def clone_after_upload(self, sock):
        buffer = io.BytesIO()
        pickle.dump(self.state, buffer)
        sock.recv_into(buffer.getbuffer())
        buffer.seek(0)
        return pickle.load(buffer)  # PS202: 23

    def roundtrips(self):
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(self.state, protocol))
            assert again == self.state
