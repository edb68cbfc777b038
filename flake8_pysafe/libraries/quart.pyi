"""Quart 0.15 to 0.20: https://quart.palletsprojects.com/en/latest/reference/source/quart.wrappers/"""

import quart as globals
import quart as wrappers
from flake8_pysafe.markers import Remote

class Request:
    args: Remote
    body: Remote
    cookies: Remote
    data: Remote
    files: Remote
    form: Remote
    headers: Remote
    json: Remote
    query_string: Remote
    values: Remote
    async def get_data(self, cache=..., as_text=..., parse_form_data=...) -> Remote: ...
    async def get_json(self, force=..., silent=..., cache=...) -> Remote: ...

class Websocket:
    args: Remote
    cookies: Remote
    headers: Remote
    async def receive(self) -> Remote: ...
    async def receive_json(self) -> Remote: ...

request: Request
websocket: Websocket
