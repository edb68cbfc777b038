"""The answers to the question what accounts for a module."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from flake8_pysafe.imports.tree import Missing

if TYPE_CHECKING:  # most answers hold none, and what reads them takes long to import
    from flake8_pysafe.imports.manifests.manifest import Declaration


class Account(Enum):
    """What accounts for a module."""

    STANDARD = auto()
    FIRST_PARTY = auto()
    USER = auto()  # named in the options
    WELL_KNOWN = auto()  # in the index, whoever declares it
    DECLARED = auto()
    HOST = auto()  # the program that runs the file brings it
    PLAUSIBLE = auto()  # a declared distribution that is not well known may provide it
    INSTALLED = auto()
    UNSEEN = auto()  # what could account for it is not here to be read
    UNDECIDED = auto()  # nothing does, but nothing could show that


class Lack(Enum):
    """Why nothing accounts for a module."""

    UNKNOWN = auto()
    NOT_IN_PACKAGE = auto()  # first-party
    NOT_IN_STANDARD = auto()  # below a standard package
    REMOVED = auto()  # from the standard library
    NOT_YET = auto()  # in the standard library
    PYTHON2 = auto()
    DISTRIBUTION = auto()  # the name is that of a distribution that provides other modules


class Accounted(NamedTuple):
    """Something accounts for a module."""

    account: Account
    declaration: Declaration | None = None
    missing: Missing | None = None  # where an open package or namespace has no file for it


class Unaccounted(NamedTuple):
    """Nothing accounts for a module."""

    lack: Lack
    position: int = 0  # of the first part that is missing
    missing: Missing | None = None  # where, in a first-party package
    detail: str = ""  # the module to use, or the version that removed it
