"""The vocabulary of the library models: which values of a parameter or attribute are unsafe."""

from __future__ import annotations

from flake8_pysafe.markers import deserialization, flow, tls
from flake8_pysafe.markers.flow import Flow
from flake8_pysafe.markers.marker import Marker


def _registry() -> dict[str, Marker]:
    found: dict[str, Marker] = {}
    for module in (tls, deserialization):
        for name, marker in vars(module).items():
            if isinstance(marker, Marker):
                if marker.name in found or marker.name != name:
                    raise ValueError(f"marker {marker.name} is defined twice or under another name")
                found[name] = marker
    return found


BY_NAME = _registry()


def __getattr__(name: str) -> Marker | Flow:
    # So that a stub's `from flake8_pysafe.markers import Verify` is a real import.
    word = BY_NAME.get(name) or flow.BY_NAME.get(name)
    if word is None:
        raise AttributeError(name)
    return word
