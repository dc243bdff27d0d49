"""Numbers, dates and lists in Dutch: the only formatter of the project."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

NBSP = "\N{NO-BREAK SPACE}"
HIDDEN_MARK = "."
_LOCALE = "nl_NL"
MILLIONS_FROM = 999_500


def round_half_up(value: float, decimals: int = 0) -> float:
    """Round as people do (2,5 → 3), on the decimal notation of the value, not on its binary tail."""
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(float(value))).quantize(step, rounding=ROUND_HALF_UP))


def number(value: float, decimals: int = 0) -> str:
    """1234.5 → "1.234,5". A minus is written as "-"."""
    # As text, so that 0 and -0, which are equal, stay two numbers.
    return _written(repr(float(value)), decimals)


@lru_cache(maxsize=4096)
def _written(value: str, decimals: int) -> str:
    """A page writes the same number in chart, table and sentence, and writing one takes longer than a look."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(round_half_up(float(value), decimals), format=pattern, locale=_LOCALE)


def percent(value: float, decimals: int = 1) -> str:
    """11.6 → "11,6%"."""
    return f"{number(value, decimals)}%"


def euro(value: float, decimals: int = 0) -> str:
    """Euros below a million ("€ 12.500", a price "€ 62,40"), otherwise millions with one decimal ("€ 17,9 mln.")."""
    if abs(value) >= MILLIONS_FROM:
        return f"€{NBSP}{number(value / 1e6, 1)}{NBSP}mln."
    return f"€{NBSP}{number(value, decimals)}"


def day(value: date) -> str:
    """date(2021, 2, 15) → "15 februari 2021"."""
    return format_date(value, "d MMMM y", locale=_LOCALE)


def month(value: date) -> str:
    """date(2021, 2, 15) → "februari 2021"."""
    return format_date(value, "MMMM y", locale=_LOCALE)


def file_size(size: int) -> str:
    """Size of a file in words: "124 kB", "2,3 MB"; at least 1 kB."""
    kilobytes = size / 1000
    if kilobytes >= 999.5:
        return f"{number(kilobytes / 1000, 1)}{NBSP}MB"
    return f"{number(max(kilobytes, 1))}{NBSP}kB"


def unbroken(text: str) -> str:
    """A text that stays on one line: its spaces hold its words together."""
    return text.replace(" ", NBSP)


def listing(items: Sequence[str]) -> str:
    """["a", "b", "c"] → "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} en {items[-1]}"


def sentence(text: str) -> str:
    """Close a sentence with one full stop, also after "mln."."""
    return text if text.endswith(".") else f"{text}."


def as_shown(value: float, form: str, decimals: int = 0) -> float:
    """A figure rounded as `value_text` writes it, so that a difference can be taken of what a reader sees."""
    if form == "euro" and abs(value) >= MILLIONS_FROM:
        return round_half_up(round_half_up(value / 1e6, 1) * 1e6)
    return round_half_up(value, decimals)


def shown_difference(later: float, earlier: float, form: str, decimals: int = 0) -> float:
    """Later minus earlier, of both as a reader sees them.

    0 when the true difference is under half the last digit shown: rounding alone may then show a difference.
    """
    millions = form == "euro" and max(abs(later), abs(earlier)) >= MILLIONS_FROM
    step = 1e5 if millions else 10.0**-decimals
    if abs(later - earlier) < step / 2:
        return 0.0
    return round_half_up(as_shown(later, form, decimals) - as_shown(earlier, form, decimals), decimals)


# A rate among so many ("12,3 van de 1.000"); the only place that knows which there are.
_RATES = {"per_1000": 1_000, "per_10000": 10_000}
FORMATS = ("aantal", "procent", *_RATES, "dagen", "weken", "euro")


def rate_per(form: str) -> int:
    """Among how many a rate is told: "per_1000" → 1000; 0 for a format that is no such rate."""
    return _RATES.get(form, 0)


def value_text(
    value: float | None, form: str, decimals: int = 0, *, words: bool = False, trim: bool = False
) -> str:
    """One figure as text.

    Args:
        value: the figure; None or NaN gives the mark of a hidden or missing figure (".").
        form: one of FORMATS.
        decimals: decimals to show; of millions of euros there is always one.
        words: write the unit in words, for a sentence ("11,6 procent") instead of a mark ("11,6%").
        trim: write a whole number without decimals ("12%"), for figures that are not all known so precisely.
    """
    if value is None or math.isnan(value):
        return HIDDEN_MARK
    if trim and value == round(value):
        decimals = 0
    assert form in FORMATS, f"unknown format: {form}"
    if form == "euro":
        return euro(value, decimals)
    if form == "procent":
        return f"{number(value, decimals)} procent" if words else percent(value, decimals)
    text = number(value, decimals)
    if form == "dagen":
        return f"{text}{NBSP}{'dag' if text == '1' else 'dagen'}"
    if form == "weken":
        return f"{text}{NBSP}{'week' if text == '1' else 'weken'}"
    if words and (base := rate_per(form)):
        return f"{text}{NBSP}van de {number(base)}"
    return text
