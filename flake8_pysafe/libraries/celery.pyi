"""celery 4.4 to 5.7: https://docs.celeryq.dev/en/stable/userguide/configuration.html"""

from typing import TypedDict

import celery as app
from flake8_pysafe.markers import CertReqs, ConnectionUrl, Serializer

class BrokerSsl(TypedDict):
    ssl_cert_reqs: CertReqs
    cert_reqs: CertReqs

class CelerySettings(TypedDict):
    accept_content: Serializer
    result_accept_content: Serializer
    broker_url: ConnectionUrl
    broker_read_url: ConnectionUrl
    broker_write_url: ConnectionUrl
    result_backend: ConnectionUrl
    broker_use_ssl: BrokerSsl
    redis_backend_use_ssl: BrokerSsl
    # The names before Celery 4.
    CELERY_ACCEPT_CONTENT: Serializer
    CELERY_RESULT_ACCEPT_CONTENT: Serializer
    BROKER_URL: ConnectionUrl
    BROKER_USE_SSL: BrokerSsl
    CELERY_RESULT_BACKEND: ConnectionUrl
    CELERY_REDIS_BACKEND_USE_SSL: BrokerSsl

# Read and written with a dot or by key.
class Settings:
    accept_content: Serializer
    result_accept_content: Serializer
    broker_url: ConnectionUrl
    broker_read_url: ConnectionUrl
    broker_write_url: ConnectionUrl
    result_backend: ConnectionUrl
    broker_use_ssl: BrokerSsl
    redis_backend_use_ssl: BrokerSsl
    CELERY_ACCEPT_CONTENT: Serializer
    CELERY_RESULT_ACCEPT_CONTENT: Serializer
    BROKER_URL: ConnectionUrl
    BROKER_USE_SSL: BrokerSsl
    CELERY_RESULT_BACKEND: ConnectionUrl
    CELERY_REDIS_BACKEND_USE_SSL: BrokerSsl
    def update(self, settings: CelerySettings = ..., /, **kwargs: CelerySettings) -> None: ...

class Celery:
    conf: Settings
    def __init__(
        self,
        main=...,
        loader=...,
        backend: ConnectionUrl = ...,
        amqp=...,
        events=...,
        log=...,
        control=...,
        set_as_current=...,
        tasks=...,
        broker: ConnectionUrl = ...,
        **kwargs: CelerySettings,
    ) -> None: ...
    def config_from_object(self, obj: CelerySettings, silent=..., force=..., namespace=...) -> None: ...

current_app: Celery
