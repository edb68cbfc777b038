"""Measures how the plugin's own time grows, draws it, and prints the `figures.Curve`s as JSON.

python benchmarks/curves.py [PICTURE]    # needs the plugin and benchmarks/requirements.txt
"""

from __future__ import annotations

import json
import math
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import linear_regression, median

from figures import HERE, Curve
from in_process import WARM_UP, run
from matplotlib import pyplot

REPETITIONS = 3
SIZES = (4, 8, 16, 32, 64, 128, 256)
# A class such as clients have: most of it is of no interest, some of it has to be followed.
CLIENT = '''\
class Client{number}:
    """What part {number} talks to."""

    def __init__(self, address, verify=False):
        self.address = address
        self.session = requests.Session()
        self.options = {{"timeout": {number}, "verify": verify}}

    def fetch(self, name):
        response = self.session.get(self.address + name, **self.options)
        if response.status_code != 200:
            raise ValueError(response.text)
        return [line.strip() for line in response.text.splitlines() if line]

    def total(self, names):
        total = 0
        for name in names:
            for line in self.fetch(name):
                total += int(line.partition("=")[2])
        return total
'''
# A module whose function passes on what it is given.
LAYER = """\
{imports}


def fetch{number}(address, verify=True):
    return {called}(address, verify=verify)


fetch{number}("https://example.org/{number}", verify=False)
"""


def _clients(numbers: Iterable[int]) -> str:
    return "\n\n".join(["import requests", *(CLIENT.format(number=number) for number in numbers)])


def _file(size: int) -> dict[str, str]:
    return {"clients.py": _clients(range(size))}


def _files(size: int) -> dict[str, str]:
    return {f"clients{number}.py": _clients([number]) for number in range(size)}


def _modules(size: int) -> dict[str, str]:
    texts = {"layer0.py": LAYER.format(number=0, imports="import requests", called="requests.get")}
    for number in range(1, size):
        below = (number - 1) // 16  # a tree of three layers; through more the plugin follows no function
        imports = f"from layer{below} import fetch{below}"
        texts[f"layer{number}.py"] = LAYER.format(number=number, imports=imports, called=f"fetch{below}")
    return texts


SERIES: dict[str, Callable[[int], dict[str, str]]] = {
    "classes in a file, 22 lines each": _file,
    "files": _files,
    "modules that import each other": _modules,
}


def taken(texts: dict[str, str]) -> float:
    """Return the processor time of the plugin for a new project, in each file of which it finds something."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**texts, "pyproject.toml": '[project]\ndependencies = ["requests"]\n'}.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        os.chdir(folder)
        runs = [run(text, f"./{name}") for name, text in texts.items()]
        os.chdir(HERE)
    if not all(found for _, found in runs):
        raise SystemExit("in some files nothing was found: their time shows nothing")
    return sum(seconds for seconds, _ in runs)


def measured() -> list[Curve]:
    """Return all curves, each with the slope of a line through its points on logarithmic scales."""
    found = []
    for name, texts in SERIES.items():
        points = [(size, median(taken(texts(size)) for _ in range(REPETITIONS))) for size in SIZES]
        slope = linear_regression([math.log(at) for at, _ in points], [math.log(took) for _, took in points]).slope
        found.append(Curve(name=name, points=points, exponent=slope))
    return found


def draw(curves: list[Curve], picture: Path) -> None:
    """Write a picture with one plot for each curve."""
    pyplot.rcParams["svg.hashsalt"] = "curves"  # the same figures give the same file
    canvas, plots = pyplot.subplots(1, len(curves), figsize=(5 * len(curves), 4), layout="constrained")
    for curve, plot in zip(curves, plots, strict=True):
        sizes, times = zip(*curve["points"], strict=True)
        plot.loglog(sizes, times, "o-", base=2, label=f"measured, exponent {curve['exponent']:.2f}")
        plot.loglog(sizes, [times[-1] * size / sizes[-1] for size in sizes], ":", base=2, label="proportional")
        plot.set_xlabel(curve["name"])
        plot.set_ylabel("CPU seconds of the plugin")
        plot.legend()
    canvas.savefig(picture, metadata={"Date": None})


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else HERE / "curves.svg").absolute()
    run(WARM_UP, "./warm_up.py")
    curves = measured()
    draw(curves, target)
    print(json.dumps(curves))
