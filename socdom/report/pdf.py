"""The report page as PDF/UA-1 by WeasyPrint: tagged, with alt texts, the same bytes for the same page."""

from __future__ import annotations

import hashlib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from socdom.report.paper import CLOSEST, for_paper
from socdom.report.quiet import quiet
from socdom.report.tagging import mend_tags

# A page is one file: nothing of this machine or of a network is looked up for it, whatever stands in it.
_INSIDE = frozenset({"data"})
INSTALL_PANGO = (
    "Installeer libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 en libfontconfig1. "
    "Maak het rapport daarna opnieuw."
)
MISSING_PANGO = (
    "De PDF is niet gemaakt: een onderdeel van het besturingssysteem ontbreekt. De webpagina is er wel. "
    + INSTALL_PANGO
)


def to_pdf(page: Path, out: Path, *, most_pages: int | None = None) -> bool:
    """Write the PDF of a report page.

    Args:
        page: HTML of `socdom.report.export.to_html`.
        out: the PDF.
        most_pages: pages it should fit on. Where it does not, it is laid out closer, step by step; nothing is left out,
            so it may be longer after the last step as well. Of None it is laid out once.

    Returns:
        False, and nothing written, when the system lacks the libraries WeasyPrint needs; see MISSING_PANGO.
    """
    if not can_make_pdf():
        return False
    import weasyprint
    from weasyprint.urls import URLFetcher

    source = page.read_text(encoding="utf-8")
    with quiet("weasyprint", "fontTools"):
        for closeness in range(CLOSEST + 1 if most_pages else 1):
            paper = for_paper(source, closeness)
            # The identifier comes from the content, not from the clock, so that a second run gives the same file.
            identifier = hashlib.sha256(paper.encode()).digest()[:16]
            asked = {"pdf_variant": "pdf/ua-1", "pdf_identifier": identifier}
            options = {**weasyprint.DEFAULT_OPTIONS, **asked}
            document = weasyprint.HTML(
                string=paper, url_fetcher=URLFetcher(allowed_protocols=_INSIDE)
            ).render(**options)
            if most_pages is None or len(document.pages) <= most_pages:
                break
        content = document.write_pdf(finisher=mend_tags, **options)
    out.write_bytes(content)
    return True


def can_make_pdf() -> bool:
    """Whether the system has the libraries WeasyPrint needs."""
    try:
        # Without pango WeasyPrint prints a page of English advice; MISSING_PANGO says what to do.
        with quiet("weasyprint"), redirect_stdout(StringIO()):
            import weasyprint  # noqa: F401
    except OSError:  # WeasyPrint looks for pango when it is imported
        return False
    return True
