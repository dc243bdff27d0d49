"""The calendar of the municipality: which day it is there, when a rhythm begins anew, when a quarter is due.

Days, and no hours: a night with a clock change is a night as any other.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from socdom.quarters import Quarter

Rhythm = Literal["dag", "week", "maand", "kwartaal"]
HERE = ZoneInfo("Europe/Amsterdam")
_LONGEST = 92


def local_day(now: datetime) -> date:
    """The day it is in the Netherlands.

    Raises:
        ValueError: the time has no zone.
    """
    if now.tzinfo is None:
        raise ValueError("a time without a zone")
    return now.astimezone(HERE).date()


def at_start_of(day: date) -> datetime:
    """The moment on which a day begins in the Netherlands."""
    return datetime(day.year, day.month, day.day, tzinfo=HERE)


def next_start(last: date, rhythm: Rhythm) -> date:
    """The first day after `last` that is of another day, week (from Monday), month or quarter."""
    days = (last + timedelta(days=number) for number in range(1, _LONGEST + 1))
    return next(day for day in days if _stretch(day, rhythm) != _stretch(last, rhythm))


def concept_day(quarter: Quarter, after: int) -> date:
    """The day from which the concept of a quarter is made: `after` days after its end."""
    return quarter.end + timedelta(days=after)


def newest_due(today: date, after: int) -> Quarter:
    """The newest quarter whose concept is made by now."""
    ended_by = today - timedelta(days=after)
    return Quarter.of(ended_by + timedelta(days=1)) - 1


def reminder_number(quarter: Quarter, today: date, after: int, apart: int) -> int:
    """Which reminder it is time for, from 1; 0 when it is too early for the first."""
    late = (today - quarter.end).days - after
    return late // apart + 1 if late >= 0 else 0


def _stretch(day: date, rhythm: Rhythm) -> object:
    if rhythm == "dag":
        return day
    if rhythm == "week":
        return day.isocalendar()[:2]
    return (day.year, day.month) if rhythm == "maand" else Quarter.of(day)
