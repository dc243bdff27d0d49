"""Rows of CBS, as JSON gives them, put into the columns of a snapshot."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from socdom.errors import Fault
from socdom.sources.cbs.errors import CHANGED, FETCH_AGAIN, CbsError, fail
from socdom.sources.cbs.request import PERIODS, stem_of
from socdom.sources.cbs.snapshot import CODE_COLUMNS, DEFINITIVE, MEASURE_COLUMNS

UNKNOWN = "."
_NUMBER = r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?"
_STARS = {"*": "Voorlopig", "**": "NaderVoorlopig"}
_ENDED = r"^\s*Opgeheven per ([0-9]{2}-[0-9]{2}-[0-9]{4})"
_STATUSES = (DEFINITIVE, *_STARS.values())
# What some tables hold where they have no number: Iv3 ("onbewerkt") and Kerncijfers wijken en buurten. No true number
# of those tables is near it.
_SENTINELS = [-99999.0, -99998.0, -99997.0, -99996.0, -99995.0]


def texts(table: str, rows: Sequence[Mapping[str, Any]], names: Iterable[str], place: str) -> pd.DataFrame:
    """The wanted columns of rows, as they came.

    Raises:
        CbsError: a column is not in each row.
    """
    names = list(names)
    absent = [name for name in names if any(name not in row for row in rows)]
    if absent:
        fail(table, f"in {place} ontbreken deze kolommen: {', '.join(absent)}", CHANGED)
    return pd.DataFrame({name: [row[name] for row in rows] for name in names}, dtype=object)


def stripped(column: pd.Series) -> pd.Series:
    """Text without spaces around it; "" where nothing stands."""
    return column.fillna("").astype(str).str.strip().astype("str")


def code_frame(table: str, rows: Sequence[Mapping[str, Any]], key: str, dimension: str) -> pd.DataFrame:
    """Keys of a dimension, CODE_COLUMNS.

    Args:
        key: name of the key: "Key" (v3) or "Identifier" (v4).
    """
    frame = texts(table, rows, (key, "Title"), dimension)
    keys, titles = stripped(frame[key]), stripped(frame["Title"])
    if keys.duplicated().any() or keys.eq("").any():
        fail(table, f"in {dimension} staat een code twee keer, of een lege code", CHANGED)
    descriptions = stripped(pd.Series([row.get("Description") for row in rows], dtype=object))
    said = stripped(pd.Series([row.get("Status") for row in rows], dtype=object))
    stars = pd.Series("", index=titles.index, dtype="str")
    if dimension == PERIODS:
        stars = titles.str.extract(r"(?<!\*)(\*{1,2})$", expand=False).map(_STARS).fillna("").astype("str")
    ended = pd.to_datetime(descriptions.str.extract(_ENDED, expand=False), format="%d-%m-%Y", errors="coerce")
    values = (
        keys,
        titles.where(stars.eq(""), titles.str.rstrip("* ")),
        descriptions,
        said.where(said.isin(_STATUSES), stars),
        ended.astype("datetime64[s]"),
    )
    return pd.DataFrame(dict(zip(CODE_COLUMNS, values, strict=True)))


def measure_frame(found: Sequence[Mapping[str, Any]], key: str) -> pd.DataFrame:
    """MEASURE_COLUMNS of all measures of a table; `stem` is the key itself where a stem is there twice (or for v4)."""
    keys = [str(row[key]).strip() for row in found]
    stems = [stem_of(name) if key == "Key" else name for name in keys]
    twice = {stem for stem in stems if stems.count(stem) > 1}
    decimals = pd.to_numeric(pd.Series([row.get("Decimals") for row in found], dtype=object), errors="coerce")
    values = (
        keys,
        [name if stem in twice else stem for name, stem in zip(keys, stems, strict=True)],
        *(stripped(pd.Series([row.get(part) for row in found])) for part in ("Title", "Description", "Unit")),
        decimals.fillna(0).astype("int64"),
    )
    return pd.DataFrame(dict(zip(MEASURE_COLUMNS, values, strict=True)))


def chosen(
    table: str, measures: pd.DataFrame, wanted: Sequence[str], needed: Sequence[str]
) -> tuple[pd.DataFrame, list[str]]:
    """The measures that were asked for (all when none was), and those that are not there and not needed.

    Args:
        wanted: stems or keys that are asked.
        needed: those of them that must be there.

    Raises:
        CbsError: a needed measure is not there, or its stem is there twice.
    """
    if not wanted:
        return measures, []
    faults, take, absent = [], set(), []
    stems = measures["key"].map(stem_of)
    for name in wanted:
        exact = measures.index[measures["key"].eq(name) | measures["stem"].eq(name)]
        fits = exact if len(exact) else measures.index[stems.eq(name)]
        if len(fits) == 1:
            take.update(fits)
        elif name in needed:
            faults.append(_measure_fault(table, name, measures.loc[fits, "key"].tolist(), stems.tolist()))
        else:
            absent.append(name)
    if faults:
        raise CbsError(faults)
    return measures.loc[sorted(take)].reset_index(drop=True), absent


def _measure_fault(table: str, name: str, fits: list[str], stems: list[str]) -> Fault:
    if fits:
        remedy = f"Noem het hele onderwerp: {', '.join(fits)}."
        return Fault(
            f"CBS {table}, onderwerp {name}", "dit staat meer dan een keer in de tabel", remedy=remedy
        )
    near = difflib.get_close_matches(name, stems, n=2)
    remedy = f"Het lijkt op {' en '.join(near)}. {CHANGED}" if near else CHANGED
    return Fault(f"CBS {table}, onderwerp {name}", "dit staat niet (meer) in de tabel", remedy=remedy)


def numbers(table: str, name: str, cells: pd.Series, *, sentinels: bool) -> tuple[pd.Series, pd.Series]:
    """Numbers of a measure, and where CBS left the cell empty.

    CBS writes in the UntypedDataSet "." for what is unknown, too unreliable or secret, and nothing where a number
    cannot occur; both are NaN here. (The TypedDataSet has null for both.)

    Raises:
        CbsError: a cell is something else.
    """
    plain = stripped(cells)
    blank, unknown = plain.eq(""), plain.eq(UNKNOWN)
    right = plain.str.fullmatch(_NUMBER)
    if (wrong := ~(blank | unknown | right)).any():
        fail(table, f"in kolom {name} staan {int(wrong.sum())} cellen die geen getal zijn", CHANGED)
    values = plain.where(right).str.replace(",", ".", regex=False).astype("float64")
    if sentinels:
        values = values.mask(values.isin(_SENTINELS))
    return values, blank


def without_doubles(table: str, keys: pd.DataFrame) -> None:
    """Raises:
    CbsError: a combination of keys is there twice.
    """
    double = int(keys.duplicated().sum()) if len(keys.columns) else max(len(keys) - 1, 0)
    if double:
        rows = "1 rij komt" if double == 1 else f"{double} rijen komen"
        fail(table, f"{rows} twee keer voor", FETCH_AGAIN)
