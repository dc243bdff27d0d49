"""What the oracle says of one cell."""

from __future__ import annotations

import math
from dataclasses import dataclass

NAN = math.nan


@dataclass(frozen=True)
class Clients:
    """Behind an amount.

    Attributes:
        largest, two_largest: euros of the client with the most and of the two with the most; of a change their parts.
        providers: how many there are, where a price or share tells of them.
    """

    largest: float = NAN
    two_largest: float = NAN
    providers: float = NAN


NOBODY = Clients()


@dataclass(frozen=True)
class Found:
    """Of a kind, before it is divided.

    Attributes:
        numerator: a count or an amount; NaN for a statistic.
        base: persons or cases behind it.
        denominator: of the kind itself; None when it has none.
        statistic: the value of a kind whose value is no division; None otherwise.
        impossible: there is no value because it is a part or a price of nothing (and not because it is unknown).
        clients: whom the euros are about; of other kinds nobody is known.
    """

    numerator: float
    base: float
    denominator: float | None = None
    statistic: float | None = None
    impossible: bool = False
    clients: Clients = NOBODY


@dataclass(frozen=True)
class Cell:
    """As it stands in a figure."""

    numerator: float
    denominator: float
    value: float
    base: float
    impossible: bool
    clients: Clients


def count_of(items: object) -> Found:
    """A count, which is its own base."""
    number = len(items)  # type: ignore[arg-type]
    return Found(number, number)


def part_of(part: float, whole: float) -> Found:
    """So many of so many cases."""
    return Found(part, whole, whole, impossible=whole == 0)


def statistic_of(value: float | None, cases: int) -> Found:
    """A statistic of cases; None when there are none."""
    return Found(NAN, cases, statistic=NAN if value is None else value)


UNKNOWN = Found(NAN, NAN)
