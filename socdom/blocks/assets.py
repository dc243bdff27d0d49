"""Where the house theme stands: style sheet, fonts and templates, shipped inside the package."""

from __future__ import annotations

from pathlib import Path

_SHARE = Path(__file__).resolve().parents[1] / "share"


def static_folder() -> Path:
    """Folder with `raad.css` and `fonts/`; the style sheet names its fonts relative to itself."""
    return _SHARE / "static"


def templates_folder() -> Path:
    """Folder with the templates of the blocks."""
    return _SHARE / "templates" / "blocks"
