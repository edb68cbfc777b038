"""aiobotocore 1.4 to 3.10: https://aiobotocore.readthedocs.io/en/latest/"""

from flake8_pysafe.markers import Verify

class AioSession:
    def create_client(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ): ...

def get_session(env_vars=...) -> AioSession: ...
