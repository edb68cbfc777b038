"""PS204: yaml-full-loader."""

import yaml
from yaml import FullLoader, full_load


class Local(yaml.FullLoader):
    pass


def loaders(text):
    yaml.load(text, Loader=yaml.FullLoader)  # PS204: 33
    yaml.load("größe", FullLoader)  # PS204: 24
    yaml.load_all(text, Loader=yaml.CFullLoader)  # PS204: 37
    yaml.full_load(text)  # PS204: 10
    full_load(text)  # PS204: 5
    yaml.full_load_all(text)  # PS204: 10
    yaml.load(text, Loader=Local)  # PS204: 28
    yaml.load(text, Loader=yaml.SafeLoader)
    yaml.load(text, Loader=yaml.CSafeLoader)
    yaml.safe_load_all(text)


def fallback(text):
    try:
        from yaml import CSafeLoader as Chosen
    except ImportError:
        from yaml import SafeLoader as Chosen
    yaml.load(text, Loader=Chosen)


def not_yaml(FullLoader):
    return FullLoader()
