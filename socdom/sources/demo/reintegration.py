"""Re-integration provisions of Lindeveen: for persons in welfare, some of whom keep them in their new job."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.sources.demo.days import DELIVERED, FIRST, YEAR, day_number
from socdom.sources.demo.income import known_on_delivery
from socdom.sources.demo.population import Town

_HISTORY = day_number(2012)
# Starts a year of a person in welfare. With the durations below about 200 provisions run per 10.000 inhabitants of
# 15 to 64 years, as in the Netherlands of 2016-2020 (policy indicator 28).
_STARTS = 0.33


@dataclass(frozen=True)
class _Kind:
    """Part of the starts, mean days, and whether it goes on when the welfare payment ends."""

    name: str
    part: float
    days: float
    outlasts: bool = False


_KINDS = (
    _Kind("loonkostensubsidie", 0.15, 1100, outlasts=True),
    _Kind("beschut werk", 0.05, 1500, outlasts=True),
    _Kind("werkervaring", 0.18, 190),
    _Kind("scholing", 0.14, 250),
    _Kind("begeleiding", 0.38, 300),
    _Kind("overig", 0.10, 210),
)
_ENDS = (("werk", 0.22), ("afgerond", 0.46), ("voortijdig", 0.22), ("overig", 0.10))


def build_reintegrations(rng: np.random.Generator, town: Town, benefits: pd.DataFrame) -> pd.DataFrame:
    """A row per provision that was known on the day of delivery and ended in 2016 or later."""
    first = np.maximum(benefits["start"].to_numpy(), _HISTORY)
    until = np.minimum(benefits["end"].to_numpy(), DELIVERED)
    length = np.maximum(until - first, 0)
    row = np.repeat(np.arange(len(benefits)), rng.poisson(_STARTS * length / YEAR))
    start = first[row] + (rng.random(len(row)) * length[row]).astype("int64")
    kind = rng.choice(len(_KINDS), len(row), p=[each.part for each in _KINDS])
    days = np.array([each.days for each in _KINDS])[kind]
    end = start + np.ceil(rng.gamma(1.6, days / 1.6)).astype("int64")
    reason = rng.choice([word for word, _ in _ENDS], len(row), p=[part for _, part in _ENDS])
    person = benefits["person"].to_numpy()[row]
    stopped = benefits["end"].to_numpy()[row]
    cut = (end > stopped) & ~np.array([each.outlasts for each in _KINDS])[kind]
    to_work = benefits["end_reason"].eq("werk").to_numpy()[row]
    reason = np.where(cut, np.where(to_work, "werk", "voortijdig"), reason)
    end = np.where(cut, stopped, end)
    gone = end >= town.leave[person]
    frame = pd.DataFrame(
        {
            "person": person,
            "category": np.array([each.name for each in _KINDS])[kind],
            "start": start,
            "end": np.where(gone, town.leave[person] - 1, end),
            "end_reason": np.where(gone, "overig", reason),
        }
    )
    frame = frame[(frame["end"] >= FIRST) & (frame["end"] >= frame["start"])]
    return known_on_delivery(frame, "start", ["start", "person", "category"])
