"""What deliveries that were kept held of the declarations of then: they know what was replaced since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd

from socdom.errors import DeliveryError
from socdom.measures.late_amounts import Then, sums_on, valuation_days
from socdom.sources.vintages import Vintage, read_one_table, vintages

# With fewer the day of receipt tells all, so that the quarters of one comparison are told in one way.
FEWEST_KEPT = 6
# No more are looked at: the factors rest on eight quarters, the errors on twelve.
MOST_KEPT = 16


def kept_sums(home: Path, as_of: date) -> tuple[Then, ...]:
    """The declarations of then, for each of the last days of valuation without a gap; none when they are too few.

    Of a day the first delivery counts that came in on it or after it, and before the next day of valuation. Of what it
    holds only what had been received by then.

    Args:
        home: where the vintages lie.
        as_of: day up to which the edition counts.
    """
    found = list(_chosen(vintages(home), as_of))
    if len(found) < FEWEST_KEPT:
        return ()
    try:
        return tuple(
            sums_on(read_one_table(vintage, "declarations"), day, back) for back, day, vintage in found
        )
    except DeliveryError:
        # Told elsewhere, as a warning: what was kept is no reason to stop.
        return ()


def _chosen(kept: list[Vintage], as_of: date) -> Iterator[tuple[int, pd.Timestamp, Vintage]]:
    """Quarters back, day of valuation and vintage, up to the first day without one."""
    days = [pd.Timestamp(day, unit="D") for day in valuation_days(as_of, MOST_KEPT + 1)[::-1]]
    for back, (day, following) in enumerate(zip(days[1:], days, strict=False), start=1):
        there = [vintage for vintage in kept if day <= pd.Timestamp(vintage.received) < following]
        if not there:
            return
        yield back, day, min(there, key=lambda vintage: (vintage.received, vintage.number))
