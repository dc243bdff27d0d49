"""What a volume in a declaration is worth: hours, days or pieces, in whole numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.partial import Counted
from socdom.stats.price_volume_mix import Goods
from socdom.stats.sums import exact_sums

Ints = NDArray[np.int64]

# Measure → unit code (WJ756) → how many of the measure one unit is, in parts of PARTS so that it is a whole number:
# a minute is a 60th of an hour, a dagdeel four hours.
PARTS = 60
MEASURES = {
    "uur": {"01": 1, "04": PARTS, "16": 4 * PARTS},
    "etmaal": {"14": PARTS},
    "stuk": {"82": PARTS, "84": PARTS},
}
# Measures of which volumes may be added up when a change is explained: a piece of output (82) is not one of effort
# (84), and euros (83) are a measure too.
_APART = (MEASURES["uur"], MEASURES["etmaal"], {"82": PARTS}, {"84": PARTS}, {"83": PARTS})
_PARTS_OF = {code: parts for measure in _APART for code, parts in measure.items()}
_MEASURE_OF = {code: number for number, measure in enumerate(_APART) for code in measure}

# What is one good: the same help in the same unit, under the same law.
_GOOD = ["law", "category", "unit"]
_MOMENTS = ("before", "now")


def volume_in_parts(rows: pd.DataFrame) -> Ints:
    """Volume of each line of a declaration, in parts of the measure of its unit."""
    number, codes = pd.factorize(rows["unit"])
    worth = np.array([_PARTS_OF[code] for code in codes], dtype=np.int64)
    return rows["volume"].to_numpy() * worth[number]


def goods_twice(counted: Counted, lag: int) -> pd.DataFrame:
    """Amount (eurocents) and volume (parts) of each good in each cell, now and `lag` periods before.

    Returns:
        columns amount_before, volume_before, amount_now, volume_now by an index of cell, law, category and unit;
        they may be summed over persons.
    """
    number, names = _numbered(counted.rows)
    goods, cells = len(names), counted.shape[0] * counted.shape[1]
    place = counted.cells * goods + number[counted.spans.row]
    shape = (*counted.shape, goods)
    columns = {}
    values = {"amount": counted.spans.value, "volume": volume_in_parts(counted.rows)[counted.spans.row]}
    for name, value in values.items():
        now = exact_sums(place, value, cells * goods).reshape(shape)
        columns[f"{name}_now"] = now.ravel()
        columns[f"{name}_before"] = later(now, lag).ravel()
    cell, good = np.divmod(np.arange(cells * goods), max(goods, 1))
    index = [pd.Series(cell, name="cell"), *(names[key].iloc[good].reset_index(drop=True) for key in _GOOD)]
    table = pd.DataFrame(columns)
    table.index = pd.MultiIndex.from_arrays(index, names=["cell", *_GOOD])
    return table[(table != 0).any(axis=1)]


def later(array: Ints, lag: int) -> Ints:
    """The same, a number of periods (axis 1) later; zero in the first."""
    moved = np.zeros_like(array)
    moved[:, lag:] = array[:, :-lag]
    return moved


def goods_of(keyed: pd.DataFrame) -> Goods:
    """The sums of `goods_twice` as the split of a change takes them."""
    unit = keyed.index.get_level_values("unit")
    measure = np.array([_MEASURE_OF[code] for code in unit], dtype=np.int64)
    cell = keyed.index.get_level_values("cell").to_numpy()
    columns = (f"{name}_{moment}" for name in ("amount", "volume") for moment in _MOMENTS)
    return Goods(cell, measure, *(keyed[column].to_numpy() for column in columns))


def _numbered(rows: pd.DataFrame) -> tuple[Ints, pd.DataFrame]:
    """Number of the good of each line, and the goods in that order."""
    number = rows.groupby(_GOOD, sort=False).ngroup().to_numpy()
    _, first = np.unique(number, return_index=True)
    return number, rows[_GOOD].iloc[first].astype("str").reset_index(drop=True)
