"""websockets 10.0 to 17.4, the client before 14.0: https://websockets.readthedocs.io/en/stable/"""

from flake8_pysafe.markers import ClientContext
from websockets import ClientConnection

def connect(uri, *, ssl: ClientContext = ..., **kwargs) -> ClientConnection: ...
