"""vllm 0.4 to 0.33: https://docs.vllm.ai/en/latest/api/vllm/entrypoints/llm/"""

import vllm as engine
import vllm as entrypoints
from flake8_pysafe.markers import RemoteCode

class LLM:
    def __init__(self, model, *args, trust_remote_code: RemoteCode = ..., **kwargs) -> None: ...

class EngineArgs:
    def __init__(self, model=..., *args, trust_remote_code: RemoteCode = ..., **kwargs) -> None: ...

class AsyncEngineArgs(EngineArgs): ...
