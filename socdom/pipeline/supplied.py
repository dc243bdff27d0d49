"""Where the deliveries of a municipality come from, by its parameters."""

from __future__ import annotations

from socdom.parameters import Gemeente, Places
from socdom.sources.supply import Supply


def supply_of(places: Places, slug: str, gemeente: Gemeente) -> Supply:
    """Where the deliveries of a municipality come from."""
    return Supply(
        folder=places.deliveries(slug),
        bronnen=gemeente.bronnen,
        gemeente=gemeente.code,
        root=places.root,
        place=f"parameters/{slug}/gemeente.yml",
    )
