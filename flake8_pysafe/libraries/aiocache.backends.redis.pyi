"""aiocache.backends of aiocache 0.11 to 0.12: https://aiocache.aio-libs.org/en/latest/caches.html"""

from aiocache import RedisCache as RedisCache
