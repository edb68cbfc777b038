"""requests-toolbelt 0.9 to 1.0: https://toolbelt.readthedocs.io/en/latest/adapters.html"""

import requests_toolbelt.sessions as sessions
from requests import HTTPAdapter

class SSLAdapter(HTTPAdapter):
    def __init__(self, ssl_version=..., **kwargs) -> None: ...

class SourceAddressAdapter(HTTPAdapter):
    def __init__(self, source_address, **kwargs) -> None: ...
