"""Editors show each finding at its word: their patterns over what flake8 prints, and the real ones where installed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import clients
from conftest import Flake8, Run
from flake8_pysafe.rules.rule import Rule
from test_docs import blocks, each_rule, page, reported

# The classes of Lua's patterns that clients use; the rest of them is written as in Python.
LUA = {"%d": "[0-9]", "%w": "[A-Za-z0-9]", "%u": "[A-Z]"}
# Names of the groups, where a pattern has none.
GROUPS = {
    "python-lsp-server": ("path", "line", "column", "code", "message"),
    "nvim-lint": ("line", "column", "code", "message"),
    "none-ls": ("line", "column", "code", "type", "message"),
    "Flycheck": ("path", "line", "column", "code", "message"),
}
# How each client uses its pattern.
MATCH: dict[str, Callable[[str, str], re.Match[str] | None]] = {
    "VS Code": re.match,
    "python-lsp-server": re.match,
    "nvim-lint": re.search,
    "none-ls": re.search,
    "Flycheck": re.search,
}

Client = tuple[str, str, str]  # name, format, pattern


def _clients() -> Iterator[Client]:
    for link, output, pattern, kind in clients.rows(clients.section("editors", "What each editor reads")):
        (name,) = re.findall(r"^\[(.*)\]", link)
        if kind == "Lua":
            pattern = re.sub(r"%.", lambda written: LUA[written[0]], pattern)
        yield name, output.strip("`"), pattern


CLIENTS = tuple(_clients())


def read(client: Client, line: str) -> dict[str, str]:
    """What a client makes of a line."""
    name, _, pattern = client
    found = MATCH[name](pattern, line)
    assert found is not None, f"{name} does not understand {line!r}"
    return found.groupdict() or dict(zip(GROUPS[name], found.groups(), strict=True))


@pytest.mark.parametrize("output", sorted({client[1] for client in CLIENTS}))
def test_clients_find_position_code_and_message(output: str, flake8: Flake8, messages: Run, project: Path) -> None:
    clients.copy_shop(project)
    texts = [
        report.split(" ", 2)[2]
        for path in sorted((project / "shop").glob("*.py"))
        for report in messages(path.read_text(encoding="utf-8"), str(path))
    ]
    places = [(str(place.line), str(place.column), place.code) for place in clients.expected()]
    printed = flake8("-j1", "--select=PS", f"--format={output}", "shop").stdout.splitlines()
    for client in CLIENTS:
        if client[1] == output:
            shown = [read(client, line) for line in printed]
            assert [(part["line"], part["column"], part["code"]) for part in shown] == places
            assert [part["message"] for part in shown] == texts
            assert {part.get("path", "shop/")[:5] for part in shown} == {"shop/"}


@each_rule
def test_the_message_of_every_rule_is_understood(rule: Rule, messages: Run, project: Path) -> None:
    reports: list[str] = []

    def run(*arguments: Any, **options: Any) -> list[str]:
        reports.extend(messages(*arguments, **options))
        return reports

    reported(page(rule), "Example", project, run)
    assert reports
    for report in reports:
        place, code, text = report.split(" ", 2)
        line, column = place.split(":")
        parts = {"path": "example.py", "row": int(line), "col": int(column), "code": code, "text": text}
        for client in CLIENTS:
            output = client[1].replace("default", "%(path)s:%(row)d:%(col)d: %(code)s %(text)s")
            shown = read(client, output % parts)
            assert (shown["line"], shown["column"], shown["code"], shown["message"]) == (line, column, code, text)


def test_the_filter_for_pycharm_finds_the_place(flake8: Flake8, project: Path) -> None:
    (project / "a.py").write_text("import requests\nrequests.get(u, verify=False)\n")
    written = re.escape(blocks(clients.section("editors", "PyCharm"))["text"].strip())
    macros = {"FILE_PATH": "(.+)", "LINE": "([0-9]+)", "COLUMN": "([0-9]+)", "MESSAGE": "(.+)"}
    for macro, pattern in macros.items():
        written = written.replace(re.escape(f"${macro}$"), pattern)
    found = re.match(written, flake8("-j1", "--select=PS", "a.py").stdout)
    assert found is not None
    assert found.groups()[:3] == ("a.py", "2", "24")


def test_a_word_begins_at_the_column() -> None:
    for place in clients.expected():
        line = (clients.SHOP.parent / place.path).read_text(encoding="utf-8").splitlines()[place.line - 1]
        assert not line[place.column - 2].isalnum(), place
        assert not line[place.column - 1].isspace(), place


# --- severities ---


def by_longest_prefix(severities: Mapping[str, str], code: str) -> str:
    """The severity that the extension of VS Code shows. Source: `lsp_server.py` there."""
    lengths = range(len(code), 0, -1)
    return next((severities[code[:length]] for length in lengths if code[:length] in severities), "Error")


@pytest.mark.parametrize(
    ("code", "severity"),
    [("PS101", "Error"), ("PS301", "Warning"), ("PS403", "Error"), ("PS901", "Information"), ("E501", "Error")],
)
def test_vs_code_has_the_severities_of_the_page(code: str, severity: str) -> None:
    settings = json.loads(blocks(clients.section("editors", "VS Code"))["json"])
    assert settings["flake8.importStrategy"] == "fromEnvironment"
    assert set(settings["flake8.severity"].values()) <= {"Error", "Warning", "Information", "Hint"}
    assert by_longest_prefix(settings["flake8.severity"], code) == severity


@each_rule
def test_every_code_has_one_level_in_flycheck(rule: Rule) -> None:
    written = re.findall(r"'\(\"(.*)\" \. (\w+)\)\)", blocks(clients.section("editors", "Emacs"))["elisp"])
    assert len([level for pattern, level in written if re.search(pattern, rule.code)]) == 1


# --- python-lsp-server ---


class Server:
    """A language server on its standard input and output."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def send(self, method: str, params: object, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        content = json.dumps(message if number is None else message | {"id": number}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def receive(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first message that is wanted; others are passed over."""
        assert self._process.stdout is not None
        while True:
            length = 0
            while (header := self._process.stdout.readline()) not in {b"\r\n", b""}:
                if header.startswith(b"Content-Length:"):
                    length = int(header.split(b":")[1])
            assert length, "the server has ended"
            message: dict[str, Any] = json.loads(self._process.stdout.read(length))
            if wanted(message):
                return message


