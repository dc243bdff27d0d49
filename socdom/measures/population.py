"""Inhabitants and households on the first day of each period, per area."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.errors import DeliveryError, Fault
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.dimensions import Dimension
from socdom.measures.town import Town
from socdom.tables.codes import OPEN_AGE

Floats = NDArray[np.float64]


def inhabitants(town: Town, level: str, age_from: int = 0, age_to: int = OPEN_AGE) -> Floats:
    """Inhabitants of an age, shape (areas of the level, periods); NaN where nothing was delivered.

    Raises:
        DeliveryError: a delivered age group lies partly within the ages.
    """
    table = town.tables.population
    lower, upper = table["age_from"].to_numpy(), table["age_to"].to_numpy()
    overlap = (upper >= age_from) & (lower <= age_to)
    within = (lower >= age_from) & (upper <= age_to)
    if (overlap & ~within).any():
        raise DeliveryError(
            Fault(
                "bevolking, leeftijd",
                f"leeftijdsgroepen die passen bij {age_from} tot en met {age_to} jaar",
                int((overlap & ~within).sum()),
                remedy="Lever kleinere leeftijdsgroepen.",
            )
        )
    return _summed(town, table[within], "persons", level)


def denominator(town: Town, per: Inhabitants | Households, level: str) -> Floats:
    """The denominator of every area of a level, shape (areas, periods)."""
    if isinstance(per, Households):
        return _summed(town, town.tables.households, "households", level)
    return inhabitants(town, level, per.age_from, per.age_to)


def denominator_by(town: Town, per: Inhabitants | Households, dimension: Dimension) -> Floats:
    """The denominator of every category, shape (categories, periods).

    A category of ages is divided by the inhabitants of those ages; every other category by the same total, so
    that the parts can be laid beside the whole.
    """
    if dimension.ages and isinstance(per, Inhabitants):
        parts = [
            inhabitants(town, "gemeente", max(low, per.age_from), min(high, per.age_to))
            for low, high in (dimension.ages[category] for category in dimension.labels)
        ]
        return np.concatenate(parts)
    return np.repeat(denominator(town, per, "gemeente"), len(dimension.labels), axis=0)


def _summed(town: Town, table: pd.DataFrame, column: str, level: str) -> Floats:
    """Sum per area and period; what was not delivered is unknown, not zero."""
    codes = town.regions.codes(level)
    periods = town.calendar.size
    position = town.calendar.positions(table["quarter"].to_numpy())
    rows, position = table[position >= 0], position[position >= 0]
    # The municipality is the sum of all that was delivered, also of a buurt that is not among the areas.
    group = (
        np.zeros(len(rows), dtype=np.int64)
        if level == "gemeente"
        else town.regions.positions(rows["area"], level)
    )
    known = group >= 0
    cell = group[known] * periods + position[known]
    size = len(codes) * periods
    # An empty bincount is of integers, which cannot hold NaN.
    total = np.bincount(cell, weights=rows[column].to_numpy(dtype=float)[known], minlength=size).astype(float)
    total[np.bincount(cell, minlength=size) == 0] = np.nan
    return total.reshape(len(codes), periods)
