"""langchain-community 0.0.1 to 0.4: https://pypi.org/project/langchain-community/"""

import langchain_community.embeddings as huggingface
from transformers import ModelKeywords

class HuggingFaceEmbeddings:
    def __init__(self, *, model_kwargs: ModelKeywords = ..., **kwargs) -> None: ...

class HuggingFaceBgeEmbeddings:
    def __init__(self, *, model_kwargs: ModelKeywords = ..., **kwargs) -> None: ...

class HuggingFaceInstructEmbeddings:
    def __init__(self, *, model_kwargs: ModelKeywords = ..., **kwargs) -> None: ...
