"""scrapli 2021.1 to 2025.8: https://carlmontanari.github.io/scrapli/reference/driver/core/"""

from flake8_pysafe.markers import HostKeyCheck
from scrapli.driver import AsyncNetworkDriver, NetworkDriver

class IOSXEDriver(NetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncIOSXEDriver(AsyncNetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class IOSXRDriver(NetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncIOSXRDriver(AsyncNetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class NXOSDriver(NetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncNXOSDriver(AsyncNetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class EOSDriver(NetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncEOSDriver(AsyncNetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class JunosDriver(NetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...

class AsyncJunosDriver(AsyncNetworkDriver):
    def __init__(self, host, *, auth_strict_key: HostKeyCheck = ..., **kwargs) -> None: ...
