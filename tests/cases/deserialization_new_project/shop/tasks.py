"""The queue."""

import dill
import rq
from celery import Celery
from redis import Redis

from shop.config.switches import CONTENT, ONLY_JSON


class DillSerializer:
    @staticmethod
    def dumps(value: object) -> bytes:
        return dill.dumps(value)

    @staticmethod
    def loads(raw: bytes) -> object:
        return dill.loads(raw)  # PS202: 21


app = Celery("shop", broker="redis://")
app.conf.accept_content = ONLY_JSON
other = Celery("other", accept_content=CONTENT)  # PS207: 40
other.conf["result_accept_content"] = {"json", "pickle"}  # PS207: 48
jobs = rq.Queue("jobs", connection=Redis(), serializer="rq.serializers.JSONSerializer")
legacy = rq.Queue("legacy", connection=Redis(), serializer="rq.serializers.DefaultSerializer")  # PS207: 60
