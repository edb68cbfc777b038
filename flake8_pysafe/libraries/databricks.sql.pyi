"""databricks-sql-connector 2.0 to 4.3: https://docs.databricks.com/en/dev-tools/python-sql-connector.html"""

from flake8_pysafe.markers import HostnameCheck, Insecure

def connect(
    server_hostname,
    http_path,
    access_token=...,
    *,
    _tls_no_verify: Insecure = ...,
    _tls_verify_hostname: HostnameCheck = ...,
    **kwargs,
): ...
