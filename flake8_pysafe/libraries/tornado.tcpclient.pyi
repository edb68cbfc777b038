"""tornado 4.5 to 6.6: https://www.tornadoweb.org/en/stable/tcpclient.html"""

from typing import Annotated, TypedDict

from flake8_pysafe.markers import CertReqs, ClientContext
from tornado.iostream import IOStream

class SslOptions(TypedDict):
    cert_reqs: CertReqs

class TCPClient:
    async def connect(
        self, host, port, af=..., ssl_options: Annotated[SslOptions, ClientContext] = ..., **kwargs
    ) -> IOStream: ...
