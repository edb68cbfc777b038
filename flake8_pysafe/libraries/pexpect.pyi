"""pexpect 4.6 to 4.9: https://pexpect.readthedocs.io/en/stable/api/pexpect.html"""

import pexpect.popen_spawn as popen_spawn
import pexpect.pxssh as pxssh
from flake8_pysafe.markers import EnvironmentMapping, SpawnedArguments, SpawnedCommand

# `command` is split as a shell would, unless `args` has the words.
class spawn:
    def __init__(
        self,
        command: SpawnedCommand,
        args: SpawnedArguments = ...,
        timeout=...,
        maxread=...,
        searchwindowsize=...,
        logfile=...,
        cwd=...,
        env: EnvironmentMapping = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> spawn: ...

# Takes `*args` and hands them to `spawn`.
def spawnu(
    command: SpawnedCommand, args: SpawnedArguments = ..., *, env: EnvironmentMapping = ..., **kwargs
) -> spawn: ...

def run(
    command: SpawnedCommand,
    timeout=...,
    withexitstatus=...,
    events=...,
    extra_args=...,
    logfile=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
def runu(
    command: SpawnedCommand,
    timeout=...,
    withexitstatus=...,
    events=...,
    extra_args=...,
    logfile=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
