"""Names that frameworks read from a settings module, whichever module assigns them.

Django: https://docs.djangoproject.com/en/stable/ref/settings/
Celery: https://docs.celeryq.dev/en/stable/userguide/configuration.html
"""

from typing import TypedDict

from celery import BrokerSsl, CelerySettings
from flake8_pysafe.markers import ConnectionUrl, Serializer

class CacheOptions(TypedDict):
    SERIALIZER: Serializer

class Cache(TypedDict):
    LOCATION: ConnectionUrl
    OPTIONS: CacheOptions

class Caches(TypedDict):
    default: Cache

# The same names as below, for functions that take settings as keywords.
class ApplicationSettings(TypedDict):
    CACHES: Caches
    CELERY: CelerySettings
    CELERY_ACCEPT_CONTENT: Serializer
    CELERY_BROKER_URL: ConnectionUrl
    CELERY_BROKER_USE_SSL: BrokerSsl
    CELERY_REDIS_BACKEND_USE_SSL: BrokerSsl
    CELERY_RESULT_ACCEPT_CONTENT: Serializer
    CELERY_RESULT_BACKEND: ConnectionUrl
    SESSION_SERIALIZER: Serializer

CACHES: Caches
CELERY: CelerySettings
CELERY_ACCEPT_CONTENT: Serializer
CELERY_BROKER_URL: ConnectionUrl
CELERY_BROKER_USE_SSL: BrokerSsl
CELERY_REDIS_BACKEND_USE_SSL: BrokerSsl
CELERY_RESULT_ACCEPT_CONTENT: Serializer
CELERY_RESULT_BACKEND: ConnectionUrl
# Flask-SQLAlchemy: https://flask-sqlalchemy.readthedocs.io/en/stable/config/
SQLALCHEMY_DATABASE_URI: ConnectionUrl
# Until Django 5.0.
SESSION_SERIALIZER: Serializer
