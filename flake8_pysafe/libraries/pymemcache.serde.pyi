"""pymemcache.serde of pymemcache 3.0 to 4.0: https://pymemcache.readthedocs.io/en/latest/"""

import flake8_pysafe
from flake8_pysafe.markers import Pickled

class PickleSerde(flake8_pysafe.PickleSerializer):
    def __init__(self, pickle_version=...) -> None: ...
    def deserialize(self, key, value: Pickled, flags) -> object: ...

# Pickles before it compresses, unless given another one.
class CompressedSerde(flake8_pysafe.PickleSerializer):
    def __init__(self, compress=..., decompress=..., serde=..., min_compress_len=...) -> None: ...
    def deserialize(self, key, value: Pickled, flags) -> object: ...

pickle_serde: PickleSerde
compressed_serde: CompressedSerde

def python_memcache_deserializer(key, value: Pickled, flags) -> object: ...
