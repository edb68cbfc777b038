"""aioboto3 9.0 to 15.5: https://aioboto3.readthedocs.io/en/latest/usage.html"""

import aioboto3 as session
from flake8_pysafe.markers import Verify

class Session:
    def client(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ): ...
    def resource(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ): ...
