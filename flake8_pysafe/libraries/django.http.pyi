"""django.http of Django 2.2 to 5.2: https://docs.djangoproject.com/en/stable/ref/request-response/"""

import django.http as request
from flake8_pysafe.markers import Remote, Verified

class HttpRequest:
    COOKIES: Remote
    FILES: Remote
    GET: Remote
    META: Remote
    POST: Remote
    body: Remote
    headers: Remote
    path: Remote
    def get_signed_cookie(self, key, default=..., salt=..., max_age=...) -> Verified: ...
    def read(self, *args, **kwargs) -> Remote: ...
    def readline(self, *args, **kwargs) -> Remote: ...
    def readlines(self) -> Remote: ...
    def __iter__(self) -> Remote: ...
