"""dynaconf 3.0 to 3.3: https://www.dynaconf.com/configuration/"""

from flake8_pysafe.markers import DynaconfLoader

class LazySettings:
    def __init__(self, wrapped=..., *, YAML_LOADER_FOR_DYNACONF: DynaconfLoader = ..., **kwargs) -> None: ...

class Dynaconf(LazySettings): ...
