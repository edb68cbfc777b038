"""Python 3.10 to 3.14: https://docs.python.org/3/library/pty.html"""

from flake8_pysafe.markers import CommandLine

def spawn(argv: CommandLine, master_read=..., stdin_read=...): ...
