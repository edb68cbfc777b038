"""aiocache.backends of aiocache 0.11 to 0.12: https://aiocache.aio-libs.org/en/latest/caches.html"""

import aiocache.backends.memcached as memcached
import aiocache.backends.memory as memory
import aiocache.backends.redis as redis
