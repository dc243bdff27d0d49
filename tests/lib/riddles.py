"""Small riddles for the attack: a handful of unknowns and sums of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from socdom.attack.model import Facts

NAN = float("nan")
INF = float("inf")


@dataclass(frozen=True)
class Unknown:
    """A number with what is known of it alone."""

    true: float
    low: float = 0
    high: float = 7
    shown: bool = False
    alone: bool = False
    amount: bool = False


@dataclass(frozen=True)
class Sum:
    """Coefficient per unknown, and between which numbers it lies."""

    terms: Mapping[int, float]
    low: float = 0
    high: float = 0
    table: str = "tabel"


@dataclass(frozen=True)
class Target:
    """What is asked; see `Facts`."""

    unknown: int
    low: float = NAN
    high: float = NAN
    spread: float = field(default=0)


def riddle(unknowns: Sequence[Unknown], sums: Sequence[Sum], targets: Sequence[Target]) -> Facts:
    """The facts of a riddle; figure number k stands in area BU0001000k."""
    frame = pd.DataFrame(
        {
            "indicator": "x",
            "period": "2020Q1",
            "area": [f"BU0001{number:04d}" for number in range(len(unknowns))],
            "dimension": "",
            "category": "",
            "part": "numerator",
            "amount": [item.amount for item in unknowns],
            "shown": [item.shown for item in unknowns],
            "alone": [item.alone for item in unknowns],
            "low": [float(item.low) for item in unknowns],
            "high": [float(item.high) for item in unknowns],
            "true": [float(item.true) for item in unknowns],
        }
    )
    terms = [(row, place, float(k)) for row, item in enumerate(sums) for place, k in item.terms.items()]
    return Facts(
        unknowns=frame,
        relations=pd.DataFrame(
            {
                "low": [float(item.low) for item in sums],
                "high": [float(item.high) for item in sums],
                "table": [item.table for item in sums],
            }
        ).astype({"low": float, "high": float, "table": "str"}),
        terms=pd.DataFrame(terms, columns=["relation", "unknown", "coefficient"]).astype(
            {"relation": np.int64, "unknown": np.int64, "coefficient": float}
        ),
        targets=pd.DataFrame(
            [(item.unknown, item.low, item.high, item.spread) for item in targets],
            columns=["unknown", "low", "high", "spread"],
        ).astype({"unknown": np.int64, "low": float, "high": float, "spread": float}),
    )
