"""requests-html 0.10: https://requests.readthedocs.io/projects/requests-html/"""

from flake8_pysafe.markers import VerifySetting
from requests import Session

class BaseSession(Session):
    def __init__(self, mock_browser=..., verify: VerifySetting = ..., browser_args=...) -> None: ...

class HTMLSession(BaseSession):
    def __init__(self, *, verify: VerifySetting = ..., **kwargs) -> None: ...

class AsyncHTMLSession(BaseSession):
    def __init__(
        self, loop=..., workers=..., mock_browser=..., *args, verify: VerifySetting = ..., **kwargs
    ) -> None: ...
