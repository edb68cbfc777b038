"""trino 0.305 to 0.338: https://github.com/trinodb/trino-python-client#certificate-authentication"""

from flake8_pysafe.markers import VerifySetting

# `verify` becomes the setting of a `requests` session.
class Connection:
    def __init__(
        self, host, port=..., user=..., *, verify: VerifySetting = ..., http_session=..., **kwargs
    ) -> None: ...
    def __enter__(self) -> Connection: ...

def connect(*args, verify: VerifySetting = ..., **kwargs) -> Connection: ...
