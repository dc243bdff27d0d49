"""Sheets held against the contracts of their tables: each by itself, and those of one table together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivered import Sheet
from socdom.sources.delivery_areas import begins_late
from socdom.sources.sheets import OF_A_PERSON, PERSONS, found_back, persons_in, row_fault
from socdom.tables import COLUMNS, table_faults
from socdom.tables.contracts import Piece, faults_between, sound_rows
from socdom.tables.model import TOTALS


def held_against_contract(
    sheets: list[Sheet], *, all_clients: bool = True
) -> tuple[list[list[Fault]], list[Sheet]]:
    """Faults of the tables, over the rows that could be read whole: a row is not blamed twice.

    Args:
        all_clients: every client is there; else nobody is called unknown, for he may be among those that are not.

    Returns:
        The faults of each sheet, and the sheets with the rows that break a rule no longer whole.
    """
    known = persons_in(sheets) if all_clients else None
    times = _times(sheets)
    faults: list[list[Fault]] = []
    checked = []
    for sheet in sheets:
        own: list[Fault] = []
        whole = sheet.whole.copy()
        for name in sheet.spec.tables:
            frame, numbers = sheet.part(name)
            broken = table_faults(
                name,
                frame,
                sheet.spec.file,
                numbers,
                headers=sheet.spec.headers,
                known_persons=known,
                # Of several files the whole is judged together, by `between`.
                every_row=sheet.complete and times[name] == 1,
            )
            if broken:
                whole &= _of_sound_rows(sheet, name, frame, numbers, sound_rows(name, frame, known))
            own += broken
        faults.append(own)
        checked.append(replace(sheet, whole=whole))
    return faults, checked


def _of_sound_rows(
    sheet: Sheet, table: str, frame: pd.DataFrame, numbers: np.ndarray, sound: np.ndarray
) -> np.ndarray:
    """One boolean per row of a sheet: its row in the table breaks no rule. A person has one row, however many
    addresses; when that is wrong, all of them go."""
    if table == PERSONS:
        return ~sheet.frame["person"].isin(frame["person"][~sound]).to_numpy()
    return np.isin(sheet.numbers, numbers[sound])


def _times(sheets: Iterable[Sheet]) -> Mapping[str, int]:
    """In how many sheets each table comes."""
    names = [name for sheet in sheets for name in sheet.spec.tables]
    return {name: names.count(name) for name in names}


def between(sheets: Sequence[Sheet]) -> list[Fault]:
    """Faults of tables that come in several sheets together."""
    faults: list[Fault] = []
    for name, times in _times(sheets).items():
        own = [sheet for sheet in sheets if name in sheet.spec.tables]
        if name == PERSONS:
            faults += _differing_persons(own)
        elif times > 1 and all(sheet.complete for sheet in own if name in TOTALS):
            found = faults_between(name, [_piece(sheet, name) for sheet in own])
            faults += [
                found_back(fault, sheet) for sheet, told in zip(own, found, strict=True) for fault in told
            ]
    return faults


def _differing_persons(sheets: Sequence[Sheet]) -> list[Fault]:
    """A person may be named in several files, in each the same; the first one counts."""
    together = pd.concat([sheet.frame[sheet.whole] for sheet in sheets], ignore_index=True)
    ends = np.cumsum([int(sheet.whole.sum()) for sheet in sheets])[:-1]
    faults = []
    for column in OF_A_PERSON:
        first = together.groupby("person")[column].transform("first")
        for sheet, differs in zip(
            sheets, np.split((first != together[column]).to_numpy(), ends), strict=True
        ):
            own = sheet.frame[sheet.whole]
            differs = differs & (own.groupby("person")[column].transform("first") == own[column]).to_numpy()
            if differs.any():
                headers = sheet.spec.headers
                rule = f"bij één bsn hoort in elk bestand hetzelfde ({headers[column]})"
                rows = sheet.numbers[sheet.whole][differs]
                fault = row_fault(sheet.spec, (headers["person"], headers[column]), rule, rows)
                faults.append(found_back(fault, sheet))
    return faults


def _piece(sheet: Sheet, table: str) -> Piece:
    frame, numbers = sheet.part(table)
    return Piece(frame, sheet.spec.file, numbers, sheet.spec.headers)


def late_buurten(sheets: Iterable[Sheet], gebieden: Gebieden) -> list[Fault]:
    """A buurt whose first quarters are missing from the counts; the contract sees to its later ones."""
    faults = []
    for name in TOTALS:
        own = [sheet for sheet in sheets if name in sheet.spec.tables]
        if "area" not in COLUMNS[name] or not own or not all(sheet.complete for sheet in own):
            continue
        late = begins_late(pd.concat([sheet.frame for sheet in own], ignore_index=True), gebieden)
        ends = np.cumsum([len(sheet.frame) for sheet in own])[:-1]
        for sheet, rows in zip(own, np.split(late, ends), strict=True):
            if rows.any():
                headers = (sheet.spec.headers["area"], sheet.spec.headers["quarter"])
                rule = (
                    "een buurt staat erin vanaf het eerste kwartaal waarin zij bestaat volgens gebieden.csv"
                )
                faults.append(row_fault(sheet.spec, headers, rule, sheet.numbers[rows]))
    return faults
