"""Date columns as whole numbers, so that sorting and comparing is quick and an open date is simply late."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.stats.episodes import OPEN_DAY

Ints = NDArray[np.int64]

# No quarter of a figure comes near it; small enough to add to without overflow.
OPEN_QUARTER = 2**30
# 1870 up to 2070: looking a day up is quicker than working out its month.
_CALENDAR_START, _CALENDAR_STOP = -36_524, 36_525
_AT_ONCE = 2**16


def day_numbers(dates: pd.Series) -> Ints:
    """Days since 1970-01-01; OPEN_DAY where the date is open (NaT)."""
    return _days(dates.to_numpy())


def _days(dates: NDArray[np.datetime64]) -> Ints:
    days = dates.astype("datetime64[D]")
    numbers = days.astype(np.int64)
    numbers[np.isnat(days)] = OPEN_DAY
    return numbers


def quarter_numbers(dates: pd.Series) -> Ints:
    """`Quarter.index` of the quarter that holds each date; OPEN_QUARTER where the date is open (NaT)."""
    values = dates.to_numpy()
    found = np.empty(len(values), dtype=np.int64)
    # A little at a time: what is worked out on the way stays in the cache of the processor.
    for start in range(0, len(values), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        found[part] = quarters_of_days(_days(values[part]))
    return found


def quarters_of_days(days: Ints) -> Ints:
    """`Quarter.index` of the quarter that holds each day number; OPEN_QUARTER for OPEN_DAY."""
    calendar = _calendar()
    place = days - _CALENDAR_START
    after = place >= len(calendar) - 1
    if (days[after] != OPEN_DAY).any() or place.min(initial=0) < 0:
        return np.where(days == OPEN_DAY, OPEN_QUARTER, _quarters(days))
    return calendar[np.minimum(place, len(calendar) - 1)]


@cache
def _calendar() -> Ints:
    """The quarter of each day of a time that holds nearly every date, with the open day at its end."""
    return np.append(_quarters(np.arange(_CALENDAR_START, _CALENDAR_STOP)), OPEN_QUARTER)


def _quarters(days: Ints) -> Ints:
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) // 3 + 1970 * 4


def first_quarter_at_age(birth_days: Ints, age: int) -> Ints:
    """`Quarter.index` of the first quarter on whose first day someone has reached an age.

    A quarter starts on the first of a month, so 29 February needs no rule of its own.
    """
    born = quarters_of_days(birth_days)
    following = quarters_of_days(birth_days - 1) == born
    return born + 4 * age + following
