"""Lints the Python files of a folder and prints what Python was asked to do meanwhile.

    python tests/watched.py FOLDER

A program of its own, because what listens cannot be taken off again. Prints JSON: under
"linting" what linting did beyond its needs, and under the name of each provocation what
was seen of it.
"""

from __future__ import annotations

import ast
import ctypes
import importlib
import json
import os
import pkgutil
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import astroid

import flake8_pysafe
from linting import NotParsed, lint

# What linting may do without further questions: look into folders, at its own stack and
# at its own objects. Everything else Python can tell of is reported: importing, running,
# writing, the network, other programs, changing the folder.
HARMLESS = frozenset({"builtins.id", "gc.get_objects", "os.listdir", "os.scandir", "sys._getframe"})
DATA = Path(flake8_pysafe.__file__).parent
# What is linted or imported there, and what declares something.
READ = frozenset({".cfg", ".py", ".toml", ".txt", ".yml"})


class Watch:
    """Listens to the interpreter while it is switched on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: list[str] | None = None  # None: not listening
        sys.addaudithook(self._hear)

    def during(self, action: Callable[[], object]) -> list[str]:
        """Return what is heard while something is done, whether that succeeds or not."""
        seen = self.seen = []
        try:
            with suppress(Exception):
                action()
        finally:
            self.seen = None
        return seen

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        seen, self.seen = self.seen, None  # not to what is asked here
        if seen is not None and not self._is_needed(event, arguments):
            seen.append(f"{event} {arguments!r:.200}")
        self.seen = seen

    def _is_needed(self, event: str, arguments: tuple[object, ...]) -> bool:
        match event, arguments:
            case "compile", _:
                # The event does not tell parsing from compiling; who asks does.
                return sys._getframe(2).f_code is ast.parse.__code__
            case "open", (str() | int() as file, _, int(flags)):
                # What is opened by its number was heard when that was given out.
                may_be_read = isinstance(file, int) or self._may_be_read(Path(file))
                return may_be_read and not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            case _:
                return event in HARMLESS

    def _may_be_read(self, path: Path) -> bool:
        return path.is_relative_to(DATA) or (path.is_relative_to(self.folder) and path.suffix in READ)


def load_everything() -> None:
    """Import what is only imported when it is needed, so that it is not taken for code of the project."""
    for package in (flake8_pysafe, astroid):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)


def lint_all(paths: Iterable[Path]) -> None:
    """Lint files."""
    for path in paths:
        with suppress(NotParsed):
            lint(str(path))


def provocations(folder: Path) -> dict[str, Callable[[], object]]:
    """Return what linting must never do, by the event that tells of it."""
    return {
        "import": lambda: __import__("canary"),  # noqa: PS302 - a file of the folder
        "exec": lambda: exec(compile("1", "x", "exec")),
        "compile": lambda: compile("1", "x", "exec"),
        "os.system": lambda: os.system("true"),
        "subprocess.Popen": lambda: subprocess.run([sys.executable, "-c", ""], check=False),
        "socket.__new__": lambda: socket.socket().close(),
        "ctypes.dlopen": lambda: ctypes.CDLL("absent.so"),
        "os.chdir": lambda: os.chdir("."),
        "shutil.rmtree": lambda: shutil.rmtree(folder / "absent"),
        "open": lambda: (folder / "written.py").open("w").close(),
        "open of other files": lambda: Path(os.__file__).read_bytes(),
    }


def main() -> None:
    """Lint, then provoke, and print what was heard."""
    folder = Path(sys.argv[1]).absolute()
    load_everything()
    sys.path.insert(0, str(folder))  # as `python -m flake8` has it, and editors
    paths = sorted(folder.rglob("*.py"))
    watch = Watch(folder)
    heard = {"linting": watch.during(lambda: lint_all(paths))}
    heard |= {name: watch.during(action) for name, action in provocations(folder).items()}
    json.dump(heard, sys.stdout)


if __name__ == "__main__":
    main()
