"""What is read back: formats that run code while they are loaded."""

import pickle

import numpy
import torch
import yaml


def basket(path):
    with open(path, "rb") as stream:
        return pickle.load(stream)  # PS202: 23


def settings(text):
    return yaml.load(text, Loader=yaml.Loader)  # PS203: 40


def translations(text):
    return yaml.load(text, Loader=yaml.FullLoader)  # PS204: 40


def weights(path):
    return torch.load(path, weights_only=False)  # PS205: 42


def prices(path):
    return numpy.load(path, allow_pickle=True)  # PS205: 42


def copied(order):
    return pickle.loads(pickle.dumps(order))


def safe_settings(text):
    return yaml.safe_load(text)
