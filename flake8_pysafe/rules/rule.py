"""What a rule is: one kind of problem, with its code, its name and what is known about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODE = re.compile(r"PS[0-9]{3}")
_FAMILIES = {
    "1": "verification",
    "2": "deserialization",
    "3": "imports",
    "4": "dependencies",
    "5": "reports",
    "9": "analysis",
}
SEVERITIES = ("critical", "high", "medium", "low", "info")
# Where the pages are published, with a `/` at the end. Until they are, a link is the name of the page alone.
_SITE = ""
_NAME = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")


@dataclass(frozen=True)
class Rule:
    """One kind of problem. Raises ValueError for a code or name nobody could select or read."""

    code: str
    name: str
    summary: str
    cwe: int | None  # None: no weakness of the code, such as a file that could not be analysed
    severity: str  # one of SEVERITIES, for editors and dashboards
    remedy: str = ""
    message: str = ""  # what is wrong, with {sink} and {source} to be filled in; empty: written where it is found

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"code {self.code!r} is not `PS` and three digits")
        if self.code[2] not in _FAMILIES:
            raise ValueError(f"code {self.code!r} is of no family")
        if not _NAME.fullmatch(self.name) or "--" in self.name:
            raise ValueError(f"name {self.name!r} of {self.code} is not in kebab-case")

        if self.severity not in SEVERITIES:
            raise ValueError(f"severity {self.severity!r} of {self.code} is none of {', '.join(SEVERITIES)}")

    @property
    def family(self) -> str:
        """The kind of problem that the first digit of the code stands for."""
        return _FAMILIES[self.code[2]]

    @property
    def page(self) -> str:
        """The name of the file that explains the rule."""
        return f"{self.code}.md"

    @property
    def link(self) -> str:
        """Where the page can be read."""
        return f"{_SITE}{self.page}"

    def text(self, sink: str, reason: str, remedy: str, source: str = "") -> str:
        """Return the text of a finding: what is wrong, by which value if that is not in sight, what to do."""
        what = self.message.format(sink=sink, source=source)
        return f"{what}{reason}; {remedy or self.remedy}"
