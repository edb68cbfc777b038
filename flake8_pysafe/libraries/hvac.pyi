"""hvac 0.10 to 3.0: https://hvac.readthedocs.io/en/stable/overview.html"""

import hvac as v1
from flake8_pysafe.markers import Verify
from requests import Session

class Client:
    session: Session
    def __init__(self, url=..., token=..., cert=..., verify: Verify = ..., **kwargs) -> None: ...
