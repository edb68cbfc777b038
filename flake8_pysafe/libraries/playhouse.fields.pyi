"""playhouse.fields of peewee 3.0 to 3.19: https://docs.peewee-orm.com/en/latest/peewee/playhouse.html"""

import flake8_pysafe
from flake8_pysafe.markers import UnpickledField

class PickleField(flake8_pysafe.PickleSerializer):
    def __init__(self, null=..., **kwargs) -> UnpickledField: ...
