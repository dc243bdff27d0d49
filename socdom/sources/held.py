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
from socdom.sources.sheets import OF_A_PERSON, PERSONS, persons_in, row_fault
from socdom.tables import COLUMNS, table_faults
from socdom.tables.contracts import Piece, faults_between, sound_rows

# Rows of these tables stand for nobody in particular: one that is left out makes a total wrong without a trace.
TOTALS = tuple(name for name, columns in COLUMNS.items() if "person" not in columns)


def held_against_contract(sheets: list[Sheet]) -> tuple[list[list[Fault]], list[Sheet]]:
    """Faults of the tables, over the rows that could be read whole: a row is not blamed twice.

    Returns:
        The faults of each sheet, and the sheets with the rows that break a rule no longer whole.
    """
    known = persons_in(sheets) if any(PERSONS in sheet.spec.tables for sheet in sheets) else None
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
                sound = numbers[sound_rows(name, frame, known)]
                whole &= np.isin(sheet.numbers, sound) | _other_rows(sheet, name)
            own += broken
        faults.append(own)
        checked.append(replace(sheet, whole=whole))
    return faults, checked


def _other_rows(sheet: Sheet, table: str) -> np.ndarray:
    """Rows of a sheet that say nothing new in a table: a second address of a person."""
    return (
        sheet.frame.duplicated("person").to_numpy()
        if table == PERSONS
        else np.zeros(len(sheet.frame), dtype=bool)
    )


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
            faults += faults_between(name, [_piece(sheet, name) for sheet in own])
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
                faults.append(
                    row_fault(
                        sheet.spec,
                        (headers["person"], headers[column]),
                        rule,
                        sheet.numbers[sheet.whole][differs],
                    )
                )
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
