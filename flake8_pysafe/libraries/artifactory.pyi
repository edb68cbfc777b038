"""dohq-artifactory 0.8 to 1.1: https://github.com/devopshq/artifactory#ssl-cert-verification-options"""

from flake8_pysafe.markers import Verify

class ArtifactoryPath:
    def __init__(self, *args, verify: Verify = ..., **kwargs) -> None: ...
