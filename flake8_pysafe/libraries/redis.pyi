"""redis 3.5 to 8.2: https://redis.readthedocs.io/en/stable/examples/ssl_connection_examples.html"""

import redis as client
import redis as cluster
import redis as connection
import redis as sentinel
import redis as utils
import redis.asyncio as asyncio
from typing import TypedDict

from flake8_pysafe.markers import CertReqsOrNone, ConnectionUrl, HostnameCheck, Remote, Stored

class ConnectionKeywords(TypedDict):
    ssl_cert_reqs: CertReqsOrNone
    ssl_check_hostname: HostnameCheck

# `None` stands for `CERT_NONE` here.
class Redis:
    def __init__(
        self,
        host=...,
        port=...,
        db=...,
        password=...,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Redis: ...
    @classmethod
    def from_url(
        cls,
        url: ConnectionUrl,
        *,
        ssl_cert_reqs: CertReqsOrNone = ...,
        ssl_check_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> Redis: ...
    def blpop(self, keys, timeout=...) -> Stored: ...
    def brpop(self, keys, timeout=...) -> Stored: ...
    def get(self, name) -> Stored: ...
    def getdel(self, name) -> Stored: ...
    def getex(self, name, **kwargs) -> Stored: ...
    def getset(self, name, value) -> Stored: ...
    def hget(self, name, key) -> Stored: ...
    def hgetall(self, name) -> Stored: ...
    def hmget(self, name, keys, *args) -> Stored: ...
    def hvals(self, name) -> Stored: ...
    def lindex(self, name, index) -> Stored: ...
    def lpop(self, name, count=...) -> Stored: ...
    def lrange(self, name, start, end) -> Stored: ...
    def mget(self, keys, *args) -> Stored: ...
    def pubsub(self, **kwargs) -> PubSub: ...
    def rpop(self, name, count=...) -> Stored: ...
    def smembers(self, name) -> Stored: ...
    def xread(self, streams, count=..., block=...) -> Stored: ...
    def zrange(self, name, start, end, desc=..., **kwargs) -> Stored: ...

class PubSub:
    def get_message(self, ignore_subscribe_messages=..., timeout=...) -> Remote: ...
    def listen(self) -> Remote: ...

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
    def __enter__(self) -> RedisCluster: ...
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
