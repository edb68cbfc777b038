"""beaker.middleware of Beaker 1.11 to 1.13: https://beaker.readthedocs.io/en/latest/configuration.html"""

from typing import TypedDict

from flake8_pysafe.markers import Serializer

SessionSettings = TypedDict(
    "SessionSettings", {"session.data_serializer": Serializer, "beaker.session.data_serializer": Serializer}
)

class SessionMiddleware:
    def __init__(self, wrap_app, config: SessionSettings = ..., environ_key=..., **kwargs) -> None: ...
