"""The small delivery taken in under a supplier's own form."""

from __future__ import annotations

from pathlib import Path

from socdom.parameters.bronnen import Bestand, Bronnen
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivered import Delivered
from socdom.sources.deliveries import take_in
from socdom.sources.supply import Supply

KEY = b"k" * 32


def supply(folder: Path, **forms: Bestand) -> Supply:
    """Where the deliveries in a folder come from, with the form of each that has one of its own."""
    return Supply(folder, Bronnen(bestanden=forms))


def taken(folder: Path, gebieden: Gebieden, unreadable: float = 0, **forms: Bestand) -> Delivered:
    """The deliveries in a folder, read."""
    return take_in(supply(folder, **forms).parts(), gebieden, KEY, unreadable=unreadable)
