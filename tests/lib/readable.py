"""Tables as one reads them: a line of column names, then a line per row, with "-" for what is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter
from socdom.tables import COLUMNS, Tables
from tests.lib.towns import AREAS


def rows(name: str, text: str, **same: Any) -> list[dict[str, Any]]:
    """Rows of a table of the contract; `same` holds for every row.

    rows("provisions", '''
        person start       end
        1      2020-01-01  2020-03-31
        2      2020-02-29  -
    ''', law="wmo")
    """
    header, *lines = (line.split() for line in text.strip().splitlines())
    found = []
    for line in lines:
        cells = dict(zip(header, line, strict=True))
        found.append(same | {column: _value(name, column, cell) for column, cell in cells.items()})
    return found


def _value(name: str, column: str, cell: str) -> Any:
    if cell == "-":
        return None
    return int(cell) if COLUMNS[name][column] == "int64" else cell


def figures(
    item: Indicator, tables: Tables, quarters: Sequence[Quarter], area: str = "GM9998", category: str = ""
) -> pd.DataFrame:
    """Of one area or category, by period in order."""
    found = compute([item], tables, quarters, AREAS)
    return found[(found["area"] == area) & (found["category"] == category)].set_index("period")


def numbers(
    item: Indicator,
    tables: Tables,
    quarters: Sequence[Quarter],
    column: str = "value",
    area: str = "GM9998",
    category: str = "",
) -> list[float | None]:
    """One column of `figures`; None where there is no number."""
    found = figures(item, tables, quarters, area, category)[column]
    return [None if pd.isna(number) else number for number in found]
