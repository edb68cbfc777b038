"""Words of the library models that are no verdicts: where a value comes from and what it becomes.

They stand where a marker or a type stands, or beside one in `Annotated`:
`def dumps(obj) -> Dumped`, `def recv(self, size) -> Remote`.
"""

from __future__ import annotations

import enum


class Flow(enum.Enum):
    """What a function does with data, as far as a marker asks for it."""

    DUMPED = "Dumped"  # returned: bytes this process has just dumped
    DUMP_TARGET = "DumpTarget"  # parameter: the file a dump is written to
    CARRIED = "Carried"  # parameter and result: the same data in another form, compressed or encoded
    REMOTE = "Remote"  # returned or an attribute: sent by somebody else over a network
    STORED = "Stored"  # returned: read from a store that other programs reach
    VERIFIED = "Verified"  # returned: the signature was checked
    CHOSEN = "Chosen"  # returned or an attribute: a person decides when the program runs
    CHOSEN_PARAMETERS = "ChosenParameters"  # returned by a decorator: so are the parameters below it
    CLIENT_CONTEXT = "ClientContext"  # parameter: a TLS context that is used to connect
    SERVER_CONTEXT = "ServerContext"  # parameter: a TLS context that is used to accept connections


BY_NAME = {word.value: word for word in Flow}
