"""Parts of a generated page in Markdown: its opening, and what an explanation shows; of a drawing its alt text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "share" / "reference"
_BLOCKS = {"p", "figcaption", "caption", "h2", "h3", "li"}
_SPACES = re.compile(r"\s+")


def opening(name: str) -> str:
    """What stands above a generated page, in Markdown: its heading, a summary in English, and how to read it."""
    return (_FOLDER / name).read_text(encoding="utf-8")


def as_markdown(html: str) -> str:
    """HTML of a cell in Markdown, block by block with an empty line between.

    A drawing becomes its text alternative; what only gives looks (style, script) is left out.

    Args:
        html: what `socdom.workbench.show` makes: tables, figures, headings and paragraphs.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "\n\n".join(reader.blocks)


def pipe_table(rows: list[list[str]]) -> str:
    """A table in Markdown; the first row is its heading, and a short row is filled up with empty cells."""
    width = max(len(row) for row in rows)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [full[0], ["---"] * width, *full[1:]]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


class _Reader(HTMLParser):
    """Gathers blocks; `_skipped` counts how deep we are in what is not read."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self._rows: list[list[str]] = []
        self._text: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("svg", "style", "script"):
            told = dict(attrs).get("aria-label")
            if told and not self._skipped:
                self.blocks.append(f"*Tekening.* {_plain(told)}")
            self._skipped += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("th", "td") or tag in _BLOCKS:
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("svg", "style", "script"):
            self._skipped -= 1
        elif tag in ("th", "td"):
            self._rows[-1].append(self._said())
        elif tag == "table":
            self.blocks.append(pipe_table(self._rows))
            self._rows = []
        elif tag in _BLOCKS and (said := self._said()):
            self.blocks.append(f"**{said}**" if tag in ("caption", "h2", "h3") else said)

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._text.append(data)

    def _said(self) -> str:
        said, self._text = _plain("".join(self._text)), []
        return said


def _plain(text: str) -> str:
    """On one line; a space that keeps words together is a plain one here."""
    return _SPACES.sub(" ", text.replace("\xa0", " ")).strip()
