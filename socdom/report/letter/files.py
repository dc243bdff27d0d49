"""The files of the letter: page, PDF and a Word file to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from socdom.blocks import theme_css
from socdom.editions.read import Edition
from socdom.report.documents import LETTER, Tell
from socdom.report.export import fill, template_folder
from socdom.report.house_style import house_style
from socdom.report.letter.compose import letter_of
from socdom.report.letter.length import MOST_PAGES
from socdom.report.letter.model import LetterContent
from socdom.report.letter.word import to_word
from socdom.report.pdf import to_pdf

_TEMPLATE = "raadbrief"


def write_files(executed: Path, edition: Edition, tell: Tell) -> list[Path]:
    """Write the page, the Word file, and the PDF where the system can make one."""
    letter = letter_of(edition)
    home = edition.folder / LETTER.stem
    page = fill(executed, home.with_suffix(".html"), _TEMPLATE, _head(edition, letter))
    tell("Word-bestand maken")
    word = to_word(letter, edition.meta, home.with_suffix(".docx"))
    tell("PDF maken")
    pdf = home.with_suffix(".pdf")
    return [page, word, pdf] if to_pdf(page, pdf, most_pages=MOST_PAGES) else [page, word]


def _head(edition: Edition, letter: LetterContent) -> dict[str, Any]:
    """What stands in the head of the page."""
    meta = edition.meta
    own = (template_folder() / _TEMPLATE / "brief.css").read_text(encoding="utf-8")
    return {
        "title": letter.title,
        "author": meta.title,
        "description": f"Brief van het college aan de raad: {letter.subject}.",
        "date": meta.figures_as_of.isoformat(),
        "style": "\n".join([house_style(), theme_css(meta), own]),
    }
