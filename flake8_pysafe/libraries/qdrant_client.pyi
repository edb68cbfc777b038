"""qdrant-client 1.6 to 1.16: https://python-client.qdrant.tech/qdrant_client.qdrant_client"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, VerifyFalse

# Further keywords go to `httpx`.
class QdrantClient:
    def __init__(
        self, location=..., url=..., *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs
    ) -> None: ...

class AsyncQdrantClient:
    def __init__(
        self, location=..., url=..., *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs
    ) -> None: ...
