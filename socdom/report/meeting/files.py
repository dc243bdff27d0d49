"""The files of the slides: the page, and a PDF with a slide and its notes on every sheet."""

from __future__ import annotations

from pathlib import Path

import nbformat

from socdom.editions.read import Edition
from socdom.report.documents import MEETING, Tell
from socdom.report.meeting.exporter import to_slides
from socdom.report.pdf import to_pdf


def write_files(executed: Path, edition: Edition, tell: Tell) -> list[Path]:
    """Write the page, and the PDF where the system can make one."""
    page = edition.folder / f"{MEETING.stem}.html"
    page.write_text(to_slides(nbformat.read(executed, as_version=4), edition.meta), encoding="utf-8")
    tell("PDF maken")
    pdf = edition.folder / f"{MEETING.stem}.pdf"
    return [page, pdf] if to_pdf(page, pdf) else [page]
