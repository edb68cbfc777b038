"""fsspec 2021.4 to 2026.9: https://filesystem-spec.readthedocs.io/en/latest/api.html"""

from typing import TypedDict

from flake8_pysafe.markers import Verify

# Of s3fs, which the protocol `s3` stands for.
class ClientKeywords(TypedDict):
    verify: Verify

def filesystem(protocol, *, client_kwargs: ClientKeywords = ..., **storage_options): ...
def open(urlpath, mode=..., *, client_kwargs: ClientKeywords = ..., **kwargs): ...
def open_files(urlpath, mode=..., *, client_kwargs: ClientKeywords = ..., **kwargs): ...
