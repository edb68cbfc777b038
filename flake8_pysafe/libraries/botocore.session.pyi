"""botocore 1.20 to 1.44: https://botocore.amazonaws.com/v1/documentation/api/latest/index.html"""

from flake8_pysafe.markers import Verify

class Session:
    def create_client(
        self, service_name, region_name=..., api_version=..., use_ssl=..., verify: Verify = ..., **kwargs
    ): ...

def get_session(env_vars=...) -> Session: ...
