"""aiocache.serializers of aiocache 0.11 to 0.12: https://aiocache.aio-libs.org/en/latest/serializers.html"""

import aiocache.serializers as serializers
import flake8_pysafe
from flake8_pysafe.markers import Dumped, Pickled

class BaseSerializer: ...

class PickleSerializer(BaseSerializer, flake8_pysafe.PickleSerializer):
    def dumps(self, value) -> Dumped: ...
    def loads(self, value: Pickled) -> object: ...
