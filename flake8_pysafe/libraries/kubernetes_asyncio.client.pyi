"""kubernetes_asyncio 12.0 to 36.1: https://kubernetes-asyncio.readthedocs.io/"""

import kubernetes_asyncio.client as configuration
from flake8_pysafe.markers import HostnameCheck, VerifySetting

class Configuration:
    verify_ssl: VerifySetting
    assert_hostname: HostnameCheck
    @classmethod
    def get_default_copy(cls) -> Configuration: ...

class ApiClient:
    configuration: Configuration
