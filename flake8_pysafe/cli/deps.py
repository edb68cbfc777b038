"""Checks the files in which a project names distributions, with flake8's options and output.

flake8 itself reads Python only. Everything around the check is its own: configuration,
`--format`, selection, `# noqa`, `per-file-ignores`, exclusions, exit status.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from flake8 import defaults
from flake8.discover_files import expand_paths
from flake8.options.parse_args import parse_args
from flake8.plugins import reporter
from flake8.style_guide import StyleGuideManager

from flake8_pysafe.dependencies import judge, project_files
from flake8_pysafe.dependencies.project_files import Read
from flake8_pysafe.findings import Finding
from flake8_pysafe.imports import project as projects
from flake8_pysafe.options import parsed
from flake8_pysafe.plugin import presentable

USAGE = """\
usage: python -m flake8_pysafe deps [options] [FILE or FOLDER ...]

Checks what requirement files, pyproject.toml, setup.cfg, tox.ini, Pipfile,
environment.yml, setup.py, noxfile.py and lock files ask for; without files,
those in and below the current folder. The options are those of flake8.
"""
# What is installed or fetched there is not the project's own.
_FOREIGN = ("site-packages", "node_modules", ".venv", "venv")


def run(arguments: Sequence[str]) -> int:
    """Check files and print what is found. Returns the exit status: 1 for findings. Raises ExecutionError."""
    if {"-h", "--help"} & set(arguments):
        sys.stdout.write(USAGE)
        return 0
    plugins, options = parse_args(list(arguments))
    formatter = reporter.make(plugins.reporters, options)
    guide = StyleGuideManager(options, formatter)
    count = 0
    formatter.start()
    for read in files(options):
        with guide.processing_file(read.path):
            for found in presentable(_found(read, options), read.lines):
                line = read.lines[found.line - 1] if read.lines else ""
                count += guide.handle_error(found.code, read.path, found.line, found.column, found.text, line)
    if options.statistics:
        formatter.show_statistics(guide.stats)
    formatter.stop()
    if options.count:
        sys.stdout.write(f"{count}\n")
    return int(count > 0 and not options.exit_zero)


def files(options: argparse.Namespace) -> Iterator[Read]:
    """Yield the files to check, each once, and those that they include."""
    seen: set[str] = set()
    excluded = (*options.exclude, *options.extend_exclude, *_FOREIGN)
    paths = expand_paths(
        paths=options.filenames,
        stdin_display_name=options.stdin_display_name,
        filename_patterns=project_files.PATTERNS,
        exclude=excluded,
    )
    for path in paths:
        path = os.path.normpath(path)
        yield from project_files.read(path, _root(path), seen)


def _root(path: str) -> str:
    """Return the folder that what a file includes must lie in."""
    folder, here = str(projects.find(path).root), os.getcwd()
    # Whoever runs the command in a folder speaks for what is below it.
    return here if folder.startswith(here) else folder


def _found(read: Read, options: argparse.Namespace) -> Iterator[Finding]:
    if not options.disable_noqa and any(defaults.NOQA_FILE.match(line) for line in read.lines):
        return
    yield from judge.findings(read.contents, parsed(options).known_modules)
