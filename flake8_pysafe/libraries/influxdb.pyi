"""influxdb 5.3: https://influxdb-python.readthedocs.io/en/latest/api-documentation.html"""

from flake8_pysafe.markers import Verify

# False is the default; only who writes it down is told.
class InfluxDBClient:
    def __init__(
        self,
        host=...,
        port=...,
        username=...,
        password=...,
        database=...,
        ssl=...,
        verify_ssl: Verify = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> InfluxDBClient: ...

class DataFrameClient(InfluxDBClient): ...
