"""A theme page as a reader sees it who has unfolded everything."""

from __future__ import annotations

from typing import Any

from socdom import blocks
from socdom.editions.read import Edition


def theme_page(edition: Edition, theme: str, **chosen: Any) -> str:
    """All blocks of a theme page, with what is folded; `chosen` is as `blocks.theme_blocks` takes it."""
    return "".join(block.finish() for block in blocks.theme_blocks(edition, theme, **chosen))
