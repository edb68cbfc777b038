"""Lints thousands of checkouts over a Dask cluster: one row a finding, or a row that says why a checkout failed.

Each checkout is linted by a flake8 of its own on some worker. This process alone
writes results: one part a checkout, put in place at once. So a lost worker, a task
that Dask runs twice, or a run that is stopped and started again neither loses nor
repeats a row.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import secrets
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, Future, KilledWorker, LocalCluster, as_completed
from tqdm import tqdm

FINDINGS = pa.schema(
    [
        ("checkout", pa.string()),
        ("path", pa.string()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("code", pa.string()),
        ("text", pa.string()),
        ("tools", pa.string()),
    ]
)
FAILURES = pa.schema([("checkout", pa.string()), ("reason", pa.string()), ("tools", pa.string())])


# --- on a worker ---


class Failed(Exception):
    """A checkout could not be linted; the message says why."""


def lint(folder: str, options: tuple[str, ...], timeout: float) -> pa.Table:
    """Return the findings of a checkout, or one row of the other table if it could not be linted."""
    try:
        rows = run_flake8(folder, options, timeout)
    except Failed as failed:
        return failure(folder, str(failed))
    return pa.Table.from_pylist([{"checkout": shown(folder), "tools": tools(), **row} for row in rows], FINDINGS)


def failure(folder: str, reason: str) -> pa.Table:
    """Return the row of a checkout that could not be linted."""
    return pa.Table.from_pylist([{"checkout": shown(folder), "reason": shown(reason), "tools": tools()}], FAILURES)


def run_flake8(folder: str, options: tuple[str, ...], timeout: float) -> list[dict[str, str | int]]:
    """Lint a checkout in a process of its own, so that a crash ends with it. Raises Failed."""
    # Whatever a path or a text contains, it does not contain what was drawn after it was written.
    mark = secrets.token_hex(16)
    template = mark.join(["", "%(path)s", "%(row)d", "%(col)d", "%(code)s", "%(text)s", ""])
    # -I: neither the folder nor PYTHONPATH is on the path of imports, or a file of the checkout could pose as flake8.
    command = [sys.executable, "-I", "-m", "flake8", *options, "-j1", "--exit-zero", f"--format={template}", "."]
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"not done after {timeout:g} s") from error
    except (OSError, ValueError) as error:  # no such folder, or no name of one
        raise Failed(f"{type(error).__name__}: {error}") from error
    written = done.stdout.decode(errors="replace")
    if done.returncode:  # with --exit-zero, never because of findings
        said = (done.stderr.decode(errors="replace").strip() or written.strip()).splitlines()
        raise Failed(f"flake8 ended with {done.returncode}: {said[-1] if said else 'it said nothing'}")
    fields = written.split(mark)
    return [
        {"path": path.removeprefix("./"), "line": int(line), "column": int(column), "code": code, "text": text}
        for path, line, column, code, text in zip(*(fields[first::6] for first in range(1, 6)), strict=True)
    ]


def tools() -> str:
    """Return the versions of flake8, its plugins and Python."""
    found = {
        f"{one.dist.name} {one.dist.version}" for one in metadata.entry_points(group="flake8.extension") if one.dist
    }
    return ", ".join([*sorted(found), f"Python {platform.python_version()}"])


def shown(text: str) -> str:
    """Return a text with the bytes escaped that are not UTF-8: a name of a folder can have them, Parquet cannot."""
    return text.encode(errors="backslashreplace").decode()


# --- where the run was started ---


def linted(
    client: Client, folders: Sequence[str], out: Path, options: Sequence[str] = ("--isolated",), timeout: float = 600
) -> Iterator[str]:
    """Lint the checkouts that have no part yet; yield each when its part is in place."""
    missing = pending(folders, out)
    # Not pure: the same call has another answer when the folder has changed.
    futures = client.map(lint, missing, options=tuple(options), timeout=timeout, pure=False)
    names = {future.key: folder for future, folder in zip(futures, missing, strict=True)}
    finished = as_completed(futures)
    del futures  # a worker keeps what it has found as long as there is one
    for future in finished:
        folder = names[future.key]
        keep(result(future, folder), folder, out)
        yield folder


def result(future: Future, folder: str) -> pa.Table:
    """Return what came of a task: a row of failure if it has ended several workers. Raises what else went wrong."""
    if future.cancelled():
        raise ConnectionError("the cluster has dropped a task; the same command goes on from here")
    try:
        return future.result()
    except KilledWorker as error:
        return failure(folder, f"KilledWorker: {error}")


def pending(folders: Sequence[str], out: Path) -> list[str]:
    """Return the checkouts without a part, each once."""
    tables = ("findings", "failures")
    return [one for one in dict.fromkeys(folders) if not any(part(out, one, table).exists() for table in tables)]


def part(out: Path, folder: str, table: str) -> Path:
    """Return the file that holds what came of a checkout."""
    return out / table / f"{hashlib.sha256(os.fsencode(folder)).hexdigest()[:32]}.parquet"


def keep(table: pa.Table, folder: str, out: Path) -> None:
    """Put the part of a checkout in place, whole."""
    path = part(out, folder, "failures" if table.schema == FAILURES else "findings")
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}")  # what reads a folder of parts passes over such names
    with unfinished.open("wb") as file:
        pq.write_table(table, file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def checkouts(source: Path) -> list[str]:
    """Return the folders that lie in a folder, or that a file names, one a line."""
    if source.is_dir():
        return sorted(str(one.absolute()) for one in source.iterdir() if one.is_dir())
    lines = source.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    return [os.path.abspath(line) for line in map(str.strip, lines) if line]


def main() -> None:
    """Lint what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("checkouts", type=Path, help="the folder that holds them, or a file that names one a line")
    parser.add_argument("out", type=Path, help="the folder for the results; what has one there is not linted again")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="of a running cluster; without it, this machine is one")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="how many to start on this machine")
    parser.add_argument(
        "--flake8", type=shlex.split, default=[], metavar="OPTIONS", help="options for it: --flake8='...'"
    )
    parser.add_argument("--timeout", type=float, default=600, metavar="SECONDS", help="for one checkout")
    parser.add_argument("--retry", action="store_true", help="lint again what has failed")
    configuration = parser.add_mutually_exclusive_group()
    configuration.add_argument("--config", type=Path, metavar="FILE", help="a configuration of flake8 for all")
    configuration.add_argument(
        "--trust-checkouts", action="store_true", help="read the configuration of each, which can run code"
    )
    chosen = parser.parse_args()
    own = [f"--config={chosen.config.absolute()}"] if chosen.config else ["--isolated"]
    options = [*([] if chosen.trust_checkouts else own), *chosen.flake8]

    if chosen.retry:
        for failed in chosen.out.glob("failures/*.parquet"):
            failed.unlink()
    folders = pending(checkouts(chosen.checkouts), chosen.out)
    if not folders:
        print("nothing to do", file=sys.stderr)
        return
    cluster = chosen.scheduler or LocalCluster(n_workers=chosen.workers, threads_per_worker=1, dashboard_address=":0")
    with Client(cluster) as client:
        work = linted(client, folders, chosen.out, options, chosen.timeout)
        for _ in tqdm(work, total=len(folders), unit=" checkouts"):
            pass


if __name__ == "__main__":
    main()
