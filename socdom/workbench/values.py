"""A figure of an example as text, and its period as days."""

from __future__ import annotations

import math
from datetime import date

from socdom import dutch
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter

_NO_VALUE = {"onmogelijk": "kan niet", "geheim": "geheim"}


def value_text(value: float, asked: Indicator, status: str = "") -> str:
    """The value as on a page; without one, whether it is unknown or cannot exist."""
    if math.isnan(value):
        return _NO_VALUE.get(status, "onbekend")
    return dutch.value_text(value, asked.format, asked.decimals)


def first_day(period: str) -> date:
    """First day of a quarter ("2020Q1") or a year."""
    return Quarter.parse(period).start if "Q" in period else date(int(period), 1, 1)


def last_day(period: str) -> date:
    """Last day of a quarter or a year."""
    return Quarter.parse(period).end if "Q" in period else date(int(period), 12, 31)
