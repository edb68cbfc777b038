"""Fits what tells a misspelled name from an honest one: writes the letters and the weights under `flake8_pysafe/data`.

    python tools/fit_spelling.py FOLDER [--report]

FOLDER holds labelled names, with the columns that `flake8_pysafe/data/README.md` gives:
`typosquat_truth*.csv` and `import_slips*.csv` (typed and meant), and the honest names of
`longtail_legit*.csv`, `realcode_imports*.csv` and `module_names*.csv`. Run
`build_index.py` first. With `--report` nothing is written.

What is printed was judged by weights that had not seen it: a third of the names is kept
out of each fit, and then a third of the targets, which do not count as squatted either.
The first of the two also says from which score a name is reported.

The weights are those of a logistic regression, found by Newton's method. Each labelled
name is judged as if it, and its own words, were not among what is known; every slip
counts twice, once as if nobody had squatted on its target before, so that the weights do
not rely on that.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import zlib
from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from packaging.utils import canonicalize_name

from flake8_pysafe.imports import stdlib
from flake8_pysafe.imports.index import index
from flake8_pysafe.imports.spelling import candidates
from flake8_pysafe.imports.spelling.known import Known, known_names, squashed
from flake8_pysafe.imports.spelling.letters import FIRST, FOLLOWING, LEVELS, PRECEDING, STEP
from flake8_pysafe.imports.spelling.weighing import Context, features, slip_of, typed

DATA = Path(__file__).resolve().parents[1] / "flake8_pysafe" / "data"
PARTS = 3  # of the names, and of the targets: one is kept out of each fit
STIFFNESS = 0.2  # of the weights: what keeps those of rare features small
ALARMS = {Context.DISTRIBUTION: 0.0095, Context.IMPORT: 0.011}  # of each list of honest names
MISSPELLED = ("edit", "stdlib")  # the labels that mean a slip of a known name


@dataclass(frozen=True)
class Option:
    """A known name that a labelled one may be a slip of."""

    features: Mapping[str, float]
    is_right: bool


@dataclass(frozen=True)
class Sample:
    """A labelled name; without a target, an honest one of some list."""

    name: str
    target: str
    group: str
    options: tuple[Option, ...]


def rows(folder: Path, pattern: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for path in sorted(folder.glob(pattern)):
        with path.open(newline="", encoding="utf-8") as file:
            found += csv.DictReader(file)
    return found


# --- the letters -----------------------------------------------------------------------------


def letter_lines(names: Iterable[str]) -> list[str]:
    """Return, for each two letters, how rare each next one is: counts of three, two and one letters, interpolated."""
    threes: Counter[str] = Counter()
    twos: Counter[str] = Counter()
    ones: Counter[str] = Counter()
    for name in names:
        text = f"^^{name}$"
        for place in range(2, len(text)):
            threes[text[place - 2 : place + 1]] += 1
            twos[text[place - 1 : place + 1]] += 1
            ones[text[place]] += 1
    before_three: Counter[str] = Counter()
    before_two: Counter[str] = Counter()
    for text, number in threes.items():
        before_three[text[:2]] += number
    for text, number in twos.items():
        before_two[text[0]] += number
    total = sum(ones.values())

    def level(first: str, second: str, letter: str) -> str:
        one = (ones[letter] + 0.5) / (total + 20)
        two = (twos[second + letter] + 5 * one) / (before_two[second] + 5)
        three = (threes[first + second + letter] + 5 * two) / (before_three[first + second] + 5)
        return chr(FIRST + min(LEVELS - 1, round(-math.log(three) / STEP)))

    pairs = ((first, second) for first in PRECEDING for second in PRECEDING)
    return ["".join(level(first, second, letter) for letter in FOLLOWING) for first, second in pairs]


def names_of_all_kinds(folder: Path) -> set[str]:
    found = index()
    names = {*found.names[: found.ranked], *found.top_levels, *(name for name in stdlib.modules() if "." not in name)}
    names |= {row["module_name"] for row in rows(folder, "module_names*.csv")}
    return {"".join(letter for letter in squashed(name) if letter in PRECEDING) for name in names}


# --- the labelled names ----------------------------------------------------------------------


def is_target(name: str, target: str) -> bool:
    """Tell whether a known name is the one that was meant: its own, or that of a module it provides."""
    modules = {squashed(module.partition(".")[0]) for module in index().modules(target)}
    return squashed(name) in modules | {squashed(target)}


def words_without(name: str, own: Iterable[str], names: Known) -> Mapping[str, int]:
    """Return the known words as they were if a name were not known."""
    less = {word: names.words[word] - 1 for word in own if word in names.words}
    return ChainMap(less, names.words) if less else names.words


def sample(name: str, target: str, group: str, own: Iterable[str], squats: Mapping[str, str]) -> Sample:
    """Return a labelled name with everything it may be a slip of."""
    names, spelling = known_names(), squashed(name)
    found = candidates(spelling, names) if len(spelling) > 2 and spelling.isascii() else ()
    described = typed(name, words_without(name, own, names)) if found else None
    options = []
    for one in found:
        slip = slip_of(spelling, one, names)
        if squats.get(spelling) == one.spelling:
            slip = replace(slip, squatted=slip.squatted - 1)
        assert described is not None
        options.append(Option(features(described, slip, len(found)), bool(target) and is_target(one.name, target)))
    return Sample(name, target, group, tuple(options))


def own_words(name: str) -> set[str]:
    return set(canonicalize_name(name).split("-"))


def samples(folder: Path, context: Context) -> list[Sample]:
    """Return the labelled names as they are written in some place."""
    truth = rows(folder, "typosquat_truth*.csv")
    squats = {squashed(row["name"]): squashed(row["target"]) for row in truth if row["category"] != "nontop"}
    found = []
    standard, popular = stdlib.modules(), set(index().names[: index().ranked])

    def add(name: str, target: str, group: str, own: Iterable[str] = ()) -> None:
        known_name = not target and (name in standard or canonicalize_name(name) in popular)
        if context is Context.DISTRIBUTION or name.isidentifier():
            found.extend([] if known_name else [sample(name, target, group, own, squats)])

    for row in truth:
        if row["category"] in MISSPELLED:
            name = row["name"] if context is Context.DISTRIBUTION else row["name"].replace("-", "_")
            add(name, row["target"], "edit")
    for row in rows(folder, "import_slips*.csv") if context is Context.IMPORT else ():
        add(row["typed"], row["meant"], "slip")
    seen = set()
    for row in rows(folder, "longtail_legit*.csv"):
        own = own_words(row["distribution"])
        if context is Context.DISTRIBUTION:
            add(row["distribution"], "", "distributions", own)
        for module in row["import_names"].split():
            top = module.partition(".")[0]
            if top not in seen and top.isidentifier():
                seen.add(top)
                add(top, "", "modules", own | own_words(top))
    for row in rows(folder, "realcode_imports*.csv"):
        add(row["import_name"], "", "real code")
    for row in rows(folder, "module_names*.csv"):
        add(row["module_name"], "", "first-party", own_words(row["module_name"]))
    return found


# --- the fit ---------------------------------------------------------------------------------

Weights = dict[str, float]
Case = tuple[Mapping[str, float], float, float]  # features, 1 for a slip, weight


def cases(labelled: Iterable[Sample], weights: Weights) -> Iterator[Case]:
    """Yield what the fit is to tell apart; of an honest name, only the likeliest option counts."""
    for one in labelled:
        if one.target:
            right = [option for option in one.options if option.is_right][:1]
            for option in right:
                yield option.features, 1.0, 1.0
                yield {**option.features, "squatted": 0.0}, 1.0, 1.0
            yield from ((option.features, 0.0, 0.3) for option in one.options if right and not option.is_right)
        elif one.options:
            option = max(one.options, key=lambda option: weighed(option.features, weights))
            yield option.features, 0.0, 1.0


def weighed(found: Mapping[str, float], weights: Weights) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in found.items())


def fit(labelled: Sequence[Sample]) -> Weights:
    """Return the weights that tell the slips among labelled names from the honest ones."""
    weights: Weights = {}
    for _ in range(3):  # each time with the options of honest names that the last weights took for likeliest
        weights = newton(list(cases(labelled, weights)), weights)
    return weights


def newton(found: Sequence[Case], start: Weights) -> Weights:
    names = sorted({name for one, _, _ in found for name in one})
    place = {name: number for number, name in enumerate(names)}
    entries = [
        ([(place[name], value) for name, value in one.items() if value], is_slip, share)
        for one, is_slip, share in found
    ]
    weights = [start.get(name, 0.0) for name in names]
    stiffness = [0.0001 if name == "base" else STIFFNESS for name in names]
    for _ in range(25):
        slope = [stiffness[number] * weight for number, weight in enumerate(weights)]
        curve = [[0.0] * len(names) for _ in names]
        for number, value in enumerate(stiffness):
            curve[number][number] = value
        for entry, is_slip, share in entries:
            likely = 1 / (1 + math.exp(-sum(value * weights[number] for number, value in entry)))
            bend = share * likely * (1 - likely)
            for number, value in entry:
                slope[number] += share * (likely - is_slip) * value
                row = curve[number]
                for other, second in entry:
                    row[other] += bend * value * second
        step = solved(curve, slope)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return dict(zip(names, weights, strict=True))


def solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination."""
    size = len(values)
    table = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(table[row][column]))
        table[column], table[pivot] = table[pivot], table[column]
        for row in range(column + 1, size):
            factor = table[row][column] / table[column][column]
            if factor:
                table[row] = [left - factor * right for left, right in zip(table[row], table[column], strict=True)]
    found = [0.0] * size
    for row in reversed(range(size)):
        rest = sum(table[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (table[row][size] - rest) / table[row][row]
    return found


# --- what comes of it ------------------------------------------------------------------------

Judged = tuple[Sample, float, bool]  # the best score, and whether it is that of the right target


def judged(labelled: Iterable[Sample], weights: Weights) -> Iterator[Judged]:
    for one in labelled:
        scores = ((weighed(option.features, weights), option.is_right) for option in one.options)
        yield (one, *max(scores, default=(-math.inf, False)))


def threshold(results: Sequence[Judged], context: Context) -> float:
    """Return the score above which, of each list of honest names, no more than the allowed share lies."""
    highest = -math.inf
    for group in {one.group for one, _, _ in results if not one.target}:
        scores = sorted((score for one, score, _ in results if one.group == group and not one.target), reverse=True)
        highest = max(highest, scores[int(ALARMS[context] * len(scores))])
    return highest + 1e-6


def line(results: Sequence[Judged], limit: float) -> str:
    parts = []
    for group in dict.fromkeys(one.group for one, _, _ in results):
        scores = [(score >= limit, right) for one, score, right in results if one.group == group]
        share = 100 * sum(hit for hit, _ in scores) / len(scores)
        right = 100 * sum(hit and right for hit, right in scores) / len(scores)
        parts.append(f"{group} {share:.2f} %" + (f" (right {right:.2f} %)" if group in ("edit", "slip") else ""))
    return ", ".join(parts)


def without_squats(one: Sample) -> Sample:
    """Return a slip as if nobody had squatted on its target, and an honest name as it is."""
    if not one.target:
        return one
    return replace(one, options=tuple(replace(o, features={**o.features, "squatted": 0.0}) for o in one.options))


def held_out(
    labelled: Sequence[Sample], key: Callable[[Sample], str], seen_as: Callable[[Sample], Sample] = lambda one: one
) -> list[Judged]:
    """Return the names, each seen in some way, judged by weights that were fitted without all of its key."""
    results: list[Judged] = []
    for part in range(PARTS):
        inside = [zlib.crc32(f"x{key(one)}".encode()) % PARTS == part for one in labelled]
        weights = fit([one for one, is_in in zip(labelled, inside, strict=True) if not is_in])
        results += judged((seen_as(one) for one, is_in in zip(labelled, inside, strict=True) if is_in), weights)
    return results


def by_name(one: Sample) -> str:
    return one.name


def by_target(one: Sample) -> str:
    return squashed(one.target) or one.name


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--report", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    if not arguments.report:
        lines = letter_lines(sorted(names_of_all_kinds(arguments.folder)))
        (DATA / "letters.txt").write_text("".join(f"{one}\n" for one in lines), encoding="utf-8", newline="\n")
    fitted = {}
    for context in Context:
        labelled = samples(arguments.folder, context)
        results = held_out(labelled, by_name)
        limit = threshold(results, context)
        print(f"{context.value}, unseen names: {line(results, limit)}")
        unseen = held_out(labelled, by_target, without_squats)
        print(f"{context.value}, unseen targets: {line(unseen, threshold(unseen, context))}")
        weights = fit(labelled)
        weights["base"] -= limit
        fitted[context.value] = {name: round(weight, 4) for name, weight in sorted(weights.items())}
    if not arguments.report:
        (DATA / "spelling.json").write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
