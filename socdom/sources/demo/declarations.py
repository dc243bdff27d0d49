"""Declarations of Lindeveen: a line per provision and month, received late, sometimes corrected."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.demo.days import DELIVERED, FIRST, month_start, months_of
from socdom.sources.demo.products import LAWS, PRODUCTS

# Part of the lines received in the first, second, ... month after the month of care. No public figures exist;
# practice reports speak of four to six months for the tail, longest in youth care.
_LAG = {
    "wmo": (0.70, 0.16, 0.06, 0.03, 0.02, 0.012, 0.008, 0.006, 0.004),
    "jeugd": (0.55, 0.20, 0.10, 0.06, 0.035, 0.022, 0.015, 0.010, 0.008),
}
PRICE_RISE = 0.023  # of every tariff, each January
_NO_CARE_SHARE = 0.04
_CORRECTED_SHARE = 0.006
_PER_MONTH_DAYS = 30.44


def build_costs(rng: np.random.Generator, provisions: pd.DataFrame) -> pd.DataFrame:
    """What was delivered, a row per provision and month, whether or not a declaration came in yet.

    Args:
        provisions: from `build_provisions`; its position identifies a provision.
    """
    until = np.minimum(provisions["end"].to_numpy(), DELIVERED)
    first = months_of(np.maximum(provisions["start"].to_numpy(), FIRST))
    number = np.maximum(months_of(until) - first + 1, 0) * (provisions["start"].to_numpy() <= DELIVERED)
    row = np.repeat(np.arange(len(provisions)), number)
    month = np.arange(len(row)) - np.repeat(number.cumsum() - number, number) + first[row]
    start = np.maximum(provisions["start"].to_numpy()[row], month_start(month))
    days = np.minimum(until[row], month_start(month + 1) - 1) - start + 1
    product = provisions["product"].to_numpy()[row]
    usual = rng.gamma(8.0, 1 / 8.0, len(provisions))[row]
    volume = _volume(rng, product, usual, days)
    tariff = _tariff(product, month)
    frame = pd.DataFrame(
        {
            "row": row,
            "product": product,
            "month": month,
            "service_start": start,
            "volume": volume,
            "tariff": tariff,
        }
    )
    return frame[frame["volume"] > 0].assign(amount=lambda rows: rows["volume"] * rows["tariff"])


def _volume(rng: np.random.Generator, product: np.ndarray, usual: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Whole units; rent of an aid and a measure of protection are one a month, care by the day is at most
    every day."""
    mean = np.array([item.volume for item in PRODUCTS])[product]
    by_day = np.array([item.unit == "14" for item in PRODUCTS])[product]
    fixed = mean == 1.0
    drawn = rng.poisson(mean * usual * days / _PER_MONTH_DAYS)
    nights = np.round(mean / 30 * days * rng.uniform(0.93, 1.0, len(days))).astype("int64")
    none = rng.random(len(days)) < _NO_CARE_SHARE
    volume = np.where(fixed, 1, np.where(by_day, np.minimum(np.maximum(nights, 1), days), drawn))
    return np.where(none & ~fixed, 0, volume)


def _tariff(product: np.ndarray, month: np.ndarray) -> np.ndarray:
    years = month // 12 - 46
    base = np.array([item.tariff for item in PRODUCTS])[product]
    return np.round(base * (1 + PRICE_RISE) ** years).astype("int64")


def build_declarations(
    rng: np.random.Generator, provisions: pd.DataFrame, costs: pd.DataFrame
) -> pd.DataFrame:
    """The lines received by the day of delivery, with credits and their new lines; in order of receipt."""
    lines = costs.assign(received=_received(rng, costs))
    corrected = lines[rng.random(len(lines)) < _CORRECTED_SHARE]
    later = corrected["received"] + rng.integers(30, 120, len(corrected))
    credit = corrected.assign(received=later, volume=-corrected["volume"], amount=-corrected["amount"])
    right = np.maximum(
        1, np.round(corrected["volume"] * rng.uniform(0.6, 1.1, len(corrected))).astype("int64")
    )
    renewed = corrected.assign(received=later, volume=right, amount=right * corrected["tariff"])
    frame = pd.concat([lines, credit, renewed], ignore_index=True)
    frame = frame[frame["received"] <= DELIVERED]
    return frame.sort_values(["received", "row", "month", "volume"], kind="stable", ignore_index=True)


def _received(rng: np.random.Generator, costs: pd.DataFrame) -> np.ndarray:
    """Day of receipt; a personal budget is paid out within about 14 weeks, as care in kind mostly is."""
    youth = LAWS[costs["product"]] == "jeugd"
    chance = rng.random(len(costs))
    lag = np.where(
        youth,
        np.searchsorted(np.cumsum(_LAG["jeugd"]), chance),
        np.searchsorted(np.cumsum(_LAG["wmo"]), chance),
    )
    lag = np.minimum(lag, len(_LAG["wmo"]) - 1)
    return month_start(costs["month"].to_numpy() + 1 + lag) + rng.integers(0, 28, len(costs))
