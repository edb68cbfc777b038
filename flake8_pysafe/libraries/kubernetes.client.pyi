"""kubernetes 12.0 to 37.0: https://github.com/kubernetes-client/python"""

import kubernetes.client as configuration
from flake8_pysafe.markers import HostnameCheck, VerifySetting

class Configuration:
    verify_ssl: VerifySetting
    assert_hostname: HostnameCheck
    # A parameter since 36.0.
    def __init__(
        self,
        host=...,
        api_key=...,
        api_key_prefix=...,
        username=...,
        password=...,
        access_token=...,
        server_index=...,
        server_variables=...,
        server_operation_index=...,
        server_operation_variables=...,
        ignore_operation_servers=...,
        ssl_ca_cert=...,
        retries=...,
        ca_cert_data=...,
        cert_file=...,
        key_file=...,
        verify_ssl: VerifySetting = ...,
        assert_hostname: HostnameCheck = ...,
        **kwargs,
    ) -> None: ...
    @classmethod
    def get_default_copy(cls) -> Configuration: ...

class ApiClient:
    configuration: Configuration
    def __init__(self, configuration=..., header_name=..., **kwargs) -> None: ...
    def __enter__(self) -> ApiClient: ...
