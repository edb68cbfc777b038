"""influxdb-client 1.29 to 1.51: https://influxdb-client.readthedocs.io/en/stable/api_async.html"""

from flake8_pysafe.markers import VerifySetting

class InfluxDBClientAsync:
    def __init__(
        self,
        url,
        token=...,
        org=...,
        debug=...,
        timeout=...,
        enable_gzip=...,
        *,
        verify_ssl: VerifySetting = ...,
        **kwargs,
    ) -> None: ...
    async def __aenter__(self) -> InfluxDBClientAsync: ...
