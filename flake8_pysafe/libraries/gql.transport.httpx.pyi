"""gql 3.5 to 4.4: https://gql.readthedocs.io/en/stable/transports/httpx.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, VerifyFalse

class HTTPXTransport:
    def __init__(self, url, *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs) -> None: ...

class HTTPXAsyncTransport:
    def __init__(self, url, *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs) -> None: ...
