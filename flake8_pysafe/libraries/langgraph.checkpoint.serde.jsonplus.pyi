"""langgraph-checkpoint 2.1 to 4.3: https://reference.langchain.com/python/langgraph/checkpoints/"""

from flake8_pysafe.markers import DangerousSwitch

class JsonPlusSerializer:
    def __init__(self, *, pickle_fallback: DangerousSwitch = ..., **kwargs) -> None: ...
