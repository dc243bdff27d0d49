"""A few whole households of a municipality, always the same ones, so that a slow count of them takes seconds."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from socdom.measures.indicator import Indicator
from socdom.tables import Tables

_SEED = 20_201_231
# So many that most categories are in it, and so few that the slow count takes seconds.
_WITH_ROWS, _OTHERS = 240, 60


@dataclass(frozen=True)
class Sample:
    """Tables with the rows of some households; who lives in the municipality in all, stays as it is.

    Attributes:
        persons, of_persons: how many there are in the sample, and in all.
    """

    tables: Tables
    persons: int
    of_persons: int


def sample(tables: Tables, indicator: Indicator) -> Sample:
    """Households with rows that the indicator is about, and some others; a household is in it whole or not at all."""
    people = tables.persons[["person", "household"]]
    concerned = people["household"][people["person"].isin(_concerned(tables, indicator))]
    drawn = [
        *_some(concerned, _WITH_ROWS),
        *_some(people["household"][~people["household"].isin(concerned)], _OTHERS),
    ]
    persons = people["person"][people["household"].isin(drawn)]
    return Sample(_only(tables, persons), len(persons), len(people))


def _concerned(tables: Tables, indicator: Indicator) -> pd.Series:
    """Who has a row that can count; of an indicator without rows of its own, who has any provision."""
    selection = getattr(indicator.measure, "selection", None)
    if selection is None:
        return tables.provisions["person"]
    table = getattr(tables, selection.table)
    return table["person"][selection.matches(table)]


def _some(households: pd.Series, size: int) -> np.ndarray:
    known = np.sort(households.unique())
    chosen = np.random.default_rng(_SEED).permutation(len(known))[:size]
    return known[chosen]


def _only(tables: Tables, persons: pd.Series) -> Tables:
    kept = {}
    for field in fields(tables):
        table = getattr(tables, field.name)
        if "person" in table:
            kept[field.name] = table[table["person"].isin(persons)].reset_index(drop=True)
    return replace(tables, **kept)
