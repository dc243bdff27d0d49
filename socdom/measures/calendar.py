"""The periods of a run: quarters, or whole years that are counted anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from socdom.quarters import Quarter

Ints = NDArray[np.int64]
QUARTERS_PER_YEAR = 4


@dataclass(frozen=True)
class Calendar:
    """A row of periods without gaps.

    Attributes:
        first: number of the first period: `Quarter.index`, or the year.
        size: how many there are.
        asked: positions (from 0) of the periods that are wanted, ascending.
        quarters_each: quarters in a period: 1, or 4 for years.
    """

    first: int
    size: int
    asked: tuple[int, ...]
    quarters_each: int = 1

    @classmethod
    def of_quarters(cls, quarters: Sequence[Quarter]) -> Calendar:
        """From the first to the last quarter; only those of the sequence are wanted."""
        return cls._of(sorted({quarter.index for quarter in quarters}), 1)

    @classmethod
    def of_years(cls, quarters: Sequence[Quarter]) -> Calendar:
        """The years of which all four quarters are in the sequence; a part of a year is no year."""
        indexes = {quarter.index for quarter in quarters}
        years = {index // QUARTERS_PER_YEAR for index in indexes}
        whole = [year for year in years if {4 * year + n for n in range(4)} <= indexes]
        return cls._of(sorted(whole), QUARTERS_PER_YEAR)

    @classmethod
    def _of(cls, numbers: list[int], quarters_each: int) -> Calendar:
        if not numbers:
            return cls(0, 0, (), quarters_each)
        asked = tuple(number - numbers[0] for number in numbers)
        return cls(numbers[0], asked[-1] + 1, asked, quarters_each)

    @property
    def yearly(self) -> bool:
        """Whether the periods are years."""
        return self.quarters_each == QUARTERS_PER_YEAR

    @property
    def labels(self) -> tuple[str, ...]:
        """Names of the wanted periods: "2020Q4", or "2020"."""
        numbers = [self.first + position for position in self.asked]
        return tuple(str(n) if self.yearly else str(Quarter.from_index(n)) for n in numbers)

    @property
    def first_quarters(self) -> Ints:
        """`Quarter.index` of the quarter with which each period begins."""
        return (self.first + np.arange(self.size, dtype=np.int64)) * self.quarters_each

    @property
    def first_days(self) -> Ints:
        """Day number (days since 1970-01-01) of the first day of each period."""
        return self._days([Quarter.from_index(int(n)).start for n in self.first_quarters])

    @property
    def last_days(self) -> Ints:
        """Day number (days since 1970-01-01) of the last day of each period."""
        last = self.first_quarters + self.quarters_each - 1
        return self._days([Quarter.from_index(int(n)).end for n in last])

    def positions(self, quarters: Ints) -> Ints:
        """Position of the period that begins with each quarter (`Quarter.index`); -1 when none does."""
        number, rest = np.divmod(quarters, self.quarters_each)
        inside = (rest == 0) & (number >= self.first) & (number < self.first + self.size)
        return np.where(inside, number - self.first, -1)

    @staticmethod
    def _days(days: list[date]) -> Ints:
        return np.array(days, dtype="datetime64[D]").astype(np.int64)
