"""Cells as a supplier gives them → text in socdom's own written form: dates 31-12-2020, numbers 1234,56.

Files and databases both use it. Each distinct cell is read once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd

from socdom.parameters.bronnen import Vorm
from socdom.sources.delivery_spec import Column
from socdom.sources.raw import UNREADABLE
from socdom.sources.standard_cells import is_serial, plain_text, typed_text
from socdom.sources.standard_text import (
    number_texts,
    quarter_texts,
    sound_keys,
    whole_codes,
    without_errors,
    written_dates,
)

DATE_KINDS = ("date", "open date")
NUMBER_KINDS = ("whole number", "open age", "eurocents", "euros")
_SOUND: dict[str, Callable[[pd.Series], pd.Series]] = {
    "quarter": quarter_texts,
    "two digits": whole_codes,
    "bsn": whole_codes,
    "key": sound_keys,
}


def standard_texts(cells: pd.Series, column: Column, form: Vorm) -> pd.Series:
    """The cells of a column as text in socdom's written form.

    Text of a date or a number is read by `form`; a cell that is a date or a number needs no form. `column.values` is
    looked up by what the supplier writes, and else by what socdom made of it ("31-12-9999").

    Args:
        cells: text, or typed: dates, int, float, Decimal, bool, missing; also mixed.
        column: what they are.
        form: how the supplier writes dates and numbers.

    Returns:
        As many texts (dtype str), with a new index; "" where nothing stands, UNREADABLE where the cell is not of the
        announced form.
    """
    if isinstance(cells.dtype, pd.CategoricalDtype):
        cells = cells.astype(cells.cat.categories.dtype)
    # The digits of a whole number need no reading, but in a column of dates they count days.
    whole = column.kind not in DATE_KINDS
    if cells.dtype != object:
        text = isinstance(cells.dtype, pd.StringDtype) or (
            pd.api.types.is_integer_dtype(cells.dtype) and whole
        )
        return _read_once(cells, column, form, text=text)
    kinds = cells.map(type, na_action="ignore")
    result = pd.Series("", index=range(len(cells)), dtype="str")
    # By type: 1 and True are equal to Python, and must not be taken for each other here.
    for kind in kinds.dropna().unique():
        here = kinds.eq(kind).to_numpy(dtype=bool)
        some = cells[here]
        text = kind is str or (whole and kind in (int, np.int64))
        read = _read_once(some.astype("str") if text else some, column, form, text=text)
        if here.all():
            return read
        result[here] = read.to_numpy()
    return result


def serial_dates(cells: pd.Series, column: Column) -> int:
    """How many cells of a column of dates are a number that counts days, as a spreadsheet does."""
    if column.kind not in DATE_KINDS or not (
        cells.dtype == object or pd.api.types.is_numeric_dtype(cells.dtype)
    ):
        return 0
    return sum(is_serial(cell) for cell in cells)


def _read_once(cells: pd.Series, column: Column, form: Vorm, *, text: bool) -> pd.Series:
    places, distinct = pd.factorize(cells)
    if text:
        raw = pd.Series(distinct).astype("str").str.strip()
        read = _of_texts(without_errors(raw), column, form)
    else:
        found = list(pd.Index(distinct).astype(object))
        raw = pd.Series([plain_text(cell) for cell in found], dtype="str")
        read = _of_typed(found, raw, column, form)
    if column.values:
        read = raw.map(dict(column.values)).fillna(read.map(dict(column.values))).fillna(read).astype("str")
    # Place -1 is a missing cell.
    return pd.Series(read.array.take(places, allow_fill=True, fill_value=""), dtype="str")


def _of_texts(texts: pd.Series, column: Column, form: Vorm) -> pd.Series:
    if column.kind in DATE_KINDS:
        return written_dates(texts, form.datum)
    if column.kind in NUMBER_KINDS:
        return number_texts(texts, form.getal)
    return _SOUND[column.kind](texts) if column.kind in _SOUND else texts


def _of_typed(cells: list[object], raw: pd.Series, column: Column, form: Vorm) -> pd.Series:
    if column.kind in DATE_KINDS and not any(isinstance(cell, date) for cell in cells):
        # A number may be a date without anything between its parts: 20201231.
        known = [typed_text(cell, "date") for cell in cells]
        written = written_dates(
            raw.where([text == UNREADABLE for text in known], ""), form.datum, digits=True
        )
        return pd.Series(known, dtype="str").where(written.isin(["", UNREADABLE]), written)
    family = "date" if column.kind in DATE_KINDS else "number" if column.kind in NUMBER_KINDS else "text"
    read = pd.Series([typed_text(cell, family) for cell in cells], dtype="str")
    return _SOUND[column.kind](read) if column.kind in _SOUND else read
