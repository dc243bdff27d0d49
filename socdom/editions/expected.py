"""What is expected of a period of which bills are still to come."""

from __future__ import annotations

from typing import Literal

from socdom.editions.record import Record


class ExpectedRecord(Record):
    """How complete an amount is, and what it is expected to become; only of whole municipalities.

    Attributes:
        indicator, period: of the figure it belongs to, which is shown.
        completeness: percentage of the final amount that is in now, whole; at most 100.
        expected: the final amount in euros, rounded as amounts are shown; None when no estimate can be told.
        low, high: bounds of the final amount, from past errors of this estimate; None with too few of them.
        method: how the estimate is made.
        errors: number of past estimates that the bounds rest on.
    """

    indicator: str
    period: str
    completeness: int
    expected: float | None
    low: float | None = None
    high: float | None = None
    method: Literal["ketenladder", "bornhuetter_ferguson"]
    errors: int = 0
