"""azure-identity 1.5 to 1.25: https://learn.microsoft.com/python/api/overview/azure/identity-readme"""

from flake8_pysafe.markers import Verify

class DefaultAzureCredential:
    def __init__(self, *, connection_verify: Verify = ..., **kwargs) -> None: ...

class ClientSecretCredential:
    def __init__(
        self, tenant_id, client_id, client_secret, *, connection_verify: Verify = ..., **kwargs
    ) -> None: ...

class ManagedIdentityCredential:
    def __init__(self, *, connection_verify: Verify = ..., **kwargs) -> None: ...

class CertificateCredential:
    def __init__(
        self, tenant_id, client_id, certificate_path=..., *, connection_verify: Verify = ..., **kwargs
    ) -> None: ...
