"""What is missing, wrong or on no list, per column."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.parameters.bronnen import Controle
from socdom.person_numbers import covered
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REMARKS, ColumnCounts, Finding
from socdom.sources.examine.words import noun, percentage, public, public_part, rows
from socdom.tables.codes import codes_of

# A code is named when it is that short and so many rows have it: then it is about nobody.
_SHORT_CODE = re.compile(r"[0-9A-Za-z]{1,4}")
_OFTEN = 10
_MOST_CODES = 10
_OLDEST = 115
# Days on which something has happened; of a start or an end the plan may be known before.
_PAST = frozenset({"birth_date", "assigned", "received", "decided", "registered", "contacted"})


def _in_kind(frame: pd.DataFrame) -> pd.Series:
    """A personal budget has no provider that the municipality knows."""
    return frame["form"].ne("pgb") if "form" in frame else pd.Series(True, index=frame.index)


def _ended(frame: pd.DataFrame) -> pd.Series:
    return frame["end"].notna()


def _all(frame: pd.DataFrame) -> pd.Series:
    return pd.Series(True, index=frame.index)


# Columns that may be empty but seldom are → the rows in which something is expected, and what readers call it.
_EXPECTED: dict[str, tuple[Callable[[pd.DataFrame], pd.Series], str]] = {
    "provider": (_in_kind, "de aanbieder"),
    "referrer": (_all, "de verwijzer"),
    "end_reason": (_ended, "de reden van het einde"),
}


def column_counts(group: Group) -> tuple[ColumnCounts, ...]:
    """Counts of every column that was delivered, in the order of the delivery."""
    return tuple(_counts(group, column.name, column.header) for column in group.sheets[0].spec.delivered)


def _counts(group: Group, name: str, header: str) -> ColumnCounts:
    values, wrong = group.frame[name], group.wrong(name)
    unknown = _unknown(group, name) & ~wrong
    times = values[unknown].value_counts()
    told = [
        (str(code), int(count))
        for code, count in times.items()
        if count >= _OFTEN and _SHORT_CODE.fullmatch(str(code))
    ]
    told.sort(key=lambda item: (-item[1], item[0]))
    empty = _empty(values) & ~wrong
    return ColumnCounts(
        covered(header), int(empty.sum()), int(wrong.sum()), int(unknown.sum()), tuple(told[:_MOST_CODES])
    )


def _empty(values: pd.Series) -> np.ndarray:
    blank = values.eq("") if values.dtype == "str" else values.isna()
    return blank.to_numpy(dtype=bool)


def _unknown(group: Group, name: str) -> np.ndarray:
    """Rows with a code that is on no list of the column."""
    law = group.spec.constants.get("law")
    lists = [codes_of(table, name, (law,) if law else ()) for table in group.spec.tables]
    known = {code for codes in lists for code in codes}
    values = group.frame[name]
    if not known:
        return np.zeros(len(values), dtype=bool)
    return ~values.isin({*known, ""}).to_numpy(dtype=bool)


def code_findings(group: Group, counts: tuple[ColumnCounts, ...]) -> list[Finding]:
    """Codes nobody knows; the contract counts their rows, this names the codes."""
    found = []
    for column in counts:
        if column.codes:
            names = dutch.listing([f"{code} ({dutch.number(times)} keer)" for code, times in column.codes])
            rule = f"deze codes staan op geen lijst: {names}"
            remedy = "Vertaal ze bij waarden in gemeente.yml, of vraag de leverancier wat ze betekenen."
            found.append(
                Finding(REMARKS, group.delivery, f"{group.place}, kolom {column.header}", rule, remedy)
            )
    return found


def missing_findings(group: Group, settings: Controle) -> list[Finding]:
    """Columns that are empty in many of the rows in which something is expected."""
    found = []
    for name, (expected, word) in _EXPECTED.items():
        if name not in group.spec.headers:
            continue
        due = expected(group.frame).to_numpy(dtype=bool)
        empty = due & _empty(group.frame[name]) & ~group.wrong(name)
        part = percentage(empty.sum(), due.sum())
        if part > settings.leeg_opmerking:
            rule = (
                f"deze kolom is leeg in {dutch.percent(part, 0)} van de rijen waarin zij gevuld hoort te zijn"
            )
            remedy = "Vraag de leverancier of deze kolom compleet is."
            note = f"Bij {public_part(part, int(due.sum()))} van de {noun(group.delivery)} is {word} niet bekend."
            found.append(
                Finding(REMARKS, group.delivery, group.at(name), rule, remedy, public(note, empty.sum()))
            )
    return found


def impossible_findings(group: Group, today: date) -> list[Finding]:
    """Days that can be read and cannot be: after today, or of somebody who would be very old."""
    found = []
    moment = pd.Timestamp(today)
    for name in sorted(_PAST.intersection(group.spec.headers)):
        if later := _where(group, name, group.frame[name].gt(moment)):
            rule = f"in {rows(later)} ligt deze datum na vandaag"
            found.append(Finding(REMARKS, group.delivery, group.at(name), rule, "Kijk dit na in de bron."))
    if "birth_date" in group.spec.headers:
        limit = moment - pd.DateOffset(years=_OLDEST)
        if old := _where(group, "birth_date", group.frame["birth_date"].lt(limit)):
            rule = f"in {rows(old)} is iemand ouder dan {_OLDEST} jaar"
            remedy = "Kijk of dit een invulwaarde is voor een onbekende geboortedatum."
            found.append(Finding(REMARKS, group.delivery, group.at("birth_date"), rule, remedy))
    return found


def _where(group: Group, name: str, rows_with: pd.Series) -> int:
    """How many rows have something in a column, of those that could be read there."""
    return int((rows_with.to_numpy(dtype=bool) & ~group.wrong(name)).sum())
