"""Budget and realisation of Lindeveen per taakveld (Iv3 2017-2022) and quarter, in euros."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.counts import QUARTERS
from socdom.sources.demo.days import FAR, day_number
from socdom.sources.demo.products import PRODUCTS

_YEARS = len(QUARTERS) // 4
_PAYMENT_YEAR = 13_700.0  # a payment a year in 2016, on average
_RISE = 0.021

# Costs that do not follow from clients: euros a year in 2016 (staff, subsidies, schemes of several
# municipalities).
_FIXED_COSTS = {
    "6.1": 4_900_000,
    "6.2": 3_700_000,
    "6.3": 650_000,
    "6.4": 5_600_000,
    "6.5": 2_450_000,
    "6.6": 420_000,
    "6.71": 900_000,
    "6.72": 1_050_000,
    "6.81": 640_000,
    "6.82": 310_000,
}
# Income of a taakveld as a part of its costs, per year 2016-2021. Own contributions to the Wmo fall with the
# flat rate.
_INCOME_SHARE = {
    "6.1": (0.06,) * _YEARS,
    "6.2": (0.02,) * _YEARS,
    "6.3": (0.95, 0.96, 0.97, 0.96, 0.98, 0.97),
    "6.4": (0.08,) * _YEARS,
    "6.5": (0.05,) * _YEARS,
    "6.6": (0.11, 0.11, 0.10, 0.06, 0.05, 0.05),
    "6.71": (0.09, 0.09, 0.09, 0.05, 0.04, 0.04),
    "6.72": (0.01,) * _YEARS,
    "6.81": (0.03,) * _YEARS,
    "6.82": (0.0,) * _YEARS,
}


def build_budget(rng: np.random.Generator, costs: pd.DataFrame, benefits: pd.DataFrame) -> pd.DataFrame:
    """Budget of the year after changes, and realisation cumulative in the year, per taakveld, quarter and
    side."""
    per_quarter = {taakveld: _fixed(rng, amount) for taakveld, amount in _FIXED_COSTS.items()}
    taakvelden = np.array([product.taakveld for product in PRODUCTS])[costs["product"]]
    care = costs.assign(taakveld=taakvelden, quarter=costs["month"] // 3 + 1970 * 4)
    sums = care.groupby(["taakveld", "quarter"])["amount"].sum() / 100
    for taakveld in sums.index.levels[0]:
        per_quarter[taakveld] = (
            per_quarter[taakveld] + sums[taakveld].reindex(_indices(), fill_value=0).to_numpy()
        )
    per_quarter["6.3"] = per_quarter["6.3"] + _payments(benefits)
    parts = []
    for taakveld, lasten in per_quarter.items():
        baten = lasten * np.repeat(_INCOME_SHARE[taakveld], 4)
        parts += [_side(rng, taakveld, "lasten", lasten), _side(rng, taakveld, "baten", baten)]
    return pd.concat(parts, ignore_index=True).sort_values(
        ["quarter", "taakveld", "side"], kind="stable", ignore_index=True
    )


def _indices() -> list[int]:
    return [quarter.index for quarter in QUARTERS]


def _fixed(rng: np.random.Generator, amount: float) -> np.ndarray:
    years = np.repeat(np.arange(_YEARS), 4)
    return amount / 4 * (1 + _RISE) ** years * rng.normal(1.0, 0.03, len(QUARTERS))


def _payments(benefits: pd.DataFrame) -> np.ndarray:
    """Welfare paid per quarter: the payments that run halfway through it."""
    first = benefits.drop_duplicates("benefit")
    amounts = []
    for number, quarter in enumerate(QUARTERS):
        middle = day_number(quarter.year, 3 * quarter.number - 1, 15)
        running = ((first["start"] <= middle) & (first["end"].clip(upper=FAR) >= middle)).sum()
        amounts.append(running * _PAYMENT_YEAR / 4 * (1 + _RISE) ** (number // 4))
    return np.array(amounts)


def _side(rng: np.random.Generator, taakveld: str, side: str, per_quarter: np.ndarray) -> pd.DataFrame:
    """The budget is made from the year before and corrected in the year towards what is coming."""
    by_year = per_quarter.reshape(_YEARS, 4)
    year_totals = by_year.sum(axis=1)
    expected = np.concatenate([year_totals[:1] * 0.98, year_totals[:-1] * 1.015])
    primitive = expected * rng.normal(1.0, 0.012, _YEARS)
    towards = np.array([0.0, 0.35, 0.65, 0.65])
    budget = primitive[:, None] + (year_totals - primitive)[:, None] * towards
    return pd.DataFrame(
        {
            "taakveld": taakveld,
            "quarter": _indices(),
            "side": side,
            "budget": (np.round(budget / 1000) * 1000).ravel(),
            "realised": np.round(by_year.cumsum(axis=1)).ravel(),
        }
    )
