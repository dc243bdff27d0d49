"""Distinct texts of a supplier → text in socdom's written form. Every function takes stripped texts and keeps ""."""

from __future__ import annotations

import re

import pandas as pd

from socdom.sources.raw import UNREADABLE

_PARTS = {"dd": "day", "mm": "month", "jjjj": "year"}
# A time says nothing more of the day; with a zone only midnight does, for another hour may be the next day here.
_TIME = (
    r"(?:[T ](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
    r"|[T ]00:00:00(?:\.0+)?(?:Z|\+0[012]:00))?"
)
_SPACES = "[ \u00a0\u202f]"


_ERRORS = "N/B N/A VERW! REF! DEEL/0! DIV/0! WAARDE! VALUE! NAAM? NAME? GETAL! NUM! LEEG! NULL!"


def without_errors(texts: pd.Series) -> pd.Series:
    """What a spreadsheet writes for a value it does not have (#N/B, or ##### in a narrow column) is UNREADABLE."""
    words = ["#" + word for word in _ERRORS.split()]
    return texts.mask(texts.isin(words) | texts.str.fullmatch("##+"), UNREADABLE)


def written_dates(texts: pd.Series, pattern: str, *, digits: bool = False) -> pd.Series:
    """Dates by the pattern of the supplier, as 31-12-2020; what does not fit it is UNREADABLE.

    Args:
        texts: stripped; a time after the date is dropped.
        pattern: of dd, mm and jjjj, as "jjjj-mm-dd" or "jjjjmmdd". Where something stands between all parts a day or
            month may have one digit.
        digits: the texts come from numbers, which have lost a zero in front.
    """
    between = re.split("dd|mm|jjjj", pattern)[1:-1]
    if digits and not any(between):
        texts = texts.where(texts.eq(""), texts.str.zfill(8))
    width = "{1,2}" if all(between) else "{2}"
    regex = re.escape(pattern).replace(r"\-", "-")
    for part, name in _PARTS.items():
        regex = regex.replace(part, f"(?P<{name}>[0-9]{'{4}' if part == 'jjjj' else width})")
    found = texts.str.extract(f"^{regex}{_TIME}$")
    day, month = found["day"].str.zfill(2), found["month"].str.zfill(2)
    iso = found["year"] + "-" + month + "-" + day
    exists = pd.to_datetime(iso, format="%Y-%m-%d", errors="coerce").notna()
    return _or_unreadable(texts, day + "-" + month + "-" + found["year"], exists)


def number_texts(texts: pd.Series, getal: str) -> pd.Series:
    """Numbers as 1234 or 1234,56; what is not a number of at most two decimals is UNREADABLE.

    Args:
        texts: stripped; with points or spaces between thousands, "€", ",-" for no cents, a minus in front or behind,
            or parentheses for a negative amount.
        getal: "1.234,56" or "1,234.56".
    """
    if getal == "1.234,56":
        standard = texts.str.fullmatch(r"-?[1-9][0-9]*(?:,(?:[0-9][1-9]|[1-9]0))?")
        return texts.where(standard, _read_numbers(texts.mask(standard, ""), r"\.", ","))
    return _read_numbers(texts, ",", r"\.")


def _read_numbers(texts: pd.Series, thousands: str, decimal: str) -> pd.Series:
    bare = texts.str.replace(f"(?:€|EUR|{_SPACES})*$", "", regex=True)
    sign = f"(?P<sign>[-\u2212(]?){_SPACES}*(?:€|EUR)?{_SPACES}*(?P<late>[-\u2212]?){_SPACES}*"
    whole = f"(?P<whole>[0-9]+|[0-9]{{1,3}}(?:{thousands}[0-9]{{3}})+|[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}})+)"
    part = f"(?:{decimal}(?:(?P<part>[0-9]{{1,2}})0*|--?))?"
    found = bare.str.extract(f"^{sign}{whole}{part}{_SPACES}*(?P<end>[-\u2212)]?)$")
    marks = (found["sign"] + found["late"] + found["end"]).str.replace("\u2212", "-", regex=False)
    right = marks.isin(["", "-", "()"])
    digits = found["whole"].str.replace(r"[^0-9]", "", regex=True).str.replace("^0+(?=[0-9])", "", regex=True)
    cents = found["part"].fillna("").str.ljust(2, "0")
    value = digits + ("," + cents).where(cents.ne("00"), "")
    minus = marks.ne("") & value.ne("0")
    return _or_unreadable(texts, ("-" + value).where(minus, value), right)


def quarter_texts(texts: pd.Series) -> pd.Series:
    """Quarters as 2020Q4; also of 2020-Q4, 2020 Q4, 2020K4 and 2020KW04, as CBS writes it."""
    found = texts.str.extract(r"^(?P<year>[0-9]{4})[- ]?(?:[Qq]|[Kk][Ww]?)0?(?P<quarter>[1-4])$")
    return _or_unreadable(texts, found["year"] + "Q" + found["quarter"], found["year"].notna())


def whole_codes(texts: pd.Series) -> pd.Series:
    """Digits without the ",0" or ".0" that software puts behind a code it took for a number."""
    return texts.str.replace(r"^([0-9]+)[.,]0$", r"\1", regex=True)


def sound_keys(texts: pd.Series) -> pd.Series:
    """Keys; one that a spreadsheet has shortened (1,23457E+11) is UNREADABLE, for its last digits are lost."""
    shortened = texts.str.fullmatch(r"[0-9](?:[.,][0-9]+)?[Ee]\+[0-9]{2,3}")
    return texts.mask(shortened, UNREADABLE)


def _or_unreadable(texts: pd.Series, read: pd.Series, right: pd.Series) -> pd.Series:
    return read.where(right & read.notna(), UNREADABLE).where(texts.ne(""), "").astype("str")
