"""requests-oauthlib 1.3 to 2.0: https://requests-oauthlib.readthedocs.io/en/latest/api.html"""

import requests_oauthlib as oauth1_session
import requests_oauthlib as oauth2_session
from flake8_pysafe.markers import Verify
from requests import Session

class OAuth1Session(Session):
    def __init__(self, client_key, client_secret=..., **kwargs) -> None: ...
    def fetch_request_token(self, url, realm=..., *, verify: Verify = ..., **request_kwargs): ...
    def fetch_access_token(self, url, verifier=..., *, verify: Verify = ..., **request_kwargs): ...

class OAuth2Session(Session):
    def __init__(self, client_id=..., client=..., auto_refresh_url=..., **kwargs) -> None: ...
    def fetch_token(
        self,
        token_url,
        code=...,
        authorization_response=...,
        body=...,
        auth=...,
        username=...,
        password=...,
        method=...,
        *,
        verify: Verify = ...,
        **kwargs,
    ): ...
    def refresh_token(
        self, token_url, refresh_token=..., body=..., auth=..., timeout=..., headers=..., verify: Verify = ..., **kwargs
    ): ...
