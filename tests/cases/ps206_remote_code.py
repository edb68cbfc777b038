"""PS206: remote-code."""

from sentence_transformers import SentenceTransformer
from transformers import AutoModel, AutoTokenizer, pipeline

OPTIONS = {"trust_remote_code": True}


def models(name):
    AutoModel.from_pretrained(name, trust_remote_code=True)  # PS206: 55
    AutoTokenizer.from_pretrained("größe", trust_remote_code=True)  # PS206: 62
    AutoModel.from_pretrained(name, **OPTIONS)  # PS206: 39
    pipeline("fill-mask", model=name, trust_remote_code=True)  # PS206: 57
    SentenceTransformer(name, trust_remote_code=True)  # PS206: 49
    AutoModel.from_pretrained(name)
    AutoModel.from_pretrained(name, trust_remote_code=False)
    AutoModel.from_pretrained(name, revision="0123abc")


def asked(name, trust):
    AutoModel.from_pretrained(name, trust_remote_code=trust)


class Registry:
    def from_pretrained(self, name, trust_remote_code=False):
        return name, trust_remote_code


Registry().from_pretrained("x", trust_remote_code=True)
