"""A few readable rows → the tables of the engine.

The headings are those of a delivery (`socdom.sources.delivery_spec`), with names instead of numbers: "wie" for a
person, "huishouden" for a household, "wijk" for where someone lives. What is left out gets a value that changes
nothing: everybody is born in 1980, lives alone in the first wijk, and gets the first code of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from socdom.areas import Area
from socdom.dutch import listing
from socdom.errors import Fault, ParameterError
from socdom.quarters import Quarter
from socdom.sources.delivery_spec import FILES, Column, DeliveryFile
from socdom.sources.delivery_values import KINDS, read_values
from socdom.tables import COLUMNS, Tables
from socdom.tables.model import empty_table
from socdom.workbench.series import HEADINGS, NEEDED, series_frame

AREAS = (
    Area("NL01", "Nederland", "land"),
    Area("GM9999", "Gemeente", "gemeente"),
    Area("WK999901", "Noord", "wijk", "GM9999"),
    Area("WK999902", "Zuid", "wijk", "GM9999"),
    Area("BU99990101", "Noord", "buurt", "WK999901"),
    Area("BU99990201", "Zuid", "buurt", "WK999902"),
)
_BUURT_OF = {area.name: area.code for area in AREAS if area.level == "buurt"}
_NAMED = {"bsn": "wie", "huishoudnummer": "huishouden", "buurtcode": "wijk"}
_DEFAULTS = {
    "geboortedatum": "01-01-1980",
    "van": "01-01-2000",
    "wijk": "Noord",
    "geslacht": "onbekend",
    "wet": "wmo",
    "productcategorie": "01",
    "leveringsvorm": "zin",
    "uitkomst": "",
    "eenheid": "04",
    "volume": "1",
}
_DEFAULTS_OF = {"voorzieningen_jeugd": {"productcategorie": "45"}, "begroting": {"soort": "lasten"}}
_SPECS = {spec.file.removesuffix(".csv"): spec for spec in FILES}
_CLIENTS, OPEN_DATA = "clienten", "open_data"

Cells = dict[str, str]


@dataclass(frozen=True)
class Rows:
    """Made-up rows as they were written, and the tables they make.

    Attributes:
        written: file of a delivery ("voorzieningen_wmo") → its rows, heading → text.
        tables: what the engine counts; persons and households are numbered from 1.
        persons, households: name → number.
        open_data: published figures; None when there are none.
    """

    written: Mapping[str, tuple[Cells, ...]]
    tables: Tables
    persons: Mapping[str, int]
    households: Mapping[str, int]
    open_data: pd.DataFrame | None


def rows_of(texts: Mapping[str, str], quarters: Sequence[Quarter]) -> Rows:
    """Read tables of text: a line of headings, then a line for each row, cells separated by "|".

    Args:
        texts: file of a delivery without ".csv" → its rows; "open_data" for figures that were published.
        quarters: for which the inhabitants and households hold when no quarter is written.

    Raises:
        ParameterError: an unknown file or heading, or a value that cannot be read.
    """
    written = {name: tuple(_lines(name, text)) for name, text in texts.items()}
    persons = _numbers(written, "wie")
    clients = {row["wie"]: row for row in written.get(_CLIENTS, ())}
    homes = {name: clients.get(name, {}).get("huishouden", f"huishouden van {name}") for name in persons}
    households = {name: number for number, name in enumerate(dict.fromkeys(homes.values()), start=1)}
    unlisted = [{"wie": name} for name in persons if name not in clients]
    full = {**written, _CLIENTS: (*written.get(_CLIENTS, ()), *unlisted)}
    published = series_frame(full.pop(OPEN_DATA), AREAS) if OPEN_DATA in full else None
    frames: dict[str, list[pd.DataFrame]] = {}
    for name, cells in full.items():
        filled = [_filled(row, homes, name) for row in _in_quarters(cells, name, quarters)]
        for table in _SPECS[name].tables:
            frames.setdefault(table, []).append(_frame(table, _SPECS[name], filled, persons, households))
    return Rows(written, _tables(frames), persons, households, published)


def _lines(name: str, text: str) -> Iterator[Cells]:
    known = _headings(name)
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    headings = lines[0]
    if unknown := [heading for heading in headings if heading not in known]:
        raise ParameterError(
            Fault(
                f"{name}: {', '.join(unknown)}",
                "kolommen die er zijn",
                remedy=f"Kies uit {', '.join(known)}.",
            )
        )
    if missing := [heading for heading in _needed(name) if heading not in headings]:
        raise ParameterError(Fault(name, f"een kolom {listing(missing)}", remedy="Vul de rijen aan."))
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(headings):
            raise ParameterError(Fault(name, f"{len(headings)} vakken in elke rij", rows=(number,)))
        yield dict(zip(headings, cells, strict=True))


def _headings(name: str) -> list[str]:
    """What may stand above the columns of a file."""
    if name == OPEN_DATA:
        return list(HEADINGS)
    if name not in _SPECS:
        allowed = ", ".join([*_SPECS, OPEN_DATA])
        raise ParameterError(Fault(name, "een bestand van een levering", remedy=f"Kies uit {allowed}."))
    return [_heading(column) for column in _SPECS[name].columns]


def _needed(name: str) -> tuple[str, ...]:
    """The columns that cannot be left out, because nothing stands in for them."""
    if name == OPEN_DATA:
        return NEEDED
    return ("wie",) if "wie" in _headings(name) else ()


def _heading(column: Column) -> str:
    return _NAMED.get(column.header, column.header)


def _numbers(written: Mapping[str, tuple[Cells, ...]], heading: str) -> dict[str, int]:
    names = dict.fromkeys(row[heading] for rows in written.values() for row in rows if heading in row)
    return {name: number for number, name in enumerate(names, start=1)}


def _in_quarters(rows: Sequence[Cells], name: str, quarters: Sequence[Quarter]) -> Iterator[Cells]:
    """Rows without a quarter hold for all quarters, where the file has one."""
    has_quarter = any(column.header == "kwartaal" for column in _SPECS[name].columns)
    for row in rows:
        if has_quarter and "kwartaal" not in row:
            yield from (row | {"kwartaal": str(quarter)} for quarter in quarters)
        else:
            yield row


def _filled(row: Cells, homes: Mapping[str, str], name: str) -> Cells:
    home = {"huishouden": homes.get(row.get("wie", ""), "")}
    usual = _DEFAULTS | home | _DEFAULTS_OF.get(name, {})
    return usual | {heading: text or usual.get(heading, "") for heading, text in row.items()}


def _frame(
    table: str,
    spec: DeliveryFile,
    rows: Sequence[Cells],
    persons: Mapping[str, int],
    households: Mapping[str, int],
) -> pd.DataFrame:
    """Rows of one file as a table of the contract."""
    names = {"person": persons, "household": households}
    columns = {column.name: column for column in spec.columns}
    frame = {}
    for name, dtype in COLUMNS[table].items():
        if name in names and name in columns:
            heading = _heading(columns[name])
            values = pd.Series([names[name][row[heading]] for row in rows])
        elif name in columns:
            values = _values(columns[name], rows, spec)
        else:
            values = pd.Series([spec.constants.get(name, "")] * len(rows), dtype="str")
        frame[name] = values.astype(dtype)
    return pd.DataFrame(frame)


def _values(column: Column, rows: Sequence[Cells], spec: DeliveryFile) -> pd.Series:
    heading = _heading(column)
    if column.kind == "key":  # the number of the row itself
        return pd.Series(range(1, len(rows) + 1), dtype="int64")
    texts = pd.Series([row.get(heading, "") for row in rows], dtype="str")
    if heading == "wijk":
        return _buurten(texts, spec)
    kind = KINDS[column.kind]
    absent = pd.Series([heading not in row for row in rows])
    values, wrong = read_values(texts, kind)
    if bad := [number + 2 for number, is_wrong in enumerate(wrong) if is_wrong and not absent[number]]:
        place = f"{spec.file.removesuffix('.csv')}, {heading}"
        raise ParameterError(Fault(place, kind.rule, len(bad), tuple(bad)))
    return values


def _buurten(names: pd.Series, spec: DeliveryFile) -> pd.Series:
    """Codes of the places by their name; "" stays an unknown address."""
    if bad := [number for number, name in enumerate(names, start=2) if name and name not in _BUURT_OF]:
        place = f"{spec.file.removesuffix('.csv')}, wijk"
        raise ParameterError(Fault(place, f"een van {', '.join(_BUURT_OF)}", len(bad), tuple(bad)))
    return names.map({"": "", **_BUURT_OF})


def _tables(frames: Mapping[str, list[pd.DataFrame]]) -> Tables:
    """All tables, with rows that are numbered on where a table comes from several files."""
    found = {}
    for name, parts in frames.items():
        filled = [part for part in parts if len(part)]
        frame = pd.concat(filled, ignore_index=True) if filled else empty_table(name)
        first = next(iter(COLUMNS[name]))
        if COLUMNS[name][first] == "int64" and first != "person":
            frame[first] = range(1, len(frame) + 1)
        found[name] = frame
    if "persons" in found:
        found["persons"] = found["persons"].drop_duplicates("person", ignore_index=True)
    return replace(Tables.empty(), **found)
