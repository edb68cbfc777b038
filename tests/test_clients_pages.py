"""What every page of `docs/clients` says about codes and options is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import clients
from flake8_pysafe.options import ROWS
from flake8_pysafe.rules import ALL

each_page = pytest.mark.parametrize("path", sorted(clients.PAGES.glob("*.md")), ids=lambda path: path.stem)


@each_page
def test_what_a_page_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"PS\d{3}", text)) <= {rule.code for rule in ALL}
    options = set(re.findall(r"\bpysafe-[a-z-]*[a-z]", text)) - {"pysafe-deps"}  # the name of a hook
    assert options <= {row.key for row in ROWS}


def test_the_tests_read_every_page() -> None:
    names = {path.stem for path in clients.PAGES.glob("*.md")}
    assert names == {"editors", "ci", "pre-commit", "notebooks", "beside-other-linters"}
