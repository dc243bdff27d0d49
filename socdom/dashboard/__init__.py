"""The dashboard: finished pages that need no kernel, and theme pages with choices, served by Voilà."""

from __future__ import annotations


def theme_page(theme: str) -> None:
    """Show the page of a theme in a notebook: opening, choices and figures of the current edition.

    Args:
        theme: one of `socdom.editions.model.THEMES` ("jeugd", "wmo", …).
    """
    # The pages are also written by the pipeline, which has no use for widgets.
    from socdom.dashboard.widgets import show

    show(theme)
