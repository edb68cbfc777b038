"""aiocache 0.11 to 0.12: https://aiocache.aio-libs.org/en/latest/serializers.html"""

from typing import TypedDict

import aiocache as base
import aiocache as decorators
import aiocache as factory
import aiocache.backends as backends
import aiocache.serializers as serializers
from flake8_pysafe.markers import Serializer

SerializerSettings = TypedDict("SerializerSettings", {"class": Serializer})

class CacheSettings(TypedDict):
    serializer: SerializerSettings

class CacheConfigurations(TypedDict):
    default: CacheSettings

class BaseCache:
    serializer: Serializer
    def __init__(self, serializer: Serializer = ..., plugins=..., namespace=..., **kwargs) -> None: ...

class RedisCache(BaseCache): ...
class SimpleMemoryCache(BaseCache): ...

# Makes a cache of the class it is given.
class Cache:
    def __init__(self, cache_class=..., *, serializer: Serializer = ..., **kwargs) -> None: ...

class cached:
    def __init__(
        self,
        ttl=...,
        key=...,
        namespace=...,
        key_builder=...,
        skip_cache_func=...,
        cache=...,
        serializer: Serializer = ...,
        **kwargs,
    ) -> None: ...

class cached_stampede(cached):
    def __init__(self, lease=..., *, serializer: Serializer = ..., **kwargs) -> None: ...

class multi_cached:
    def __init__(
        self,
        keys_from_attr,
        namespace=...,
        key_builder=...,
        skip_cache_func=...,
        ttl=...,
        cache=...,
        serializer: Serializer = ...,
        **kwargs,
    ) -> None: ...

class CacheHandler:
    def add(self, alias, config: CacheSettings) -> None: ...
    def create(self, alias=..., *, serializer: Serializer = ..., **kwargs) -> BaseCache: ...
    def set_config(self, config: CacheConfigurations) -> None: ...

caches: CacheHandler
