"""pysftp 0.2.9: https://pysftp.readthedocs.io/en/latest/cookbook.html"""

from flake8_pysafe.markers import KnownHosts

class CnOpts:
    hostkeys: KnownHosts
    def __init__(self, knownhosts=...) -> None: ...

class Connection:
    def __init__(self, host, username=..., private_key=..., password=..., port=..., **kwargs) -> None: ...
    def __enter__(self) -> Connection: ...
