"""sqlitedict 1.6 to 2.1: https://github.com/piskvorky/sqlitedict"""

from flake8_pysafe.markers import SerializerOrDefault

class SqliteDict:
    def __init__(
        self,
        filename=...,
        tablename=...,
        flag=...,
        autocommit=...,
        journal_mode=...,
        encode=...,
        decode: SerializerOrDefault = ...,
        **kwargs,
    ) -> None: ...
