"""influxdb-client 1.20 to 1.51: https://influxdb-client.readthedocs.io/en/stable/api.html"""

from flake8_pysafe.markers import VerifySetting

class InfluxDBClient:
    def __init__(
        self,
        url,
        token=...,
        debug=...,
        timeout=...,
        enable_gzip=...,
        org=...,
        default_tags=...,
        *,
        verify_ssl: VerifySetting = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> InfluxDBClient: ...
