"""Numbers of figures as cells: the number itself with its shorthand, or the shorthand for why there is none."""

from __future__ import annotations

import pandas as pd

from socdom.blocks.sheets.model import Cell, Number
from socdom.blocks.sheets.shorthand import MARKS, NO_FIGURE, without_number
from socdom.editions.model import Description, Figure


def number_cell(description: Description, row: Figure | pd.Series, part: str) -> Cell:
    """One of the numbers of a figure; of what is hidden the denominator may be public.

    Args:
        part: "value", "numerator" or "denominator".
    """
    value = getattr(row, part)
    if value is None or value != value:
        return without_number(row.status)
    if part != "value":
        return Number(float(value), 0, MARKS.get(row.status, "") if part == "numerator" else "")
    return value_cell(description, row)


def value_cell(description: Description, figure: Figure | pd.Series | None) -> Cell:
    """The value of a figure as a number, or the shorthand for why there is none."""
    if figure is None:
        return NO_FIGURE
    value = figure.value
    if value is None or value != value:
        return without_number(figure.status)
    whole = description.trims and value == round(value)
    return Number(float(value), 0 if whole else description.decimals, MARKS.get(figure.status, ""))
