"""beaker.session of Beaker 1.11 to 1.13: https://beaker.readthedocs.io/en/latest/configuration.html"""

from flake8_pysafe.markers import SerializerOrDefault

class Session:
    def __init__(self, request, id=..., *, data_serializer: SerializerOrDefault = ..., **kwargs) -> None: ...

class CookieSession(Session):
    def __init__(self, request, key=..., *, data_serializer: SerializerOrDefault = ..., **kwargs) -> None: ...

class SessionObject:
    def __init__(self, environ, *, data_serializer: SerializerOrDefault = ..., **params) -> None: ...
