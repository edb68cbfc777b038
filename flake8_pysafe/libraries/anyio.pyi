"""anyio 3.0 to 4.16: https://anyio.readthedocs.io/en/stable/subprocesses.html"""

from flake8_pysafe.markers import ClientContext, EnvironmentMapping, ProcessCommand

# A string is given to the shell.
async def run_process(command: ProcessCommand, *, env: EnvironmentMapping = ..., **kwargs): ...
async def open_process(command: ProcessCommand, *, env: EnvironmentMapping = ..., **kwargs): ...
async def connect_tcp(
    remote_host, remote_port, *, ssl_context: ClientContext = ..., **kwargs
): ...
