"""Compares licences: SPDX identifiers and expressions, and the names that classifiers have."""

from __future__ import annotations

import ast
import fnmatch
import re
from collections.abc import Callable, Iterable

try:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
except ImportError:  # before packaging 24.2
    canonicalize_license_expression = None  # type: ignore[assignment]

_LONGEST = 1000
_GPL = "GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only GPL-3.0-or-later"
_LGPL = "LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0-only LGPL-3.0-or-later"
# What a classifier can mean. Source: https://pypi.org/classifiers/, https://spdx.org/licenses/
_MEANINGS = {
    "academic free license (afl)": "AFL-2.1 AFL-3.0",
    "apache software license": "Apache-1.1 Apache-2.0",
    "artistic license": "Artistic-1.0 Artistic-2.0",
    "boost software license 1.0 (bsl-1.0)": "BSL-1.0",
    "bsd license": "0BSD BSD-2-Clause BSD-3-Clause",
    "cc0 1.0 universal (cc0 1.0) public domain dedication": "CC0-1.0",
    "eclipse public license 1.0 (epl-1.0)": "EPL-1.0",
    "eclipse public license 2.0 (epl-2.0)": "EPL-2.0",
    "european union public licence 1.1 (eupl 1.1)": "EUPL-1.1",
    "european union public licence 1.2 (eupl 1.2)": "EUPL-1.2",
    "gnu affero general public license v3": "AGPL-3.0-only",
    "gnu affero general public license v3 or later (agplv3+)": "AGPL-3.0-or-later",
    "gnu general public license (gpl)": _GPL,
    "gnu general public license v2 (gplv2)": "GPL-2.0-only",
    "gnu general public license v2 or later (gplv2+)": "GPL-2.0-or-later",
    "gnu general public license v3 (gplv3)": "GPL-3.0-only",
    "gnu general public license v3 or later (gplv3+)": "GPL-3.0-or-later",
    "gnu lesser general public license v2 (lgplv2)": "LGPL-2.0-only",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.0-or-later",
    "gnu lesser general public license v3 (lgplv3)": "LGPL-3.0-only",
    "gnu lesser general public license v3 or later (lgplv3+)": "LGPL-3.0-or-later",
    "gnu library or lesser general public license (lgpl)": _LGPL,
    "historical permission notice and disclaimer (hpnd)": "HPND",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mit no attribution license (mit-0)": "MIT-0",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0 Python-2.0",
    "the unlicense (unlicense)": "Unlicense",
    "universal permissive license (upl)": "UPL-1.0",
    "zlib/libpng license": "Zlib",
    "zope public license": "ZPL-2.0 ZPL-2.1",
}
_WORD = re.compile(r"\(|\)|[^\s()]+")


def is_readable(name: str) -> bool:
    """Tell whether a licence can be recognised by a name: an identifier, a pattern, or the words of a classifier."""
    return bool(name) and (" " in name or "*" in name or name.upper() == "UNKNOWN" or _canonical(name) is not None)


def satisfies(licence: str, test: Callable[[str], bool], *, all_of: bool) -> bool:
    """Tell whether a licence passes a test that is made for single ones.

    Of alternatives (`A OR B`) one is enough, and of parts (`A AND B`) all are needed, if
    `all_of`; otherwise one part is enough and all alternatives are needed.
    """
    tree = _parsed(licence)
    if tree is None:
        return test(licence)
    body, names = tree
    return _evaluated(body, names, test, all_of)


def _evaluated(node: ast.expr, names: list[str], test: Callable[[str], bool], all_of: bool) -> bool:
    if isinstance(node, ast.BoolOp):
        parts = [_evaluated(each, names, test, all_of) for each in node.values]
        return all(parts) if isinstance(node.op, ast.And) == all_of else any(parts)
    return test(names[node.value]) if isinstance(node, ast.Constant) and isinstance(node.value, int) else False


def _parsed(licence: str) -> tuple[ast.expr, list[str]] | None:
    """Return an expression with numbers for the licences in it, and these; None for what is none."""
    canonical = _canonical(licence)
    if canonical is None:
        return None
    names: list[str] = []
    written: list[str] = []
    for word in _WORD.findall(canonical):
        if word in ("AND", "OR", "(", ")"):
            written.append(word.lower())
        elif word == "WITH" or (written and written[-1] == "with"):
            written.append("with")
            if word != "WITH":  # the exception belongs to the licence in front of it
                written = written[:-2]
        else:
            written.append(str(len(names)))
            names.append(word)
    try:
        return ast.parse(" ".join(written), mode="eval").body, names
    except (SyntaxError, RecursionError, MemoryError):
        return None


def _canonical(licence: str) -> str | None:
    if len(licence) > _LONGEST:
        return None
    if canonicalize_license_expression is None:
        return licence if re.fullmatch(r"[A-Za-z0-9.+-]+", licence) else None
    try:
        return str(canonicalize_license_expression(licence))
    except InvalidLicenseExpression:
        return None


def matches(licence: str, pattern: str) -> bool:
    """Tell whether a licence is the one, or one of those, that a user names."""
    name, wanted = licence.strip().lower(), pattern.strip().lower()
    return any(
        fnmatch.fnmatchcase(each, other) for each in _meanings(name) for other in _meanings(wanted)
    ) or fnmatch.fnmatchcase(name, wanted)


def _meanings(name: str) -> Iterable[str]:
    """Return the identifiers that a name can stand for, in small letters."""
    listed = _MEANINGS.get(name)
    if listed:
        return listed.lower().split()
    if re.fullmatch(r"(?:a|l)?gpl-[\d.]+\+?", name):  # identifiers of old
        stem = name.rstrip("+")
        return (f"{stem}-or-later",) if name.endswith("+") else (f"{stem}-only", f"{stem}-or-later")
    return (name,)
