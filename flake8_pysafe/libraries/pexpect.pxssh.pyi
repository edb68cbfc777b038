"""pexpect 4.6 to 4.9: https://pexpect.readthedocs.io/en/stable/api/pxssh.html"""

from typing import TypedDict

from flake8_pysafe.markers import EnvironmentMapping, StrictHostKey
from pexpect import spawn

class SshOptions(TypedDict):
    StrictHostKeyChecking: StrictHostKey

class pxssh(spawn):
    # `options` since 4.7.
    def __init__(
        self,
        timeout=...,
        maxread=...,
        searchwindowsize=...,
        logfile=...,
        cwd=...,
        env: EnvironmentMapping = ...,
        ignore_sighup=...,
        echo=...,
        options: SshOptions = ...,
        **kwargs,
    ) -> None: ...
