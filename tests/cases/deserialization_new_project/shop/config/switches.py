"""Constants that other modules pass on."""

import yaml

ALLOW_PICKLE = True
WEIGHTS_ONLY = True
LEGACY = {"weights_only": False, "map_location": "cpu"}
LOADERS = {"safe": yaml.SafeLoader, "any": yaml.UnsafeLoader}
CONTENT = ["json", "application/x-python-serialize"]
ONLY_JSON = ["json"]
