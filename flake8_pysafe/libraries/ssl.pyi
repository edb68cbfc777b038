"""Python 3.10 to 3.14: https://docs.python.org/3/library/ssl.html"""

from enum import IntEnum
from typing import Annotated

from flake8_pysafe.markers import (
    BareProtocol,
    ContextHostname,
    ContextMode,
    DefaultContextFactory,
    Remote,
    Unverified,
    WrappedMode,
)

class VerifyMode(IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2

CERT_NONE = 0
CERT_OPTIONAL = 1
CERT_REQUIRED = 2

PROTOCOL_SSLv23 = 2
PROTOCOL_TLS = 2
PROTOCOL_TLSv1 = 3
PROTOCOL_TLSv1_1 = 4
PROTOCOL_TLSv1_2 = 5
PROTOCOL_TLS_CLIENT = 16
PROTOCOL_TLS_SERVER = 17

# The markers compare these texts; the members' real values are tuples.
class Purpose:
    SERVER_AUTH = "SERVER_AUTH"
    CLIENT_AUTH = "CLIENT_AUTH"

class SSLSocket:
    def recv(self, buflen=..., flags=...) -> Remote: ...
    def recvfrom(self, buflen=..., flags=...) -> Remote: ...
    def read(self, len=..., buffer=...) -> Remote: ...
    def makefile(self, mode=..., buffering=..., **kwargs) -> Remote: ...

class SSLObject:
    def read(self, len=..., buffer=...) -> Remote: ...

class SSLContext:
    verify_mode: ContextMode
    check_hostname: ContextHostname
    def __init__(self, protocol: BareProtocol = ..., *args, **kwargs) -> None: ...
    def load_cert_chain(self, certfile, keyfile=..., password=...) -> None: ...
    def wrap_socket(
        self,
        sock,
        server_side=...,
        do_handshake_on_connect=...,
        suppress_ragged_eofs=...,
        server_hostname=...,
        session=...,
    ) -> SSLSocket: ...
    def wrap_bio(self, incoming, outgoing, server_side=..., server_hostname=..., session=...) -> SSLObject: ...

# Not in the library: tells what the two functions below make from a context that checks.
class UnverifiedContext(SSLContext): ...

def create_default_context(purpose=..., *, cafile=..., capath=..., cadata=...) -> SSLContext: ...
def _create_unverified_context(
    protocol=...,
    *,
    cert_reqs=...,
    check_hostname=...,
    purpose=...,
    certfile=...,
    keyfile=...,
    cafile=...,
    capath=...,
    cadata=...,
) -> Annotated[UnverifiedContext, Unverified]: ...

# Another name of the same function, which the mail modules call.
def _create_stdlib_context(
    protocol=...,
    *,
    cert_reqs=...,
    check_hostname=...,
    purpose=...,
    certfile=...,
    keyfile=...,
    cafile=...,
    capath=...,
    cadata=...,
) -> Annotated[UnverifiedContext, Unverified]: ...

_create_default_https_context: DefaultContextFactory

# Until 3.11.
def wrap_socket(
    sock,
    keyfile=...,
    certfile=...,
    server_side=...,
    cert_reqs: WrappedMode = ...,
    ssl_version=...,
    ca_certs=...,
    do_handshake_on_connect=...,
    suppress_ragged_eofs=...,
    ciphers=...,
) -> SSLSocket: ...
