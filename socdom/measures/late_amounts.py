"""How the declarations of a law came in, quarter after quarter, and how much help was allocated; person-level zone.

The days of valuation are the day up to which an edition counts, and that day in earlier quarters. So every age is the
same number of days after the end of its quarter, and an amount at an age is what an edition of that day would have
counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.selection import Selection
from socdom.quarters import Quarter
from socdom.stats.triangle import as_seen, cumulative, increments
from socdom.tables import Tables

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# Two years; what comes in later is a correction of the books, and takes no part.
LAST_AGE = 8
MONTHS_PER_QUARTER = 3
_COLUMNS = ("category", "service_start", "received", "amount")


@dataclass(frozen=True)
class LateAmounts:
    """Triangles of a law per product group, each of shape (groups, origins, ages); see `socdom.stats.triangle`.

    Attributes:
        groups: codes of the product groups, sorted.
        first: the oldest origin: a quarter in which help was given.
        cents: eurocents received.
        lines: declarations received.
        days: days of allocated help in the quarter, summed over provisions, as far as they had been allocated.
        kept: number of earlier valuations that are told by a delivery of then; the others by the day of receipt.
    """

    groups: tuple[str, ...]
    first: Quarter
    cents: Floats
    lines: Floats
    days: Floats
    kept: int = 0

    @property
    def origins(self) -> int:
        return self.cents.shape[1]

    def seen(self, back: int) -> LateAmounts:
        """All this as it was known a number of quarters ago."""
        cents, lines, days = (as_seen(part, back) for part in (self.cents, self.lines, self.days))
        return LateAmounts(self.groups, self.first, cents, lines, days, self.kept)


@dataclass(frozen=True)
class Then:
    """What a delivery of an earlier quarter held on the day of valuation of then.

    Attributes:
        back: number of quarters ago.
        sums: a row per law, category and quarter of help: law, category, quarter (`Quarter.index`), cents, lines.
    """

    back: int
    sums: pd.DataFrame


def sums_on(lines: pd.DataFrame, day: pd.Timestamp, back: int) -> Then:
    """The sums of the declarations of a delivery that had been received by a day."""
    some = lines[lines["received"] <= day]
    quarter = quarter_numbers(some["service_start"])
    keyed = some[["law", "category"]].assign(quarter=quarter, cents=some["amount"], lines=1)
    return Then(back, keyed.groupby(["law", "category", "quarter"], as_index=False)[["cents", "lines"]].sum())


def late_amounts(
    tables: Tables,
    chosen: Selection,
    first: Quarter,
    last: Quarter,
    as_of: date,
    earlier: Sequence[Then] = (),
) -> LateAmounts:
    """The triangles of what a selection of declarations holds.

    Args:
        tables: with `declarations` and `provisions`; what became known after `as_of` is left out here.
        chosen: rows of `declarations`.
        first, last: the oldest and the newest quarter of help; the oldest moves up to the first quarter that was
            followed from its beginning.
        as_of: day up to which an edition of `last` counts.
        earlier: deliveries of then, which know what was replaced since; where there is none the day of receipt tells.
    """
    lines = tables.declarations.loc[chosen.matches(tables.declarations), list(_COLUMNS)]
    law = {"law": chosen.where["law"]} if "law" in chosen.where else {}
    provisions = tables.provisions[Selection("provisions", law).matches(tables.provisions)]
    first = _followed_from(lines, first, last)
    days = valuation_days(as_of, last.index - first.index + 1)
    names = sorted({*lines["category"].unique(), *provisions["category"].unique()})
    groups = pd.Index(names)
    shape = (len(groups), len(days), min(LAST_AGE, len(days) - 1) + 1)
    cents, number = _received(lines, groups, first, days, shape)
    allocated = _allocated(provisions, groups, first, days, shape)
    cents, number, allocated = (cumulative(part) for part in (cents, number, allocated))
    used = [then for then in earlier if then.back < len(days)]
    for then in used:
        sums = then.sums[chosen.matches(then.sums)]
        for triangle, name in ((cents, "cents"), (number, "lines")):
            _put(
                triangle,
                groups.get_indexer(sums["category"]),
                sums["quarter"] - first.index,
                sums[name],
                then.back,
            )
    return LateAmounts(tuple(groups), first, cents, number, allocated, len(used))


def fewest_clients(tables: Tables, chosen: Selection, late: LateAmounts, groups: Sequence[int]) -> int:
    """Persons with a declaration of some groups, in that of the quarters followed so far that has fewest.

    Args:
        groups: positions in `late.groups`.
    """
    lines = tables.declarations.loc[
        chosen.matches(tables.declarations), ["category", "service_start", "person"]
    ]
    lines = lines[lines["category"].isin([late.groups[at] for at in groups])]
    origin = quarter_numbers(lines["service_start"]) - late.first.index
    clients = lines["person"].groupby(origin).nunique()
    return int(clients.reindex(range(late.origins), fill_value=0).min())


def valuation_days(as_of: date, number: int) -> Ints:
    """The day and the same day in earlier quarters, oldest first, as day numbers; the last of a shorter month."""
    moments = [
        pd.Timestamp(as_of) - pd.DateOffset(months=MONTHS_PER_QUARTER * back) for back in range(number)
    ]
    return np.array(sorted(moments), dtype="datetime64[D]").astype(np.int64)


def _put(triangle: Floats, group: Ints, origin: pd.Series, value: pd.Series, back: int) -> None:
    """Replace the diagonal of an earlier valuation by what the delivery of then held; nothing of it is zero."""
    origins, ages = triangle.shape[1:]
    rows = np.arange(origins)
    age = origins - 1 - back - rows
    on = (age >= 0) & (age < ages)
    triangle[:, rows[on], age[on]] = 0.0
    place = origin.to_numpy()
    known = (group >= 0) & (place >= 0) & (place < origins)
    known[known] &= on[place[known]]
    triangle[group[known], place[known], age[place[known]]] = value.to_numpy()[known]


def _followed_from(lines: pd.DataFrame, first: Quarter, last: Quarter) -> Quarter:
    """A delivery that starts with what came in from some day on, has older quarters in part only."""
    received = lines["received"].min()
    if pd.isna(received):
        return first
    return min(max(first, Quarter.of(received.date())), last)


def _received(
    lines: pd.DataFrame, groups: pd.Index, first: Quarter, days: Ints, shape: tuple[int, int, int]
) -> tuple[Floats, Floats]:
    """Eurocents and number of declarations by the day of receipt."""
    origin = quarter_numbers(lines["service_start"]) - first.index
    valuation = np.searchsorted(days, day_numbers(lines["received"]))
    of_these = (origin >= 0) & (origin < shape[1]) & (valuation < len(days))
    codes, found = pd.factorize(lines["category"])
    group = groups.get_indexer(found)[codes]
    row = (group * shape[1] + origin)[of_these]
    # Ages of all groups at once: a row per group and origin.
    seen = valuation[of_these] - origin[of_these] + row
    size = (shape[0] * shape[1], shape[2])
    amount = lines["amount"].to_numpy()[of_these]
    cents, number = (
        increments(row, seen, one, size).reshape(shape) for one in (amount, np.ones_like(amount))
    )
    return cents, number


def _allocated(
    provisions: pd.DataFrame, groups: pd.Index, first: Quarter, days: Ints, shape: tuple[int, int, int]
) -> Floats:
    """Days of help that were allocated by each valuation; provisions without a start have none."""
    start, end = day_numbers(provisions["start"]), day_numbers(provisions["end"])
    valuation = np.searchsorted(days, day_numbers(provisions["assigned"]))
    group = groups.get_indexer(provisions["category"])
    found = np.zeros(shape)
    for origin in range(shape[1]):
        quarter = first + origin
        opens, closes = (np.datetime64(day, "D").astype(np.int64) for day in (quarter.start, quarter.end))
        length = np.minimum(end, closes) - np.maximum(start, opens) + 1
        active = (length > 0) & (valuation < len(days))
        # A group is a row here, so its age is told from this origin on.
        seen = np.maximum(valuation[active] - origin, 0) + group[active]
        found[:, origin] = increments(group[active], seen, length[active], (shape[0], shape[2]))
    return found
