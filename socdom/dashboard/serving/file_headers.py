"""What goes with a file that a reader fetches: its kind, and the name it is saved under."""

from __future__ import annotations

from pathlib import PurePosixPath

from tornado.web import RequestHandler

# What a system knows of kinds of files differs, so these are ours.
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_READ_IN_PLACE = (".html", ".pdf")


def set_file_headers(handler: RequestHandler, name: str, saved: str) -> None:
    """Kind of the file, and the name for who keeps it; pages and PDFs open in the browser."""
    suffix = PurePosixPath(name).suffix
    how = "inline" if suffix in _READ_IN_PLACE else "attachment"
    handler.set_header("Cache-Control", "no-cache")
    if suffix in _TYPES:
        handler.set_header("Content-Type", _TYPES[suffix])
    handler.set_header("Content-Disposition", f'{how}; filename="{saved}"')
