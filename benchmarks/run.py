"""Measures the plugin beside its peers and against its targets, and writes the page.

python benchmarks/run.py
python benchmarks/run.py --only requests,hvac --rounds 1    # a trial: prints the figures, leaves the page alone

Needs Linux or macOS, Python with venv, and a package index. What it makes stands in .venv-bench.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Callable, Iterable, Sequence
from importlib import metadata
from pathlib import Path

from figures import HERE, KEPT, PAGE, PLAIN, PLUGIN, Cost, Figures, replaced, table

ROOT = HERE.parent
CACHE = ROOT / ".venv-bench"
CORPUS, START, SOURCE = CACHE / "corpus", CACHE / "start", CACHE / "source"

# What is installed, and what is run: on one core, without configuration.
_FLAKE8 = "flake8 --isolated -j1 --exit-zero"
TOOLS: dict[str, tuple[str, str]] = {
    PLAIN: ("flake8==7.5.0", _FLAKE8),
    PLUGIN: ("flake8==7.5.0 astroid==4.3.4 packaging==26.3 flake8-pysafe", _FLAKE8),
    "Bandit": ("bandit==1.9.4", "bandit --quiet --recursive --exit-zero"),
    "flake8 with flake8-bandit": ("flake8==7.5.0 flake8-bandit==4.1.1 bandit==1.9.4", _FLAKE8),
    "flake8 with dlint": ("flake8==7.5.0 dlint==0.17.0", _FLAKE8),
    "Ruff, rules S": (
        "ruff==0.17.6",
        "ruff check --isolated --no-cache --no-respect-gitignore --select=S --exit-zero --output-format=concise",
    ),
    "pylint, import-error": (
        "pylint==4.1.4",
        "pylint --rcfile=/dev/null -j1 --persistent=n --recursive=y --exit-zero --disable=all --enable=import-error",
    ),
}


def main() -> None:
    """Measure, and write the page unless it is only a trial."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", type=lambda text: text.split(","), help="packages of the corpus, for a trial")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--starts", type=int, default=30, help="runs with an empty file")
    given = parser.parse_args()

    packages = (HERE / "corpus.txt").read_text(encoding="utf-8").split()
    packages = [each for each in packages if given.only is None or each.partition("==")[0] in given.only]
    if not packages:
        parser.error("--only: name packages of corpus.txt")
    folders = [_unpacked(each) for each in packages]
    paths = [path for folder in folders for path in (CORPUS / folder).rglob("*.py")]
    for name in TOOLS:
        _make_environment(name)
    _make_project(START, [])
    (START / "empty.py").write_text("", encoding="utf-8")

    def empty(name: str) -> Cost:
        return _cost(name, [*_FLAKE8.split(), "empty.py"], START)

    def corpus(name: str) -> Cost:
        return _cost(name, [*TOOLS[name][1].split(), *folders], CORPUS)

    _in_turn([PLAIN, PLUGIN], 1, empty)  # compiles what is imported, and is not counted
    start = _in_turn([PLAIN, PLUGIN], given.starts, empty)
    costs = _in_turn(TOOLS, given.rounds, corpus)
    _say("single files and curves")
    single = json.loads(_in_plugin(HERE / "in_process.py", *folders))
    _pip(PLUGIN, "--requirement", str(HERE / "requirements.txt"))
    picture = CACHE / "curves.svg"
    figures = Figures(
        date=datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
        command=" ".join(["python benchmarks/run.py", *sys.argv[1:]]),
        machine=f"{os.cpu_count()} CPUs, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        corpus=f"{len(paths):,} files, {sum(path.read_bytes().count(10) for path in paths):,} lines: "
        + ", ".join(packages).replace("==", " "),
        tools={f"{name} ({_versions(name)})": f"{command} FOLDER..." for name, (_, command) in TOOLS.items()},
        costs=costs,
        start=start,
        quiet=single["quiet"],
        followed=single["followed"],
        curves=json.loads(_in_plugin(HERE / "curves.py", str(picture))),
    )
    print(table(figures))
    if given.only is None:
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), table(figures)), encoding="utf-8")
        shutil.copy(picture, HERE)


