"""What a figure counts, written down so that figures of different indicators can be laid side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.base import Kind, fields_of
from socdom.measures.kinds.duration import Duration
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.flows import Inflow
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond, OpenCount
from socdom.measures.kinds.prices import AmountPerPerson
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.rows import RowKind
from socdom.measures.kinds.share import Share, ShareWithin
from socdom.measures.selection import Selection, several
from socdom.tables.codes import OPEN_AGE


def count_of_cases(measure: Kind) -> Inflow | OpenCount | Events | None:
    """The measure that counts the cases of a median or share, if there is such a kind."""
    if isinstance(measure, Reentry) and measure.share:
        return Inflow(measure.selection, measure.of, measure.gap_days)
    if isinstance(measure, OpenAge | OpenBeyond):
        return OpenCount(measure.selection, measure.from_, measure.to)
    if isinstance(measure, Duration | Share | ShareWithin):
        quarter_of = measure.at if isinstance(measure, Share) else measure.to
        if measure.selection.new_only and quarter_of == "start":
            return Inflow(replace(measure.selection, new_only=False))
        return Events(measure.selection, quarter_of)
    return None


def name_of_count(
    every: str, measure: RowKind, dimension: Dimension | None = None, category: str = ""
) -> str:
    """What is counted, how, over which rows, written in one way only: equal names are equal numbers.

    Of new help they may differ a little: a share counts rows with which it begins, inflow the persons.

    Args:
        every: as of `Indicator`.
        measure: a kind with a selection.
        dimension, category: one category of a breakdown; the whole without.
    """
    part = measure.part if isinstance(measure, Share) else {}
    measure = _made_of(measure)
    how = {
        f.name: getattr(measure, f.name) for f in fields_of(measure) if f.name not in ("selection", "share")
    }
    rows = _rows(measure.selection, part, dimension, category)
    return f"{every} {type(measure).__name__} {sorted(how.items())} {rows}"


def _made_of(measure: RowKind) -> RowKind:
    """What a figure is made of it tells: an average its amount, a share its number."""
    if isinstance(measure, AmountPerPerson):
        return Amount(measure.selection, measure.by)
    counted = count_of_cases(measure) if isinstance(measure, Share) else None
    return counted or measure


def _rows(
    selection: Selection,
    part: Mapping[str, str | tuple[str, ...]],
    dimension: Dimension | None,
    category: str,
) -> str:
    """A part of a selection and the category in it; in which order columns and codes are written, does not matter."""
    where = {column: set(selection.codes(column)) for column in selection.where}
    for column, wanted in part.items():
        where[column] = where.get(column, set(several(wanted))) & set(several(wanted))
    low, high = selection.ages or (0, OPEN_AGE)
    if dimension is not None and dimension.ages:
        low, high = max(low, dimension.ages[category][0]), min(high, dimension.ages[category][1])
    elif dimension is not None:
        codes = {code for code, found in dimension.codes.items() if found == category} or {category}
        where[dimension.column] = where.get(dimension.column, codes) & codes
    columns = sorted((column, sorted(found)) for column, found in where.items())
    limited = (low, high) != (0, OPEN_AGE)
    return f"{selection.table} {columns} {(low, high) if limited else ''} {selection.new_only}"
