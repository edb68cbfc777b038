"""amqp 2.6 to 5.4: https://docs.celeryq.dev/projects/amqp/en/latest/reference/amqp.connection.html"""

from typing import TypedDict

import amqp as connection
from flake8_pysafe.markers import CertReqs, ClientContext, HostnameCheck

class SslOptions(TypedDict):
    cert_reqs: CertReqs
    check_hostname: HostnameCheck
    context: ClientContext

class Connection:
    def __init__(self, host=..., userid=..., password=..., *, ssl: SslOptions = ..., **kwargs) -> None: ...
    def __enter__(self) -> Connection: ...
