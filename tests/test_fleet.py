"""The example that lints over a cluster: what a lost worker, a bad checkout and a stopped run cost."""

from __future__ import annotations

import importlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT

distributed: Any = pytest.importorskip("distributed", reason="only where the example's requirements are installed")
dataset: Any = pytest.importorskip("pyarrow.dataset", reason="only where the example's requirements are installed")
pytest.importorskip("tqdm", reason="only where the example's requirements are installed")

FOLDER = ROOT / "examples" / "fleet"
OPTIONS = ("--isolated", "--select=PS1")
# What sockets and processes of the cluster leave behind is not ours.
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def fleet(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The example, importable in the workers, too."""
    monkeypatch.syspath_prepend(FOLDER)
    return importlib.import_module("fleet")


@pytest.fixture
def client() -> Iterator[Any]:
    """A cluster of two processes."""
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")
    with cluster, distributed.Client(cluster) as client:
        yield client


def checkout(folder: Path, findings: int) -> str:
    """Make a checkout with findings on its first lines."""
    folder.mkdir(parents=True)
    (folder / "app.py").write_text("import requests\n" + "requests.get(url, verify=False)\n" * findings)
    return str(folder)


def rows(table: Path) -> list[dict[str, Any]]:
    """What stands in a table."""
    found: list[dict[str, Any]] = dataset.dataset(table, format="parquet").to_table().to_pylist()
    return found


def test_each_finding_is_there_once_whatever_happens(fleet: Any, client: Any, tmp_path: Path) -> None:
    good = [checkout(tmp_path / "checkouts" / f"shop {number}", number) for number in range(8)]
    absent = str(tmp_path / "checkouts" / "absent")
    folders = [good[0], absent, *good, absent]
    out = tmp_path / "out"

    begun = fleet.linted(client, folders, out, OPTIONS)
    done = [next(begun)]
    lost = min(client.run(os.getpid).values())
    os.kill(lost, signal.SIGKILL)
    done += [next(begun), next(begun), next(begun)]
    begun.close()  # as if the run had been stopped here
    done += fleet.linted(client, folders, out, OPTIONS)

    assert lost not in client.run(os.getpid).values()
    assert sorted(done) == sorted([*good, absent])
    found = [(row["checkout"], row["path"], row["line"], row["column"], row["code"]) for row in rows(out / "findings")]
    made = [(folder, "app.py", line + 2, 26, "PS101") for number, folder in enumerate(good) for line in range(number)]
    assert sorted(found) == made
    (failure,) = rows(out / "failures")
    assert failure["checkout"] == absent
    assert "No such file or directory" in failure["reason"]
    assert list(fleet.linted(client, folders, out, OPTIONS)) == []


def test_the_command_goes_on_where_it_was_stopped(client: Any, tmp_path: Path) -> None:
    folder = checkout(tmp_path / "shop", 2)
    (tmp_path / "list.txt").write_text(f"{folder}\n\nabsent\n")
    command = [sys.executable, str(FOLDER / "fleet.py"), "list.txt", "out", "--flake8=--select=PS1 --max-doc-length=9"]
    somewhere, here = f"--scheduler={client.scheduler.address}", "--workers=1"
    for said, more in (("2/2 [", [somewhere]), ("nothing to do", [here]), ("1/1 [", [here, "--retry"])):
        run = subprocess.run([*command, *more], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert said in run.stderr
    assert [row["checkout"] for row in rows(tmp_path / "out" / "failures")] == [str(tmp_path / "absent")]
    assert [row["line"] for row in rows(tmp_path / "out" / "findings")] == [2, 3]


def fatal(folder: str, options: tuple[str, ...], timeout: float) -> None:
    """End the worker, or the task, that should lint."""
    if "worker" in folder:
        os._exit(1)
    raise MemoryError


def test_only_what_a_checkout_does_counts_against_it(
    fleet: Any, client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fleet, "lint", fatal)
    assert list(fleet.linted(client, ["worker"], tmp_path)) == ["worker"]
    (row,) = rows(tmp_path / "failures")
    assert row["reason"].startswith("KilledWorker: ")
    with pytest.raises(MemoryError):
        list(fleet.linted(client, ["task"], tmp_path))
    assert list(tmp_path.glob("*/*.parquet")) == list(tmp_path.glob("failures/*.parquet"))


def test_a_checkout_that_cannot_be_linted_is_a_row(fleet: Any, tmp_path: Path) -> None:
    slow, crashing = Path(checkout(tmp_path / "slow", 1)), Path(checkout(tmp_path / "crashing", 1))
    os.mkfifo(slow / "pipe.py")
    (crashing / "rot.py").write_text("# coding: hex\n")
    (waited,) = fleet.lint(str(slow), OPTIONS, 1.5).to_pylist()
    (crashed,) = fleet.lint(str(crashing), OPTIONS, 60).to_pylist()
    assert (waited["checkout"], waited["reason"]) == (str(slow), "not done after 1.5 s")
    assert crashed["reason"].startswith("flake8 ended with 1: LookupError: ")
    assert re.match(r"flake8 [\d.]+, flake8-pysafe [\d.]+, .*Python 3", crashed["tools"])


def test_a_name_cannot_pose_as_a_finding(fleet: Any, tmp_path: Path) -> None:
    name = "a\n.%(path)s,b.py:1:1: PS201 invented,.py"
    Path(checkout(tmp_path / "shop", 1), "app.py").rename(tmp_path / "shop" / name)
    (row,) = fleet.lint(str(tmp_path / "shop"), OPTIONS, 60).to_pylist()
    assert (row["path"], row["line"], row["code"]) == (name, 2, "PS101")


@pytest.mark.parametrize(("options", "ran"), [(OPTIONS, False), (("--select=PS1",), True)])
def test_a_checkout_runs_nothing_unless_it_is_trusted(
    options: tuple[str, ...], ran: bool, fleet: Any, tmp_path: Path
) -> None:
    folder = Path(checkout(tmp_path / "shop", 1))
    trap = f"import pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\n"
    for name in ("flake8.py", "pycodestyle.py", "sitecustomize.py"):
        (folder / name).write_text("raise SystemExit('imported')\n")
    (folder / "trap.py").write_text(f"{trap}def check(logical_line):\n    return ()\n")
    (folder / "setup.cfg").write_text("[flake8:local-plugins]\nextension = XY1 = trap:check\npaths = .\n[flake8]\n")
    (row,) = fleet.lint(str(folder), options, 60).to_pylist()
    assert row["code"] == "PS101"
    assert (tmp_path / "ran").exists() is ran


def blocks() -> list[str]:
    """The Python of the page that reads what was found."""
    found: list[str] = re.findall(r"```python\n(.*?)```", (FOLDER / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return [block for block in found if "out/findings" in block]


@pytest.mark.parametrize("block", blocks())
def test_the_page_reads_what_was_found(
    block: str, fleet: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in re.findall(r"^import (\w+)", block, re.MULTILINE):
        pytest.importorskip(module)
    for number in range(3):
        folder = checkout(tmp_path / f"shop{number}", number)
        fleet.keep(fleet.lint(folder, OPTIONS, 60), folder, tmp_path / "out")
    fleet.keep(fleet.lint("absent", OPTIONS, 60), "absent", tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    exec(block, {})
    shown = capsys.readouterr().out
    assert "PS101" in shown
    assert "3" in shown
    assert "No such file" in shown
