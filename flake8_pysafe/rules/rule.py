"""What a rule is: one kind of problem, with its code, its name and what is known about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"PS[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")


@dataclass(frozen=True)
class Rule:
    """One kind of problem. Raises ValueError for a code or name nobody could select or read."""

    code: str
    name: str
    summary: str
    cwe: int | None  # None: no weakness of the code, such as a file that could not be analysed
    remedy: str = ""
    message: str = ""  # what is wrong, with {sink} and {source} to be filled in; empty: written where it is found

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"code {self.code!r} is not `PS` and three digits")
        if not _NAME.fullmatch(self.name) or "--" in self.name:
            raise ValueError(f"name {self.name!r} of {self.code} is not in kebab-case")

    def text(self, sink: str, reason: str, remedy: str, source: str = "") -> str:
        """Return the text of a finding: what is wrong, by which value if that is not in sight, what to do."""
        what = self.message.format(sink=sink, source=source)
        return f"{what}{reason}; {remedy or self.remedy}"
