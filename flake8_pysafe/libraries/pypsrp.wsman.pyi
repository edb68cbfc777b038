"""pypsrp 0.5 to 1.0: https://github.com/jborean93/pypsrp"""

from flake8_pysafe.markers import VerifyFlag

class WSMan:
    def __init__(
        self,
        server,
        max_envelope_size=...,
        operation_timeout=...,
        port=...,
        username=...,
        password=...,
        ssl=...,
        path=...,
        auth=...,
        cert_validation: VerifyFlag = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> WSMan: ...
