"""langchain-huggingface 0.1 to 1.2: https://reference.langchain.com/python/integrations/langchain_huggingface/"""

import langchain_huggingface as embeddings
import langchain_huggingface as llms
from transformers import ModelKeywords

class HuggingFaceEmbeddings:
    def __init__(self, *, model_kwargs: ModelKeywords = ..., **kwargs) -> None: ...

class HuggingFacePipeline:
    @classmethod
    def from_model_id(cls, model_id, task, *args, model_kwargs: ModelKeywords = ..., **kwargs): ...
