"""The main lines of an edition."""

from __future__ import annotations

from collections.abc import Mapping

from socdom import narrative
from socdom.blocks.render import render
from socdom.editions.read import Edition


def main_lines(edition: Edition, *, links: Mapping[str, str] | None = None, heading_level: int = 2) -> str:
    """HTML of the main lines with a heading.

    Args:
        edition: where the figures stand.
        links: theme → address of its page; themes without one get no link.
        heading_level: level of the heading.
    """
    lines = narrative.main_lines(edition)
    return render(
        "main_lines",
        level=heading_level,
        lines=lines,
        links={line.theme: (links or {}).get(line.theme, "") for line in lines},
        status=narrative.status_note(edition),
    )
