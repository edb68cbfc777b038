"""taskiq_redis 0.5 to 1.2: https://github.com/taskiq-python/taskiq-redis"""

import taskiq
from flake8_pysafe.markers import SerializerOrDefault

class ListQueueBroker(taskiq.AsyncBroker): ...
class PubSubBroker(taskiq.AsyncBroker): ...
class RedisStreamBroker(taskiq.AsyncBroker): ...

# Results are pickled unless told otherwise.
class RedisAsyncResultBackend:
    def __init__(
        self,
        redis_url,
        keep_results=...,
        result_ex_time=...,
        result_px_time=...,
        max_connection_pool_size=...,
        serializer: SerializerOrDefault = ...,
        **connection_kwargs,
    ) -> None: ...
