"""Loader classes, some of which build any object."""

import yaml
from yaml.composer import Composer
from yaml.constructor import BaseConstructor, Constructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import Resolver
from yaml.scanner import Scanner


class Base(yaml.SafeLoader):
    pass


class Tags:
    def construct_ref(self, node: yaml.Node) -> str:
        return self.construct_scalar(node)


class Config(Tags, Base):
    pass


class Wide(Config, yaml.FullLoader):
    """`SafeConstructor` stands behind `FullConstructor`."""


class Parts(Reader, Scanner, Parser, Composer, Constructor, Resolver):
    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Constructor.__init__(self)


class Plain(Reader, Scanner, Parser, Composer, BaseConstructor, Resolver):
    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)


DEFAULT = Parts
