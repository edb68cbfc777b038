"""redis 4.2 to 8.2: https://redis.readthedocs.io/en/stable/examples/asyncio_examples.html"""

import redis.asyncio as client
import redis.asyncio as cluster
import redis.asyncio as connection
import redis.asyncio as sentinel
import redis.asyncio as utils
from typing import TypedDict

from flake8_pysafe.markers import CertReqsOrNone, ConnectionUrl, HostnameCheck

class ConnectionKeywords(TypedDict):
    ssl_cert_reqs: CertReqsOrNone
    ssl_check_hostname: HostnameCheck

# `None` stands for `CERT_NONE` here.
class Redis:
    def __init__(
        self,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> Redis: ...
    @classmethod
    def from_url(
        cls,
        url: ConnectionUrl,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> Redis: ...

class StrictRedis(Redis): ...

class Connection: ...

class SSLConnection(Connection):
    def __init__(
        self,
        ssl_keyfile=...,
        ssl_certfile=...,
        ssl_cert_reqs: CertReqsOrNone = ...,
        *,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...

class ConnectionPool:
    def __init__(
        self,
        connection_class=...,
        max_connections=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    @classmethod
    def from_url(
        cls,
        url: ConnectionUrl,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> ConnectionPool: ...

class BlockingConnectionPool(ConnectionPool):
    def __init__(
        self,
        max_connections=...,
        timeout=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    @classmethod
    def from_url(
        cls,
        url: ConnectionUrl,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> BlockingConnectionPool: ...

class RedisCluster:
    def __init__(
        self,
        host=...,
        port=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> RedisCluster: ...
    @classmethod
    def from_url(
        cls,
        url: ConnectionUrl,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> RedisCluster: ...

class Sentinel:
    def __init__(
        self,
        sentinels,
        min_other_sentinels=...,
        sentinel_kwargs: ConnectionKeywords = ...,
        force_master_ip=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    def master_for(
        self,
        service_name,
        redis_class=...,
        connection_pool_class=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> Redis: ...
    def slave_for(
        self,
        service_name,
        redis_class=...,
        connection_pool_class=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> Redis: ...

def from_url(
    url: ConnectionUrl,
    *,
    ssl_cert_reqs: CertReqsOrNone = ...,
    ssl_check_hostname: HostnameCheck = ...,
    **kwargs,
) -> Redis: ...
