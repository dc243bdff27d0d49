"""One published Iv3 file: its columns, its missing values and its faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.sources.taakvelden import code_of, unknown_faults
from socdom.tables.codes import SIDES

COUNTRY = "Nederland"
_COLUMNS = {
    "Gemeenten": "gemeente",
    "Taakveld": "taakveld",
    "Lasten": "lasten",
    "Baten": "baten",
    "Inwonertal": "inhabitants",
    "Gemeentegrootte": "size",
    "Stedelijkheid": "urbanity",
}
_NUMBERS = (*SIDES, "inhabitants")
# CBS writes a value it does not have in one of these ways.
_MISSING = ("", ".", "null", "NULL", "nan", "NaN", "-99998", "-99998.0")
_SOCIAAL_DOMEIN = "6."
_FIRST_ROW = 2


def read_file(path: Path) -> pd.DataFrame:
    """Read the rows of the sociaal domein (taakvelden 6.x) of one file.

    Returns:
        Columns gemeente, taakveld (code), lasten, baten (× €1.000, NaN when missing, also of a municipality with 0
        on every taakveld: it did not deliver), inhabitants (NaN when missing), size, urbanity ("" when missing); one
        row per municipality and taakveld, Nederland included.

    Raises:
        DeliveryError: the file cannot be read, lacks a column, holds text where a number belongs, a taakveld
            that is not known, a municipality and taakveld twice, or no rows of Nederland; all faults at once.
    """
    rows = _social(_text(path))
    codes = rows["taakveld"].map(code_of)
    numbers = {column: pd.to_numeric(_cleared(rows[column]), errors="coerce") for column in _NUMBERS}
    faults = [
        *_number_faults(path.name, rows, numbers),
        *unknown_faults(f"{path.name}, kolom Taakveld", codes),
        *_row_faults(path.name, rows["gemeente"], codes),
    ]
    if faults:
        raise DeliveryError(faults)
    return _delivered(rows.assign(taakveld=codes, **numbers)).reset_index(drop=True)


def _delivered(rows: pd.DataFrame) -> pd.DataFrame:
    """Without the zeros that BZK puts where a municipality did not deliver: no municipality spends nothing at all."""
    nothing = rows[list(SIDES)].eq(0).all(axis=1).groupby(rows["gemeente"]).transform("all")
    return rows.assign(**{column: rows[column].mask(nothing) for column in SIDES})


def _text(path: Path) -> pd.DataFrame:
    """The file as text, columns renamed; the index is the row number in the file."""
    try:
        frame = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError):
        raise DeliveryError(
            Fault(
                path.name,
                "dit moet een csv-bestand zijn met puntkomma's (utf-8)",
                remedy="Haal het opnieuw op.",
            )
        ) from None
    absent = [column for column in _COLUMNS if column not in frame.columns]
    if absent:
        raise DeliveryError(Fault(path.name, f"deze kolommen ontbreken: {', '.join(absent)}"))
    frame.index = pd.RangeIndex(_FIRST_ROW, _FIRST_ROW + len(frame))
    return frame.loc[:, list(_COLUMNS)].rename(columns=_COLUMNS).apply(lambda column: column.str.strip())


def _social(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["taakveld"].str.startswith(_SOCIAAL_DOMEIN)]


def _cleared(column: pd.Series) -> pd.Series:
    return column.mask(column.isin(_MISSING))


def _number_faults(place: str, rows: pd.DataFrame, numbers: dict[str, pd.Series]) -> Iterator[Fault]:
    names = {new: old for old, new in _COLUMNS.items()}
    for column, values in numbers.items():
        wrong = values.index[values.isna() & _cleared(rows[column]).notna()]
        if len(wrong):
            yield Fault(
                f"{place}, kolom {names[column]}",
                "hier hoort een getal met een punt voor de decimalen",
                count=len(wrong),
                rows=tuple(wrong),
            )


def _row_faults(place: str, gemeente: pd.Series, codes: pd.Series) -> Iterator[Fault]:
    double = pd.DataFrame({"gemeente": gemeente, "code": codes}).duplicated()
    if double.any():
        rows = tuple(double.index[double])
        yield Fault(
            place, "een gemeente en taakveld mogen maar één keer voorkomen", count=len(rows), rows=rows
        )
    if not gemeente.eq(COUNTRY).any():
        yield Fault(place, f"de regels van {COUNTRY} ontbreken", remedy="Haal het bestand opnieuw op.")
