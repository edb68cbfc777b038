"""zabbix-utils 1.1 to 2.0: https://github.com/zabbix/python-zabbix-utils"""

from flake8_pysafe.markers import ClientContext, VerifyFlag

class ZabbixAPI:
    def __init__(
        self,
        url=...,
        token=...,
        user=...,
        password=...,
        http_user=...,
        http_password=...,
        skip_version_check=...,
        validate_certs: VerifyFlag = ...,
        ssl_context: ClientContext = ...,
        timeout=...,
    ) -> None: ...
    def __enter__(self) -> ZabbixAPI: ...

class AsyncZabbixAPI:
    def __init__(
        self,
        url=...,
        token=...,
        user=...,
        password=...,
        http_user=...,
        http_password=...,
        skip_version_check=...,
        validate_certs: VerifyFlag = ...,
        client_session=...,
        timeout=...,
    ) -> None: ...
    async def __aenter__(self) -> AsyncZabbixAPI: ...
