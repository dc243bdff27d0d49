"""The blocks of a theme page as it is without a choice: drawn once with the edition, read by every page that starts.

Drawing all charts of a theme takes seconds, and every reader begins with the same ones.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from socdom.dashboard.menu import THEME_ADDRESSES
from socdom.editions.read import Edition

PAGE_FOLDER = "dashboard"


def preview_name(address: str) -> str:
    """Name of the files with the content that the theme page at an address starts with."""
    return f"thema-{address}"


def store_blocks(folder: Path, theme: str, blocks: Sequence[str]) -> None:
    """Keep the blocks of a theme page without a choice in the folder of an edition."""
    text = json.dumps([str(block) for block in blocks], ensure_ascii=False)
    _path(folder, theme).write_text(text + "\n", encoding="utf-8")


def stored_blocks(edition: Edition, theme: str) -> list[str] | None:
    """The blocks that were kept; None for an edition without them."""
    with suppress(OSError, ValueError):
        return list(json.loads(_path(edition.folder, theme).read_text(encoding="utf-8")))
    return None


def _path(folder: Path, theme: str) -> Path:
    return folder / PAGE_FOLDER / f"{preview_name(THEME_ADDRESSES[theme])}.json"
