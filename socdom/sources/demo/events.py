"""What is planted in Lindeveen, so that tests can see whether it is found back."""

from __future__ import annotations

import numpy as np

from socdom.sources.demo.days import day_number, months_of, years_of
from socdom.sources.demo.places import WIJKEN

# Abonnementstarief: new starts of hulp bij het huishouden, such that the clients grow by about 12% in 2019
#     and in 2020.
FLAT_RATE_CATEGORY = "01"
FLAT_RATE_STARTS = {2019: 1.46, 2020: 1.76, 2021: 1.34, 2022: 1.34}
FLAT_RATE_GROWTH = 0.12

DIP_FROM, DIP_TO, DIP_FACTOR = day_number(2020, 4), day_number(2020, 7), 0.65

STEP_WIJK = next(number for number, wijk in enumerate(WIJKEN) if wijk.name == "Noorderlinde")
STEP_FROM, STEP_FACTOR = day_number(2019, 7), 1.40

CONTRACT_DAY = day_number(2018)

# New starts of jeugdhulp by calendar month: few in the summer holiday, many when school has begun.
SEASON = np.array([1.10, 1.02, 1.08, 1.00, 1.00, 1.00, 0.74, 0.58, 1.16, 1.22, 1.22, 0.88])


def start_factor(law: str, category: str, days: np.ndarray, wijken: np.ndarray) -> np.ndarray:
    """What the chance to start is multiplied by, per day and wijk of residence."""
    factor = np.where((days >= DIP_FROM) & (days < DIP_TO), DIP_FACTOR, 1.0)
    if law == "jeugd":
        factor *= SEASON[months_of(days) % 12]
        factor *= np.where((wijken == STEP_WIJK) & (days >= STEP_FROM), STEP_FACTOR, 1.0)
    elif category == FLAT_RATE_CATEGORY:
        years = years_of(days)
        for year, rise in FLAT_RATE_STARTS.items():
            factor *= np.where(years == year, rise, 1.0)
    return factor


MAX_FACTOR = {"wmo": max(FLAT_RATE_STARTS.values()), "jeugd": float(SEASON.max()) * STEP_FACTOR}
