"""pypsrp 0.5 to 1.0: https://github.com/jborean93/pypsrp"""

from flake8_pysafe.markers import VerifyFlag

class Client:
    def __init__(self, server, *, cert_validation: VerifyFlag = ..., **kwargs) -> None: ...
    def __enter__(self) -> Client: ...
