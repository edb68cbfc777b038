"""scrapli 2021.1 to 2025.8, and 2026.10: https://carlmontanari.github.io/scrapli/user_guide/basic_usage/"""

import scrapli.driver as driver
from flake8_pysafe.markers import HostKeyCheck
from scrapli.driver import AsyncNetworkDriver, NetworkDriver

class Scrapli(NetworkDriver):
    def __init__(self, platform, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncScrapli(AsyncNetworkDriver):
    def __init__(self, platform, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

# 2026.10 and later.
class TransportBinOptions:
    def __init__(self, *, enable_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...
