"""ollama 0.3 to 0.6: https://github.com/ollama/ollama-python#custom-client"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, VerifyFalse

# Further keywords go to `httpx`.
class Client:
    def __init__(self, host=..., *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs) -> None: ...

class AsyncClient:
    def __init__(self, host=..., *, verify: Annotated[ClientContext, VerifyFalse] = ..., **kwargs) -> None: ...
