"""sentence-transformers 2.3 to 6.2: https://sbert.net/docs/package_reference/"""

import sentence_transformers as cross_encoder
import sentence_transformers as sparse_encoder
from flake8_pysafe.markers import RemoteCode
from transformers import ModelKeywords

class SentenceTransformer:
    def __init__(
        self,
        model_name_or_path=...,
        *,
        trust_remote_code: RemoteCode = ...,
        model_kwargs: ModelKeywords = ...,
        config_kwargs: ModelKeywords = ...,
        **kwargs,
    ) -> None: ...

class CrossEncoder:
    # `automodel_args` until 3.x.
    def __init__(
        self,
        model_name_or_path=...,
        *,
        trust_remote_code: RemoteCode = ...,
        automodel_args: ModelKeywords = ...,
        model_kwargs: ModelKeywords = ...,
        config_kwargs: ModelKeywords = ...,
        **kwargs,
    ) -> None: ...

class SparseEncoder:
    def __init__(
        self,
        model_name_or_path=...,
        *,
        trust_remote_code: RemoteCode = ...,
        model_kwargs: ModelKeywords = ...,
        config_kwargs: ModelKeywords = ...,
        **kwargs,
    ) -> None: ...
