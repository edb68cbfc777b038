"""azure-keyvault-secrets 4.2 to 4.10: https://learn.microsoft.com/python/api/overview/azure/keyvault-secrets-readme"""

from flake8_pysafe.markers import Verify

class SecretClient:
    def __init__(self, vault_url, credential, *, connection_verify: Verify = ..., **kwargs) -> None: ...
