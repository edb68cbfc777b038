"""django_redis 4.12 to 7: https://github.com/jazzband/django-redis"""

import flake8_pysafe
from flake8_pysafe.markers import Dumped, Pickled

class PickleSerializer(flake8_pysafe.PickleSerializer):
    def dumps(self, value) -> Dumped: ...
    def loads(self, value: Pickled) -> object: ...
