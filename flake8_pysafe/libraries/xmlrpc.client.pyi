"""Python 3.10 to 3.14: https://docs.python.org/3/library/xmlrpc.client.html"""

from flake8_pysafe.markers import ClientContext

class Transport: ...

class SafeTransport(Transport):
    def __init__(
        self, use_datetime=..., use_builtin_types=..., *, headers=..., context: ClientContext = ...
    ) -> None: ...

class ServerProxy:
    def __init__(
        self,
        uri,
        transport=...,
        encoding=...,
        verbose=...,
        allow_none=...,
        use_datetime=...,
        use_builtin_types=...,
        *,
        headers=...,
        context: ClientContext = ...,
    ) -> None: ...

class Server(ServerProxy): ...
