"""python-gitlab 2.0 to 8.6: https://python-gitlab.readthedocs.io/en/stable/api-usage-advanced.html"""

import gitlab as client
from flake8_pysafe.markers import Verify

class Gitlab:
    ssl_verify: Verify
    def __init__(
        self, url=..., private_token=..., oauth_token=..., job_token=..., ssl_verify: Verify = ..., **kwargs
    ) -> None: ...
    def __enter__(self) -> Gitlab: ...
