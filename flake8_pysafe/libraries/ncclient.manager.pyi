"""ncclient 0.6 to 0.7: https://ncclient.readthedocs.io/en/latest/manager.html"""

from flake8_pysafe.markers import AcceptingHostKey, HostKeyCheck

class Manager:
    def __enter__(self) -> Manager: ...

def connect(
    *args, hostkey_verify: HostKeyCheck = ..., unknown_host_cb: AcceptingHostKey = ..., **kwds
) -> Manager: ...
def connect_ssh(
    *args, hostkey_verify: HostKeyCheck = ..., unknown_host_cb: AcceptingHostKey = ..., **kwds
) -> Manager: ...
