"""Python 3.10 to 3.14: https://docs.python.org/3/library/imaplib.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, RequiredContext

class IMAP4:
    def __init__(self, host=..., port=..., timeout=...) -> None: ...
    def __enter__(self) -> IMAP4: ...
    def starttls(self, ssl_context: Annotated[ClientContext, RequiredContext] = ...): ...

class IMAP4_SSL(IMAP4):
    # `keyfile` and `certfile` until 3.11.
    def __init__(
        self,
        host=...,
        port=...,
        keyfile=...,
        certfile=...,
        ssl_context: Annotated[ClientContext, RequiredContext] = ...,
        timeout=...,
    ) -> None: ...

class IMAP4_stream(IMAP4):
    def __init__(self, command) -> None: ...
