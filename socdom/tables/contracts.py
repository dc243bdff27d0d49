"""Hold a table against its contract; tell all that is wrong at once, in Dutch, without values.

Pandera checks names and types of columns. The rules of rows are asked directly: pandera copies every cell of
every row that breaks a rule, which for a million rows takes a minute and gigabytes, and we only count rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from socdom.dutch import listing
from socdom.errors import MAX_EXAMPLES, DeliveryError, Fault
from socdom.tables.model import COLUMNS, OPEN_DATES
from socdom.tables.rules import RULES, Rule

if TYPE_CHECKING:
    import pandera.pandas as pa

_ORPHAN = "elke persoon staat ook bij de cliënten"
_TYPE_WORDS = {
    "int64": "hier horen hele getallen",
    "datetime64[s]": "hier horen datums",
    "str": "hier hoort tekst",
    "float64": "hier horen getallen",
}


@dataclass(frozen=True)
class Piece:
    """The rows of a table in one file: the file as the user knows it, row numbers, and column → header."""

    frame: pd.DataFrame
    place: str
    numbers: np.ndarray
    headers: Mapping[str, str]


def check_table(
    name: str,
    frame: pd.DataFrame,
    place: str,
    row_numbers: np.ndarray | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    known_persons: np.ndarray | None = None,
) -> None:
    """Refuse a table that does not meet its contract.

    Args:
        name: the table, a key of COLUMNS.
        frame: its rows.
        place: the file as the user knows it.
        row_numbers: row in the user's file of each row of the frame (header is row 1); default counts from 2.
        headers: column of the table → column of the file; default the same names.
        known_persons: identifiers a row may name; None leaves that rule out.

    Raises:
        DeliveryError: all faults at once, counted; never with a value of a row.
    """
    faults = table_faults(name, frame, place, row_numbers, headers=headers, known_persons=known_persons)
    if faults:
        raise DeliveryError(faults)


def table_faults(
    name: str,
    frame: pd.DataFrame,
    place: str,
    row_numbers: np.ndarray | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    known_persons: np.ndarray | None = None,
    every_row: bool = True,
) -> list[Fault]:
    """What `check_table` would raise, as a list; empty when the table is right. Arguments as there.

    `every_row` False says that rows of the file could not be read, so that nothing can be said about the whole.
    """
    numbers = np.arange(2, len(frame) + 2) if row_numbers is None else np.asarray(row_numbers)
    words = {column: column for column in COLUMNS[name]} | dict(headers or {})
    faults = _contract_faults(name, frame.reset_index(drop=True), place, numbers, words, every_row)
    if known_persons is not None and "person" in frame:
        orphans = ~np.isin(frame["person"].to_numpy(), known_persons)
        if orphans.any():
            faults.append(
                _row_fault(
                    place, words, ("person",), _ORPHAN, numbers[orphans], "Vul de lijst met cliënten aan."
                )
            )
    return faults


def sound_rows(name: str, frame: pd.DataFrame, known_persons: np.ndarray | None = None) -> np.ndarray:
    """One boolean per row of a table of the right types, True where the row breaks no rule.

    Rules about all rows together are left out. Arguments as of `table_faults`.
    """
    frame = frame.reset_index(drop=True)
    sound = np.ones(len(frame), dtype=bool)
    for rule in RULES[name]:
        if not rule.of_whole:
            sound &= rule.holds(frame).to_numpy(dtype=bool)
    if known_persons is not None and "person" in frame:
        sound &= np.isin(frame["person"].to_numpy(), known_persons)
    return sound


def faults_between(name: str, pieces: Sequence[Piece]) -> list[list[Fault]]:
    """Faults of a table that comes in several files, and that none of the files has by itself; those of each file."""
    together = pd.concat([piece.frame for piece in pieces], ignore_index=True)
    ends = np.cumsum([len(piece.frame) for piece in pieces])[:-1]
    faults: list[list[Fault]] = [[] for _ in pieces]
    for rule in RULES[name]:
        if rule.compares or rule.of_whole:
            broken = np.split(~rule.holds(together).to_numpy(dtype=bool), ends)
            for own, piece, rows in zip(faults, pieces, broken, strict=True):
                if rule.compares:
                    rows = rows & rule.holds(piece.frame).to_numpy(dtype=bool)
                if rows.any():
                    text = f"{rule.text}, ook over de bestanden heen"
                    own.append(
                        _row_fault(piece.place, piece.headers, rule.columns, text, piece.numbers[rows])
                    )
    return faults


def _contract_faults(
    name: str,
    frame: pd.DataFrame,
    place: str,
    numbers: np.ndarray,
    words: Mapping[str, str],
    every_row: bool,
) -> list[Fault]:
    from pandera.errors import SchemaErrors

    try:
        _types(name).validate(frame, lazy=True)
    except SchemaErrors as errors:
        return [_column_fault(name, case, place, numbers, words) for case in _by_check(errors.failure_cases)]
    faults = _rule_faults([rule for rule in RULES[name] if not rule.of_whole], frame, place, numbers, words)
    if faults or not every_row:
        return faults
    return _rule_faults([rule for rule in RULES[name] if rule.of_whole], frame, place, numbers, words)


def _rule_faults(
    rules: Sequence[Rule],
    frame: pd.DataFrame,
    place: str,
    numbers: np.ndarray,
    words: Mapping[str, str],
) -> list[Fault]:
    broken = [(rule, ~rule.holds(frame).to_numpy(dtype=bool)) for rule in rules]
    return [
        _row_fault(place, words, rule.columns, rule.text, numbers[rows])
        for rule, rows in broken
        if rows.any()
    ]


def _by_check(cases: pd.DataFrame) -> list[pd.DataFrame]:
    return [group for _, group in cases.groupby(["column", "check"], sort=False, dropna=False)]


@cache
def _types(name: str) -> pa.DataFrameSchema:
    import pandera.pandas as pa  # two seconds: only who checks a table pays for it

    return pa.DataFrameSchema(
        {
            column: pa.Column(_dtype(dtype), nullable=(name, column) in OPEN_DATES)
            for column, dtype in COLUMNS[name].items()
        },
        strict=True,
    )


def _dtype(dtype: str) -> Any:
    return pd.StringDtype(na_value=np.nan) if dtype == "str" else dtype


def _column_fault(
    name: str, case: pd.DataFrame, place: str, numbers: np.ndarray, words: Mapping[str, str]
) -> Fault:
    check, column = str(case["check"].iloc[0]), case["column"].iloc[0]
    if check == "column_in_dataframe":
        return Fault(place, f"de kolom {words[case['failure_case'].iloc[0]]} ontbreekt")
    if check == "column_in_schema":
        return Fault(place, "er is een kolom te veel")
    if check == "not_nullable":
        rows = numbers[np.unique(case["index"].astype("int64"))]
        return _row_fault(place, words, (column,), "dit veld is verplicht", rows)
    return Fault(_where(place, words, (column,)), _TYPE_WORDS[COLUMNS[name][column]])


def _row_fault(
    place: str,
    words: Mapping[str, str],
    columns: tuple[str, ...],
    text: str,
    rows: np.ndarray,
    remedy: str = "",
) -> Fault:
    shown = tuple(int(row) for row in np.sort(rows)[:MAX_EXAMPLES])
    return Fault(_where(place, words, columns), text.format_map(words), len(rows), shown, remedy)


def _where(place: str, words: Mapping[str, str], columns: tuple[str, ...]) -> str:
    named = list(dict.fromkeys(words[column] for column in columns))
    return f"{place}, {'kolom' if len(named) == 1 else 'kolommen'} {listing(named)}"