def _unpacked(package: str) -> str:
    """Return the folder of a package of the corpus: its wheel, made a project."""
    name = package.partition("==")[0]
    folder, wheels = CORPUS / package, CACHE / "wheels" / package
    if not (folder / "pyproject.toml").exists():  # the last that is written
        _say(f"download of {package}")
        # The code is read, not run, so that it need not be for this Python.
        what = ["--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--dest", str(wheels), package]
        subprocess.run([sys.executable, "-m", "pip", "--quiet", "download", *what], check=True)
        zipfile.ZipFile(next(wheels.glob("*.whl"))).extractall(folder)
        said = metadata.Distribution.at(next(folder.glob(f"{name.replace('-', '_')}-*.dist-info")))
        _make_project(folder, said.requires or [])
    return folder.name


def _make_project(folder: Path, dependencies: Sequence[str]) -> None:
    """Write a project file, so that none of the folders around is taken for the project."""
    folder.mkdir(parents=True, exist_ok=True)
    text = f"[project]\nname = 'measured'\nversion = '0'\ndependencies = {json.dumps(dependencies)}\n"
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def _make_environment(name: str) -> None:
    _say(f"environment of {name}")
    venv.create(_folder(name), clear=True, with_pip=True)
    if name == PLUGIN:  # pip leaves files in the folder it installs from, so that it is given a copy
        shutil.rmtree(SOURCE, ignore_errors=True)
        shutil.copytree(ROOT / "flake8_pysafe", SOURCE / "flake8_pysafe")
        for file in ("LICENSE", "README.md", "pyproject.toml", "setup.cfg"):
            shutil.copy(ROOT / file, SOURCE)
    _pip(name, *TOOLS[name][0].replace("flake8-pysafe", str(SOURCE)).split())


def _folder(name: str) -> Path:
    return CACHE / name.replace(",", "").replace(" ", "-").lower()


def _python(name: str) -> str:
    return str(_folder(name) / "bin" / "python")


def _pip(name: str, *what: str) -> None:
    subprocess.run([_python(name), "-m", "pip", "--quiet", "install", *what], check=True)


def _versions(name: str) -> str:
    site = [str(next(_folder(name).glob("lib/python*/site-packages")))]
    wanted = [each.partition("==")[0] for each in TOOLS[name][0].split()]
    return ", ".join(f"{each} {next(iter(metadata.distributions(name=each, path=site))).version}" for each in wanted)


def _in_turn(names: Iterable[str], rounds: int, cost: Callable[[str], Cost]) -> dict[str, list[Cost]]:
    """Return the costs of each tool, measured in turn."""
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for number in range(rounds):
        for name, found in costs.items():
            found.append(cost(name))
            _say(f"{number + 1} of {rounds}: {name}, {found[-1]['user']:.1f} s")
    return costs


def _cost(name: str, command: Sequence[str], folder: Path) -> Cost:
    """Run a tool, and return what it took. Raises SystemExit where it fails: its figures would mean nothing."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "RAYON_NUM_THREADS": "1", "PYLINTHOME": str(CACHE / "pylint")}
    with (_folder(name) / "output.txt").open("wb") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [_python(name), "-m", *command], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}; see {output.name}")
    # What this process holds counts, too, on Linux: it must stay smaller than what it measures.
    peak = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return Cost(user=used.ru_utime, cpu=used.ru_utime + used.ru_stime, wall=wall, peak=peak)


def _in_plugin(script: Path, *arguments: str) -> str:
    """Run a script with the plugin at hand, and return what it prints."""
    command = [_python(PLUGIN), "-W", "ignore", str(script), *arguments]
    return subprocess.run(command, cwd=CORPUS, stdout=subprocess.PIPE, text=True, check=True).stdout


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
