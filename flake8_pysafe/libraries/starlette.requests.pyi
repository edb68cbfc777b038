"""starlette.requests of Starlette 0.20 to 1.0: https://www.starlette.io/requests/"""

from flake8_pysafe.markers import Remote

class HTTPConnection:
    cookies: Remote
    headers: Remote
    path_params: Remote
    query_params: Remote
    url: Remote

class Request(HTTPConnection):
    async def body(self) -> Remote: ...
    async def form(self, *, max_files=..., max_fields=..., max_part_size=...) -> Remote: ...
    async def json(self) -> Remote: ...
    def stream(self) -> Remote: ...
