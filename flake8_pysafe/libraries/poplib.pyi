"""Python 3.10 to 3.14: https://docs.python.org/3/library/poplib.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, RequiredContext

class POP3:
    def __init__(self, host, port=..., timeout=...) -> None: ...
    def stls(self, context: Annotated[ClientContext, RequiredContext] = ...): ...

class POP3_SSL(POP3):
    # `keyfile` and `certfile` until 3.11.
    def __init__(
        self,
        host,
        port=...,
        keyfile=...,
        certfile=...,
        timeout=...,
        context: Annotated[ClientContext, RequiredContext] = ...,
    ) -> None: ...
