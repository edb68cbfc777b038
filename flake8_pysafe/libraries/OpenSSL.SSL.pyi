"""pyOpenSSL 19.0 to 26.4: https://www.pyopenssl.org/en/latest/api/ssl.html"""

from flake8_pysafe.markers import AcceptingCallback, Remote, VerifyMode

VERIFY_NONE = 0
VERIFY_PEER = 1
VERIFY_FAIL_IF_NO_PEER_CERT = 2
VERIFY_CLIENT_ONCE = 4

TLS_METHOD = 7
TLS_SERVER_METHOD = 8
TLS_CLIENT_METHOD = 9

class Context:
    def __init__(self, method) -> None: ...
    # `callback` could not be left out before 20.0.
    def set_verify(self, mode: VerifyMode, callback: AcceptingCallback = ...) -> None: ...

class Connection:
    def __init__(self, context, socket=...) -> None: ...
    def set_verify(self, mode: VerifyMode, callback: AcceptingCallback = ...) -> None: ...
    def recv(self, bufsiz, flags=...) -> Remote: ...
    def read(self, bufsiz, flags=...) -> Remote: ...
