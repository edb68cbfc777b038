"""How the documentation is built: `make docs`.

Sphinx reads the Markdown where it lies in the repository, so that a link is the same
there and here, and one that is broken fails the build. What can be asked of the program
is not written twice: a directive asks.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import flake8_pysafe

project = "flake8-pysafe"
author = "flake8-pysafe contributors"
copyright = f"2026, {author}"
version = release = flake8_pysafe.__version__

extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "benchmarks/README.md",
    "docs/**",
    "examples/*/README.md",
    "flake8_pysafe/pages/*",
]
# A link to the pages, for who browses the folder.
exclude_patterns = ["docs/rules"]
myst_heading_anchors = 3  # as where the repository is browsed
nitpicky = True  # a reference that leads nowhere is a warning, and warnings fail the build

html_theme = "furo"
html_title = f"flake8-pysafe {release}"
html_show_sourcelink = False
html_extra_path = ["start"]  # the first page is not at the top of the site; this leads there
# The address of the site, with a `/` at the end, once there is one; see docs/releasing.md.
html_baseurl = ""


class RuleTable(SphinxDirective):
    """A table of the rules, as `python -m flake8_pysafe rules --json` gives them."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        command = [sys.executable, "-m", "flake8_pysafe", "rules", "--json"]
        rules = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        lines = ["| code | name | severity | reports |", "|---|---|---|---|", *map(_row, rules)]
        return self.parse_text_to_nodes("\n".join(lines))


def _row(rule: dict[str, Any]) -> str:
    page = f"../flake8_pysafe/pages/{rule['code']}.md"
    return f"| [{rule['code']}]({page}) | {rule['name']} | {rule['severity']} | {rule['summary']} |"


def setup(app: Sphinx) -> None:
    """Make Sphinx know the directive."""
    app.add_directive("rule-table", RuleTable)
