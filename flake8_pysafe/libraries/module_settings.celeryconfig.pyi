"""Names that Celery reads from a module called celeryconfig.

https://docs.celeryq.dev/en/stable/userguide/configuration.html
"""

from celery import BrokerSsl
from flake8_pysafe.markers import ConnectionUrl, Serializer

accept_content: Serializer
broker_read_url: ConnectionUrl
broker_url: ConnectionUrl
broker_use_ssl: BrokerSsl
broker_write_url: ConnectionUrl
redis_backend_use_ssl: BrokerSsl
result_accept_content: Serializer
result_backend: ConnectionUrl
