"""From arrays to the frame of figures, with a status for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.calendar import Calendar
from socdom.measures.indicator import Indicator
from socdom.measures.tally import Tally

COLUMNS = {
    "indicator": "str",
    "period": "str",
    "area": "str",
    "dimension": "str",
    "category": "str",
    "numerator": "float64",
    "denominator": "float64",
    "value": "float64",
    "unit": "str",
    "status": "str",
    "method": "str",
    "base": "float64",
    "largest": "float64",
    "two_largest": "float64",
    "providers": "float64",
}
# What protection needs to know of a figure, and takes away.
BEHIND = ("base", "largest", "two_largest", "providers")


@dataclass(frozen=True)
class Block:
    """Figures of one way of grouping: the rows of the tally are `areas`, each with a category."""

    areas: tuple[str, ...]
    dimension: str
    categories: tuple[str, ...]
    tally: Tally


def empty_figures() -> pd.DataFrame:
    """No figures, with the right columns and types."""
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in COLUMNS.items()})


def block_frame(indicator: Indicator, calendar: Calendar, blocks: Iterable[Block]) -> pd.DataFrame:
    """All figures of an indicator: block after block, in each by area or category and then by period."""
    return pd.concat([_frame(indicator, calendar, block) for block in blocks], ignore_index=True)


def _frame(indicator: Indicator, calendar: Calendar, block: Block) -> pd.DataFrame:
    keep = list(calendar.asked)
    groups, periods = len(block.areas), len(keep)
    value = block.tally.value(indicator.scale)[:, keep].ravel()
    names = ("numerator", "denominator", *BEHIND)
    numbers = {name: _kept(getattr(block.tally, name), keep, groups) for name in names}
    age = np.tile([keep[-1] - position for position in keep], groups)
    columns = {
        "indicator": indicator.id,
        "period": np.tile(calendar.labels, groups),
        "area": np.repeat(block.areas, periods),
        "dimension": block.dimension,
        "category": np.repeat(block.categories, periods),
        **numbers,
        "value": value,
        "unit": indicator.unit,
        "status": _status(indicator, value, numbers["denominator"], age),
        "method": indicator.measure.method,
    }
    return pd.DataFrame(columns).astype(COLUMNS)[list(COLUMNS)]


def _kept(array: NDArray[np.float64] | None, keep: list[int], groups: int) -> NDArray[np.float64]:
    """The wanted periods, group after group; NaN for what the figure does not have."""
    return np.full(groups * len(keep), np.nan) if array is None else array[:, keep].ravel()


def _status(
    indicator: Indicator, value: NDArray[np.float64], denominator: NDArray[np.float64], age: NDArray[np.int64]
) -> NDArray[np.str_]:
    """Without a value: onmogelijk when it is a part of nothing, else ontbreekt. With one: by its age."""
    known = np.where(
        age < indicator.incomplete,
        "onvolledig",
        np.where(age < indicator.provisional, "voorlopig", "definitief"),
    )
    unknown = np.where(denominator == 0, "onmogelijk", "ontbreekt")
    return np.where(np.isnan(value), unknown, known)
