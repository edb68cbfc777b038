"""diskcache 4.0 to 5.6: https://grantjenks.com/docs/diskcache/tutorial.html#disk"""

import diskcache as core
import diskcache as fanout
import diskcache as persistent
from flake8_pysafe.markers import SerializerOrDefault

class Disk: ...
class JSONDisk(Disk): ...

class Cache:
    def __init__(self, directory=..., timeout=..., disk: SerializerOrDefault = ..., **settings) -> None: ...

class FanoutCache:
    def __init__(self, directory=..., shards=..., timeout=..., disk: SerializerOrDefault = ..., **settings) -> None: ...
