"""proxmoxer 1.1 to 2.3: https://proxmoxer.github.io/docs/latest/authentication/"""

import proxmoxer as core
from flake8_pysafe.markers import VerifyFlag

class ProxmoxAPI:
    def __init__(self, host=..., backend=..., service=..., *, verify_ssl: VerifyFlag = ..., **kwargs) -> None: ...
