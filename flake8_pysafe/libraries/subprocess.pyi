"""Python 3.10 to 3.14: https://docs.python.org/3/library/subprocess.html"""

from flake8_pysafe.markers import CommandLine, EnvironmentMapping, ShellCommand

class Popen:
    def __init__(
        self,
        args: CommandLine,
        bufsize=...,
        executable=...,
        stdin=...,
        stdout=...,
        stderr=...,
        preexec_fn=...,
        close_fds=...,
        shell=...,
        cwd=...,
        env: EnvironmentMapping = ...,
        **kwargs,
    ) -> None: ...
    def __enter__(self) -> Popen: ...

# The four functions take `*popenargs` and hand them to `Popen`.
def run(
    args: CommandLine,
    bufsize=...,
    executable=...,
    stdin=...,
    stdout=...,
    stderr=...,
    preexec_fn=...,
    close_fds=...,
    shell=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
def call(
    args: CommandLine,
    bufsize=...,
    executable=...,
    stdin=...,
    stdout=...,
    stderr=...,
    preexec_fn=...,
    close_fds=...,
    shell=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
def check_call(
    args: CommandLine,
    bufsize=...,
    executable=...,
    stdin=...,
    stdout=...,
    stderr=...,
    preexec_fn=...,
    close_fds=...,
    shell=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
def check_output(
    args: CommandLine,
    bufsize=...,
    executable=...,
    stdin=...,
    stdout=...,
    stderr=...,
    preexec_fn=...,
    close_fds=...,
    shell=...,
    cwd=...,
    env: EnvironmentMapping = ...,
    **kwargs,
): ...
def getoutput(cmd: ShellCommand, **kwargs): ...
def getstatusoutput(cmd: ShellCommand, **kwargs): ...
