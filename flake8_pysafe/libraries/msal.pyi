"""msal 1.10 to 1.34: https://msal-python.readthedocs.io/en/latest/#msal.ClientApplication"""

from flake8_pysafe.markers import VerifySetting

# `verify` becomes the setting of a `requests` session.
class ClientApplication:
    def __init__(
        self,
        client_id,
        client_credential=...,
        authority=...,
        validate_authority=...,
        token_cache=...,
        http_client=...,
        verify: VerifySetting = ...,
        **kwargs,
    ) -> None: ...

class ConfidentialClientApplication(ClientApplication): ...

class PublicClientApplication(ClientApplication):
    def __init__(self, client_id, client_credential=..., *, verify: VerifySetting = ..., **kwargs) -> None: ...
