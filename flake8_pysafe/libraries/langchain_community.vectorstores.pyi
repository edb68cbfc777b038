"""langchain-community 0.0.1 to 0.4: https://pypi.org/project/langchain-community/"""

import langchain_community.vectorstores as annoy
import langchain_community.vectorstores as faiss
import langchain_community.vectorstores as scann
import langchain_community.vectorstores as tiledb
from flake8_pysafe.markers import DangerousSwitch

class FAISS:
    @classmethod
    def deserialize_from_bytes(
        cls, serialized, embeddings, *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs
    ) -> FAISS: ...
    @classmethod
    def load_local(
        cls,
        folder_path,
        embeddings,
        index_name=...,
        *,
        allow_dangerous_deserialization: DangerousSwitch = ...,
        **kwargs,
    ) -> FAISS: ...

class Annoy:
    @classmethod
    def load_local(
        cls, folder_path, embeddings, *, allow_dangerous_deserialization: DangerousSwitch = ...
    ) -> Annoy: ...

class ScaNN:
    @classmethod
    def load_local(
        cls, folder_path, embedding, index_name=..., *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs
    ) -> ScaNN: ...

class TileDB:
    def __init__(
        self, embedding, index_uri, metric, *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs
    ) -> None: ...
    @classmethod
    def load(
        cls, index_uri, embedding, *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs
    ) -> TileDB: ...
