"""fastapi_cache.coder of fastapi-cache2 0.1.9 to 0.2: https://github.com/long2ice/fastapi-cache#custom-coder"""

import flake8_pysafe
from flake8_pysafe.markers import Dumped, Pickled

class Coder: ...

class PickleCoder(Coder, flake8_pysafe.PickleSerializer):
    @classmethod
    def encode(cls, value) -> Dumped: ...
    @classmethod
    def decode(cls, value: Pickled) -> object: ...
