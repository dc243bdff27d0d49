"""The text of one delivered thing → values, with pseudonyms for identifiers, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pandas as pd

from socdom.errors import MAX_EXAMPLES, Fault
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivered import Sheet
from socdom.sources.delivery_areas import current_codes
from socdom.sources.delivery_spec import DeliveryFile
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.pseudonyms import pseudonyms
from socdom.sources.raw import Part, RawFile

PERSONS = "persons"
# What a person has once, however many addresses.
OF_A_PERSON = ("birth_date", "sex", "household")


def sheet_of(part: Part, gebieden: Gebieden, key: bytes) -> tuple[Sheet, list[Fault]]:
    """The values of a part, and what is wrong with them."""
    spec, raw = part.spec, part.raw
    assert raw is not None
    columns: dict[str, pd.Series] = {}
    wrong: dict[str, np.ndarray] = {}
    faults: list[Fault] = []
    for column in spec.columns:
        kind = KINDS[column.kind]
        values, bad = read_values(_texts(raw, column.name, column.fixed), kind)
        if column.kind == "area":
            current, unknown = current_codes(values, gebieden)
            # An unknown code stays, so that the report can tell whose it is; its row reaches no table.
            values, bad = current.where(~unknown, values), bad | unknown
        if bad.any():
            faults.append(row_fault(spec, (column.header,), kind.rule, raw.rows[bad]))
            wrong[column.name] = bad
        columns[column.name] = pseudonyms(values, key, column.identifies) if column.identifies else values
    frame = pd.DataFrame(columns, index=range(len(raw.rows))).assign(**spec.constants)
    whole = ~np.any(list(wrong.values()), axis=0) if wrong else np.ones(len(frame), dtype=bool)
    lost = sum(fault.count for fault in part.faults if fault.rows)
    sheet = Sheet(part.delivery, spec, frame, raw.rows, whole, wrong, lost, raw.notes, part.where, part.fills)
    return _same_persons(sheet, faults) if PERSONS in spec.tables else (sheet, faults)


def _texts(raw: RawFile, name: str, fixed: str | None) -> pd.Series:
    return raw.texts[name] if fixed is None else pd.Series(fixed, index=raw.texts.index, dtype="str")


def _same_persons(sheet: Sheet, faults: list[Fault]) -> tuple[Sheet, list[Fault]]:
    """A person has a row per address; what does not depend on the address must be the same in each."""
    frame, numbers = sheet.frame[sheet.whole], sheet.numbers[sheet.whole]
    headers, told = sheet.spec.headers, list(faults)
    broken = np.zeros(len(frame), dtype=bool)
    for column in OF_A_PERSON:
        first = frame.groupby("person")[column].transform("first")
        differs = (first != frame[column]).to_numpy()
        if differs.any():
            rule = f"bij één bsn hoort in elke rij hetzelfde ({headers[column]})"
            told.append(row_fault(sheet.spec, (headers["person"], headers[column]), rule, numbers[differs]))
            broken |= differs
    return replace(sheet, whole=sheet.whole & ~np.isin(sheet.numbers, numbers[broken])), told


def filled_up(sheets: list[Sheet]) -> list[Sheet]:
    """Sheets that only fill up keep the persons that no other sheet of clients has."""
    known = persons_in(sheet for sheet in sheets if not sheet.fills)
    filled = []
    for sheet in sheets:
        if sheet.fills:
            new = ~sheet.frame["person"].isin(known).to_numpy()
            sheet = replace(
                sheet,
                frame=sheet.frame[new].reset_index(drop=True),
                numbers=sheet.numbers[new],
                whole=sheet.whole[new],
                wrong={name: rows[new] for name, rows in sheet.wrong.items()},
            )
        filled.append(sheet)
    return filled


def persons_in(sheets: Iterable[Sheet]) -> np.ndarray:
    """The persons that sheets of clients have, in order."""
    found = [sheet.frame["person"].to_numpy() for sheet in sheets if PERSONS in sheet.spec.tables]
    return np.unique(np.concatenate(found)) if found else np.array([], dtype="int64")


def found_back(fault: Fault, sheet: Sheet) -> Fault:
    """A fault with the places its supplier knows, where the number of a row says nothing to him."""
    if sheet.where is None or not fault.rows:
        return fault
    places = "; ".join(sheet.where(row) for row in fault.rows)
    more = f"; en nog {fault.count - len(fault.rows)}" if fault.count > len(fault.rows) else ""
    return replace(fault, rule=f"{fault.rule} ({places}{more})", rows=())


def row_fault(spec: DeliveryFile, headers: tuple[str, ...], rule: str, rows: np.ndarray) -> Fault:
    """A fault of rows in some columns of a file."""
    place = f"{spec.file}, {'kolom' if len(headers) == 1 else 'kolommen'} {' en '.join(headers)}"
    return Fault(place, rule, len(rows), tuple(int(row) for row in rows[:MAX_EXAMPLES]))
