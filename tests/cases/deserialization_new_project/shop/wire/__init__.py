"""What other modules read with."""

from shop.wire.codecs import Reader, decode
from shop.wire.loaders import Base, Config, Wide

__all__ = ["Base", "Config", "Reader", "Wide", "decode"]
