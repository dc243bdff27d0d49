"""Inhabitants and households of Lindeveen on the first day of each quarter."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.quarters import Quarter, quarter_range
from socdom.sources.demo.days import age_on, day_number
from socdom.sources.demo.places import BUURT_CODES, buurt_code
from socdom.sources.demo.population import SEXES, Town
from socdom.tables.codes import OPEN_AGE

QUARTERS = tuple(quarter_range(Quarter(2016, 1), Quarter(2021, 4)))
# Lowest age of each group; the last is open.
AGE_FROM = np.array([0, 12, 15, 18, 23, 65, 75, 85])


def build_population(town: Town) -> pd.DataFrame:
    """A row per quarter, buurt, age group and sex, also where nobody lives."""
    shape = (len(BUURT_CODES), len(AGE_FROM), len(SEXES))
    parts = []
    for quarter in QUARTERS:
        day, here, buurt = _inhabitants(town, quarter)
        group = np.searchsorted(AGE_FROM, age_on(town.birth[here], day), side="right") - 1
        cell = np.ravel_multi_index((buurt, group, town.sex[here]), shape)
        counts = np.bincount(cell, minlength=np.prod(shape))
        area, age, sex = np.unravel_index(np.arange(len(counts)), shape)
        parts.append(
            pd.DataFrame(
                {
                    "area": buurt_code(area, day),
                    "quarter": str(quarter),
                    "age_from": AGE_FROM[age],
                    "age_to": np.append(AGE_FROM[1:] - 1, OPEN_AGE)[age],
                    "sex": SEXES[sex],
                    "persons": counts,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def build_households(town: Town) -> pd.DataFrame:
    """A row per quarter and buurt."""
    parts = []
    for quarter in QUARTERS:
        day, here, buurt = _inhabitants(town, quarter)
        first = np.unique(town.household[here], return_index=True)[1]
        counts = np.bincount(buurt[first], minlength=len(BUURT_CODES))
        area = buurt_code(np.arange(len(BUURT_CODES)), day)
        parts.append(pd.DataFrame({"area": area, "quarter": str(quarter), "households": counts}))
    return pd.concat(parts, ignore_index=True)


def _inhabitants(town: Town, quarter: Quarter) -> tuple[int, np.ndarray, np.ndarray]:
    """First day of the quarter, positions of who lives in the town then, and their buurt."""
    day = day_number(quarter.year, 3 * quarter.number - 2)
    here = np.flatnonzero(town.present(slice(None), day))
    return day, here, town.buurt_on(here, np.full(len(here), day))
