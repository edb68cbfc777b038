"""minio 7.0 to 7.2: https://min.io/docs/minio/linux/developers/python/API.html"""

import minio as api
from flake8_pysafe.markers import VerifyFlag

class Minio:
    def __init__(
        self,
        endpoint,
        access_key=...,
        secret_key=...,
        session_token=...,
        secure=...,
        region=...,
        http_client=...,
        credentials=...,
        cert_check: VerifyFlag = ...,
    ) -> None: ...
