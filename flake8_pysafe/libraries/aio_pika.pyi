"""aio-pika 6.8 to 9.7: https://docs.aio-pika.com/apidoc.html"""

from typing import TypedDict

from flake8_pysafe.markers import CertReqs, ClientContext, ConnectionUrl, Insecure

class SslOptions(TypedDict):
    no_verify_ssl: Insecure
    cert_reqs: CertReqs

async def connect(
    url: ConnectionUrl = ...,
    *,
    ssl_options: SslOptions = ...,
    ssl_context: ClientContext = ...,
    **kwargs,
): ...
async def connect_robust(
    url: ConnectionUrl = ...,
    *,
    ssl_options: SslOptions = ...,
    ssl_context: ClientContext = ...,
    **kwargs,
): ...
