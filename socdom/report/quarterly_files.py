"""The quarterly report as a page and as a PDF."""

from __future__ import annotations

from pathlib import Path

from socdom.editions.read import Edition
from socdom.report.documents import REPORT, Tell
from socdom.report.export import to_html
from socdom.report.length import MOST_PAGES
from socdom.report.pdf import to_pdf


def write_files(executed: Path, edition: Edition, tell: Tell) -> list[Path]:
    """Write the page, and the PDF where the system can make one."""
    page = to_html(executed, edition.folder / f"{REPORT.stem}.html", edition.meta)
    tell("PDF maken")
    pdf = edition.folder / f"{REPORT.stem}.pdf"
    most_pages = MOST_PAGES if edition.meta.edition == "kern" else None
    return [page, pdf] if to_pdf(page, pdf, most_pages=most_pages) else [page]
