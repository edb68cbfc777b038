"""Packages that always unpickle, models of databases, frameworks with pickle inside."""
import logging.config
import os
import pickle
from xmlrpc.server import SimpleXMLRPCServer

import apache_beam as beam
import blosc2
import compress_pickle
import dill
import gensim
import hickle as hkl
import jsonpickle
import keras
import mlflow
import mlflow.pytorch
import numcodecs
import pandas as pd
import Pyro4
import rpyc
import safetensors.torch
import skops.io
import srsly
import statsmodels.api as sm
import torch
import xgboost as xgb
from django.conf import settings
from django.core import signing
from fastai.learner import load_learner
from gensim.models import Doc2Vec, KeyedVectors, LdaModel
from jupyter_client.session import Session
from kombu.serialization import loads as kombu_loads
from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings
from multiprocessing.reduction import ForkingPickler
from playhouse.fields import PickleField
from sqlalchemy import JSON, Column, Integer, LargeBinary, PickleType
from sqlalchemy.orm import declarative_base, mapped_column
from sqlalchemy.types import TypeDecorator
from sqlitedict import SqliteDict
from stable_baselines3 import A2C
from stable_baselines3.common.save_util import load_from_pkl
from twisted.spread import jelly

Base = declarative_base()


class Experiment(Base):
    __tablename__ = "experiment"
    id = Column(Integer, primary_key=True)
    params = Column("params", PickleType(), nullable=False)  # PS207: 31
    metrics = Column(JSON)
    raw = mapped_column(LargeBinary)


class JsonPickled(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return pickle.dumps(value)

    def process_result_value(self, value, dialect):
        return pickle.loads(value) if value is not None else None  # PS202: 23


class Compressed(TypeDecorator):
    impl = PickleType  # missed


def models(path):
    lda = LdaModel.load(path)  # PS202: 20
    doc = Doc2Vec.load(path, mmap="r")  # PS202: 19
    w2v = gensim.models.Word2Vec.load(path)  # PS202: 34
    vec = KeyedVectors.load_word2vec_format(path, binary=True)
    fit = sm.load(path)  # PS202: 14
    learn = load_learner(path, cpu=True)  # PS202: 13
    agent = A2C.load(path, env=None, device="cpu")  # PS202: 17
    buffer = load_from_pkl(path)  # PS202: 14
    flow = mlflow.pytorch.load_model(f"models:/{path}/1")  # PS202: 27
    boost = xgb.Booster()
    boost.load_model(path)
    tensors = safetensors.torch.load_file(path)
    return lda, doc, w2v, vec, fit, learn, agent, buffer, flow, boost, tensors


def archives(path, raw):
    a = hkl.load(path)  # PS202: 13
    b = compress_pickle.loads(raw, compression="lzma")  # PS202: 25
    c = srsly.read_json(path)
    d = blosc2.unpack_array(raw)  # PS202: 16
    e = ForkingPickler.loads(raw)  # PS202: 24
    f = jsonpickle.unpickler.Unpickler(keys=True).restore({"py/object": "x"})  # PS202: 51
    g = dill.load_module(path)  # PS202: 14
    h = dill.copy(raw)
    with pd.HDFStore(path, mode="r") as store:
        i = store.get("table")  # PS202: 19
    j = pd.read_feather(path)
    k = jsonpickle.encode(raw, unpicklable=False)
    return a, b, c, d, e, f, g, h, i, j, k


def with_switches(path, embeddings):
    a = keras.saving.load_model(path, custom_objects=None, safe_mode=False)  # PS205: 70
    b = keras.saving.deserialize_keras_object({}, safe_mode=False)  # PS205: 61
    c = keras.models.load_model("model.keras", compile=False)
    d = FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True, index_name="docs")  # PS205: 79
    unknown = skops.io.get_untrusted_types(file=path)
    e = skops.io.load(path, trusted=unknown)  # PS205: 37
    f = skops.io.load(path, trusted=["numpy.float64"])
    g = torch.load(path, pickle_module=dill)  # PS205: 40
    h = torch.load(path, pickle_module=dill, weights_only=True)
    i = HuggingFaceEmbeddings(model_name=path, model_kwargs={"device": "cpu", "trust_remote_code": True})  # PS206: 100
    return a, b, c, d, e, f, g, h, i


def environment(monkeypatch):
    os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"  # PS205: 54
    monkeypatch.setenv("AIRFLOW__CORE__ENABLE_XCOM_PICKLING", "True")  # missed
    os.environ.setdefault("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "0")
    numcodecs.pickles.ALLOW_UNSAFE_PICKLE_DECODE = True  # PS205: 52


Pyro4.config.SERIALIZERS_ACCEPTED.add("pickle")  # PS207: 39
Pyro4.config.SERIALIZERS_ACCEPTED = {"serpent", "json"}
db = SqliteDict("./db.sqlite", autocommit=True, encode=dill.dumps, decode=dill.loads)  # PS207: 80
implicit_db = SqliteDict("./db.sqlite", autocommit=True)

settings.configure(
    DEBUG=True,
    SESSION_SERIALIZER="django.contrib.sessions.serializers.PickleSerializer",  # PS207: 24
)

CELERY = {
    "broker_url": "redis://",
    "accept_content": ["pickle", "json"],  # PS207: 24
}
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "OPTIONS": {
            "CLIENT_CLASS": "django_redis.client.DefaultClient",
            "SERIALIZER": "django_redis.serializers.pickle.PickleSerializer",  # PS207: 27
        },
    },
    "json": {
        "BACKEND": "django_redis.cache.RedisCache",
        "OPTIONS": {"SERIALIZER": "django_redis.serializers.json.JSONSerializer"},
    },
}


def endpoints(listener, expression, connection):
    logging.config.listen(logging.config.DEFAULT_LOGGING_CONFIG_PORT)  # PS208: 20
    logging.config.listen(9999, lambda raw: raw if raw.startswith(b"ok") else None)
    server = SimpleXMLRPCServer(("0.0.0.0", 8000), allow_none=True)
    server.register_instance(listener, allow_dotted_names=True)  # PS208: 59
    server.register_function(pow)
    remote = rpyc.classic.obtain(connection.root.value)  # PS208: 27
    tree = jelly.unjelly(expression)  # PS208: 18
    safe = jelly.unjelly(expression, jelly.SecurityOptions())
    token = signing.loads(expression, max_age=60, salt="x")
    message = kombu_loads(expression, "application/json", "utf-8")
    forced = kombu_loads(expression, "application/x-python-serialize", "binary", force=True)  # PS205: 88
    return remote, tree, safe, token, message, forced


def beam_pipeline(p, pattern):
    return (
        p
        | beam.io.ReadFromText(pattern)
        | beam.Map(jsonpickle.decode)  # PS202: 31
        | beam.Map(jsonpickle.encode)
    )


def spark(sc, rows):
    decoded = sc.parallelize(rows).map(pickle.loads)  # PS202: 47
    return decoded.map(pickle.dumps)


class Record(pickle.PickleBuffer if hasattr(pickle, "PickleBuffer") else object):
    payload = PickleField(null=True)  # PS207: 15
