import abc
import json
import pickle as _pickle

import dill


class Codec(abc.ABC):
    @abc.abstractmethod
    def loads(self, raw): ...


class JsonCodec(Codec):
    def loads(self, raw):
        return json.loads(raw)


class PickleCodec(Codec):
    def loads(self, raw):
        return _pickle.loads(raw)  # PS202: 24

    def dumps(self, value):
        return _pickle.dumps(value, protocol=4)


class ModuleCodec(Codec):
    module = dill

    def loads(self, raw):
        return self.module.loads(raw)  # PS202: 28


CODECS = {"json": JsonCodec(), "pickle": PickleCodec()}


def default_codec():
    return CODECS["json"]
