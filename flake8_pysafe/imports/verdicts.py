"""Says what is wrong with an import that is not plainly right, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from packaging.utils import canonicalize_name

from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.imports import lookalikes, provides, spelling, stdlib
from flake8_pysafe.imports.answers import Account, Accounted, Lack, Unaccounted
from flake8_pysafe.imports.evidence import Evidence
from flake8_pysafe.imports.index import aliases, index, malicious
from flake8_pysafe.imports.manifests.manifest import Role
from flake8_pysafe.imports.neighbours import neighbour
from flake8_pysafe.imports.spelling.weighing import Context
from flake8_pysafe.imports.tree import Missing
from flake8_pysafe.imports.wanted import Wanted, place

# Names compared with all that are known, in one file. Real files hold a handful that
# nothing accounts for; what is beyond is reported without a suggestion.
_MOST_COMPARED = 500


class Verdicts:
    """Judges the imports of one file."""

    def __init__(self, source: Source, evidence: Evidence, require_declared: bool) -> None:
        self._source = source
        self._evidence = evidence
        self._search = evidence.search
        self._require_declared = require_declared
        self._compared: dict[str, spelling.Meant | None] = {}
        self.withheld = False  # a name was not judged, because a project file could not be read

    def finding(self, asked: Wanted, answer: Accounted | Unaccounted) -> Finding | None:
        """Return what is to be reported of a module, given what accounts for it."""
        match answer:
            case Accounted(account=Account.WELL_KNOWN | Account.DECLARED):
                return self._near(asked, answer) or self._undeclared(asked, answer)
            case Accounted(account=Account.PLAUSIBLE | Account.INSTALLED):
                return self._malicious(asked) or self._squat(asked, spelling.STRICT) or self._near(asked, answer)
            case Accounted(account=Account.UNDECIDED):
                return self._near(asked, answer)
            case Accounted(account=Account.UNSEEN):
                return self._malicious(asked) or self._slip(asked)
            case Accounted():
                return None
            case Unaccounted(lack=Lack.UNKNOWN):
                return self._malicious(asked) or self._slip(asked) or self._unknown(asked)
            case Unaccounted(lack=Lack.NOT_IN_PACKAGE | Lack.NOT_IN_STANDARD):
                return self._near(asked, answer) or self._absent(asked, answer)
            case Unaccounted():
                return self._absent(asked, answer)

    # --- one finding each --------------------------------------------------------------------

    def _at(self, asked: Wanted, position: int, code: str, text: str) -> Finding:
        line, column = place(self._source, asked, position)
        return Finding(line, column, code, text)

    def lookalike(self, asked: Wanted) -> Finding | None:
        """Report a letter that is not what it looks like; no guard makes that right."""
        for position, part in enumerate(asked.parts):
            read = lookalikes.plain(part)
            if read and not self._evidence.is_known(asked.module) and self._is_somebodys(asked, position, read):
                text = f"module `{part}` contains {lookalikes.described(part)}; write `{read}`"
                return self._at(asked, position, "PS301", text)
        return None

    def _is_somebodys(self, asked: Wanted, position: int, read: str) -> bool:
        if position == 0 and not asked.level:
            names = index().top_levels
            return read in stdlib.modules() or read in names or read in self._evidence.project.top_levels
        answer = self._evidence.about(asked)
        return not (isinstance(answer, Accounted) and answer.account is Account.FIRST_PARTY)

    def _malicious(self, asked: Wanted) -> Finding | None:
        top = asked.parts[0]
        if canonicalize_name(top) not in malicious():
            return None
        meant = self._nearest(top)
        hint = f", or write `{_module_of(meant)}`" if meant and meant.score >= spelling.THRESHOLD else ""
        return self._at(asked, 0, "PS303", f"`{top}` is the name of a known malicious package; remove it{hint}")

    def _squat(self, asked: Wanted, threshold: float) -> Finding | None:
        meant = self._nearest(asked.parts[0])
        if meant is None or meant.score < threshold:
            return None
        text = f"module `{asked.parts[0]}` looks like `{_module_of(meant)}`; check the name before installing it"
        return self._at(asked, 0, "PS301", text)

    def _slip(self, asked: Wanted) -> Finding | None:
        """Report a slip of a name of the project's own, or of a well-known one."""
        top = asked.parts[0]
        if top not in self._compared and len(self._compared) >= _MOST_COMPARED:
            return None
        if other := index().other_case(top):
            text = f"module `{top}` differs from `{other}` in capitals; correct the name"
            return self._at(asked, 0, "PS301", text)
        if alias := aliases().get(top):
            return self._at(asked, 0, "PS301", f"module `{top}` is called `{alias}`; correct the name")
        if found := self._search.neighbour(top):
            return self._at(
                asked, 0, "PS301", f"module `{top}` looks like the project's own `{found}`; correct the name"
            )
        if found := neighbour(top, self._search.declared_names):
            return self._at(asked, 0, "PS301", f"module `{top}` looks like the declared `{found}`; correct the name")
        return self._squat(asked, spelling.THRESHOLD) or self._slip_of_declared(asked)

    def _slip_of_declared(self, asked: Wanted) -> Finding | None:
        """Report what may be a slip of a well-known name, where the project declares that: it is the likelier meant."""
        meant = self._nearest(asked.parts[0])
        if meant is None or meant.score < spelling.LENIENT:
            return None
        module = _module_of(meant)
        if module not in self._search.declared_names:
            return None
        return self._at(
            asked, 0, "PS301", f"module `{asked.parts[0]}` looks like the declared `{module}`; correct the name"
        )

    def _near(self, asked: Wanted, answer: Accounted | Unaccounted) -> Finding | None:
        """Report a slip of a module beside the one that is missing."""
        match answer:
            case Unaccounted(lack=Lack.NOT_IN_STANDARD, position=position):
                beside: Iterable[str] = stdlib.below(".".join(asked.parts[:position]))
            case Accounted(missing=Missing(credible=True) as missing) | Unaccounted(missing=Missing() as missing):
                position, beside = missing.position, self._evidence.project.siblings(missing)
            case _:
                return None
        part = asked.parts[position]
        closed = isinstance(answer, Unaccounted)
        found = neighbour(part, beside, shortest=3 if closed else 5, most=2 if closed else 1)
        if found is None:
            return None
        return self._at(
            asked,
            position,
            "PS301",
            f"module `{_upto(asked, position)}` looks like `{found}` beside it; correct the name",
        )

    def _unknown(self, asked: Wanted) -> Finding | None:
        if self._is_withheld():
            return None
        text = f"nothing accounts for module `{asked.parts[0]}`; declare its distribution or correct the name"
        return self._at(asked, 0, "PS302", text)

    def _is_withheld(self) -> bool:
        """Tell, and remember, whether a name is not judged because a file that was not read may account for it."""
        self.withheld = self.withheld or self._search.has_problems
        return self._search.has_problems

    def _absent(self, asked: Wanted, answer: Unaccounted) -> Finding:
        name = _upto(asked, answer.position)
        match answer.lack:
            case Lack.REMOVED:
                text = f"`{name}` left the standard library in Python {answer.detail}; declare a backport or replace it"
            case Lack.NOT_YET:
                text = f"`{name}` is in the standard library since Python {answer.detail} only; guard it by version"
            case Lack.PYTHON2 if answer.detail:
                text = f"`{name}` is a module of Python 2; import `{answer.detail}`"
            case Lack.PYTHON2:
                text = f"`{name}` is a module of Python 2 that Python 3 has no more; remove the import"
            case Lack.DISTRIBUTION:
                text = f"module `{name}` does not exist; the distribution provides `{answer.detail}`"
            case Lack.NOT_IN_STANDARD:
                text = f"`{name}` is not in the standard library; correct the name"
            case _:
                text = f"`{name}` is not in its package; correct the name or add the module"
        return self._at(asked, answer.position, "PS302", text)

    def _undeclared(self, asked: Wanted, answer: Accounted) -> Finding | None:
        if not self._require_declared:
            return None
        declaration = answer.declaration or self._search.declared.provider(asked.module)
        if declaration and declaration.role is not Role.LOCKED:
            return None
        if self._is_withheld():
            return None
        providers = index().providers_of(asked.module)
        remedy = f"declare the distribution `{providers[0]}`" if providers else "declare what provides it"
        return self._at(asked, 0, "PS304", f"module `{asked.parts[0]}` is not declared by this project; {remedy}")

    def _nearest(self, name: str) -> spelling.Meant | None:
        if name not in self._compared:
            if len(self._compared) >= _MOST_COMPARED:
                return None
            self._compared[name] = spelling.nearest(name, Context.IMPORT)
        return self._compared[name]


def _upto(asked: Wanted, position: int) -> str:
    return "." * asked.level + ".".join(asked.parts[: position + 1])


def _module_of(meant: spelling.Meant) -> str:
    """Return the module to import for a name that was meant, which may be that of a distribution."""
    name = meant.target.name
    is_module = meant.target.standard or name in index().top_levels
    return name if is_module else provides.main_module(canonicalize_name(name))
