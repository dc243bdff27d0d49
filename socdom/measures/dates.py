"""Date columns as whole numbers, so that sorting and comparing is quick and an open date is simply late."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.stats.episodes import OPEN_DAY

Ints = NDArray[np.int64]

# No quarter of a figure comes near it; small enough to add to without overflow.
OPEN_QUARTER = 2**30


def day_numbers(dates: pd.Series) -> Ints:
    """Days since 1970-01-01; OPEN_DAY where the date is open (NaT)."""
    days = dates.to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), OPEN_DAY, days.astype(np.int64))


def quarter_numbers(dates: pd.Series) -> Ints:
    """`Quarter.index` of the quarter that holds each date; OPEN_QUARTER where the date is open (NaT)."""
    return quarters_of_days(day_numbers(dates))


def quarters_of_days(days: Ints) -> Ints:
    """`Quarter.index` of the quarter that holds each day number; OPEN_QUARTER for OPEN_DAY."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return np.where(days == OPEN_DAY, OPEN_QUARTER, months // 3 + 1970 * 4)


def first_quarter_at_age(birth_days: Ints, age: int) -> Ints:
    """`Quarter.index` of the first quarter on whose first day someone has reached an age.

    A quarter starts on the first of a month, so 29 February needs no rule of its own.
    """
    born = quarters_of_days(birth_days)
    following = quarters_of_days(birth_days - 1) == born
    return born + 4 * age + following
