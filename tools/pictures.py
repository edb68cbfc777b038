"""Draws the pictures of the documentation from what flake8 prints: `python tools/pictures.py`.

Needs the extra `pictures`. Positions and texts are flake8's; only colours, and how far
a wavy line goes, are chosen here.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

# Pygments has no annotations, and only this tool needs rich.
from pygments import lex  # type: ignore[import-untyped,unused-ignore]
from pygments.lexers import PythonLexer  # type: ignore[import-untyped,unused-ignore]
from pygments.token import Comment, Keyword, Name, String  # type: ignore[import-untyped,unused-ignore]
from rich.console import Console  # type: ignore[import-not-found,unused-ignore]
from rich.text import Text  # type: ignore[import-not-found,unused-ignore]

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
PICTURES = ROOT / "docs" / "pictures"
COMMAND = ("flake8", "--isolated", "--select=PS", ".")
EDITED = "shop/bank.py"

_WIDTH = 118  # characters
_EXPECTATION = re.compile(r"  # PS\d{3}: \d+$", re.MULTILINE)  # for the tests of the examples
_REPORT = re.compile(r"(?:\./)?(?P<path>[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<text>(?P<code>PS\d+) .*)")
# A picture asks no server for a font.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
# Of the editor, in pixels.
_CHARACTER, _LINE, _MARGIN, _FONT = 8.4, 20, 52, 14
_COLOURS = {Comment: "#6a737d", Keyword: "#d73a49", Name.Decorator: "#6f42c1", String: "#032f62"}


def printed() -> str:
    """Return what flake8 prints for the examples."""
    command = [sys.executable, "-m", *COMMAND, "--jobs=1"]
    output = subprocess.run(command, cwd=EXAMPLES, capture_output=True, text=True, check=False).stdout
    if not output or "PS901" in output:
        raise SystemExit(f"this is not what the demo prints:\n{output}")
    return output


def terminal(output: str) -> str:
    """Return a picture of a terminal with some output, as SVG."""
    console = Console(record=True, width=_WIDTH, force_terminal=True, file=io.StringIO())
    console.print(Text.assemble(("$ ", "green"), " ".join(COMMAND)))
    for line in output.splitlines():
        text = Text(line, overflow="fold")
        text.highlight_regex(r"^[^:]+", "bold")
        text.highlight_regex(r"(?<=: )PS\d{3}", "bold red")
        text.highlight_regex(r"`[^`]+`", "cyan")
        console.print(text, soft_wrap=False)
    return _FONT_FACE.sub("", console.export_svg(title="examples", unique_id="demo"))


def editor(source: str, output: str, path: str) -> str:
    """Return a picture of an editor with a file, its findings underlined, as SVG."""
    lines = source.splitlines()
    reports = [match for match in map(_REPORT.fullmatch, output.splitlines()) if match and match["path"] == path]
    width = _MARGIN + _CHARACTER * max(len(line) for line in lines) + 20
    height = _LINE * (len(lines) + 1)
    body = "\n".join([*_code(source), *(_wave(match, lines) for match in reports)])
    style = f"font: {_FONT}px Menlo, Consolas, 'DejaVu Sans Mono', monospace; white-space: pre"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}">\n'
        f"<title>{escape(path)}</title>\n"
        f'<rect width="100%" height="100%" rx="6" fill="#ffffff" stroke="#d0d7de"/>\n'
        f'<g style="{style}">\n{body}\n</g>\n</svg>\n'
    )


def _code(source: str) -> Iterator[str]:
    line, column = 1, 0
    for kind, value in lex(source, PythonLexer(stripnl=False)):
        colour = next((colour for parent, colour in _COLOURS.items() if kind in parent), "#24292e")
        for number, piece in enumerate(value.split("\n")):
            if number:
                line, column = line + 1, 0
            if piece.strip():
                yield _text(_MARGIN + _CHARACTER * column, line, piece, colour)
            column += len(piece)
    for number in range(1, len(source.splitlines()) + 1):
        yield _text(_MARGIN - 16 - _CHARACTER * len(str(number)), number, str(number), "#8c959f")


def _text(left: float, line: int, text: str, colour: str) -> str:
    length = _CHARACTER * len(text)  # whatever font there is, columns stay where they are
    place = f'x="{left:.1f}" y="{_LINE * line}" textLength="{length:.1f}"'
    return f'<text {place} lengthAdjust="spacingAndGlyphs" fill="{colour}">{escape(text)}</text>'


def _wave(match: re.Match[str], lines: Sequence[str]) -> str:
    line, column = int(match["line"]), int(match["column"]) - 1
    # flake8 says where a finding begins. Editors mark the word there.
    word = re.compile(r"\w+|.").match(lines[line - 1], column)
    length = len(word[0]) if word else 1
    left, right, height = _MARGIN + _CHARACTER * column, _MARGIN + _CHARACTER * (column + length), _LINE * line + 4
    steps = max(2, round((right - left) / 3))
    points = " ".join(
        f"{left + (right - left) * step / steps:.1f},{height + (2 if step % 2 else -1)}" for step in range(steps + 1)
    )
    title = f"<title>{escape(match['text'])}</title>"
    return f'<polyline points="{points}" fill="none" stroke="#cf222e" stroke-width="1.3">{title}</polyline>'


def main() -> None:
    """Draw all pictures."""
    output = printed()
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "demo.svg").write_text(terminal(output), encoding="utf-8")
    source = _EXPECTATION.sub("", (EXAMPLES / EDITED).read_text(encoding="utf-8"))
    (PICTURES / "editor.svg").write_text(editor(source, output, EDITED), encoding="utf-8")


if __name__ == "__main__":
    main()
