"""A baseline: what a line of it stands for, what it silences, and what can be read."""

from __future__ import annotations

import ast
import dataclasses
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from flake8_pysafe import baseline
from flake8_pysafe.baseline import Entry, Statements, UnreadableBaseline
from flake8_pysafe.findings import Finding, Source
from flake8_pysafe.options import Options
from flake8_pysafe.plugin import Plugin


def source(text: str, filename: str = "a.py") -> Source:
    return Source(ast.parse(text), tuple(text.splitlines(keepends=True)), filename)


def found(text: str, wanted: str, code: str = "PS101") -> Finding:
    """A finding at the first place of some words."""
    before = text[: text.index(wanted)]
    return Finding(before.count("\n") + 1, len(before) - before.rfind("\n") - 1, code, "text")


def digest(text: str, wanted: str = "verify") -> str:
    return Statements(source(text)).digest(found(text, wanted))


# --- what a statement is ---


@pytest.mark.parametrize(
    "text",
    [
        "get('a', verify=False)  # why\n",
        'get("a", verify = False)\n',
        "get(\n    'a',\n    # why\n    verify=False,\n)\n",
        "(get('a', verify=(False)))\n",
        "get('''a''', \\\n  verify=False)\n",
        "x = 1; get('a', verify=False); y = 2\n",
        "def f():\n    if x:\n        get('a', verify=False)\n",
        "class A:\n    def f(self): get(u'a', verify=False)\n",
        "é = 1; get('a', verify=False)\n",
    ],
)
def test_layout_and_place_do_not_matter(text: str) -> None:
    assert digest(text) == digest("get('a', verify=False)\n")


@pytest.mark.parametrize(
    "text",
    [
        "get('b', verify=False)\n",
        "get('a', verify=0)\n",
        "get('a', verify=False, timeout=1)\n",
        "put('a', verify=False)\n",
        "x = get('a', verify=False)\n",
        "get(['a'], verify=False)\n",
        "get(b'a', verify=False)\n",
        "get('a', {'verify': False})\n",
        "await_(get('a', verify=False))\n",
    ],
)
def test_another_statement_is_another(text: str) -> None:
    assert digest(text) != digest("get('a', verify=False)\n")


@pytest.mark.parametrize(
    ("header", "blocks"),
    [
        ("with get(verify=False) as x:", ("    pass\n", "    go()\n    on()\n")),
        ("if get(verify=False):", ("    pass\n", "    pass\nelse:\n    go()\n")),
        ("for x in get(verify=False):", ("    pass\n", "    pass\nelse:\n    go()\n")),
        ("def f(a=get(verify=False)):", ("    pass\n", "    return 1\n")),
        ("@get(verify=False)\nclass A:", ("    pass\n", "    x = 1\n")),
        ("match get(verify=False):", ("    case 1: pass\n", "    case 2: pass\n    case 3: pass\n")),
        ("try:\n    pass\nexcept get(verify=False):", ("    pass\n", "    raise\n")),
    ],
)
def test_a_compound_statement_is_its_header(header: str, blocks: tuple[str, str]) -> None:
    first, second = (digest(f"{header}\n{block}") for block in blocks)
    assert first == second
    assert first != digest(f"{header.replace('False', 'x')}\n{blocks[0]}")


def test_what_is_in_a_lambda_or_a_choice_belongs_to_the_statement() -> None:
    assert digest("f = lambda: get(verify=False)\n") != digest("f = lambda: put(verify=False)\n")
    assert digest("f = g(verify=False) if a else b\n") != digest("f = g(verify=False) if a else c\n")


def test_a_comment_is_its_line() -> None:
    block = "# /// script\n# dependencies = [\n#   'reqeusts',\n# ]\n# ///\nimport reqeusts\n"
    moved = "import os\n\n" + block.replace("#   '", "#    '")
    assert digest(block, "'reqeusts") == digest(moved, "'reqeusts")
    assert digest(block, "'reqeusts") != digest(block, "import reqeusts")


