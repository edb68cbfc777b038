"""Says which well-known name was probably meant by one that nothing accounts for."""

from __future__ import annotations

from dataclasses import dataclass

from flake8_pysafe.imports.spelling.edits import distance, one_edit_away
from flake8_pysafe.imports.spelling.known import Known, Target, known_names, squashed
from flake8_pysafe.imports.spelling.weighing import Context, features, score, slip_of, typed

# The score from which a name counts as a slip; the weights are fitted to it. What a
# project declares or has installed was meant by somebody, so more is asked for there, and
# less of a slip of something that it declares.
THRESHOLD = 0.0
STRICT = 1.0
LENIENT = -1.5

_SHORTEST = 3
_TWO_EDITS = 7  # letters of a name that is searched for at two edits


@dataclass(frozen=True)
class Meant:
    """A known name, and how likely it was meant: the logarithm of the odds."""

    target: Target
    score: float


def meant(name: str, context: str = "import") -> str | None:
    """Return the well-known name of which another is probably a misspelling, or None."""
    place = Context(context)
    found = nearest(name, place)
    return found.target.name if found and found.score >= THRESHOLD else None


def nearest(name: str, context: Context) -> Meant | None:
    """Return the likeliest known name that another may be a slip of, whatever its score."""
    names = known_names()
    spelling = squashed(name)
    if len(spelling) < _SHORTEST or not spelling.isascii():
        return None
    found = candidates(spelling, names)
    if not found:
        return None
    described = typed(name, names.words)
    slips = (slip_of(spelling, target, names) for target in found)
    weighed = (Meant(one.target, score(features(described, one, len(found)), context)) for one in slips)
    return max(weighed, key=lambda one: one.score)


def candidates(spelling: str, names: Known) -> tuple[Target, ...]:
    """Return the known names one slip away, or two where there are none and the name is long."""
    if spelling in names.ranks:
        return (names.target(spelling),)
    found = one_edit_away(spelling, names.ranks)
    if not found and len(spelling) >= _TWO_EDITS:
        near = {*names.alike.get(spelling[:3], ()), *names.alike.get(f"-{spelling[-3:]}", ())}
        own = set(spelling)
        found = {
            other
            for other in near
            if abs(len(other) - len(spelling)) <= 2 and len(own ^ set(other)) <= 4 and distance(spelling, other, 2) <= 2
        }
    return tuple(names.target(other) for other in sorted(found))
