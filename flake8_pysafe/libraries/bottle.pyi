"""Bottle 0.12 to 0.13: https://bottlepy.org/docs/stable/api.html#the-request-object"""

from flake8_pysafe.markers import Remote

class BaseRequest:
    GET: Remote
    POST: Remote
    body: Remote
    cookies: Remote
    environ: Remote
    files: Remote
    forms: Remote
    headers: Remote
    json: Remote
    params: Remote
    query: Remote
    # With a `secret` the value is a pickle before 0.13, behind a signature.
    def get_cookie(self, key, default=..., secret=..., digestmod=...) -> Remote: ...
    def get_header(self, name, default=...) -> Remote: ...

class LocalRequest(BaseRequest): ...
class Request(BaseRequest): ...

request: LocalRequest
