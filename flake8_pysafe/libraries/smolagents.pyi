"""smolagents 1.0 to 1.26: https://huggingface.co/docs/smolagents/reference/tools"""

import smolagents as agents
import smolagents as models
import smolagents as tools
from flake8_pysafe.markers import RemoteCode

class Tool:
    @classmethod
    def from_hub(cls, repo_id, token=..., trust_remote_code: RemoteCode = ..., **kwargs): ...

class ToolCollection:
    @classmethod
    def from_hub(cls, collection_slug, token=..., trust_remote_code: RemoteCode = ...): ...
    @classmethod
    def from_mcp(cls, server_parameters, trust_remote_code: RemoteCode = ..., structured_output=...): ...

class MultiStepAgent:
    @classmethod
    def from_hub(cls, repo_id, token=..., trust_remote_code: RemoteCode = ..., **kwargs): ...

class CodeAgent(MultiStepAgent): ...
class ToolCallingAgent(MultiStepAgent): ...

class TransformersModel:
    def __init__(
        self, model_id=..., device_map=..., torch_dtype=..., trust_remote_code: RemoteCode = ..., **kwargs
    ) -> None: ...

class MLXModel:
    def __init__(self, model_id, trust_remote_code: RemoteCode = ..., **kwargs) -> None: ...

def load_tool(repo_id, model_repo_id=..., token=..., trust_remote_code: RemoteCode = ..., **kwargs) -> object: ...
