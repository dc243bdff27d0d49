"""Statistics of numbers of days, made at the end from how often each number occurs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.kinds.checks import check_choices
from socdom.measures.kinds.rows import RowKind
from socdom.measures.partial import Partial
from socdom.measures.tally import Tally
from socdom.stats.histograms import Histogram
from socdom.stats.medians import medians
from socdom.stats.percentiles import nearest_rank

Floats = NDArray[np.float64]

DAYS_PER_UNIT = {"dagen": 1, "weken": 7}


def _p90(values: Histogram, cells: int) -> Floats:
    return nearest_rank(values, cells, 90)


_METHODS: dict[str, Callable[[Histogram, int], Floats]] = {"mediaan": medians, "p90": _p90}
# A percentile is about few cases: disclosure control asks for more of them.
PROTECTIONS = {"mediaan": "duur", "p90": "percentiel"}
NAMES = {"mediaan": "mediaan", "p90": "90e percentiel"}


class StatisticKind(RowKind):
    """A kind whose figure is a statistic of days; a subclass has fields `unit` and `statistic`."""

    unit: str
    statistic: str

    takes_denominator = False

    @property
    def protection(self) -> str:
        return PROTECTIONS[self.statistic]

    def check_statistic(self) -> None:
        """Refuse a unit or a statistic that does not exist.

        Raises:
            DefinitionError: it does not.
        """
        allowed = {"unit": (self.unit, tuple(DAYS_PER_UNIT)), "statistic": (self.statistic, tuple(_METHODS))}
        check_choices(type(self).__name__, allowed)

    def of_days(self, days: Histogram, cells: int) -> Floats:
        """The statistic of each cell, in days; NaN in a cell without cases."""
        return _METHODS[self.statistic](days, cells)

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        days = _histogram(partial.keyed)
        cells = shape[0] * shape[1]
        statistic = self.of_days(days, cells).reshape(shape) / DAYS_PER_UNIT[self.unit]
        cases = days.totals(cells).reshape(shape).astype(float)
        return Tally(np.full(shape, np.nan), cases, statistic=statistic)


def by_days(days: Histogram) -> Partial:
    """A histogram as sums that can be added to those of other persons."""
    index = pd.MultiIndex.from_arrays([days.cell, days.value], names=["cell", "days"])
    return Partial(keyed=pd.DataFrame({"cases": days.count}, index=index))


def _histogram(keyed: pd.DataFrame) -> Histogram:
    cell, days = (keyed.index.get_level_values(name).to_numpy() for name in ("cell", "days"))
    return Histogram.of_counts(cell, days, keyed["cases"].to_numpy())
