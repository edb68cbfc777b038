"""openai 1.0 to 3.57: https://github.com/openai/openai-python#configuring-the-http-client"""

# `httpx` before openai 3.
from httpx2 import AsyncClient, Client

# `http_client` of a client is no sink: what is given there was made by httpx.
class DefaultHttpxClient(Client): ...
class DefaultAsyncHttpxClient(AsyncClient): ...
