"""What the cells of a column say about what it could be."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.delivery_values import KINDS
from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.mapping.notation import DUTCH_NUMBER, ENGLISH_NUMBER, is_any_date, is_number
from socdom.sources.mapping.value_words import code_for, codes
from socdom.sources.standard import DATE_KINDS, NUMBER_KINDS
from socdom.sources.standard_cells import is_serial
from socdom.sources.standard_text import quarter_texts, whole_codes

# Kinds that few other cells look like, so that a column can be recognised by its cells.
TELLING_KINDS = ("bsn", "area", "quarter", *DATE_KINDS)
_MUST_BE_FILLED = ("bsn", "key", "date", "whole number", "eurocents", "euros", "quarter")


def fit(cells: ColumnCells, spec: DeliveryFile, column: Column) -> float:
    """Share of the filled cells that can be read as the column; 0.5 where nothing is filled, so nothing is known."""
    if not cells.filled:
        return 0.0 if column.kind in _MUST_BE_FILLED else 0.5
    coded = codes(spec, column)
    question = (column.kind, column.name, *coded) if coded or column.name == "taakveld" else (column.kind,)
    if question not in cells.seen:
        cells.seen[question] = _share(cells, spec, column)
    return cells.seen[question]


def _share(cells: ColumnCells, spec: DeliveryFile, column: Column) -> float:
    if column.kind in DATE_KINDS:
        return cells.share(_dates(cells), dates=True)
    return cells.share(_right(cells.texts.index, spec, column))


def _dates(cells: ColumnCells) -> pd.Series:
    texts = cells.texts.index
    right = is_any_date(texts)
    if cells.numbers:  # a spreadsheet counts days; in a file of text a number is no day
        right = right | np.array([text.isdigit() and is_serial(int(text)) for text in texts], dtype=bool)
    return pd.Series(right)


def _right(texts: pd.Index, spec: DeliveryFile, column: Column) -> pd.Series:
    series = pd.Series(texts, dtype="str")
    if column.kind in NUMBER_KINDS:
        return pd.Series(is_number(texts, DUTCH_NUMBER) | is_number(texts, ENGLISH_NUMBER))
    if column.kind == "bsn":
        return KINDS["bsn"].read(whole_codes(series)).notna()
    if column.kind == "quarter":
        return KINDS["quarter"].read(quarter_texts(series)).notna()
    if column.kind == "area":
        return series.str.fullmatch(r"BU[0-9]{4}[0-9A-Z]{4}")
    if column.name == "taakveld":
        return series.str.fullmatch(r"[0-9]{1,2}\.[0-9]{1,3}[a-z]?")
    if codes(spec, column):
        return pd.Series([bool(code_for(text, spec, column)) for text in texts], dtype=bool)
    return pd.Series(True, index=range(len(texts)))