def test_what_is_said_of_the_whole_file_belongs_to_no_statement() -> None:
    finding = Finding(1, 0, "PS901", "text")
    assert Statements(source("import a\n")).digest(finding) == Statements(source("'''doc'''\nimport b\n")).digest(
        finding
    )


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "+".join(["verify"] * 500) + "\n",
        "x = verify, 0x" + "f" * 5000 + "\n",
        "x = verify, '\\ud800', -0.0, 1e999, 2j, ..., None, b'\\xff'\n",
        "x = f'{verify!r:>{width}} {1}'\n",
    ],
    ids=["deep", "long number", "odd constants", "format"],
)
def test_any_statement_has_an_entry_on_one_line(text: str) -> None:
    entry = Statements(source(text)).entry(found(text, "verify"), "a.py")
    assert list(baseline.entries(f"{entry}\n")) == [entry]
    assert len(entry.excerpt) <= 100


def test_a_digest_is_the_same_in_every_version_of_python() -> None:
    text = "x = get(f'{a!r:>{b}} {c=}', 'a' \"b\", lambda x, *y: (x, 1.5), verify=False, **{**k})[1:, ::2]\n"
    assert digest(text) == "3130bf29aa13"
    assert digest("@d\nasync def f(a: int, /, *, verify=0) -> str: ...\n") == "8791b07bd2c0"


# --- what a file holds ---


def test_an_entry_shows_what_it_accepts() -> None:
    text = "def f(u):\n    return requests.get(\n        u,  # why\n        verify=False)\n"
    entry = Statements(source(text)).entry(found(text, "verify"), "src/a.py")
    assert str(entry) == f"src/a.py PS101 {digest(text)} return requests.get(u, verify=False)"


def test_of_a_compound_statement_the_header_is_shown() -> None:
    text = "with requests.Session(verify=False) as s:\n    go()\n"
    assert Statements(source(text)).entry(found(text, "verify"), "a.py").excerpt == (
        "with requests.Session(verify=False) as s:"
    )


paths = st.sampled_from(["a.py", "src/b c.py", "ż/é.py", "#x.py", "a PS101 b.py"])
some_entries = st.lists(
    st.builds(
        Entry,
        paths,
        st.sampled_from(["PS101", "PS202"]),
        st.text("0123456789abcdef", min_size=12, max_size=12),
        st.sampled_from(["", "f(x)", "x = ' # '"]),
    ),
    max_size=6,
)


@given(some_entries)
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    written = baseline.text(entries)
    assert Counter(baseline.entries(written)) == Counter(entries)
    lines = [line for line in written.splitlines() if not line.startswith("# ")]
    assert lines == [str(entry) for entry in sorted(entries)]


@given(some_entries, some_entries, st.randoms(use_true_random=False))
def test_branches_add_up(ours: list[Entry], theirs: list[Entry], order: random.Random) -> None:
    lines = baseline.text(ours).splitlines() + baseline.text(theirs).splitlines()
    order.shuffle(lines)
    assert Counter(baseline.entries("\r\n".join(lines))) == Counter(ours) + Counter(theirs)


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", "=======", "a.py PS101", "a.py PS101 0123", "a.py XX101 0123456789ab f()", "{}", " # indented"],
)
def test_a_line_that_is_no_entry_is_refused_with_its_number(line: str) -> None:
    with pytest.raises(UnreadableBaseline, match=r"^line 3 is not `path code digest statement`: "):
        list(baseline.entries(f"# comment\n\n{line}\na.py PS101 0123456789ab f()\n"))


@pytest.mark.parametrize(("content", "reason"), [(None, "it cannot be opened"), (b"\xff\xff", "it is not UTF-8 text")])
def test_a_file_that_cannot_be_read_is_refused(content: bytes | None, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableBaseline, match=f"^{reason}$"):
        baseline.read(str(path))


