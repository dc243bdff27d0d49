"""Days as whole numbers since 1970-01-01, for arithmetic on millions of them at once."""

from __future__ import annotations

from datetime import date

import numpy as np

YEAR = 365.2425
FAR = 100_000  # a day that never comes


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day."""
    return (date(year, month, day) - date(1970, 1, 1)).days


FIRST = day_number(2016)  # from here on the deliveries are complete
DELIVERED = day_number(2022, 2, 15)  # nothing later is known
HISTORY = day_number(2006)  # from here on care is simulated, so that the stock of 2016 is settled
TRANSFER = day_number(2015)  # Wmo 2015 and Jeugdwet take effect: no provision is older


def years_of(days: np.ndarray) -> np.ndarray:
    """Calendar year of each day."""
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype("int64") + 1970


def months_of(days: np.ndarray) -> np.ndarray:
    """Months since January 1970 of each day."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype("int64")


def month_start(months: np.ndarray) -> np.ndarray:
    """First day of months that are counted since January 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype("int64")


def birthday(birth: np.ndarray, age: int) -> np.ndarray:
    """The day on which someone reaches an age; who is born on 29 February does so on 1 March."""
    months = months_of(birth)
    return month_start(months + 12 * age) + (birth - month_start(months))


def age_on(birth: np.ndarray, day: np.ndarray | int) -> np.ndarray:
    """Age in whole years on a day."""
    day = np.broadcast_to(np.asarray(day, dtype="int64"), birth.shape)
    return years_of(day) - years_of(birth) - (_month_and_day(day) < _month_and_day(birth))


def _month_and_day(days: np.ndarray) -> np.ndarray:
    months = months_of(days)
    return months % 12 * 31 + days - month_start(months)
