"""Deliveries in socdom's own form → tables, by the way of a run."""

from __future__ import annotations

from pathlib import Path

from socdom.parameters.gebieden import Gebieden
from socdom.sources.deliveries import take_in
from socdom.sources.supply import Supply
from socdom.tables import Tables


def read_deliveries(folder: Path, gebieden: Gebieden, key: bytes) -> Tables:
    """Tables of the files in a folder; DeliveryError with all that is wrong."""
    return take_in(Supply(folder).parts(), gebieden, key).require()
