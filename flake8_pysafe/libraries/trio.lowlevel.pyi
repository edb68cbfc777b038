"""trio 0.20 to 0.35: https://trio.readthedocs.io/en/stable/reference-lowlevel.html"""

from flake8_pysafe.markers import CommandLine, EnvironmentMapping

async def open_process(command: CommandLine, *, shell=..., env: EnvironmentMapping = ..., **kwargs): ...
