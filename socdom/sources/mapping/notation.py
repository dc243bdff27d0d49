"""How a file writes its dates and numbers, guessed from its cells with the readers that will read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.raw import UNREADABLE
from socdom.sources.standard_text import number_texts, written_dates

DUTCH_DATE, DUTCH_NUMBER, ENGLISH_NUMBER = "dd-mm-jjjj", "1.234,56", "1,234.56"
# The order is that of preference where two fit as well: a Dutch file has the day first.
DATE_PATTERNS = (
    "dd-mm-jjjj", "jjjj-mm-dd", "dd/mm/jjjj", "jjjjmmdd", "dd.mm.jjjj", "jjjj/mm/dd", "ddmmjjjj", "mm/dd/jjjj",
    "mm-dd-jjjj",
)  # fmt: skip
# A year of birth, of a provision, or the end of times.
_YEARS = r"[0-9]{2}-[0-9]{2}-(?:19|20|99|29)[0-9]{2}"


@dataclass(frozen=True)
class Notation:
    """One way of writing, and how well it fits.

    Attributes:
        written: as in the parameters ("dd-mm-jjjj", "1.234,56").
        share: share of the cells in text that are written so; 1.0 when there are none.
        certain: False when another way fits as well and would say something else.
    """

    written: str
    share: float = 1.0
    certain: bool = True


def is_date(texts: pd.Index, pattern: str) -> np.ndarray:
    """One boolean per text: a day that exists, in this pattern."""
    written = written_dates(pd.Series(texts, dtype="str"), pattern)
    return written.str.fullmatch(_YEARS).to_numpy(dtype=bool)


def is_any_date(texts: pd.Index) -> np.ndarray:
    """One boolean per text: a day in one of the patterns."""
    # A day has six digits or more; and what is a day in one pattern need not be asked again.
    left = np.array([sum(letter.isdigit() for letter in text) >= 6 for text in texts], dtype=bool)
    found = np.zeros(len(texts), dtype=bool)
    for pattern in DATE_PATTERNS:
        if left.any():
            found[left] = is_date(texts[left], pattern)
            left &= ~found
    return found


def is_number(texts: pd.Index, written: str) -> np.ndarray:
    """One boolean per text: a number in this notation."""
    return number_texts(pd.Series(texts, dtype="str"), written).ne(UNREADABLE).to_numpy(dtype=bool)


def date_notation(columns: Sequence[ColumnCells]) -> Notation:
    """The pattern that most dates in text have.

    The month comes first only when all cells can be read so and not all with the day first; where both can be, the
    day comes first and it is not certain.
    """
    columns = [_without_day_numbers(cells) for cells in columns]
    shares = _shares(columns, DATE_PATTERNS, is_date)
    best = max(DATE_PATTERNS, key=lambda pattern: shares[pattern])
    if not shares[best]:
        return Notation(DUTCH_DATE, 0.0 if _any(columns) else 1.0)
    turned = _turned(best)
    if best.startswith("mm") and shares[best] < 1 and shares[turned]:
        best, turned = turned, best
    return Notation(best, shares[best], best.startswith("jjjj") or shares.get(turned, 0.0) < shares[best])


def number_notation(columns: Sequence[ColumnCells]) -> Notation:
    """Dutch, or with a decimal point; Dutch where nothing tells."""
    shares = _shares(columns, (DUTCH_NUMBER, ENGLISH_NUMBER), is_number)
    best = ENGLISH_NUMBER if shares[ENGLISH_NUMBER] > shares[DUTCH_NUMBER] else DUTCH_NUMBER
    return Notation(best, shares[best] if _any(columns) else 1.0)


def _without_day_numbers(cells: ColumnCells) -> ColumnCells:
    """Without the days that a spreadsheet counts, which are read in any pattern."""
    if not cells.numbers:
        return cells
    return replace(cells, texts=cells.texts[~cells.texts.index.str.fullmatch("[0-9]{4,5}")])


def _turned(pattern: str) -> str:
    """The pattern with day and month in each other's place."""
    return re.sub("dd|mm", lambda part: "mm" if part[0] == "dd" else "dd", pattern)


def _any(columns: Sequence[ColumnCells]) -> bool:
    return any(not cells.texts.empty for cells in columns)


def _shares(
    columns: Sequence[ColumnCells], ways: Sequence[str], fits: Callable[[pd.Index, str], np.ndarray]
) -> dict[str, float]:
    """Share of the texts of all columns together that fit each way; 0 when there are no texts."""
    texts = [cells.texts for cells in columns if not cells.texts.empty]
    if not texts:
        return dict.fromkeys(ways, 0.0)
    rows = pd.concat(texts).groupby(level=0).sum()
    return {way: int(rows[fits(rows.index, way)].sum()) / int(rows.sum()) for way in ways}
