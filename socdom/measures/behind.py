"""The clients and the bills behind figures of money: what each figure is made of, before it is added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.arranged import Arranged
from socdom.measures.calendar import Calendar
from socdom.measures.compute import count
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import Declared
from socdom.measures.partial import Counted, Partial, Sums
from socdom.measures.regions import Regions
from socdom.measures.selection import Selection
from socdom.measures.tallies import by_rows
from socdom.quarters import Quarter
from socdom.tables import Tables

_CELL = ["cell", "person", "received"]
COLUMNS = ("indicator", "period", "area", "dimension", "category", "person", "received", "cents")


@dataclass(frozen=True)
class _Behind(Declared):
    """The lines of another kind of money, by client and day of receipt instead of added up."""

    selection: Selection
    by: str
    of: Declared

    name = "declaraties achter een bedrag"
    method = "achter_bedrag/1"
    protection = "bedrag"
    takes_denominator = False

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        return self.of.prepare(tables)

    def partial(self, counted: Counted) -> Partial:
        spans = counted.spans
        received = counted.rows["received"].to_numpy()[spans.row]
        lines = pd.DataFrame(
            {"cell": counted.cells, "person": spans.person, "received": received, "cents": spans.value}
        )
        return Partial(keyed=lines.groupby(_CELL)[["cents"]].sum())


def behind(
    indicators: Sequence[Indicator], tables: Tables, quarters: Sequence[Quarter], areas: Sequence[Area]
) -> pd.DataFrame:
    """What every client adds to each figure of money, by the day on which it came in: person-level zone.

    Args:
        indicators: of which those of money are taken.
        tables, quarters, areas: as of `socdom.measures.compute.compute`; the declarations may be some of all.

    Returns:
        COLUMNS: the key of the figure, a number for the client (the same in all figures), day of receipt, and the
        eurocents of that client received on that day. A breakdown that a kind makes itself is left out: every part of
        it is of the same lines. So is what a change takes from the year before.
    """
    asked = [_lines_of(item) for item in indicators if isinstance(item.measure, Declared)]
    sums = count(asked, tables, quarters, areas)
    regions = Regions.of(areas)
    calendars = {"kwartaal": Calendar.of_quarters(quarters), "jaar": Calendar.of_years(quarters)}
    found = [
        part
        for item in asked
        if item.id in sums
        for part in _named(item, sums[item.id], regions, calendars[item.every])
    ]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=list(COLUMNS))


def _lines_of(indicator: Indicator) -> Indicator:
    measure = indicator.measure
    assert isinstance(measure, Declared)
    groups = tuple(name for name in indicator.group_by if name != measure.own_dimension)
    lines = _Behind(measure.selection, measure.by, measure)
    return replace(indicator, measure=lines, per=None, group_by=groups)


def _named(indicator: Indicator, sums: Sums, regions: Regions, calendar: Calendar) -> Iterator[pd.DataFrame]:
    """The partials of an indicator with the key of each figure in place of the number of its cell."""
    gemeente = regions.codes("gemeente")[0]
    groups = [("", [(code, "") for code in regions.codes(level)]) for level in indicator.levels]
    groups += [
        (name, [(gemeente, category) for category in DIMENSIONS[name].labels]) for name in by_rows(indicator)
    ]
    label = np.full(calendar.size, "", dtype=object)
    label[list(calendar.asked)] = calendar.labels
    for (dimension, places), partial in zip(groups, sums.partials, strict=True):
        assert partial.keyed is not None
        lines = partial.keyed.reset_index()
        group, period = np.divmod(lines["cell"].to_numpy(), calendar.size)
        area, category = (np.array(names, dtype=object)[group] for names in zip(*places, strict=True))
        key = {"indicator": indicator.id, "period": label[period], "area": area}
        named = lines.assign(**key, dimension=dimension, category=category)[list(COLUMNS)]
        yield named[named["period"].ne("")]
