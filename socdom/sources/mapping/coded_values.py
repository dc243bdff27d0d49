"""Values of a supplier → codes of socdom, for the columns of a file that hold codes.

Shown are values that many rows share, and words of socdom's own lists; what few rows have could be about somebody.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from socdom.person_numbers import may_name_somebody
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.mapping.value_words import code_for, codes, known_words
from socdom.sources.mapping.words import plain
from socdom.sources.standard_text import written_dates

LONGEST, FEWEST_ROWS = 30, 10
_NOTHING = frozenset(("", "null", "nvt", "n v t", "niet van toepassing", "leeg", "geen", "none", "nan"))
_OPEN_ENDS = ("31-12-9999", "30-12-9999", "01-01-9999", "31-12-2999", "01-01-2999")
_MOST_WORDS, _ABBREVIATION = 8, 3


@dataclass(frozen=True)
class Translation:
    """What is to be read for the values of one column.

    Attributes:
        values: value of the supplier → code; "" for nothing.
        unknown: values that socdom does not know, and that may be shown.
        hidden: number of other values that are not among `values` or the codes.
    """

    values: dict[str, str]
    unknown: tuple[str, ...] = ()
    hidden: int = 0


def may_be_shown(text: str, rows: int) -> bool:
    """Short, without a number of four digits or an "@", and in so many rows that it is about nobody."""
    return len(text) <= LONGEST and rows >= FEWEST_ROWS and not may_name_somebody(text) and text.isprintable()


def translation(cells: ColumnCells, spec: DeliveryFile, column: Column, date_pattern: str) -> Translation:
    """How the values of a column become codes; without content where they need not.

    Args:
        date_pattern: how the file writes dates in text.
    """
    if column.kind == "open date":
        return Translation(_open_ends(cells, date_pattern) | _nothing(cells))
    if not codes(spec, column):
        return Translation({})
    values, unknown, hidden = _nothing(cells) if _may_be_empty(column) else {}, [], 0
    for text, rows in cells.texts.items():
        if _is_code(text, spec, column) or text in values:
            continue
        code = code_for(text, spec, column)
        if not may_be_shown(text, rows):
            hidden += 1
        elif code:
            values[text] = code
        else:
            unknown.append(text)
    more = _other_words(values, spec, column)
    # A word that is written now is no longer one that few rows have.
    hidden -= sum(text in more for text in cells.texts.index)
    return Translation(dict(sorted(values.items())) | more, tuple(sorted(unknown)), hidden)


def _is_code(text: str, spec: DeliveryFile, column: Column) -> bool:
    allowed = codes(spec, column)
    return text in allowed or (column.kind == "two digits" and text.zfill(2) in allowed)


def _may_be_empty(column: Column) -> bool:
    return column.kind in ("text", "two digits") and column.name not in ("sex", "law", "side", "category")


def _nothing(cells: ColumnCells) -> dict[str, str]:
    """Words for nothing, as "n.v.t."."""
    return {
        text: ""
        for text, rows in sorted(cells.texts.items())
        if plain(text) in _NOTHING and may_be_shown(text, rows)
    }


def _open_ends(cells: ColumnCells, pattern: str) -> dict[str, str]:
    """Days that mean that there is no end, in socdom's own form: values are looked up by that as well."""
    written = written_dates(pd.Series(cells.texts.index, dtype="str"), pattern)
    rows = pd.Series(cells.texts.to_numpy(), index=written.to_numpy()).groupby(level=0).sum()
    return {day: "" for day in _OPEN_ENDS if rows.get(day, 0) + cells.open_ends.get(day, 0) >= FEWEST_ROWS}


def _other_words(values: dict[str, str], spec: DeliveryFile, column: Column) -> dict[str, str]:
    """Words for the codes that are not there yet, for rows that come later; the same whatever the rare values are."""
    shown = [text for text, code in values.items() if code]
    if not shown or column.kind != "text":
        return {}
    missing = set(codes(spec, column)) - set(values.values())
    words = {code: code for code in codes(spec, column)} | dict(known_words(spec, column))
    more: dict[str, str] = {}
    for code in codes(spec, column):
        if code in missing:
            alike = [word for word, meant in words.items() if meant == code and _of_length(word, shown)]
            styled = [written for word in alike[:_MOST_WORDS] for written in _in_style(word, shown)]
            more |= {word: code for word in styled if word != code}
    return more


def _of_length(word: str, shown: list[str]) -> bool:
    """Letters beside letters, numbers beside numbers, words beside words."""
    if all(text.isdigit() for text in shown):
        return word.isdigit()
    single = all(len(text) == 1 for text in shown)
    return not word.isdigit() and (len(word) == 1) == single


def _in_style(word: str, shown: list[str]) -> tuple[str, ...]:
    """With capitals as the values that are shown; an abbreviation has them in any case."""
    if all(text.isupper() for text in shown):
        return (word.upper(),)
    styled = word if all(text.islower() or text.isdigit() for text in shown) else word.capitalize()
    return (styled, word.upper()) if 1 < len(word) <= _ABBREVIATION else (styled,)
