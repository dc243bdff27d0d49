"""Months as they are counted: "2026-11".

Only months that have ended are told. One that still grows would, set against yesterday, tell of a day.
"""

from __future__ import annotations

from datetime import date

from socdom import dutch
from socdom.quarters import Quarter


def months_between(first: str, last: str) -> list[str]:
    """All months from the first to the last, both included; none when the last comes before the first."""
    return [_month(number) for number in range(_number(first), _number(last) + 1)]


def month_before(today: date, months: int = 1) -> str:
    """The month that was so many months ago; the last one that has ended when not told."""
    return _month(12 * today.year + today.month - 1 - months)


def quarter_of(month: str) -> Quarter:
    """The quarter that a month is in."""
    return Quarter.of(_first_day(month))


def month_label(month: str) -> str:
    """ "2026-11" → "november 2026"."""
    return dutch.month(_first_day(month))


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _number(month: str) -> int:
    day = _first_day(month)
    return 12 * day.year + day.month - 1


def _month(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"
