"""azure-core 1.10 to 1.36: https://learn.microsoft.com/python/api/azure-core/azure.core.pipeline.transport"""

from flake8_pysafe.markers import Verify

class RequestsTransport:
    def __init__(self, *, connection_verify: Verify = ..., **kwargs) -> None: ...
