"""A package whose modules hand settings and clients to each other."""
from stores.transport import Gateway, download

__all__ = ["Gateway", "download"]
