"""PS209: pickle-by-default."""
# options: pedantic=true

import pickle

import rq
from rq import Queue
from rq.serializers import JSONSerializer


def queues(connection):
    Queue("low", connection=connection)  # PS209: 5
    rq.Queue("größe")  # PS209: 8
    Queue("low", serializer=JSONSerializer)
    Queue("low", serializer="json")
    rq.Worker(["low"])  # PS209: 8
    rq.Worker(["low"], serializer=JSONSerializer)


class Prefixed(pickle.Unpickler):
    def find_class(self, module, name):
        if not module.startswith("corp."):
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def unpicklers(file):
    Prefixed(file).load()  # PS209: 5


class Other:
    class Queue:
        pass


Other.Queue()
