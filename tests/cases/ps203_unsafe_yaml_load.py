"""PS203: unsafe-yaml-load."""

import ruamel.yaml
import yaml
from yaml import CSafeLoader, Loader, load, safe_load

LOADER = yaml.UnsafeLoader


class Tagged(yaml.SafeLoader):
    pass


class Anything(yaml.Loader):
    pass


class Mixed(yaml.SafeLoader, yaml.constructor.UnsafeConstructor):
    pass


def loaders(text):
    yaml.load(text)  # PS203: 10
    yaml.load(text, Loader=yaml.Loader)  # PS203: 33
    yaml.load("größe", Loader=yaml.UnsafeLoader)  # PS203: 36
    yaml.load(text, yaml.CLoader)  # PS203: 26
    yaml.load_all(text, Loader=Loader)  # PS203: 32
    load(text, Loader=LOADER)  # PS203: 23
    yaml.unsafe_load(text)  # PS203: 10
    yaml.unsafe_load_all(text)  # PS203: 10
    yaml.load(text, Loader=Anything)  # PS203: 28
    yaml.load(text, Loader=Mixed)  # PS203: 28
    yaml.UnsafeLoader(text)  # PS203: 10


def safe(text):
    yaml.safe_load(text)
    safe_load(text)
    yaml.load(text, Loader=yaml.SafeLoader)
    yaml.load(text, CSafeLoader)
    yaml.load(text, Loader=yaml.BaseLoader)
    yaml.load(text, Loader=Tagged)
    yaml.SafeLoader(text)
    yaml.dump(text)
    yaml.compose(text, Loader=yaml.Loader)
    loader = yaml.UnsafeLoader
    loader = yaml.SafeLoader
    yaml.load(text, Loader=loader)


def asked(text, loader):
    yaml.load(text, Loader=loader)


def fork(text):
    ruamel.yaml.YAML(typ="unsafe")  # PS203: 26
    ruamel.yaml.YAML(typ="safe")
    ruamel.yaml.YAML(typ="base")
    ruamel.yaml.YAML().load(text)


class Store:
    def load(self, text):
        return text


Store().load("x")
