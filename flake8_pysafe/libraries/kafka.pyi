"""kafka-python 2.0 to 3.0: https://kafka-python.readthedocs.io/en/master/apidoc/KafkaProducer.html"""

from flake8_pysafe.markers import ClientContext, HostnameCheck, Remote
from kafka.consumer.fetcher import ConsumerRecord

class KafkaProducer:
    def __init__(
        self, *, ssl_check_hostname: HostnameCheck = ..., ssl_context: ClientContext = ..., **configs
    ) -> None: ...

class KafkaConsumer:
    def __init__(
        self, *topics, ssl_check_hostname: HostnameCheck = ..., ssl_context: ClientContext = ..., **configs
    ) -> None: ...
    def __iter__(self) -> Remote: ...
    def __next__(self) -> ConsumerRecord: ...
    def poll(self, timeout_ms=..., max_records=..., update_offsets=...) -> Remote: ...

class KafkaAdminClient:
    def __init__(
        self, *, ssl_check_hostname: HostnameCheck = ..., ssl_context: ClientContext = ..., **configs
    ) -> None: ...
