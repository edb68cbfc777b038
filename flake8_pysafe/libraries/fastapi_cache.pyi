"""fastapi-cache2 0.1.9 to 0.2: https://github.com/long2ice/fastapi-cache"""

import fastapi_cache.coder as coder
import fastapi_cache.decorator as decorator
from flake8_pysafe.markers import Serializer

class FastAPICache:
    @classmethod
    def init(cls, backend, prefix=..., expire=..., coder: Serializer = ..., **kwargs) -> None: ...
