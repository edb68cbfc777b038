"""confluent-kafka 1.7 to 2.15: https://docs.confluent.io/platform/current/clients/librdkafka/html/"""

from typing import TypedDict

import confluent_kafka.admin as admin
from flake8_pysafe.markers import EndpointCheck, VerifyText

Configuration = TypedDict(
    "Configuration",
    {
        "enable.ssl.certificate.verification": VerifyText,
        "ssl.endpoint.identification.algorithm": EndpointCheck,
    },
)

class Producer:
    def __init__(self, config: Configuration = ..., /, *args, **kwargs: Configuration) -> None: ...

class Consumer:
    def __init__(self, config: Configuration = ..., /, *args, **kwargs: Configuration) -> None: ...

class SerializingProducer(Producer):
    def __init__(self, conf: Configuration) -> None: ...

class DeserializingConsumer(Consumer):
    def __init__(self, conf: Configuration) -> None: ...
