"""Constants of the service."""
import yaml

YAML_LOADER = yaml.CLoader if getattr(yaml, "__with_libyaml__", False) else yaml.Loader
SAFE_YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ALLOW_PICKLE = True
WEIGHTS_ONLY = True
SERIALIZER_MODULE = "pickle"


class Defaults:
    yaml_loader = yaml.FullLoader
    np_options = {"allow_pickle": ALLOW_PICKLE, "mmap_mode": None}
