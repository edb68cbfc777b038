"""fastapi_cache.decorator of fastapi-cache2 0.1.9 to 0.2: https://github.com/long2ice/fastapi-cache"""

from flake8_pysafe.markers import Serializer

def cache(expire=..., coder: Serializer = ..., **kwargs): ...
