"""gql 3.0 to 4.4: https://gql.readthedocs.io/en/stable/transports/websockets.html"""

from flake8_pysafe.markers import ClientContext

class WebsocketsTransport:
    def __init__(self, url, *, headers=..., ssl: ClientContext = ..., **kwargs) -> None: ...
