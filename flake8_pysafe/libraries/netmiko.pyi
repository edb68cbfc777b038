"""netmiko 3.4 to 4.7: https://ktbyers.github.io/netmiko/docs/netmiko/base_connection.html"""

import netmiko as base_connection
import netmiko as ssh_dispatcher
from flake8_pysafe.markers import HostKeyCheck

class BaseConnection:
    def __init__(
        self,
        ip=...,
        host=...,
        username=...,
        password=...,
        secret=...,
        port=...,
        device_type=...,
        verbose=...,
        global_delay_factor=...,
        global_cmd_verify=...,
        use_keys=...,
        key_file=...,
        pkey=...,
        passphrase=...,
        disabled_algorithms=...,
        disable_sha2_fix=...,
        allow_agent=...,
        ssh_strict: HostKeyCheck = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> BaseConnection: ...

# False is the default of `ssh_strict`: only who writes it down is told.
def ConnectHandler(*args, ssh_strict: HostKeyCheck = ..., **kwargs) -> BaseConnection: ...
def ConnLogOnly(
    log_file=..., log_level=..., log_format=..., *, ssh_strict: HostKeyCheck = ..., **kwargs
) -> BaseConnection: ...
def ConnUnify(*, ssh_strict: HostKeyCheck = ..., **kwargs) -> BaseConnection: ...

class SSHDetect:
    def __init__(self, *args, ssh_strict: HostKeyCheck = ..., **kwargs) -> None: ...
