"""jenkinsapi 0.3: https://jenkinsapi.readthedocs.io/en/latest/"""

from flake8_pysafe.markers import Verify

class Jenkins:
    def __init__(
        self, baseurl, username=..., password=..., requester=..., lazy=..., ssl_verify: Verify = ..., **kwargs
    ) -> None: ...
