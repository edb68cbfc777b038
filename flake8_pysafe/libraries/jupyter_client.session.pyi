"""jupyter_client 6.0 to 8.6: https://jupyter-client.readthedocs.io/en/stable/api/jupyter_client.html"""

from flake8_pysafe.markers import Dumped, Pickled, Serializer

class Session:
    unpacker: Serializer
    def __init__(self, *, unpacker: Serializer = ..., **kwargs) -> None: ...

def pickle_packer(o) -> Dumped: ...
def pickle_unpacker(data: Pickled, /, **kwargs) -> object: ...
