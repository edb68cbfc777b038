"""Uses of the other modules."""

from __future__ import annotations

from pathlib import Path

import flask
import numpy
import requests
import torch
import yaml

from shop import wire
from shop.config import switches
from shop.config.switches import LEGACY, LOADERS
from shop.wire import Config, Wide, loaders
from shop.wire.codecs import Closed, Open

app = flask.Flask(__name__)


def documents(text: str) -> None:
    yaml.load(text, Loader=Config)
    yaml.load(text, Loader=wire.Base)
    yaml.load(text, Loader=Wide)  # PS204: 28
    yaml.load(text, Loader=loaders.Parts)  # PS203: 36
    yaml.load(text, Loader=loaders.Plain)
    yaml.load(text, Loader=loaders.DEFAULT)  # PS203: 36
    yaml.load(text, LOADERS["any"])  # PS203: 21
    yaml.load(text, LOADERS["safe"])
    loaders.Parts(text).get_single_data()  # PS203: 25
    loaders.Plain(text).get_single_data()


def tensors(path: Path) -> None:
    torch.load(path)
    torch.load(path, **LEGACY)  # PS205: 24
    torch.load(path, weights_only=switches.WEIGHTS_ONLY)
    numpy.load(path, allow_pickle=switches.ALLOW_PICKLE)  # PS205: 44


def parse(text: str, loader: type = yaml.SafeLoader) -> object:
    return yaml.load(text, Loader=loader)


def parsed(text: str) -> None:
    parse(text)
    parse(text, loader=loaders.Parts)  # PS203: 32
    parse(text, Config)


@app.route("/import", methods=["POST"])
def imported() -> str:
    state = Open(flask.request.stream).load()  # PS201: 13
    known = Closed(flask.request.stream).load()
    return f"{state} {known}"


class Client:
    def __init__(self, url: str) -> None:
        self.session = requests.Session()
        self.url = url

    def _raw(self, name: str) -> bytes:
        return self.session.get(f"{self.url}/{name}", timeout=5).content

    def fetch(self, name: str) -> object:
        return wire.decode(self._raw(name))
