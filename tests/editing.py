"""A project to lint again and again, and a process that does it as an editor would."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

from flake8.api import legacy

_MODULE = '''\
"""Module {number}."""

import pickle
import requests
import yaml

from shared import client, settings


class Store:
    """What module {number} keeps."""

    def __init__(self, verify=settings.VERIFY):
        self.session = requests.Session()
        self.session.verify = verify
        self.options = {{"verify": settings.VERIFY, "timeout": {number}}}

    def fetch{number}(self, address):
        return self.session.get(address, **self.options)

    def load(self, name):
        with open(name, "rb") as file:
            return pickle.load(file), yaml.load(name, Loader=yaml.Loader)


Store(True).fetch{number}("https://a.example/{number}")
client.fetch("https://b.example/{number}", verify=settings.VERIFY)
'''
_SHARED = {
    "requirements.txt": "requests\nPyYAML\n",
    "shared/__init__.py": "",
    "shared/settings.py": "VERIFY = False\n",
    "shared/client.py": "import requests\n\n\ndef fetch(address, verify=True):\n"
    "    return requests.get(address, verify=verify)\n",
}


def make_project(folder: Path, files: int) -> None:
    """Write a project of some modules that share others."""
    for name, text in _SHARED.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for number in range(files):
        (folder / f"module{number}.py").write_text(_MODULE.format(number=number), encoding="utf-8")


class Editor:
    """Lints one file at a time, each with flake8 begun anew, in this process."""

    def lint(self, path: str) -> list[str]:
        """Return positions and codes of ours: `2:20 PS101`."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(_Bytes(printed)):
            legacy.get_style_guide(select=["PS"]).check_files([path])
        found = (line.removeprefix(f"{path}:").split(" ")[:2] for line in printed.getvalue().splitlines())
        return [f"{position[:-1]} {code}" for position, code in found]


class _Bytes(io.TextIOBase):
    """flake8 writes to the buffer below standard output."""

    def __init__(self, printed: io.StringIO) -> None:
        self._printed = printed
        self.buffer = self

    def write(self, data: str | bytes) -> int:
        return self._printed.write(data if isinstance(data, str) else data.decode("utf-8"))


def resident() -> int | None:
    """Return the bytes of memory that this process has, None where the system does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return None
    return int(pages) * 4096
