"""Helpers that every script imports."""
import pickle
from pathlib import Path

import torch
import yaml


def load_pickle(path):
    with open(path, "rb") as f:
        return pickle.load(f)  # PS202: 23


def save_pickle(obj, path):
    with open(path, "wb") as f:
        pickle.dump(obj, f)


def load_yaml(path, loader=yaml.SafeLoader):
    return yaml.load(Path(path).read_text(), Loader=loader)


def load_weights(path, trusted=False):
    return torch.load(path, weights_only=not trusted)


class Registry(dict):
    def register(self, name):
        def wrap(function):
            self[name] = function
            return function

        return wrap


READERS = Registry()


@READERS.register("pkl")
def read_pkl(path):
    return pickle.loads(Path(path).read_bytes())  # PS202: 19
