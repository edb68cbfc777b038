"""Readers and writers of the service."""
from .formats import CODECS, JsonCodec, PickleCodec, default_codec
from .loaders import ConfigLoader, TrustedLoader

__all__ = ["CODECS", "ConfigLoader", "JsonCodec", "PickleCodec", "TrustedLoader", "default_codec"]
