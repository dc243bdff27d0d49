"""As of which day late declarations are told, so that the bills of few clients cannot be read from it.

How complete a quarter is follows from how older quarters grew. Seen in two releases, before and after one bill came in,
it tells of that bill, also while the amount itself stays as it was published (`late_bills`). So the same holds for
both: what is told stays as of the day it was told before, while the bills since then are of too few clients to be shown
as an amount of their own, or mostly of one or two. And nothing is told when so few are behind the whole growth.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from socdom.disclosure.policy import Policy
from socdom.measures.dates import day_numbers, quarter_numbers
from socdom.measures.late_amounts import valuation_days
from socdom.quarters import Quarter

# A sum of whole cents is off by far less than this in floating point.
_EXACTLY = 1 + 1e-12


def told_as_of(
    lines: pd.DataFrame, before: Quarter, as_of: date, days: Sequence[date], policy: Policy
) -> date | None:
    """The day as of which is told how quarters before one grew; None when nothing can be told.

    Args:
        lines: declarations of a law, also those received after `as_of`.
        before: quarter of which the amounts of itself have no say; those of older quarters have.
        as_of: day up to which the edition counts.
        days: days up to which earlier releases counted.
        policy: the thresholds.
    """
    older = _Received(lines[quarter_numbers(lines["service_start"]) < before.index])
    known = sorted(set(days))
    later = [day for day in known if day > as_of]
    if as_of not in known and later and older.few_between(as_of, later[0], policy):
        return None
    told: date | None = None
    for day in sorted({*(day for day in known if day < as_of), as_of}):
        if told is None or not older.few_between(told, day, policy):
            told = day
    return told


def few_behind_growth(
    lines: pd.DataFrame, last: Quarter, age: int, as_of: date, quarters: int, policy: Policy
) -> bool:
    """Whether what came in after an age, in the last quarters that are older, is of too few clients.

    Args:
        lines: declarations of a law.
        last: quarter with age 0 on the day.
        as_of: the day.
        quarters: how many quarters tell the growth.
    """
    days = valuation_days(as_of, quarters + age + 1)
    back = last.index - quarter_numbers(lines["service_start"])
    received = day_numbers(lines["received"])
    of_these = (back > age) & (back <= age + quarters) & (received <= days[-1])
    at_age = days[np.clip(len(days) - 1 - back + age, 0, len(days) - 1)]
    return few_clients(lines[of_these & (received > at_age)], policy)


def few_clients(lines: pd.DataFrame, policy: Policy) -> bool:
    """Whether the sum of some declarations may not be shown: of too few clients, or mostly of one or two.

    A credit counts as much as a bill; a client whose lines cancel out is not counted.
    """
    return _few(lines["person"].to_numpy(), lines["amount"].to_numpy(), policy)


class _Received:
    """Declarations in the order of their day of receipt: of a run every night there are many days to look at."""

    def __init__(self, lines: pd.DataFrame) -> None:
        days = day_numbers(lines["received"])
        order = np.argsort(days, kind="stable")
        self._days = days[order]
        self._person, self._amount = (lines[name].to_numpy()[order] for name in ("person", "amount"))

    def few_between(self, first: date, last: date, policy: Policy) -> bool:
        """Bills of few between two days; whether those of the first day were in is not known, so both must do."""
        start, end = (np.datetime64(day, "D").astype(np.int64) for day in (first, last))
        until = np.searchsorted(self._days, end, side="right")
        return any(
            _few(self._person[after:until], self._amount[after:until], policy)
            for after in (np.searchsorted(self._days, start, side=side) for side in ("right", "left"))
        )


def _few(person: np.ndarray, cents: np.ndarray, policy: Policy) -> bool:
    """The rule of amounts (`socdom.disclosure.rules.too_small`) for the sum of one group."""
    _, client = np.unique(person, return_inverse=True)
    net = np.abs(np.bincount(client, cents)) if len(client) else np.zeros(0)
    largest = np.sort(net[net > 0])[::-1]
    if len(largest) <= policy.hidden_up_to:
        return True
    most = largest.sum() * _EXACTLY
    return bool(largest[0] > policy.dominance_one * most or largest[:2].sum() > policy.dominance_two * most)
