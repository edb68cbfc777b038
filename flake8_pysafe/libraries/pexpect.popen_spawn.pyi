"""pexpect 4.6 to 4.9: https://pexpect.readthedocs.io/en/stable/api/popen_spawn.html"""

from flake8_pysafe.markers import EnvironmentMapping, ProcessCommand

class PopenSpawn:
    def __init__(
        self,
        cmd: ProcessCommand,
        timeout=...,
        maxread=...,
        searchwindowsize=...,
        logfile=...,
        cwd=...,
        env: EnvironmentMapping = ...,
        **kwargs,
    ) -> None: ...
