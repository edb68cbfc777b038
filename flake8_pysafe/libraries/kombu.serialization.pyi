"""kombu.serialization of kombu 4.0 to 5.7: https://docs.celeryq.dev/projects/kombu/en/stable/"""

# Other packages import it from here.
import pickle as pickle

from flake8_pysafe.markers import AcceptedTypes, DangerousSwitch, InsecureSerializers, Pickled, Serializer

class SerializerRegistry:
    def enable(self, name: Serializer) -> None: ...
    def loads(
        self, data, content_type, content_encoding, accept: AcceptedTypes = ..., force: DangerousSwitch = ..., **kwargs
    ) -> object: ...

registry: SerializerRegistry

def enable_insecure_serializers(choices=...) -> InsecureSerializers: ...
def loads(
    data, content_type, content_encoding, accept: AcceptedTypes = ..., force: DangerousSwitch = ..., **kwargs
) -> object: ...
def pickle_loads(s: Pickled, load=...) -> object: ...
def unpickle(s: Pickled) -> object: ...
