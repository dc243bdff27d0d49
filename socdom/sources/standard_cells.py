"""One typed cell → text in socdom's written form."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from numbers import Integral, Real
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np

from socdom.sources.raw import UNREADABLE

# A spreadsheet counts days from here (its 29 February 1900, which never was, is in this number).
_EPOCH = date(1899, 12, 30)
# From 1906, so that persons of all ages have a date of birth, and a year (1900 to 2100) is not taken for a day;
# to 2119.
_FIRST_SERIAL, _LAST_SERIAL = 2200, 80_000
# From here on not every whole number has a float of its own: digits are lost.
_EXACT = 2**53
# What the computer adds to or takes from an amount in a float: 0.1 + 0.2.
_NOISE = Decimal("0.000001")
_CENT = Decimal("0.01")
_HERE = ZoneInfo("Europe/Amsterdam")


def typed_text(cell: object, family: str) -> str:
    """The cell in socdom's written form, or UNREADABLE.

    Args:
        cell: not text, not missing.
        family: "date", "number" or "text": what the column holds. A number in a column of dates counts days as a
            spreadsheet does; a moment with a zone is a day in the Netherlands.
    """
    if family == "number":
        return _number(cell)
    if family == "date":
        if isinstance(cell, date):
            return _day(cell)
        return _day(_EPOCH + timedelta(days=math.floor(cell))) if is_serial(cell) else UNREADABLE  # type: ignore[call-overload]
    # A date among codes is what a spreadsheet made of a code as 1-2: the code itself is lost.
    return UNREADABLE if isinstance(cell, date) else plain_text(cell)


def plain_text(cell: object) -> str:
    """The cell as its supplier would write it, whatever its column: "12" of 12.0, "ja" of True."""
    if isinstance(cell, bool | np.bool_):
        return "ja" if cell else "nee"
    if isinstance(cell, Integral | UUID):
        return str(cell)
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}" if cell.is_finite() else UNREADABLE
    if isinstance(cell, Real):
        return _plain_float(float(cell))
    if isinstance(cell, date):
        return _day(cell)
    return UNREADABLE


def is_serial(cell: object) -> bool:
    """Whether a cell is a number that a spreadsheet may mean as a day."""
    if isinstance(cell, bool | np.bool_) or not isinstance(cell, Real | Decimal):
        return False
    return _FIRST_SERIAL <= float(cell) <= _LAST_SERIAL


def _plain_float(number: float) -> str:
    if not math.isfinite(number) or abs(number) >= _EXACT:
        return UNREADABLE
    return str(int(number)) if number.is_integer() else f"{Decimal(repr(number)):f}"


def _number(cell: object) -> str:
    """Whole, or with two decimals; never with a cent less than the cell has."""
    if isinstance(cell, bool | np.bool_) or not isinstance(cell, Real | Decimal):
        return UNREADABLE
    try:
        exact = cell if isinstance(cell, Decimal) else Decimal(str(cell))
        if isinstance(cell, float | np.floating) and abs(cell) >= _EXACT:
            return UNREADABLE
        amount = exact.quantize(_CENT)
        if abs(exact - amount) > _NOISE:
            return UNREADABLE
    except InvalidOperation:  # infinite, or too many digits for an amount
        return UNREADABLE
    whole = amount.to_integral_value()
    if amount == whole:
        return str(int(whole))
    return f"{amount:f}".replace(".", ",")


def _day(moment: date) -> str:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(_HERE)
    return f"{moment.day:02d}-{moment.month:02d}-{moment.year:04d}"
