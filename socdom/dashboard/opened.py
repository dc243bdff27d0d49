"""Editions that this process has opened, so that a kernel does not read again what its parent has read."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from socdom.charts.kept import read_from
from socdom.editions.read import Edition


@lru_cache(maxsize=1)
def opened(folder: Path) -> Edition:
    """The edition in a folder, links followed; read once, as an edition never changes.

    Its charts are taken from the drawings that are kept beside it, as far as those are there.

    Raises:
        EditionError: as of `Edition`.
    """
    read_from(folder)
    return Edition(folder)
