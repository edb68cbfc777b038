"""rq.serializers of rq 1.4 to 3.0: https://python-rq.org/docs/workers/"""

import flake8_pysafe
from flake8_pysafe.markers import Dumped, Pickled, Serializer

class DefaultSerializer(flake8_pysafe.PickleSerializer):
    @staticmethod
    def dumps(obj, **kwargs) -> Dumped: ...
    @staticmethod
    def loads(data: Pickled, /) -> object: ...

PickleSerializer = DefaultSerializer

def resolve_serializer(serializer: Serializer = ...) -> object: ...
