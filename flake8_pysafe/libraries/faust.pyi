"""faust-streaming 0.8 to 0.11: https://faust-streaming.github.io/faust/userguide/models.html"""

from flake8_pysafe.markers import Serializer

class App:
    def __init__(
        self, id, *, key_serializer: Serializer = ..., value_serializer: Serializer = ..., **options
    ) -> None: ...
    def topic(
        self, *topics, key_serializer: Serializer = ..., value_serializer: Serializer = ..., **kwargs
    ) -> object: ...

class Schema:
    def __init__(self, *, key_serializer: Serializer = ..., value_serializer: Serializer = ..., **kwargs) -> None: ...
