"""Everything one run of the engine knows: tables, areas and quarters, with what is derived once for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.measures.ages import Ages
from socdom.measures.regions import Regions
from socdom.measures.residence import Residence
from socdom.quarters import Quarter
from socdom.tables import Tables


@dataclass(frozen=True)
class Town:
    """A municipality as the engine sees it.

    Attributes:
        tables: the person-level tables.
        regions: its areas.
        first: `Quarter.index` of the first quarter.
        quarters: number of quarters from there on.
    """

    tables: Tables
    regions: Regions
    first: int
    quarters: int

    @classmethod
    def of(cls, tables: Tables, areas: Sequence[Area], quarters: Sequence[Quarter]) -> Town:
        """All quarters from the first to the last of `quarters`."""
        indexes = [quarter.index for quarter in quarters]
        return cls(tables, Regions.of(areas), min(indexes), max(indexes) - min(indexes) + 1)

    @cached_property
    def residence(self) -> Residence:
        """Where everybody counts in each quarter; worked out at the first use."""
        return Residence.of(self.tables.addresses)

    @cached_property
    def ages(self) -> Ages:
        """Birth days of everybody; worked out at the first use."""
        return Ages.of(self.tables.persons)

    def table(self, name: str) -> pd.DataFrame:
        """A table by its name."""
        return getattr(self.tables, name)

    def is_delivered(self, name: str) -> bool:
        """Whether a table has rows at all; without, nothing is known, which is not the same as zero."""
        return len(self.table(name)) > 0

    def in_window(self, table: pd.DataFrame) -> np.ndarray:
        """Mask of the rows of a table with a column `quarter` that lie in the quarters of this run."""
        position = table["quarter"].to_numpy() - self.first
        return (position >= 0) & (position < self.quarters)
