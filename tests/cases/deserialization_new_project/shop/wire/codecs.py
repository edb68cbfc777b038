"""Functions and classes around pickle."""

from __future__ import annotations

import io
import pickle
from typing import Any

import dill


class Closed(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


class Open(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return super().find_class(module.replace("store.", "shop."), name)


class Reader:
    unpickler: type[pickle.Unpickler] = Open

    def read(self, raw: bytes) -> object:
        return self.unpickler(io.BytesIO(raw)).load()  # PS202: 21


class ClosedReader(Reader):
    unpickler = Closed


def decode(raw: bytes) -> object:
    return dill.loads(raw)  # PS202: 17


def copied(value: object) -> object:
    return decode_own(dill.dumps(value))


def decode_own(raw: bytes) -> object:
    return dill.loads(raw)  # PS202: 17