@contextmanager
def pylsp(folder: Path) -> Iterator[Server]:
    """A python-lsp-server for a folder, set up as on the page."""
    settings = json.loads(blocks(clients.section("editors", "python-lsp-server"))["json"])
    process = subprocess.Popen(
        [sys.executable, "-m", "pylsp"],
        cwd=folder,
        env=clients.environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        server = Server(process)
        try:
            server.send("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}, number=1)
            server.receive(lambda message: message.get("id") == 1)
            server.send("initialized", {})
            server.send("workspace/didChangeConfiguration", {"settings": settings})
            yield server
        finally:
            process.kill()


def diagnostics(server: Server, uri: str, text: str) -> list[dict[str, Any]]:
    """Open a buffer; what the server says about it."""
    document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
    server.send("textDocument/didOpen", {"textDocument": document})
    message = server.receive(
        lambda message: message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri
    )
    found: list[dict[str, Any]] = message["params"]["diagnostics"]
    return found


def test_pylsp_shows_a_buffer_that_was_never_saved(project: Path) -> None:
    pytest.importorskip("pylsp", reason="python-lsp-server is not installed")
    (project / "setup.cfg").write_text("[flake8]\nselect = PS\n")
    # Unused, which only the linters would say that the page switches off.
    text = (
        'import os\nimport requests\n\nrequests.get("é日本", verify=False)\nrequests.post("x", data={}, verify=False)\n'
    )
    path = project / "new.py"
    with pylsp(project) as server:
        found = diagnostics(server, path.as_uri(), text)
    lines = text.splitlines()
    shown = [(one["code"], lines[one["range"]["start"]["line"]][one["range"]["start"]["character"] :]) for one in found]
    assert shown == [("PS101", "False)"), ("PS101", "False)")]
    assert {one["source"] for one in found} == {"flake8"}
    assert {one["severity"] for one in found} == {2}  # a warning
    assert not path.exists()


# --- Emacs and Neovim ---


def program(name: str) -> str:
    """The path of a program; skips the test without it."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


FLYCHECK = """
(unless (require 'flycheck nil t) (princ "no flycheck") (kill-emacs 0))
(find-file "shop/reports.py")
(setq flycheck-disabled-checkers '(python-pylint python-mypy))  ; which it runs afterwards where they are installed
(flycheck-select-checker 'python-flake8)
(flycheck-mode)
(flycheck-buffer)
(while (flycheck-running-p) (accept-process-output nil 0.05))
(dolist (err (reverse flycheck-current-errors))
  (goto-char (car (flycheck-error-region-for-mode err 'symbols)))
  (princ (format "%s:%s %s %s %s\\n" (flycheck-error-line err) (flycheck-error-column err)
                 (flycheck-error-id err) (flycheck-error-level err) (thing-at-point 'symbol t))))
"""


def test_flycheck_underlines_the_word_with_the_level_of_the_page(project: Path) -> None:
    emacs = program("emacs")
    clients.copy_shop(project)
    (project / "setup.cfg").write_text("[flake8]\nselect = PS\n")
    script = project / "flycheck.el"
    script.write_text("(package-initialize)\n" + blocks(clients.section("editors", "Emacs"))["elisp"] + FLYCHECK)
    printed = subprocess.run(
        [emacs, "--batch", "--load", str(script)],
        cwd=project,
        env=clients.environment(project),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    if printed == "no flycheck":
        pytest.skip("flycheck is not installed in emacs")
    assert sorted(printed.splitlines()) == [
        "5:8 PS301 warning reqeusts",
        "6:8 PS302 warning shop_ledger_reports",
    ]


def neovim(folder: Path, script: str) -> list[str]:
    """What a script has printed by its function `show`, run by Neovim in a folder."""
    show = "local lines = {}\nlocal function show(line) table.insert(lines, tostring(line)) end\n"
    (folder / "run.lua").write_text(f"{show}{script}\nvim.fn.writefile(lines, 'shown.txt')\n", encoding="utf-8")
    command = [program("nvim"), "--headless", "-u", "NONE", "-c", "luafile run.lua", "-c", "qa!"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    return (folder / "shown.txt").read_text(encoding="utf-8").splitlines()


# What nvim-lint does with a line.
NVIM_LINT = """
for line in io.lines("flake8.txt") do
  local at = vim.diagnostic.match(line, "%s", { "lnum", "col", "code", "message" }, {})
  show(at.lnum + 1 .. ":" .. at.col + 1 .. " " .. at.code)
end
"""


def test_neovim_reads_what_nvim_lint_asks_for(flake8: Flake8, project: Path) -> None:
    program("nvim")
    clients.copy_shop(project)
    ((_, output, pattern, _),) = [
        row for row in clients.rows(clients.section("editors", "What each editor reads")) if "nvim-lint" in row[0]
    ]
    (project / "flake8.txt").write_text(
        flake8("-j1", "--select=PS", f"--format={output}", "shop").stdout, encoding="utf-8"
    )
    assert neovim(project, NVIM_LINT % pattern) == [
        f"{place.line}:{place.column} {place.code}" for place in clients.expected()
    ]


# Stand in the place of the plugins: what they are given is what is looked at.
NONE_LS = """
local given
package.loaded["lint"] = {}
package.loaded["none-ls.diagnostics.flake8"] = { with = function(options) return options end }
package.loaded["null-ls"] = { setup = function(options) given = options.sources[1] end }
%s
show(require("lint").linters_by_ft.python[1])
for _, code in ipairs({ "PS101", "E501" }) do
  local diagnostic = { code = code, severity = 1 }
  given.diagnostics_postprocess(diagnostic)
  show(vim.diagnostic.severity[diagnostic.severity])
end
"""


def test_neovim_understands_the_page(project: Path) -> None:
    program("nvim")
    written = re.findall(r"^```lua\n(.*?)^```$", clients.section("editors", "Neovim"), flags=re.MULTILINE | re.DOTALL)
    assert len(written) == 2
    assert neovim(project, NONE_LS % "".join(written)) == ["flake8", "WARN", "ERROR"]
