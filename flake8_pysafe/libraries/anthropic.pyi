"""anthropic 0.8 to 2.13: https://github.com/anthropics/anthropic-sdk-python#configuring-the-http-client"""

# `httpx` before anthropic 2.
from httpx2 import AsyncClient, Client

# `http_client` of a client is no sink: what is given there was made by httpx.
class DefaultHttpxClient(Client): ...
class DefaultAsyncHttpxClient(AsyncClient): ...
