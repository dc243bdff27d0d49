"""Numbers that may be a BSN in a name that somebody gave: of a file, a sheet, a column, a table or a parameter.

Such a name is told to who looks for a fault; a number of a person in it is not. A number that fails the
eleven-test is covered too: it may be a BSN with a slip.
"""

from __future__ import annotations

import re

COVER = "…"
# Weights of the digits of a BSN in the eleven-test: their sum is a multiple of 11. Source: Logisch Ontwerp BSN.
ELEVEN_TEST = (9, 8, 7, 6, 5, 4, 3, 2, -1)
# Of a delivery: before 2015 it is sooner the day somebody was born.
_YEAR = "20(?:1[5-9]|[2-9][0-9])"
_MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
# A day, with or without the time behind it: 20210115, 202101150930, 20210115093000.
_MOMENT = re.compile(rf"{_YEAR}{_MONTH_DAY}(?:[0-9]{{4}}|[0-9]{{6}})?")
# Eight digits and more, but for those of a wijk or buurt; and nine in groups, as people write them.
_NUMBER = re.compile(
    r"(?<![0-9])(?<!BU)(?<!WK)[0-9]{8,}(?![0-9])"
    r"|(?<![0-9])(?<![0-9]\.)(?:[0-9]{3}([ ._\-/\u00a0])[0-9]{3}|[0-9]{4}([ ._\-/\u00a0])[0-9]{2})(?:\1|\2)[0-9]{3}"
    r"(?![0-9])(?!\.[0-9])"
)
_TELLING = re.compile(r"[0-9]{4}|@")


def covered(text: str) -> str:
    """The text with "…" for each number that may be a BSN."""
    return _NUMBER.sub(lambda found: found[0] if _MOMENT.fullmatch(found[0]) else COVER, text)


def may_name_somebody(text: str) -> bool:
    """Whether a text could be of a person: four digits in a row, a BSN in groups, or an "@" as in an address."""
    return _TELLING.search(text) is not None or has_person_number(text)


def has_person_number(text: str) -> bool:
    """Whether a number in the text may be a BSN."""
    return covered(text) != text
