"""What was wrong in an earlier version of a report, as a box above the corrected one."""

from __future__ import annotations

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.read import Edition
from socdom.narrative.errata import correction_status, errata_title, newest_errata


def errata(edition: Edition, *, heading_level: int = 0) -> str:
    """HTML of the box with what was corrected, newest first; "" without errata.

    Args:
        heading_level: of its title; 0 for a title that is no heading, so that it can stand above that of a document.
    """
    found = newest_errata(edition)
    if not found:
        return ""
    return render(
        "errata",
        tag=f"h{heading_level}" if heading_level else "p",
        title=errata_title(edition),
        status=correction_status(edition),
        errata=[
            {"day": dutch.day(item.day), "where": item.where, "wrong": item.wrong, "right": item.right}
            for item in found
        ],
    )
