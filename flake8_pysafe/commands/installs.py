"""Reads which distributions a command line installs, and from where.

As in the rest of the package a command line is a list of arguments or one string for a
shell, what is not known in it stands as a `HOLE`, and nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from flake8_pysafe.commands import runs
from flake8_pysafe.commands.shell import Word


class Kind(Enum):
    """What a word of an install command is."""

    REQUIREMENT = "requirement"
    CONDA = "conda package"
    INDEX = "address of an index"
    HOST = "host that is trusted"
    FILE = "requirements file"


@dataclass(frozen=True)
class Installed:
    """One word of a command that installs something."""

    kind: Kind
    text: str
    index: int  # of the argument it stands in; 0 in a shell string
    offset: int  # where it begins in that argument
    option: str = ""  # that it is the value of
    program: str = ""


@dataclass(frozen=True)
class _Installer:
    """How a program that installs distributions reads its words."""

    commands: tuple[tuple[str, ...], ...]  # the words behind which requirements follow
    kind: Kind = Kind.REQUIREMENT
    first_only: tuple[tuple[str, ...], ...] = ()  # commands of which only the first word is a requirement
    skips: tuple[tuple[str, ...], ...] = ()  # commands of which the first word is none


# Sources: `--help` of pip 26, uv 0.13, pipx 1.7, Poetry 2.4, Pipenv 2026, PDM 2.26, Rye 0.44, conda 25.
_PIP = _Installer((("install",), ("download",), ("wheel",)))
_CONDA = _Installer((("install",), ("create",)), Kind.CONDA)
_INSTALLERS = {
    "pip": _PIP,
    "uv": _Installer(
        (("pip", "install"), ("add",), ("tool", "install"), ("tool", "run")), first_only=(("tool", "run"),)
    ),
    "uvx": _Installer(((),), first_only=((),)),
    "pipx": _Installer((("install",), ("inject",), ("run",)), first_only=(("run",),), skips=(("inject",),)),
    "poetry": _Installer((("add",), ("self", "add"))),
    "pipenv": _Installer((("install",),)),
    "pdm": _Installer((("add",),)),
    "rye": _Installer((("add",), ("install",))),
    "easy_install": _Installer(((),)),
    "conda": _CONDA,
    "mamba": _CONDA,
    "micromamba": _CONDA,
}
_LONGEST_COMMAND = 2

_INDEX = frozenset(
    "-i --index-url --pypi-url --extra-index-url --default-index --index -f --find-links --pypi-mirror".split()
)
_HOST = frozenset("--trusted-host --allow-insecure-host".split())
_FILE = frozenset("-r --requirement --requirements -c --constraint --constraints".split())
_MORE = frozenset("-e --editable --with --preinstall --with-editable --upgrade-package -P".split())
# Other options that take the next word. Those that are not here, and are no known ones
# of another program, are flags: what follows them is read as a requirement.
_WITH_VALUE = frozenset(
    (
        "-t --target -d --dest --download -w --wheel-dir -b --build --src --root --prefix --platform --python-version"
        " --implementation --abi --upgrade-strategy --only-binary --no-binary --progress-bar --report --log"
        " --cache-dir --cert --client-cert --proxy --retries --timeout --exists-action -C --config-settings"
        " --config-setting --global-option --install-option --build-option --group --python --keyring-provider"
        " --use-feature --use-deprecated --root-user-action --build-constraint --resume-retries --override --overrides"
        " -p --extra --tag --branch --rev --script --package --optional --directory --project --config-file"
        " --link-mode --resolution --prerelease --exclude-newer --index-strategy --torch-backend --reinstall-package"
        " --no-build-package --no-binary-package --refresh-package --color --bounds --from -s --spec --suffix"
        " --pip-args --backend -E --extras --source --platform -G --categories --extra-pip-args --path --env"
        " -n --name -c --channel --file --solver --subdir --repodata-fn --channel-priority --experimental"
    ).split()
)
# `-c` and `-p` mean different things to them.
_CONDA_VALUES = _WITH_VALUE | {"-p", "-c", "-n"}
# What stands in a source with a command: a program's name, and a word that it installs with.
# The name comes first in the pattern: so it is searched for faster.
_PROGRAMS = {name: re.compile(rf"{name}(?<![A-Za-z]{name})(?![A-Za-z])") for name in _INSTALLERS}
_WORDS = {
    name: re.compile(rf"\b(?:{'|'.join(command[-1] for command in installer.commands if command)})\b")
    for name, installer in _INSTALLERS.items()
}


def installed(arguments: Sequence[str]) -> tuple[Installed, ...]:
    """Return what the arguments of a command, its name first, say about installing."""
    return tuple(found for words in runs.in_arguments(arguments) for found in _in_command(words))


def installed_in_shell(text: str) -> tuple[Installed, ...]:
    """Return what the text of a shell command says about installing."""
    return tuple(found for words in runs.in_shell(text) for found in _in_command(words))


def may_stand_in(source: str) -> bool:
    """Tell whether a source text can hold a command that installs something."""
    named = (name for name, program in _PROGRAMS.items() if program.search(source) is not None)
    return any(_WORDS[name].search(source) is not None for name in named)


def _in_command(words: Sequence[Word]) -> Iterator[Installed]:
    name = _name(words[0].text)
    installer = _INSTALLERS.get(name)
    if installer is None:
        return
    yield from _read(installer, name, _uses(words[1:], name))


def _read(installer: _Installer, name: str, uses: Iterable[tuple[str, Word]]) -> Iterator[Installed]:
    """Yield the requirements behind the command word, and the addresses wherever they stand."""
    found: list[Installed] = []
    command: tuple[str, ...] = ()
    reading = command in installer.commands
    number = 0
    for option, word in uses:
        if option in _INDEX:
            found.append(_of(Kind.INDEX, word, option, name))
        elif option in _HOST:
            found.append(_of(Kind.HOST, word, option, name))
        elif option in _FILE and installer.kind is not Kind.CONDA:
            found.append(_of(Kind.FILE, word, option, name))
        elif option in _MORE:
            found.append(_of(installer.kind, word, option, name))
        elif not option and not reading:
            command = (*command, word.text)
            reading = command in installer.commands
            if len(command) >= _LONGEST_COMMAND and not reading:
                return
        elif not option:
            number += 1
            if command in installer.first_only and number > 1:
                break
            if command not in installer.skips or number > 1:
                found.append(_of(installer.kind, word, "", name))
    if reading:
        yield from found


def _of(kind: Kind, word: Word, option: str, name: str) -> Installed:
    return Installed(kind, word.text, word.argument, word.offset, option, name)


def _name(word: str) -> str:
    """Return the installer that the first word of a command names: `/usr/bin/pip3.11` is `pip`."""
    name = re.split(r"[/\\]", word)[-1].lower()
    for ending in (".exe", ".cmd", ".bat"):
        name = name.removesuffix(ending)
    return name if name in _INSTALLERS else name.rstrip("0123456789.").rstrip("-")


def _uses(words: Sequence[Word], name: str) -> Iterator[tuple[str, Word]]:
    """Yield option and value, or an empty option and a word; options without a value are left out."""
    with_value = _CONDA_VALUES if _INSTALLERS[name].kind is Kind.CONDA else _WITH_VALUE
    if name in ("pipenv", "pdm", "poetry"):
        with_value = with_value - {"-d"}  # a flag there
    takes = _INDEX | _HOST | _MORE | with_value | (_FILE if name in ("pip", "uv", "pipenv") else frozenset())
    position, only_words = 0, False
    while position < len(words):
        word = words[position]
        text = word.text
        position += 1
        if only_words or not text.startswith("-") or text == "-":
            yield "", word
        elif text == "--":
            only_words = True
        elif text.startswith("--") and "=" in text:
            option = text.partition("=")[0]
            yield option, word.tail(len(option) + 1)
        elif text in takes:
            if position < len(words):
                yield text, words[position]
                position += 1
        elif not text.startswith("--") and text[:2] in takes and len(text) > 2:
            yield text[:2], word.tail(3 if text[2] == "=" else 2)