def test_paths_are_relative_to_the_folder_of_the_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "project" / "src").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project")
    monkeypatch.chdir(tmp_path / "link" / "src")
    folder = baseline.folder_of(str(tmp_path / "link" / "baseline.txt"))
    assert [baseline.path_in(folder, name) for name in ("./a.py", "../a.py", str(tmp_path / "b.py"))] == [
        "src/a.py",
        "a.py",
        "../b.py",
    ]


# --- what is silenced ---

STATEMENTS = (
    "requests.get(u, verify=False)",
    "requests.post(u, data='x', verify=False)",
    "ssl._create_unverified_context()",
    "pickle.loads(u)",
    "if requests.get(u, verify=False): pass",
    "with requests.Session() as s: s.verify = False",
)
IMPORTS = "import pickle\nimport requests\nimport ssl\n"


def module(functions: list[list[str]], gaps: list[str]) -> str:
    """Functions with some statements each, and something harmless between any two lines."""
    text, number = IMPORTS, 0
    for name, statements in enumerate(functions):
        text += f"def f{name}(u):\n    pass\n"
        for statement in statements:
            text += f"{gaps[number % len(gaps)] if gaps else ''}    {statement}\n"
            number += 1
    return text


class Checked(Plugin):
    raise_errors = True


def reports(text: str, accepted: baseline.Baseline | None = None) -> list[Finding]:
    Checked.options = Options(baseline=accepted)
    lines = text.splitlines(keepends=True)
    plugin = Checked(ast.parse(text), lines, "a.py")
    return [Finding(line, column, said[:5], said[6:]) for line, column, said, _ in plugin.run()]


def accepting(text: str) -> baseline.Baseline:
    statements = Statements(source(text))
    entries = [statements.entry(finding, "a.py") for finding in reports(text)]
    return baseline.of(baseline.folder_of("a.py"), baseline.entries(baseline.text(entries)))


functions = st.lists(st.lists(st.sampled_from(STATEMENTS), max_size=3), min_size=1, max_size=4)
harmless = st.lists(st.sampled_from(["", "\n", "    # why\n", "\n\n    # x\n", "    u = u.strip()\n"]), max_size=4)


@settings(max_examples=50)
@given(functions, harmless, harmless, st.randoms(use_true_random=False))
def test_nothing_is_reported_because_code_moves(
    written: list[list[str]], gaps: list[str], others: list[str], order: random.Random
) -> None:
    accepted = accepting(module(written, gaps))
    assert reports(module(written, gaps), accepted) == []
    moved = list(written)
    order.shuffle(moved)
    assert reports(module(moved, others), accepted) == []


@settings(max_examples=50)
@given(functions, harmless, st.sampled_from(STATEMENTS), st.randoms(use_true_random=False))
def test_one_more_copy_is_reported_once(
    written: list[list[str]], gaps: list[str], added: str, order: random.Random
) -> None:
    accepted = accepting(module(written, gaps))
    order.choice(written).append(added)
    assert len(reports(module(written, gaps), accepted)) == 1


def test_a_file_under_another_name_is_new() -> None:
    text = module([["pickle.loads(u)"]], [])
    accepted = accepting(text)
    elsewhere = [dataclasses.replace(entry, path="b.py") for entry in accepted]
    assert reports(text, accepted) == []
    assert len(reports(text, baseline.of(accepted.folder, elsewhere))) == 1


def test_a_suppressed_copy_uses_nothing_up() -> None:
    text = "import pickle\npickle.loads(u)  # noqa: PS202\npickle.loads(u)\n"
    accepted = accepting("import pickle\npickle.loads(u)\n")
    assert [finding.line for finding in reports(text, accepted)] == [2]  # and flake8 drops that one


def test_a_run_without_a_baseline_does_not_load_what_reads_one() -> None:
    shown = "import sys, flake8_pysafe.plugin; print('flake8_pysafe.baseline' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
