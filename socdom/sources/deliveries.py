"""Intake of the CSV deliveries of a municipality: all files read, all faults told at once, nothing written.

A BSN leaves this module as a keyed hash only. Names are in the delivery and are never read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import MAX_EXAMPLES, DeliveryError, Fault
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivery_areas import begins_late, current_codes
from socdom.sources.delivery_read import RawFile, read_raw
from socdom.sources.delivery_spec import CLIENTS, FILES, DeliveryFile
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.pseudonyms import pseudonyms
from socdom.tables import COLUMNS, Tables, table_faults
from socdom.tables.codes import DELETED
from socdom.tables.model import empty_table


def delivery_files(folder: Path) -> list[Path]:
    """The files of a delivery that are read, in a fixed order; those that exist."""
    return [folder / spec.file for spec in FILES if (folder / spec.file).is_file()]


def read_deliveries(folder: Path, gebieden: Gebieden, key: bytes) -> Tables:
    """Read all deliveries of a municipality into tables that meet their contract.

    Args:
        folder: the folder with the CSV files of `delivery_spec.FILES`.
        gebieden: codes of wijken and buurten; an old code becomes the current one, or "" when its border
            changed.
        key: key of the pseudonyms, from `load_key`.

    Raises:
        DeliveryError: all faults of all files at once; no value of a row is named.
    """
    faults: list[Fault] = []
    read: dict[str, _Rows] = {}
    for spec in FILES:
        raw, found = read_raw(folder, spec)
        faults += found
        if raw is not None:
            read[spec.file], wrong = _values(spec, raw, gebieden, key, every_row=not found)
            faults += wrong
    faults += _contract_faults(read)
    faults += _late_buurten(read, gebieden)
    if faults:
        raise DeliveryError(faults)
    return Tables(**{name: _table(name, read) for name in COLUMNS})


@dataclass(frozen=True)
class _Rows:
    """Values of a file: the frame, the row number of each row, and which rows could be read whole.

    `every_row` says that no row of the file is missing.
    """

    spec: DeliveryFile
    frame: pd.DataFrame
    numbers: np.ndarray
    whole: np.ndarray
    every_row: bool

    @property
    def complete(self) -> bool:
        """Every row of the file is there and could be read whole."""
        return self.every_row and bool(self.whole.all())


def _values(
    spec: DeliveryFile, raw: RawFile, gebieden: Gebieden, key: bytes, *, every_row: bool
) -> tuple[_Rows, list[Fault]]:
    columns: dict[str, pd.Series] = {}
    whole = np.ones(len(raw.rows), dtype=bool)
    faults: list[Fault] = []
    for column in spec.columns:
        kind = KINDS[column.kind]
        values, wrong = read_values(raw.texts[column.header], kind)
        if column.kind == "area":
            values, unknown = current_codes(values, gebieden)
            wrong = wrong | unknown
        if wrong.any():
            faults.append(_fault(spec, (column.header,), kind.rule, raw.rows[wrong]))
            whole &= ~wrong
        columns[column.name] = pseudonyms(values, key, column.identifies) if column.identifies else values
    frame = pd.DataFrame(columns, index=range(len(raw.rows))).assign(**spec.constants)
    rows = _Rows(spec, frame, raw.rows, whole, every_row)
    return rows, faults + (_person_faults(rows) if spec is CLIENTS else [])


def _person_faults(rows: _Rows) -> list[Fault]:
    """A person has a row per address; what does not depend on the address must be the same in each."""
    frame, numbers = rows.frame[rows.whole], rows.numbers[rows.whole]
    faults = []
    for column in ("birth_date", "sex", "household"):
        first = frame.groupby("person")[column].transform("first")
        differs = (first != frame[column]).to_numpy()
        if differs.any():
            header = rows.spec.headers[column]
            rule = f"bij één bsn hoort in elke rij hetzelfde ({header})"
            faults.append(_fault(rows.spec, ("bsn", header), rule, numbers[differs]))
    return faults


def _contract_faults(read: dict[str, _Rows]) -> list[Fault]:
    """Faults of the tables, over the rows that could be read whole: a row is not blamed twice."""
    clients = read.get(CLIENTS.file)
    known = clients.frame["person"].unique() if clients is not None else None
    faults: list[Fault] = []
    for rows in read.values():
        for name in rows.spec.tables:
            part, numbers = _part(name, rows)
            faults += table_faults(
                name,
                part,
                rows.spec.file,
                numbers,
                headers=rows.spec.headers,
                known_persons=known,
                every_row=rows.complete,
            )
    return faults + _double_provisions(read)


def _part(name: str, rows: _Rows) -> tuple[pd.DataFrame, np.ndarray]:
    """The rows of one table in a file, in the columns and types of its contract."""
    frame, numbers = rows.frame[rows.whole], rows.numbers[rows.whole]
    if name == "persons":
        first = ~frame.duplicated("person").to_numpy()
        frame, numbers = frame[first], numbers[first]
    return frame[list(COLUMNS[name])].astype(COLUMNS[name]).reset_index(drop=True), numbers


def _double_provisions(read: dict[str, _Rows]) -> list[Fault]:
    """The number of a provision is unique over the files together, for declarations name it without a law."""
    seen: np.ndarray = np.array([], dtype="int64")
    faults = []
    for rows in read.values():
        if rows.spec.tables == ("provisions",):
            own = rows.frame["provision"].to_numpy()
            double = np.isin(own, seen) & rows.whole
            seen = np.union1d(seen, own)
            if double.any():
                rule = "dit nummer staat ook in een ander bestand met voorzieningen"
                faults.append(
                    _fault(rows.spec, (rows.spec.headers["provision"],), rule, rows.numbers[double])
                )
    return faults


def _late_buurten(read: dict[str, _Rows], gebieden: Gebieden) -> list[Fault]:
    """A buurt whose first quarters are missing from the counts; the contract sees to its later ones."""
    faults = []
    for rows in read.values():
        names = set(rows.frame.columns)
        if {"area", "quarter"} <= names and rows.complete:
            late = begins_late(rows.frame, gebieden)
            if late.any():
                headers = (rows.spec.headers["area"], rows.spec.headers["quarter"])
                rule = (
                    "een buurt staat erin vanaf het eerste kwartaal waarin zij bestaat volgens gebieden.csv"
                )
                faults.append(_fault(rows.spec, headers, rule, rows.numbers[late]))
    return faults


def _table(name: str, read: dict[str, _Rows]) -> pd.DataFrame:
    parts = [_part(name, rows)[0] for rows in read.values() if name in rows.spec.tables]
    if not parts:
        return empty_table(name)
    table = pd.concat(parts, ignore_index=True)
    return _not_deleted(table) if name == "provisions" else table


def _not_deleted(provisions: pd.DataFrame) -> pd.DataFrame:
    """Without allocations that were deleted, which count as never sent (WMO002, JZ002)."""
    deleted = provisions["change_reason"].eq(DELETED) & provisions["end"].eq(provisions["start"])
    return provisions[~deleted].reset_index(drop=True)


def _fault(spec: DeliveryFile, headers: tuple[str, ...], rule: str, rows: np.ndarray) -> Fault:
    place = f"{spec.file}, {'kolom' if len(headers) == 1 else 'kolommen'} {' en '.join(headers)}"
    return Fault(place, rule, len(rows), tuple(int(row) for row in rows[:MAX_EXAMPLES]))
