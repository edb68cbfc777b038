"""PyMySQL 1.0 to 1.2: https://pymysql.readthedocs.io/en/latest/modules/connections.html"""

from typing import Annotated, TypedDict

import pymysql as connections
from flake8_pysafe.markers import ClientContext, HostnameCheck, VerifyFlag, VerifyModeText

class SslOptions(TypedDict):
    verify_mode: VerifyModeText
    check_hostname: HostnameCheck

class Connection:
    def __init__(
        self,
        *,
        ssl: Annotated[SslOptions, ClientContext] = ...,
        ssl_verify_cert: VerifyFlag = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Connection: ...

class connect(Connection): ...
class Connect(Connection): ...
