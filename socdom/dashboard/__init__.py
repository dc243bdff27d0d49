"""The dashboard: finished pages that need no kernel, and choices on them that come alive, served by Voilà."""

from __future__ import annotations


def choices(page: str) -> None:
    """Show a page with choices in a notebook: opening, selects and figures of the current edition.

    Args:
        page: a theme of `socdom.editions.model.THEMES` ("jeugd", "wmo", …) or another page with choices ("wijken").
    """
    # The pages are also written by the pipeline, which has no use for widgets.
    from socdom.dashboard.widgets import show

    show(page)
