"""Text of a delivery → values of a table, as a Dutch municipality writes them.

Each distinct text is read once. Every reader takes distinct, stripped texts and gives as many values, with a
missing value where the text is not right.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.person_numbers import ELEVEN_TEST
from socdom.sources.raw import UNREADABLE
from socdom.tables.codes import OPEN_AGE

# [0-9] and not \d, which also takes digits of other scripts.
# 1234 or 1.234, at most two decimals after a comma. "12.50" is refused: it may be an amount with a decimal
# point.
_NUMBER = r"-?(?:[0-9]{1,13}|[0-9]{1,3}(?:\.[0-9]{3}){1,4})"
_AMOUNT = rf"{_NUMBER}(?:,[0-9]{{1,2}})?"


@dataclass(frozen=True)
class Kind:
    """How a column is read.

    Attributes:
        rule: what must hold, in Dutch, for a supplier.
        read: distinct texts → values; missing where the text is wrong.
        filler: the value that stands in for a wrong text until the delivery is refused.
        empty: value of an empty text; None when a text must be there.
    """

    rule: str
    read: Callable[[pd.Series], pd.Series]
    filler: object
    empty: object = None


def _dates(texts: pd.Series) -> pd.Series:
    right = texts.str.fullmatch(r"[0-9]{2}-[0-9]{2}-[0-9]{4}")
    days = pd.to_datetime(texts.where(right), format="%d-%m-%Y", errors="coerce")
    return days.astype("datetime64[s]")


def _whole(texts: pd.Series) -> pd.Series:
    right = texts.str.fullmatch(_NUMBER)
    return texts.where(right).str.replace(".", "", regex=False).astype("float64").astype("Int64")


def _cents(texts: pd.Series) -> pd.Series:
    """Without a floating point, so that no cent is lost."""
    right = texts.str.fullmatch(_AMOUNT)
    known = texts.where(right, "0").str.replace(".", "", regex=False)
    # Not with str.partition: of no texts at all that has no columns.
    whole, part = known.str.replace(r",.*", "", regex=True), known.str.extract(r",(.*)", expand=False)
    digits = whole + part.fillna("").str.ljust(2, "0")
    return digits.astype("int64").astype("Int64").where(right)


def _euros(texts: pd.Series) -> pd.Series:
    return _cents(texts).astype("Float64") / 100


def _quarters(texts: pd.Series) -> pd.Series:
    right = texts.str.fullmatch(r"[0-9]{4}Q[1-4]")
    known = texts.where(right, "0000Q1")
    index = known.str[:4].astype("int64") * 4 + known.str[5].astype("int64") - 1
    return index.astype("Int64").where(right)


def _bsns(texts: pd.Series) -> pd.Series:
    """Nine digits that pass the eleven-test: 9·d1 + 8·d2 + … + 2·d8 - d9 is a multiple of 11.

    A spreadsheet drops a leading zero, so eight digits are completed.
    """
    padded = texts.str.zfill(9)
    right = texts.str.fullmatch(r"[0-9]{8,9}") & padded.ne("000000000")
    digits = np.array([list(text) for text in padded.where(right, "0" * 9)], dtype="int64").reshape(-1, 9)
    total = digits @ np.array(ELEVEN_TEST)
    return padded.where(right & (total % 11 == 0))


def _two_digits(texts: pd.Series) -> pd.Series:
    """A spreadsheet drops a leading zero: "1" is "01"."""
    return texts.where(texts.str.fullmatch(r"[0-9]{1,2}")).str.zfill(2)


def _any(texts: pd.Series) -> pd.Series:
    return texts


KINDS: dict[str, Kind] = {
    "date": Kind("een datum als 31-12-2020", _dates, pd.NaT),
    "open date": Kind("een datum als 31-12-2020, of leeg", _dates, pd.NaT, pd.NaT),
    "whole number": Kind("een heel getal, zoals 1234 of 1.234", _whole, 0),
    "open age": Kind("een hele leeftijd, of leeg bij 'en ouder'", _whole, 0, OPEN_AGE),
    "eurocents": Kind("een bedrag als 1.234,56", _cents, 0),
    "euros": Kind("een bedrag als 1.234,56", _euros, 0),
    "quarter": Kind("een kwartaal als 2020Q4", _quarters, 0),
    "bsn": Kind("een bsn van negen cijfers dat de elfproef doorstaat", _bsns, ""),
    "key": Kind("dit nummer is verplicht", _any, ""),
    "text": Kind("hier hoort tekst", _any, "", ""),
    "two digits": Kind("een code van twee cijfers", _two_digits, "", ""),
    "area": Kind("een buurtcode die in gebieden.csv staat", _any, "", ""),
}


def read_values(texts: pd.Series, kind: Kind) -> tuple[pd.Series, np.ndarray]:
    """Read a column.

    Returns:
        The values (fillers where wrong) and one boolean per row, True where the text is wrong.
    """
    places, distinct = pd.factorize(texts)
    stripped = pd.Series(distinct, dtype="str").str.strip()
    values = kind.read(stripped)
    blank = stripped.eq("")
    unreadable = stripped.eq(UNREADABLE).to_numpy(dtype=bool)
    unread = values.isna() | blank if kind.empty is None else values.isna() & ~blank
    wrong = unread.to_numpy(dtype=bool) | unreadable
    values = values.mask(pd.Series(wrong), kind.filler)
    if kind.empty is not None:
        values = values.mask(blank, kind.empty)
    return values.take(places).reset_index(drop=True), wrong[places]
