"""The report page as PDF/UA-1 by WeasyPrint: tagged, with alt texts, the same bytes for the same page."""

from __future__ import annotations

import hashlib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from socdom.report.paper import for_paper
from socdom.report.quiet import quiet

MISSING_PANGO = (
    "De PDF is niet gemaakt: een onderdeel van het besturingssysteem ontbreekt. De webpagina is er wel. "
    "Installeer libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0 en libfontconfig1. "
    "Maak het rapport daarna opnieuw."
)


def to_pdf(page: Path, out: Path) -> bool:
    """Write the PDF of a report page.

    Args:
        page: HTML of `socdom.report.export.to_html`.
        out: the PDF.

    Returns:
        False, and nothing written, when the system lacks the libraries WeasyPrint needs; see MISSING_PANGO.
    """
    if not can_make_pdf():
        return False
    import weasyprint

    source = for_paper(page.read_text(encoding="utf-8"))
    with quiet("weasyprint", "fontTools"):
        document = weasyprint.HTML(string=source)
        # The identifier comes from the content, not from the clock, so that a second run gives the same file.
        identifier = hashlib.sha256(source.encode()).digest()[:16]
        content = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
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
