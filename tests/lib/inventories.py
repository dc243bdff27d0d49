"""The inventory of an edition that was made by hand: exactly its figures, and every file there can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from socdom.editions.inventory import Inventory
from socdom.editions.inventory_build import Listed, listed, tables_of
from socdom.editions.model import NUMBERS, Description
from socdom.pipeline.inventory import edition_files


def inventory_of(figures: pd.DataFrame, descriptions: Sequence[Description]) -> Inventory:
    """What an edition with these figures would have declared."""
    return listed(_indicators(figures, descriptions), edition_files(pages=True))


def _indicators(figures: pd.DataFrame, descriptions: Sequence[Description]) -> Iterator[Listed]:
    for description in descriptions:
        rows = figures[figures["indicator"] == description.id]
        numbers = tuple(number for number in NUMBERS if number == "value" or rows[number].notna().any())
        unit = rows["unit"].iloc[0] if len(rows) else description.unit
        yield Listed(description.id, unit, numbers, tables_of(rows))
