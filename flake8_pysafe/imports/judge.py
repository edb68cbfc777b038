"""Turns what is known about the imports of a file into findings, at most one for each name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from packaging.utils import canonicalize_name

from flake8_pysafe.findings import Finding, ImportSite, Source
from flake8_pysafe.imports import lookalikes, provides, spelling, stdlib
from flake8_pysafe.imports.evidence import Account, Accounted, Evidence, Lack, Unaccounted
from flake8_pysafe.imports.index import aliases, index, malicious
from flake8_pysafe.imports.manifests.manifest import Role
from flake8_pysafe.imports.neighbours import neighbour
from flake8_pysafe.imports.spelling.weighing import Context
from flake8_pysafe.imports.tree import Missing
from flake8_pysafe.imports.wanted import Wanted, place, taken, wanted

# Names compared with all that are known, in one file. Real files hold a handful that
# nothing accounts for; what is beyond is reported without a suggestion.
_MOST_COMPARED = 500


@dataclass(frozen=True)
class ImportOptions:
    """What the user chose."""

    known_modules: tuple[str, ...] = ()  # names or globs of modules that need no other evidence
    require_declared: bool = False  # report known modules that the project does not declare


def findings(source: Source, sites: Iterable[ImportSite], options: ImportOptions) -> Iterator[Finding]:
    """Yield what is wrong with the imports of a file."""
    judge = _Judge(source, options)
    for asked in wanted(sites):
        yield from judge.judged(asked)
    yield from judge.problems()


class _Judge:
    """Judges the imports of one file."""

    def __init__(self, source: Source, options: ImportOptions) -> None:
        self._source = source
        self._options = options
        self._evidence = Evidence(source, options.known_modules)
        self._compared: dict[str, spelling.Meant | None] = {}
        self._withheld = False

    def judged(self, asked: Wanted) -> Iterator[Finding]:
        """Yield the findings about a module that a site asks for, or about the names it takes from it."""
        if found := self._lookalike(asked):
            yield found
        if found or asked.guarded:
            return
        answer = self._evidence.about(asked)
        if found := self._finding(asked, answer):
            if not asked.only_looks or found.code != "PS302":
                yield found
        elif asked.names and _may_be_ours(answer) and self._evidence.holds_only_modules(asked):
            for alias in asked.names:
                if alias.name != "*" and (found := self._about_name(taken(asked, alias))):
                    yield found

    def _about_name(self, asked: Wanted) -> Finding | None:
        return self._finding(asked, self._evidence.about(asked))

    def _finding(self, asked: Wanted, answer: Accounted | Unaccounted) -> Finding | None:
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

    def _lookalike(self, asked: Wanted) -> Finding | None:
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
        if found := self._evidence.neighbour(top):
            return self._at(
                asked, 0, "PS301", f"module `{top}` looks like the project's own `{found}`; correct the name"
            )
        if found := neighbour(top, self._evidence.declared_names):
            return self._at(asked, 0, "PS301", f"module `{top}` looks like the declared `{found}`; correct the name")
        return self._squat(asked, spelling.THRESHOLD)

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
        if self._evidence.has_problems:
            self._withheld = True
            return None
        text = f"nothing accounts for module `{asked.parts[0]}`; declare its distribution or correct the name"
        return self._at(asked, 0, "PS302", text)

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
        if not self._options.require_declared:
            return None
        declaration = answer.declaration or self._evidence.declared.provider(asked.module)
        if declaration and declaration.role is not Role.LOCKED:
            return None
        providers = index().providers_of(asked.module)
        remedy = f"declare the distribution `{providers[0]}`" if providers else "declare what provides it"
        return self._at(asked, 0, "PS304", f"module `{asked.parts[0]}` is not declared by this project; {remedy}")

    def problems(self) -> Iterator[Finding]:
        """Yield what kept a name from being judged."""
        if self._withheld or self._evidence.speaks_for_project:
            yield from (Finding(1, 0, "PS901", text) for text in self._evidence.problems(self._withheld))

    def _nearest(self, name: str) -> spelling.Meant | None:
        if name not in self._compared:
            if len(self._compared) >= _MOST_COMPARED:
                return None
            self._compared[name] = spelling.nearest(name, Context.IMPORT)
        return self._compared[name]


def _may_be_ours(answer: Accounted | Unaccounted) -> bool:
    return isinstance(answer, Accounted) and answer.account in (Account.STANDARD, Account.FIRST_PARTY)


def _upto(asked: Wanted, position: int) -> str:
    return "." * asked.level + ".".join(asked.parts[: position + 1])


def _module_of(meant: spelling.Meant) -> str:
    """Return the module to import for a name that was meant, which may be that of a distribution."""
    name = meant.target.name
    is_module = meant.target.standard or name in index().top_levels
    return name if is_module else provides.main_module(name)
