"""How an indicator is counted, as data: enough to count it again, or to compare it with another definition."""

from __future__ import annotations

from typing import Any, Literal

from socdom.editions.record import Record

# Of the form of `Definition`; the first number goes up when a reader of the old form would misread the new one.
SCHEMA = "1.0"


class Chosen(Record):
    """The rows of a table that count.

    Attributes:
        table: name of the table ("provisions"), as in ARCHITECTURE.md.
        where: column → the codes that count; a row must meet every column.
        ages: first and last age (included) on the first day of the period; a last age of None is no limit.
        new_only: only the rows with which help begins, after more than 90 days without.
    """

    table: str
    where: dict[str, tuple[str, ...]] = {}
    ages: tuple[int, int | None] | None = None
    new_only: bool = False


class Denominator(Record):
    """What a count is divided by, on the first day of the period; `ages` as of `Chosen`, None for households."""

    of: Literal["inwoners", "huishoudens"]
    ages: tuple[int, int | None] | None = None


class Definition(Record):
    """The formal part of a description.

    Attributes:
        kind: way of counting, by its name in the code ("PersonsActive").
        method: the same with a version, as it stands in every figure ("personen_actief/1").
        selection: the rows; None for open data and for tables of totals.
        parameters: the other settings of the kind.
        denominator: None when the figure has none, or one that the kind makes itself.
        levels: areas for which there are figures.
        every: "kwartaal", or "jaar" for a count anew over the whole year.
        provisional, incomplete: how many of the newest periods are voorlopig, onvolledig.
        labels: column → code → Dutch label, of the codes in `selection` and `parameters` that have one.
    """

    kind: str
    method: str
    selection: Chosen | None = None
    parameters: dict[str, Any] = {}
    denominator: Denominator | None = None
    levels: tuple[str, ...] = ("gemeente",)
    every: Literal["kwartaal", "jaar"] = "kwartaal"
    provisional: int = 1
    incomplete: int = 0
    labels: dict[str, dict[str, str]] = {}
