import yaml


class ConfigLoader(yaml.SafeLoader):
    """`!include` relative to the file."""


class TrustedLoader(yaml.UnsafeLoader):
    """For files that ship with the package."""


class LocalLoader(TrustedLoader):
    pass


def include(loader, node):
    with open(loader.construct_scalar(node)) as f:
        return yaml.load(f, type(loader))


ConfigLoader.add_constructor("!include", include)
