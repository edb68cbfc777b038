"""Python 3.10 to 3.14: https://docs.python.org/3/library/ftplib.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, RequiredContext

class FTP:
    def __init__(
        self, host=..., user=..., passwd=..., acct=..., timeout=..., source_address=..., *, encoding=...
    ) -> None: ...
    def __enter__(self) -> FTP: ...

class FTP_TLS(FTP):
    # `keyfile` and `certfile` until 3.11.
    def __init__(
        self,
        host=...,
        user=...,
        passwd=...,
        acct=...,
        keyfile=...,
        certfile=...,
        context: Annotated[ClientContext, RequiredContext] = ...,
        timeout=...,
        source_address=...,
        *,
        encoding=...,
    ) -> None: ...
