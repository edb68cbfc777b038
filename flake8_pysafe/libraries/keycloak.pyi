"""python-keycloak 2.0 to 7.1: https://python-keycloak.readthedocs.io/en/latest/"""

import keycloak as connection
import keycloak as keycloak_admin
import keycloak as keycloak_openid
import keycloak as openid_connection
from flake8_pysafe.markers import Verify

class ConnectionManager:
    verify: Verify
    def __init__(self, base_url, headers=..., timeout=..., verify: Verify = ..., **kwargs) -> None: ...

class KeycloakOpenIDConnection(ConnectionManager):
    def __init__(
        self,
        server_url=...,
        grant_type=...,
        username=...,
        password=...,
        token=...,
        totp=...,
        realm_name=...,
        client_id=...,
        verify: Verify = ...,
        **kwargs,
    ) -> None: ...

class KeycloakOpenID:
    def __init__(
        self, server_url, realm_name, client_id, client_secret_key=..., verify: Verify = ..., **kwargs
    ) -> None: ...

class KeycloakAdmin:
    def __init__(
        self,
        server_url=...,
        grant_type=...,
        username=...,
        password=...,
        token=...,
        totp=...,
        realm_name=...,
        client_id=...,
        verify: Verify = ...,
        **kwargs,
    ) -> None: ...
