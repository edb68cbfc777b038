"""s3fs 2021.4 to 2026.9: https://s3fs.readthedocs.io/en/latest/api.html"""

from typing import TypedDict

from flake8_pysafe.markers import Verify

class ClientKeywords(TypedDict):
    verify: Verify

class S3FileSystem:
    def __init__(self, *args, client_kwargs: ClientKeywords = ..., **kwargs) -> None: ...
