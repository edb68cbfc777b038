"""pynetbox 6.0 to 7.8: https://pynetbox.readthedocs.io/en/latest/advanced/"""

from requests import Session

class api:
    http_session: Session
    def __init__(self, url, token=..., threading=..., **kwargs) -> None: ...
