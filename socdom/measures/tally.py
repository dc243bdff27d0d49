"""What is found for a set of groups: numerators, denominators and the number of persons behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Tally:
    """Arrays of shape (groups, periods); NaN is unknown.

    Attributes:
        numerator: a count or an amount.
        base: number of distinct persons or cases behind the figure; NaN when no persons are behind it.
        denominator: None when the figure has none.
        statistic: a median; None when the value follows from numerator and denominator.
        largest, two_largest: euros of the client with the most, and of the two with the most together, credits taken
            off and nobody below zero. Of a change: which part of the amount they have, 1 for all of it, in the one of
            the two periods where it is most, and infinite where an amount is not above zero. None when the figure is
            not about euros.
        providers: number of providers of which a price or a share of euros tells something, only those with euros
            above zero; of a share the smaller of the two groups, those in it and the rest. None for any other figure:
            no other tells of one provider what it asks or has.
    """

    numerator: Floats
    base: Floats
    denominator: Floats | None = None
    statistic: Floats | None = None
    largest: Floats | None = None
    two_largest: Floats | None = None
    providers: Floats | None = None

    @classmethod
    def of_counts(cls, counts: Ints) -> Tally:
        """A count of persons (or households, or cases), which is its own base."""
        return cls(counts.astype(float), counts.astype(float))

    @classmethod
    def of_share(cls, part: Ints, whole: Ints) -> Tally:
        """Cases with a property among all cases, which are the base."""
        return cls(part.astype(float), whole.astype(float), denominator=whole.astype(float))

    @classmethod
    def unknown(cls, shape: tuple[int, int]) -> Tally:
        """Nothing is known of any group."""
        return cls(np.full(shape, np.nan), np.full(shape, np.nan))

    def where(self, known: NDArray[np.bool_]) -> Tally:
        """The same, with nothing known where a mask is false."""
        arrays = (getattr(self, field.name) for field in fields(self))
        # One for each field, in their order.
        kept: Iterator[Any] = (None if part is None else np.where(known, part, np.nan) for part in arrays)
        return Tally(*kept)

    def per(self, denominator: Floats) -> Tally:
        """The same, divided by something."""
        return replace(self, denominator=denominator)

    def value(self, scale: float) -> Floats:
        """Statistic, numerator / denominator * scale, or the numerator; NaN where it cannot be formed."""
        if self.statistic is not None:
            return self.statistic
        if self.denominator is None:
            return self.numerator
        possible = self.denominator != 0
        return np.divide(
            self.numerator * scale,
            self.denominator,
            out=np.full(self.numerator.shape, np.nan),
            where=possible,
        )
