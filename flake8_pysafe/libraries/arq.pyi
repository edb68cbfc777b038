"""arq 0.16 to 0.28: https://arq-docs.helpmanual.io/#custom-job-serializers"""

import arq as connections
import arq as worker
from flake8_pysafe.markers import SerializerOrDefault

async def create_pool(settings_=..., *, job_deserializer: SerializerOrDefault = ..., **kwargs) -> ArqRedis: ...

class ArqRedis:
    def __init__(
        self, pool_or_conn=..., job_serializer=..., job_deserializer: SerializerOrDefault = ..., **kwargs
    ) -> None: ...

class Worker:
    def __init__(self, functions=..., *, job_deserializer: SerializerOrDefault = ..., **kwargs) -> None: ...
