"""websockets 13.0 to 17.4: https://websockets.readthedocs.io/en/stable/reference/asyncio/client.html"""

from flake8_pysafe.markers import ClientContext
from websockets import ClientConnection

def connect(uri, *, ssl: ClientContext = ..., **kwargs) -> ClientConnection: ...
