"""urllib3 1.26 to 2.8: https://urllib3.readthedocs.io/en/stable/reference/urllib3.util.html"""

from ssl import SSLContext, SSLSocket

import urllib3.util as ssl_
from flake8_pysafe.markers import CertReqs, ClientContext

def create_urllib3_context(
    ssl_version=..., cert_reqs: CertReqs = ..., options=..., ciphers=..., **kwargs
) -> SSLContext: ...
def ssl_wrap_socket(
    sock,
    keyfile=...,
    certfile=...,
    cert_reqs: CertReqs = ...,
    ca_certs=...,
    server_hostname=...,
    ssl_version=...,
    ciphers=...,
    ssl_context: ClientContext = ...,
    **kwargs,
) -> SSLSocket: ...
def resolve_cert_reqs(candidate: CertReqs): ...
