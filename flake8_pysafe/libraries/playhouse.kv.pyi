"""playhouse.kv of peewee 3.0 to 3.19: https://docs.peewee-orm.com/en/latest/peewee/playhouse.html#key-value-store"""

from flake8_pysafe.markers import SerializerOrDefault

# A `PickleField` unless told otherwise.
class KeyValue:
    def __init__(
        self, key_field=..., value_field: SerializerOrDefault = ..., ordered=..., database=..., table_name=...
    ) -> None: ...
