"""llama-index-workflows 1.0 to 2.26: https://developers.llamaindex.ai/python/llamaagents/workflows/"""

import flake8_pysafe
import workflows.context as context
import workflows.context as serializers
from flake8_pysafe.markers import Pickled, Serializer

class BaseSerializer: ...
class JsonSerializer(BaseSerializer): ...

# Tries JSON when it writes and pickle first when it reads.
class PickleSerializer(JsonSerializer, flake8_pysafe.PickleSerializer):
    def deserialize(self, value: Pickled) -> object: ...

JsonPickleSerializer = PickleSerializer

class Context:
    def __init__(self, workflow, previous_context=..., serializer: Serializer = ...) -> None: ...
    @classmethod
    def from_dict(cls, workflow, data, serializer: Serializer = ...) -> Context: ...
