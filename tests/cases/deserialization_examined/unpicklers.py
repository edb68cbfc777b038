"""Unpickler subclasses as they are found in projects, and helpers of tests."""
import builtins
import importlib
import io
import pickle
import unittest
from unittest import mock

import dill
import pytest
import torch

SAFE_BUILTINS = frozenset({"range", "complex", "set", "frozenset", "slice"})


class RestrictedUnpickler(pickle.Unpickler):
    """The recipe of the documentation."""

    def find_class(self, module, name):
        if module == "builtins" and name in SAFE_BUILTINS:
            return getattr(builtins, name)
        raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")


def restricted_loads(data):
    return RestrictedUnpickler(io.BytesIO(data)).load()


class TableUnpickler(pickle.Unpickler):
    _table = {
        ("collections", "OrderedDict"): __import__("collections").OrderedDict,
        ("torch._utils", "_rebuild_tensor_v2"): torch._utils._rebuild_tensor_v2,
    }

    def find_class(self, module, name):
        try:
            return self._table[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None


def by_table(path):
    with open(path, "rb") as f:
        return TableUnpickler(f, encoding="latin1").load()


class MatchUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        match (module, name):
            case ("datetime", "datetime") | ("decimal", "Decimal"):
                return super().find_class(module, name)
            case _:
                raise pickle.UnpicklingError(name)


def by_match(data):
    return MatchUnpickler(io.BytesIO(data)).load()


class CPU_Unpickler(pickle.Unpickler):
    """Tensors of a GPU on a machine without one."""

    def find_class(self, module, name):
        if module == "torch.storage" and name == "_load_from_bytes":
            return lambda b: torch.load(io.BytesIO(b), map_location="cpu")
        return super().find_class(module, name)


def on_cpu(path):
    with open(path, "rb") as f:
        contents = CPU_Unpickler(f).load()  # PS202: 20
    return contents


class RenameUnpickler(pickle.Unpickler):
    RENAMED = {"sklearn.linear_model.base": "sklearn.linear_model._base"}

    def find_class(self, module, name):
        return super().find_class(self.RENAMED.get(module, module), name)


def rename_loads(blob):
    file_obj = io.BytesIO(blob)
    return RenameUnpickler(file_obj).load()  # PS202: 12


class LoggingUnpickler(pickle._Unpickler):
    def find_class(self, module, name):
        print("loading", module, name)
        return getattr(importlib.import_module(module), name)


def logged(blob):
    unpickler = LoggingUnpickler(io.BytesIO(blob))  # PS202: 17
    return unpickler.load()


class PersistentUnpickler(dill.Unpickler):
    def __init__(self, file, database):
        super().__init__(file)
        self.database = database

    def persistent_load(self, pid):
        kind, key = pid
        if kind != "Record":
            raise pickle.UnpicklingError("unsupported persistent object")
        return self.database[key]


def with_database(file, database):
    return PersistentUnpickler(file, database).load()  # PS202: 48


class FallbackUnpickler(pickle.Unpickler):
    """Classes that are gone become placeholders."""

    def find_class(self, module, name):
        try:
            return super().find_class(module, name)
        except (ImportError, AttributeError):
            return type(name, (), {"__module__": module})


def with_placeholders(file):
    return FallbackUnpickler(file).load()  # PS202: 12


class PickleModule:
    """What `torch.load(pickle_module=)` takes."""

    Unpickler = RestrictedUnpickler
    load = staticmethod(restricted_loads)


class OwnJar:
    def load(self, name):
        return open(name).read()

    loads = load


def traps(path, jar=OwnJar()):
    pickle = OwnJar()
    a = pickle.load(path)
    b = pickle.loads(path)
    c = jar.loads(path)
    return a, b, c


def load(path):
    return open(path).read()


def use_of_own_load(path):
    return load(path)


class PicklingTest(unittest.TestCase):
    def setUp(self):
        self.value = {"a": 1}

    def test_round_trip(self):
        for proto in range(2, pickle.HIGHEST_PROTOCOL + 1):
            with self.subTest(proto=proto):
                s = pickle.dumps(self.value, proto)
                self.assertEqual(pickle.loads(s), self.value)

    def test_file_round_trip(self):
        with io.BytesIO() as stream:
            pickle.dump(self.value, stream)
            stream.seek(0)
            self.assertEqual(pickle.load(stream), self.value)

    @mock.patch("pickle.loads", return_value={})
    def test_patched(self, loads):
        self.assertFalse(loads.called)

    def test_refuses(self):
        with pytest.raises(pickle.UnpicklingError):
            restricted_loads(pickle.dumps(print))

    def test_from_fixture(self):
        with open("tests/data/py2.pkl", "rb") as fixture:
            self.assertEqual(pickle.load(fixture), self.value)  # PS202: 37


@pytest.mark.parametrize("dumps, loads", [(pickle.dumps, pickle.loads), (dill.dumps, dill.loads)])  # PS202: 65, PS202: 91
def test_every_pair(dumps, loads):
    assert loads(dumps({"a": 1})) == {"a": 1}


def test_helper(tmp_path):
    path = tmp_path / "x.pkl"
    path.write_bytes(pickle.dumps([1]))
    assert pickle.loads(path.read_bytes()) == [1]  # PS202: 19


def is_unpickler(reader):
    return isinstance(reader, (pickle.Unpickler, dill.Unpickler))
