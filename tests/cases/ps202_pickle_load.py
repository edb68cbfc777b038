"""PS202: pickle-load."""

import io
import json
import pickle
import shelve
from multiprocessing.pool import Pool
from pickle import Unpickler, loads

import cloudpickle
import dill
import joblib
import pandas as pd
from pandas import read_pickle as table

decode = pickle.loads
HANDLERS = {"json": json.loads, "pickle": pickle.loads}  # PS202: 50


def files(path):
    with open(path, "rb") as file:
        pickle.load(file)  # PS202: 16
        dill.load(file)  # PS202: 14
        json.load(file)
    with open(path, "rb") as größe: pickle.load(größe)  # PS202: 44
    joblib.load(path)  # PS202: 12
    pd.read_pickle(path)  # PS202: 8
    table(path)  # PS202: 5
    pd.read_csv(path)
    shelve.open(path)  # PS202: 12
    shelve.open(path, flag="n")
    cloudpickle.loads(path.read_bytes())  # PS202: 17


def data(text, value):
    loads(text)  # PS202: 5
    decode(text)  # PS202: 5
    json.loads(text)
    Unpickler(io.BytesIO(text)).load()  # PS202: 5
    getattr(pickle, "loads")(text)  # PS202: 5
    pickle.dumps(value)
    loads(pickle.dumps(value))
    copied = pickle.dumps(value)
    pickle.loads(copied)


def buffers(value, file):
    buffer = io.BytesIO()
    pickle.dump(value, buffer)
    buffer.seek(0)
    pickle.load(buffer)
    filled = io.BytesIO()
    pickle.dump(value, filled)
    filled.write(file.read())
    filled.seek(0)
    pickle.load(filled)  # PS202: 12


def handed_over(rows):
    with Pool() as pool:
        pool.map(pickle.loads, rows)  # PS202: 25
        pool.map(json.loads, rows)
    return pickle.loads  # PS202: 19


class Listed(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in {("builtins", "set"), ("datetime", "date")}:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


class Renaming(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "old":
            module = "new"
        return super().find_class(module, name)


def unpicklers(file):
    Listed(file).load()
    Renaming(file).load()  # PS202: 5


def mentioned(reader):
    try:
        return isinstance(reader, pickle.Unpickler)
    except pickle.UnpicklingError:
        return None


class Codec:
    def loads(self, text):
        return text


Codec().loads("x")
