"""kombu 4.0 to 5.7: https://docs.celeryq.dev/projects/kombu/en/stable/userguide/connections.html"""

from typing import TypedDict

import kombu as connection
import kombu as message
import kombu as messaging
import kombu.serialization as serialization
import kombu.simple as simple
from flake8_pysafe.markers import CertReqs, ConnectionUrl, HostnameCheck, InsecureSerializers, Remote, Serializer

class SslOptions(TypedDict):
    cert_reqs: CertReqs
    ssl_cert_reqs: CertReqs
    check_hostname: HostnameCheck

class Message:
    body: Remote
    payload: Remote

class Consumer:
    def __init__(
        self,
        channel,
        queues=...,
        no_ack=...,
        auto_declare=...,
        callbacks=...,
        on_decode_error=...,
        on_message=...,
        accept: Serializer = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Consumer: ...

class Connection:
    def __init__(
        self,
        hostname: ConnectionUrl = ...,
        userid=...,
        password=...,
        virtual_host=...,
        port=...,
        insist=...,
        ssl: SslOptions = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Connection: ...
    def Consumer(self, queues=..., channel=..., *args, accept: Serializer = ..., **kwargs) -> Consumer: ...
    def SimpleQueue(self, name, *, accept: Serializer = ..., **kwargs) -> simple.SimpleQueue: ...
    def SimpleBuffer(self, name, *, accept: Serializer = ..., **kwargs) -> simple.SimpleBuffer: ...

class BrokerConnection(Connection): ...

def enable_insecure_serializers(choices=...) -> InsecureSerializers: ...
