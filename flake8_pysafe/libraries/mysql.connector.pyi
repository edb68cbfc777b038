"""mysql-connector-python 8.0 to 9.7: https://dev.mysql.com/doc/connector-python/en/connector-python-connectargs.html"""

import mysql.connector as connection
import mysql.connector as pooling
import mysql.connector.aio as aio
from flake8_pysafe.markers import VerifyFlag

# False is the default; only who writes it down is told.
def connect(*args, ssl_verify_cert: VerifyFlag = ..., **kwargs): ...

class MySQLConnection:
    def __init__(self, *, ssl_verify_cert: VerifyFlag = ..., **kwargs) -> None: ...

class MySQLConnectionPool:
    def __init__(
        self, pool_size=..., pool_name=..., pool_reset_session=..., *, ssl_verify_cert: VerifyFlag = ..., **kwargs
    ) -> None: ...
