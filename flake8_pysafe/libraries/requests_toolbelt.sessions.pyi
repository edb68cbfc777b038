"""requests-toolbelt 0.9 to 1.0: https://toolbelt.readthedocs.io/en/latest/sessions.html"""

from requests import Session

class BaseUrlSession(Session):
    def __init__(self, base_url=...) -> None: ...
