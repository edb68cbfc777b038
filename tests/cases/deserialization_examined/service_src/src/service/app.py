"""The web side."""
import importlib

import numpy as np
import torch
import yaml
from flask import Flask, request

from service import settings
from service.io import ConfigLoader, TrustedLoader, default_codec
from service.io import formats
from service.io.loaders import LocalLoader
from service.settings import SAFE_YAML_LOADER, Defaults

app = Flask(__name__)


def read(path):
    a = yaml.load(path.open(), Loader=ConfigLoader)
    b = yaml.load(path.open(), Loader=TrustedLoader)  # PS203: 39
    c = yaml.load(path.open(), LocalLoader)  # PS203: 32
    d = yaml.load(path.open(), Loader=settings.YAML_LOADER)  # PS203: 48
    e = yaml.load(path.open(), Loader=SAFE_YAML_LOADER)
    f = yaml.load(path.open(), Loader=Defaults.yaml_loader)  # PS204: 48
    return a, b, c, d, e, f


def arrays(path):
    a = np.load(path, allow_pickle=settings.ALLOW_PICKLE)  # PS205: 45
    b = np.load(path, **Defaults.np_options)  # PS205: 34
    c = torch.load(path, weights_only=settings.WEIGHTS_ONLY)
    return a, b, c


@app.post("/load")
def load():
    codec = default_codec()
    return codec.loads(request.data)


@app.post("/dynamic")
def dynamic():
    module = importlib.import_module(settings.SERIALIZER_MODULE)
    return module.loads(request.get_data())  # PS201: 19


@app.post("/raw")
def raw():
    return formats._pickle.loads(request.stream.read())  # PS201: 28
