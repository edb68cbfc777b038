"""clickhouse-driver 0.2: https://clickhouse-driver.readthedocs.io/en/latest/features.html#tls-ssl-support"""

import clickhouse_driver as client
import clickhouse_driver as dbapi
from flake8_pysafe.markers import ConnectionUrl, HostnameCheck, VerifyFlag

class Client:
    def __init__(
        self, *args, verify: VerifyFlag = ..., check_hostname: HostnameCheck = ..., **kwargs
    ) -> None: ...
    def __enter__(self) -> Client: ...
    @classmethod
    def from_url(cls, url: ConnectionUrl) -> Client: ...

def connect(
    dsn: ConnectionUrl = ...,
    host=...,
    user=...,
    password=...,
    port=...,
    database=...,
    *,
    verify: VerifyFlag = ...,
    check_hostname: HostnameCheck = ...,
    **kwargs,
): ...
