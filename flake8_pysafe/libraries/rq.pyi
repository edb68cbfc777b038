"""rq 1.4 to 3.0: https://python-rq.org/docs/"""

import rq as job
import rq as queue
import rq as worker
import rq as worker_pool
import rq.serializers as serializers
from flake8_pysafe.markers import Serializer, SerializerOrDefault

class Queue:
    def __init__(
        self,
        name=...,
        connection=...,
        default_timeout=...,
        is_async=...,
        job_class=...,
        serializer: SerializerOrDefault = ...,
        death_penalty_class=...,
        **kwargs,
    ) -> None: ...

class BaseWorker:
    def __init__(self, queues, name=..., *, serializer: SerializerOrDefault = ..., **kwargs) -> None: ...

class Worker(BaseWorker): ...
class SimpleWorker(BaseWorker): ...
class SpawnWorker(Worker): ...
class HerokuWorker(Worker): ...
class RoundRobinWorker(Worker): ...
class RandomWorker(Worker): ...

class WorkerPool:
    def __init__(
        self, queues, connection, num_workers=..., worker_class=..., serializer: Serializer = ..., **kwargs
    ) -> None: ...

class Job:
    def __init__(self, id=..., connection=..., serializer: Serializer = ...) -> None: ...
    @classmethod
    def create(cls, func, args=..., kwargs=..., connection=..., *, serializer: Serializer = ..., **others) -> Job: ...
    @classmethod
    def fetch(cls, id, connection=..., serializer: Serializer = ...) -> Job: ...
    @classmethod
    def fetch_many(cls, job_ids, connection, serializer: Serializer = ...) -> list[Job]: ...
