"""pika 1.0 to 1.4: https://pika.readthedocs.io/en/stable/modules/parameters.html"""

import pika as connection
from flake8_pysafe.markers import ClientContext
from pika.adapters.blocking_connection import BlockingConnection as BlockingConnection

class SSLOptions:
    def __init__(self, context: ClientContext, server_hostname=...) -> None: ...
