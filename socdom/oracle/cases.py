"""Cases: how long they took, which part of them, and which are still open."""

from __future__ import annotations

import math
import statistics
from typing import Any

from socdom.oracle.found import Found, count_of, part_of, statistic_of
from socdom.oracle.plain import Group, Period, PlainTown, has

_DAYS_PER_UNIT = {"dagen": 1, "weken": 7}


def duration(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return _statistic(measure, _finished(town, measure, period, group))


def share_within(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    days = _finished(town, measure, period, group)
    return part_of(sum(number <= measure.days for number in days), len(days))


def share(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    rows = [
        row
        for row in town.rows(measure.selection)
        if period.holds(row[measure.at]) and group.holds(row, period)
    ]
    return part_of(sum(has(row, measure.part) for row in rows), len(rows))


def open_age(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return _statistic(measure, _open(town, measure, period, group))


def open_beyond(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    ages = _open(town, measure, period, group)
    return part_of(sum(age > measure.days for age in ages), len(ages))


def open_count(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    return count_of(_open(town, measure, period, group))


def nearest_rank(days: list[int], percent: int) -> int:
    """The smallest number of days such that at least so many percent of the cases took at most that many."""
    ordered = sorted(days)
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def _statistic(measure: Any, days: list[int]) -> Found:
    if not days:
        return statistic_of(None, 0)
    number = statistics.median(days) if measure.statistic == "mediaan" else nearest_rank(days, 90)
    return statistic_of(number / _DAYS_PER_UNIT[measure.unit], len(days))


def _finished(town: PlainTown, measure: Any, period: Period, group: Group) -> list[int]:
    """Days of what was finished in the period; what ended before it began says nothing."""
    days = [
        (row[measure.to] - row[measure.from_]).days
        for row in town.rows(measure.selection)
        if row[measure.from_] and period.holds(row[measure.to]) and group.holds(row, period)
    ]
    return [number for number in days if number >= 0]


def _open(town: PlainTown, measure: Any, period: Period, group: Group) -> list[int]:
    """Ages in days, on the last day of the period, of what has begun by then and not been finished."""
    day = period.last
    return [
        (day - row[measure.from_]).days
        for row in town.rows(measure.selection)
        if row[measure.from_]
        and row[measure.from_] <= day
        and (row[measure.to] is None or row[measure.to] > day)
        and group.holds(row, period)
    ]
