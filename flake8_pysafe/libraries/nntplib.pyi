"""Python 3.10 to 3.12: https://docs.python.org/3.12/library/nntplib.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, RequiredContext

class NNTP:
    def __init__(
        self, host, port=..., user=..., password=..., readermode=..., usenetrc=..., timeout=...
    ) -> None: ...
    def __enter__(self) -> NNTP: ...
    def starttls(self, context: Annotated[ClientContext, RequiredContext] = ...) -> None: ...

class NNTP_SSL(NNTP):
    def __init__(
        self,
        host,
        port=...,
        user=...,
        password=...,
        ssl_context: Annotated[ClientContext, RequiredContext] = ...,
        readermode=...,
        usenetrc=...,
        timeout=...,
    ) -> None: ...
