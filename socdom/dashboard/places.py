"""Where the finished pages stand in an edition."""

from __future__ import annotations

PAGE_FOLDER = "dashboard"


def page_file(name: str) -> str:
    """Name of the file of a finished page in an edition."""
    return f"{PAGE_FOLDER}/{name}.html"
