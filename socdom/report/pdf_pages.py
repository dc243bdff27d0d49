"""How many pages a PDF has."""

from __future__ import annotations

from pathlib import Path


def page_count(path: Path) -> int:
    """Number of pages of a PDF that socdom made."""
    from pypdf import PdfReader  # only who lists documents pays for it

    return len(PdfReader(path).pages)
