"""taskiq.serializers of taskiq 0.8 to 0.13: https://taskiq-python.github.io/guide/message-format.html"""

import flake8_pysafe
from flake8_pysafe.markers import Dumped, Pickled

class PickleSerializer(flake8_pysafe.PickleSerializer):
    def dumpb(self, value) -> Dumped: ...
    def loadb(self, value: Pickled) -> object: ...
