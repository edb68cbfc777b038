"""kombu.simple of kombu 4.0 to 5.7: https://docs.celeryq.dev/projects/kombu/en/stable/reference/kombu.simple.html"""

from flake8_pysafe.markers import Serializer
from kombu import Message

class SimpleQueue:
    def __init__(
        self,
        channel,
        name,
        no_ack=...,
        queue_opts=...,
        queue_args=...,
        exchange_opts=...,
        serializer=...,
        compression=...,
        accept: Serializer = ...,
    ) -> None: ...
    def get(self, block=..., timeout=...) -> Message: ...
    def get_nowait(self) -> Message: ...

class SimpleBuffer(SimpleQueue): ...
