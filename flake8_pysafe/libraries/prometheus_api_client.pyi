"""prometheus-api-client 0.5 to 0.7: https://prometheus-api-client-python.readthedocs.io/en/latest/"""

from flake8_pysafe.markers import Insecure

class PrometheusConnect:
    # Its name notwithstanding: the connection is encrypted, and not verified.
    def __init__(self, url=..., headers=..., disable_ssl: Insecure = ..., **kwargs) -> None: ...
