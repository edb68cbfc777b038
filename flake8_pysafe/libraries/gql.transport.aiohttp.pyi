"""gql 3.0 to 4.4: https://gql.readthedocs.io/en/stable/transports/aiohttp.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, VerifyFalse

class AIOHTTPTransport:
    def __init__(
        self, url, headers=..., cookies=..., auth=..., ssl: Annotated[ClientContext, VerifyFalse] = ..., **kwargs
    ) -> None: ...
