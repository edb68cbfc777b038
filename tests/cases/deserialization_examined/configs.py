"""Configuration loaders as they are found in applications."""
import argparse
import io
import json
import logging
import logging.config
import os
import re
import sys
from collections import OrderedDict
from pathlib import Path
from types import MappingProxyType

import attr
import click
import ruamel.yaml
import yaml
from ruamel.yaml import YAML
from yaml import Loader, MappingNode
from yaml.constructor import ConstructorError, SafeConstructor, UnsafeConstructor
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import Resolver
from yaml.scanner import Scanner

try:
    from yaml import CSafeLoader as FastSafe, CDumper as Dumper
except ImportError:
    from yaml import SafeLoader as FastSafe, Dumper

log = logging.getLogger(__name__)
HERE = Path(__file__).parent
DEFAULTS = MappingProxyType({"debug": False})


def setup_logging(path="logging.yaml"):
    with open(path, "rt") as f:
        config = yaml.load(f, Loader=Loader)  # PS203: 38
    logging.config.dictConfig(config)


def load_config(path):
    """The defaults, then the file, then the environment."""
    config = dict(DEFAULTS)
    with open(path, encoding="utf-8") as stream:
        try:
            config.update(yaml.load(stream, Loader=yaml.FullLoader) or {})  # PS204: 57
        except yaml.YAMLError as error:
            log.error("cannot read %s: %s", path, error)
            sys.exit(1)
    for key in config:
        if os.environ.get(key.upper()):
            config[key] = yaml.safe_load(os.environ[key.upper()])
    return config


def load_many(paths):
    merged = {}
    for path in paths:
        for document in yaml.load_all(Path(path).read_text(), Loader=FastSafe):
            merged.update(document)
    return merged


def ordered_load(stream, Loader=yaml.SafeLoader, object_pairs_hook=OrderedDict):
    class OrderedLoader(Loader):
        pass

    def construct_mapping(loader, node):
        loader.flatten_mapping(node)
        return object_pairs_hook(loader.construct_pairs(node))

    OrderedLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, construct_mapping)
    return yaml.load(stream, OrderedLoader)


class EnvLoader(yaml.SafeLoader):
    pattern = re.compile(r"\$\{(\w+)\}")

    def env(self, node):
        return self.pattern.sub(lambda m: os.environ[m[1]], self.construct_scalar(node))


EnvLoader.add_implicit_resolver("!env", EnvLoader.pattern, None)
EnvLoader.add_constructor("!env", EnvLoader.env)


class ScientificLoader(yaml.FullLoader):
    """1e3 is a number."""


class StrictConstructor(SafeConstructor):
    def construct_mapping(self, node, deep=False):
        keys = [self.construct_object(k, deep=True) for k, _ in node.value]
        if len(set(keys)) != len(keys):
            raise ConstructorError(None, None, "duplicate key", node.start_mark)
        return super().construct_mapping(node, deep)


class StrictLoader(Reader, Scanner, Parser, Composer, StrictConstructor, Resolver):
    def __init__(self, stream):
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        StrictConstructor.__init__(self)
        Resolver.__init__(self)


class LenientLoader(Reader, Scanner, Parser, Composer, UnsafeConstructor, Resolver):
    def __init__(self, stream):
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
        UnsafeConstructor.__init__(self)
        Resolver.__init__(self)


class SafeWithObjects(yaml.SafeLoader, UnsafeConstructor):
    """`UnsafeConstructor` derives from `SafeConstructor`, so it comes first."""


def through_classes(stream):
    a = yaml.load(stream, Loader=EnvLoader)
    b = yaml.load(stream, Loader=ScientificLoader)  # PS204: 34
    c = yaml.load(stream, StrictLoader)
    d = yaml.load(stream, LenientLoader)  # PS203: 27
    e = yaml.load(stream, Loader=SafeWithObjects)  # PS203: 34
    return a, b, c, d, e


def documents_by_hand(text):
    loader = ScientificLoader(text)  # PS204: 14
    try:
        while loader.check_data():
            yield loader.get_data()
    finally:
        loader.dispose()


def first_document(text):
    loader = EnvLoader(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def line_numbers(text):
    loader = yaml.Loader(text)  # PS203: 19
    return [event.start_mark.line for event in iter(loader.get_event, None)]


class Settings:
    LOADERS = {"strict": yaml.SafeLoader, "trusted": yaml.UnsafeLoader}
    default_loader = yaml.SafeLoader

    def __init__(self, path, loader=None):
        self.path = path
        self.loader = loader or self.default_loader

    def read(self):
        with self.path.open() as stream:
            return yaml.load(stream, Loader=self.loader)

    def read_trusted(self):
        return yaml.load(self.path.read_text(), Loader=self.LOADERS["trusted"])  # PS203: 56

    def read_strict(self):
        return yaml.load(self.path.read_text(), Loader=self.LOADERS["strict"])


@attr.s(auto_attribs=True)
class Fixture:
    path: Path
    parse = staticmethod(yaml.safe_load)

    def data(self):
        return self.parse(self.path.read_text())


PARSERS = {
    ".json": json.load,
    ".yml": yaml.safe_load,
    ".yaml": yaml.unsafe_load,  # PS203: 19
}
PARSERS[".conf"] = yaml.full_load  # PS204: 25


@click.command()
@click.option("--config", type=click.File(), callback=lambda ctx, param, value: yaml.full_load(value))  # PS204: 86
def cli(config):
    click.echo(config)


class LoadFromFile(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        for key, value in yaml.load(values, Loader=yaml.UnsafeLoader).items():  # PS203: 57
            setattr(namespace, key, value)


class KeyValues(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        namespace.extra = {k: yaml.safe_load(v) for k, v in (item.split("=", 1) for item in values)}


def round_trip(path):
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    data = yaml.load(path)
    with path.open("w") as stream:
        yaml.dump(data, stream)
    return data


def typed(path, pure=True):
    yaml = YAML(typ="unsafe", pure=pure)  # PS203: 21
    return yaml.load(path)


def old_ruamel(path):
    with open(path) as f:
        return ruamel.yaml.load(f, Loader=ruamel.yaml.UnsafeLoader, preserve_quotes=True)  # PS203: 55


def assigned_constructor(path):
    reader = ruamel.yaml.YAML()
    reader.Constructor = ruamel.yaml.constructor.SafeConstructor
    return reader.load(path)


def clone_document(data):
    text = yaml.dump(data, Dumper=Dumper)
    return yaml.safe_load(text)


def front_matter(text):
    _, head, body = text.split("---", 2)
    return yaml.load(head, yaml.BaseLoader), body


def environment():
    return yaml.load(os.getenv("APP_CONFIG", "{}"), yaml.Loader)  # PS203: 58


def inline(text, unsafe=False):
    loader = yaml.SafeLoader
    if unsafe:
        loader = yaml.UnsafeLoader
    return yaml.load(io.StringIO(text), Loader=loader)  # missed


def chosen(text, unsafe=False):
    load = yaml.unsafe_load if unsafe else yaml.safe_load
    return load(text)  # missed


def from_node(loader: yaml.SafeLoader, node: MappingNode):
    return loader.construct_mapping(node, deep=True)
