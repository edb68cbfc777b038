"""Weighs whether a name is a slip of a known one or a name of its own."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from flake8_pysafe.imports import bundled
from flake8_pysafe.imports.spelling import edits, letters
from flake8_pysafe.imports.spelling.known import Known, Target, squashed

# How often each kind of slip is made, in a hundred.
SHARES = {
    "swap": 14, "dbl": 15, "undbl": 4, "del": 13, "delv": 9, "del0": 2.5, "dele": 3, "key": 8, "vowel": 6, "phon": 3,
    "homo": 3, "sub": 5, "sub0": 1.2, "sube": 1.2, "ins": 5, "insadj": 6, "ins0": 1.5, "inse": 3, "plural": 2,
    "digit": 3, "insdig": 0.3, "deldig": 0.4, "subdig": 0.6, "order": 0.4, "delim": 1, "two": 5,
}  # fmt: skip
_FADING = 0.55  # of popularity with rank


class Context(Enum):
    """Where a name stands."""

    DISTRIBUTION = "dist"
    IMPORT = "import"


@dataclass(frozen=True)
class Typed:
    """A name, with what can be said of it without a target."""

    name: str
    spelling: str
    log_probability: float  # of its letters
    split: float  # the logarithm of how likely it is as a row of known words
    all_known: bool  # each of the words that separators tell apart is a known one
    one_known: bool  # the whole is one known word


def typed(name: str, words: Mapping[str, int]) -> Typed:
    """Return what can be said of a name by itself, with the words of known names and their number."""
    spelling = squashed(name)
    parts = [part for part in name.lower().replace("-", "_").replace(".", "_").split("_") if len(part) > 1]
    return Typed(
        name,
        spelling,
        letters.log_probability(spelling),
        split(spelling, words),
        len(parts) > 1 and all(words.get(part) for part in parts),
        len(parts) == 1 and bool(words.get(spelling)),
    )


_UNKNOWN_LETTER = -4.5
_ALL_WORDS = math.log(40_000)
_LONGEST_WORD = 14


def split(spelling: str, words: Mapping[str, int]) -> float:
    """Return the logarithm of the likeliest split of a spelling into known words and single letters."""
    best = [0.0]
    for end in range(1, len(spelling) + 1):
        here = best[end - 1] + _UNKNOWN_LETTER
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            number = words.get(spelling[start:end])
            if number:
                here = max(here, best[start] + math.log(number) - _ALL_WORDS)
        best.append(here)
    return best[-1]


@dataclass(frozen=True)
class Slip:
    """What a name may be a slip of, and how."""

    target: Target
    kind: str
    ways: int  # to make such a slip of the target
    split: float  # of the target, as of the name
    squatted: int  # malicious names that are slips of the target


def features(name: Typed, one: Slip, neighbours: int) -> dict[str, float]:
    """Return what speaks for and against a name being a slip of a target, one of some that are as near."""
    size = len(name.spelling)
    popularity = -_FADING * math.log(one.target.rank + 20)
    likelihood = popularity + math.log(SHARES[one.kind] / 100) - math.log(one.ways)
    rank = math.log(one.target.rank + 5) / 3
    found = {
        "base": 1.0,
        "likelihood": (likelihood - name.log_probability) / 5,
        "rank": rank,
        "rank squared": rank * rank / 5,
        "standard": float(one.target.standard),
        "squatted": math.log1p(one.squatted),
        "all words": float(name.all_known),
        "one word": float(name.one_known),
        "several words": float("_" in name.name or "-" in name.name),
        "better words": (name.split - one.split) / 5,
        "letters": name.log_probability / size,
        "length": size / 5,
        "neighbours": neighbours / 3,
        "capitals": float(not name.name.islower() and name.name.lower() != name.name and not name.name.isupper()),
        one.kind: 1.0,
    }
    if size <= 6:
        found[f"length {max(size, 3)}"] = 1.0
    return found


@functools.cache
def weights(context: Context) -> Mapping[str, float]:
    """Return the fitted weights for a place where names stand."""
    found: dict[str, float] = json.loads(bundled.content("spelling.json"))[context.value]
    return found


def score(found: Mapping[str, float], context: Context) -> float:
    """Return the logarithm of the odds that a name is a slip."""
    weighted = weights(context)
    return sum(value * weighted.get(name, 0.0) for name, value in found.items())


def slip_of(spelling: str, target: Target, known: Known) -> Slip:
    """Return what there is to say of a target that a spelling may be a slip of."""
    words, squatted = known.words, known.squatted.get(target.spelling, 0)
    if spelling == target.spelling:
        return Slip(target, "delim", len(spelling), split(target.spelling, words), squatted)
    found = edits.slip(spelling, target.spelling)
    return Slip(target, found.kind, found.ways, split(target.spelling, words), squatted)
