"""Made-up rows that show what a definition counts, and what it leaves out: for a count by hand.

Four persons have rows that meet the selection, each with other dates. A fifth has a row that looks like them, with
one code (or age) that does not count. So a definition with the wrong code counts something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import DATE_OF
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.kinds.volumes import MEASURES
from socdom.measures.selection import Selection
from socdom.sources.delivery_spec import FILES, DeliveryFile
from socdom.tables.codes import codes_of
from socdom.workbench.new_indicator.fixed_rows import fixed_rows

_ONE_YEAR, _TWO_YEARS = "2020Q1-2020Q4", "2019Q1-2020Q4"
_LOOKING_BACK = ("Reentry", "AmountChange")
_LAWS = ("wmo", "jeugd", "participatie", "schulden")
# First and last day; None is open. Anna comes back after more than 90 days and within a year.
_STAYS: tuple[tuple[str, date, date | None], ...] = (
    ("Anna", date(2020, 1, 10), date(2020, 2, 20)),
    ("Bram", date(2020, 2, 15), None),
    ("Cato", date(2020, 5, 20), date(2020, 6, 29)),
    ("Daan", date(2020, 7, 1), date(2020, 12, 31)),
    ("Anna", date(2020, 8, 3), date(2020, 9, 30)),
)
_LIKE_THEM = (
    ("Eva", date(2020, 1, 20), date(2020, 3, 10)),
    ("Eva", date(2020, 7, 6), date(2020, 11, 10)),
)
_PROVIDERS = ("A", "B", "C", "D", "E")
_EUROS = ("100,00", "250,50", "80,00", "400,00", "60,00")

Cells = dict[str, str]


@dataclass(frozen=True)
class MadeUp:
    """An example.

    Attributes:
        span: first and last quarter.
        files: file of a delivery → its rows as text.
    """

    span: str
    files: Mapping[str, str]


def made_up(indicator: Indicator) -> MadeUp:
    """Rows for a definition; of a way of counting without rows of persons, or of several tables, fixed ones."""
    kind = type(indicator.measure).__name__
    span = _TWO_YEARS if kind in _LOOKING_BACK or indicator.every == "jaar" else _ONE_YEAR
    selection = getattr(indicator.measure, "selection", None)
    if selection is None:
        return MadeUp(span, fixed_rows(indicator.measure))
    found: dict[str, list[Cells]] = {}
    for name, cells in _rows(indicator, selection):
        found.setdefault(name, []).append(cells)
    if selection.ages:
        found["clienten"] = _clients(selection.ages)
    return MadeUp(span, {name: _text(rows) for name, rows in found.items()})


def _rows(indicator: Indicator, selection: Selection) -> Iterator[tuple[str, Cells]]:
    """File and cells of each row."""
    usual = {column: codes[0] for column, codes in _wanted(selection).items()}
    stays = [
        *enumerate(_STAYS),
        *([(1, _a_year_earlier())] if type(indicator.measure).__name__ == "AmountChange" else []),
    ]
    for number, (name, first, last) in stays:
        codes = usual | _special(indicator.measure, selection, number)
        yield _row(selection.table, codes, name, _dates(indicator.measure, first, last, number), number)
    other = usual | _special(indicator.measure, selection, 1)
    other |= _other_code(selection) if not selection.ages else {}
    for name, first, last in _LIKE_THEM:
        yield _row(selection.table, other, name, _dates(indicator.measure, first, last, 1), 4)


def _a_year_earlier() -> tuple[str, date, date | None]:
    return "Bram", date(2019, 2, 15), None


def _wanted(selection: Selection) -> dict[str, tuple[str, ...]]:
    return {column: selection.codes(column) for column in selection.where}


def _other_code(selection: Selection) -> Cells:
    """One column with a code that does not count: the last that is named, so that a law is changed last of all."""
    for column in sorted(selection.where, key=lambda name: name == "law"):
        laws = selection.codes("law") if column != "law" else ()
        others = [
            code for code in codes_of(selection.table, column, laws) if code not in selection.codes(column)
        ]
        if others:
            return {column: others[0], **_of_other_law(column, others[0], selection)}
    return {}


def _of_other_law(column: str, law: str, selection: Selection) -> Cells:
    """A row of another law has the codes of that law."""
    if column != "law":
        return {}
    return {
        name: known[0]
        for name in selection.where
        if name != "law" and (known := codes_of(selection.table, name, (law,)))
    }


def _special(measure: Any, selection: Selection, number: int) -> Cells:
    """What the way of counting looks at: half of the rows are of the part, or end for the reason."""
    part = {column: codes for column, codes in getattr(measure, "part", {}).items()}
    if reasons := getattr(measure, "reasons", ()):
        part = {"end_reason": reasons}
    found = {}
    for column, codes in part.items():
        inside = (codes,) if isinstance(codes, str) else tuple(codes)
        allowed = selection.codes(column) or codes_of(selection.table, column, selection.codes("law"))
        outside = [code for code in allowed if code not in inside] or [""]
        found[column] = inside[0] if number % 2 == 0 else outside[0]
    if unit := MEASURES.get(getattr(measure, "measure", "")):
        found["unit"] = next(iter(unit)) if "04" not in unit else "04"
    return found


def _dates(measure: Any, first: date, last: date | None, number: int) -> dict[str, date | None]:
    """Column → date. A term is just met by some and just missed by others."""
    if isinstance(measure, Concentration):  # the largest of several can be told within one quarter
        first = _STAYS[0][1] + timedelta(days=number)
    if by := getattr(measure, "by", ""):
        return {"service_start": first, "received": first + timedelta(days=40), DATE_OF[by]: first}
    if at := getattr(measure, "at", ""):
        return {"start": first, "end": last, at: last or first} if at == "end" else {at: first}
    if hasattr(measure, "from_"):
        days = getattr(measure, "days", None)
        if isinstance(measure, OpenBeyond):
            first -= timedelta(days=measure.days * (number % 2))
        elif days is not None and last is not None:
            last = first + timedelta(days=days + number % 2)
        # A case that is never closed has no second date where that can be; elsewhere it is closed at last.
        return {measure.from_: first, measure.to: last or _closed(measure.to, first)}
    return {"start": first, "end": last}


def _closed(column: str, first: date) -> date | None:
    return None if column in ("end", "decided", "contacted") else first + timedelta(days=30)


def _row(
    table: str, codes: Mapping[str, str], name: str, dates: Mapping[str, date | None], number: int
) -> tuple[str, Cells]:
    spec = _file_of(table, codes)
    headers = spec.headers
    cells = {"wie": name}
    cells |= {headers[column]: code for column, code in codes.items() if column in headers}
    cells |= {
        headers[column]: f"{day:%d-%m-%Y}" if day else ""
        for column, day in dates.items()
        if column in headers
    }
    if table == "declarations":
        cells |= {"aanbieder": _PROVIDERS[number], "volume": str(number + 1), "bedrag": _EUROS[number]}
    return spec.delivery, cells


def _file_of(table: str, codes: Mapping[str, str]) -> DeliveryFile:
    """The file with rows of the table, of the law where each has its own."""
    specs = [spec for spec in FILES if table in spec.tables]
    law = codes.get("law", "")
    return next((spec for spec in specs if spec.constants.get("law", law) == law), specs[0])


def _clients(ages: tuple[int, int]) -> list[Cells]:
    """Everybody has the first age that counts, but one, who is a year too old or too young for it."""
    first, last = ages
    other = last + 2 if first == 0 else first - 2
    names = dict.fromkeys(name for name, *_ in _STAYS)
    return [
        {"wie": name, "geboortedatum": f"01-12-{2018 - age}"}
        for name, age in [*((name, first) for name in names), (_LIKE_THEM[0][0], other)]
    ]


def _text(rows: list[Cells]) -> str:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    lines = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(headings))]
    return "\n".join(
        " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
