"""Everything that counts in two periods, with the group it belongs to: what a change is divided over.

Person-level zone. The same stretches as those of the engine, so that the parts add up to its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.areas import Area
from socdom.measures.arranged import Arranged
from socdom.measures.calendar import Calendar
from socdom.measures.compute import stretches
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Declared
from socdom.measures.kinds.laws import QUARTERLY, SIZES
from socdom.measures.kinds.open_cases import OpenAge, OpenBeyond
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.prices import AmountPerPerson, UnitPrice
from socdom.measures.kinds.reentry import Reentry
from socdom.measures.kinds.rows import RowKind
from socdom.measures.kinds.volumes import volume_in_parts
from socdom.measures.spans import Spans
from socdom.measures.town import Town
from socdom.quarters import Quarter
from socdom.tables import Tables

BEFORE, NOW = 0, 1
_NOWHERE = ""
_NO_AGE = -1


@dataclass(frozen=True, eq=False)
class Items:
    """What counts before and now.

    Attributes:
        town: the municipality in every period of the run.
        rows: the rows of the kind; `table.row` points into them.
        spans: all stretches of the run, also of other periods.
        periods: the two, as the calendar numbers them.
        table: a line for every unit and row; columns moment (BEFORE or NOW), unit, person, row, part (what is added up;
            0 or 1, eurocents, days), whole (what it is a part of; 1 or volume), wijk (its code, "" unknown), age (in
            years, -1 unknown).
    """

    town: Town
    tables: Arranged
    rows: pd.DataFrame
    spans: Spans
    periods: tuple[int, int]
    table: pd.DataFrame

    def within(self, area: Area) -> Items:
        """Only what counts in an area: a wijk; the municipality holds everything."""
        if area.level == "gemeente":
            return self
        return replace(self, table=self.table[self.table["wijk"] == area.code].reset_index(drop=True))


def items_of(
    indicator: Indicator,
    measure: RowKind,
    tables: Tables,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    periods: tuple[str, str],
) -> Items:
    """What counts in two periods.

    Args:
        indicator: says whether periods are quarters or years.
        measure: the kind; of a change of amounts that of the amounts themselves.
        tables: what was delivered.
        quarters, areas: those of the run, as for `socdom.measures.compute`.
        periods: before and now ("2019Q4", or "2019"), both in the run.
    """
    yearly = indicator.every == "jaar"
    calendar = (Calendar.of_years if yearly else Calendar.of_quarters)(list(quarters))
    arranged = Arranged.of(tables)
    town = Town.of(arranged, areas, calendar)
    rows, spans = stretches(measure, arranged, town)
    before, now = (int(period) if yearly else Quarter.parse(period).index for period in periods)
    found = [
        _in_period(measure, rows, spans, town, moment, number)
        for moment, number in ((BEFORE, before), (NOW, now))
    ]
    table = _whole_units(measure, pd.concat(found, ignore_index=True))
    return Items(town, arranged, rows, spans, (before, now), table)


def _in_period(
    measure: RowKind, rows: pd.DataFrame, spans: Spans, town: Town, moment: int, period: int
) -> pd.DataFrame:
    here = spans.take((spans.first <= period) & (period <= spans.last))
    number = np.full(len(here), period, dtype=np.int64)
    here = replace(here, first=number, last=number)
    part, whole, counts = _worth(measure, rows, here, town, period)
    table = pd.DataFrame(
        {
            "moment": moment,
            "unit": here.unit,
            "person": here.person,
            "row": here.row,
            "part": part,
            "whole": whole,
            "wijk": _wijken(town, here),
            "age": _ages(town, here.person, period),
        }
    )
    return table[counts]


def _worth(
    measure: RowKind, rows: pd.DataFrame, here: Spans, town: Town, period: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Of every stretch what it adds, what it is a part of, and whether it counts at all."""
    one, all_ = np.ones(len(here), dtype=np.int64), np.ones(len(here), dtype=bool)
    last_day = int(town.calendar.last_days[period - town.calendar.first])
    if isinstance(measure, UnitPrice):
        return here.value, volume_in_parts(rows)[here.row], all_
    if isinstance(measure, Declared):
        return here.value, one, all_
    if isinstance(measure, OpenAge):
        return last_day - here.value, one, all_
    if isinstance(measure, OpenBeyond):
        return (last_day - here.value > measure.days).astype(np.int64), one, all_
    if isinstance(measure, Overlap):
        several = SIZES[rows["members"].to_numpy()[here.row]] >= measure.at_least
        return several.astype(np.int64), one, here.value == QUARTERLY
    if isinstance(measure, Reentry):
        return here.value, one, all_ if measure.share else here.value == 1
    return (one if measure.protection == "personen" else here.value), one, all_


def _wijken(town: Town, here: Spans) -> NDArray[np.object_]:
    """Code of the wijk of every stretch; "" where none is known."""
    placed, home = town.residence.place(replace(here, row=np.arange(len(here), dtype=np.int64)))
    codes = (*town.regions.codes("wijk"), _NOWHERE)  # the last for the place -1
    found = np.full(len(here), -1)
    found[placed.row] = town.regions.positions(town.residence.area, "wijk")[home]
    return np.array(codes, dtype=object)[found]


def _ages(town: Town, person: NDArray[np.int64], period: int) -> NDArray[np.int64]:
    """Age on the first day of the period; -1 when unknown."""
    known, per_year = town.ages.born, town.ages.per_year
    born = known[np.minimum(person, len(known) - 1)]
    years = np.maximum((period - born) // per_year, 0)
    return np.where(np.abs(born) < 2**40, years, _NO_AGE)


def _whole_units(measure: RowKind, table: pd.DataFrame) -> pd.DataFrame:
    """What a person is an average of: all euros of one person stand in one line of it, the others have none."""
    if not isinstance(measure, AmountPerPerson):
        return table
    table = table.assign(unit=table["person"])
    first = ~table.duplicated(["moment", "unit"])
    cents = table.groupby(["moment", "unit"])["part"].transform("sum")
    return table.assign(part=np.where(first, cents, 0), whole=first.astype(np.int64))
