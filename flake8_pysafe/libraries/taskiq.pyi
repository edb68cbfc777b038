"""taskiq 0.8 to 0.13: https://taskiq-python.github.io/guide/message-format.html"""

import taskiq as brokers
import taskiq.serializers as serializers
from flake8_pysafe.markers import Serializer

class AsyncBroker:
    def with_serializer(self, serializer: Serializer) -> Self: ...

class InMemoryBroker(AsyncBroker): ...
class ZeroMQBroker(AsyncBroker): ...
