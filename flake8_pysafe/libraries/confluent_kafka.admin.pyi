"""confluent-kafka 1.7 to 2.15: https://docs.confluent.io/platform/current/clients/confluent-kafka-python/"""

from typing import TypedDict

from flake8_pysafe.markers import EndpointCheck, VerifyText

Configuration = TypedDict(
    "Configuration",
    {
        "enable.ssl.certificate.verification": VerifyText,
        "ssl.endpoint.identification.algorithm": EndpointCheck,
    },
)

class AdminClient:
    def __init__(self, conf: Configuration, **kwargs) -> None: ...
