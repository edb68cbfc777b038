"""dogpile.cache 1.1 to 1.5: https://dogpilecache.sqlalchemy.org/en/latest/api.html"""

import dogpile.cache as region
from flake8_pysafe.markers import Serializer

class CacheRegion:
    def __init__(
        self,
        name=...,
        function_key_generator=...,
        function_multi_key_generator=...,
        key_mangler=...,
        serializer=...,
        deserializer: Serializer = ...,
        **kwargs,
    ) -> None: ...

def make_region(*arg, deserializer: Serializer = ..., **kw) -> CacheRegion: ...
