"""Intake of the deliveries of a municipality: all of it read, all faults told at once, nothing written.

A BSN leaves this module as a keyed hash only. Names are in a delivery and are never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.parameters.correcties import Correctie
from socdom.parameters.gebieden import Gebieden
from socdom.sources.corrections import correct_parts
from socdom.sources.delivered import Delivered, Sheet
from socdom.sources.held import TOTALS, between, held_against_contract, late_buurten
from socdom.sources.raw import Part
from socdom.sources.sheets import PERSONS, filled_up, sheet_of
from socdom.sources.supply import Supply
from socdom.tables import COLUMNS, Tables
from socdom.tables.codes import DELETED
from socdom.tables.model import empty_table


def read_deliveries(folder: Path, gebieden: Gebieden, key: bytes) -> Tables:
    """Read deliveries that are in socdom's own form; see `take_in`.

    Args:
        folder: the folder with the files of `delivery_spec.FILES`.
        gebieden, key: as of `take_in`.

    Raises:
        DeliveryError: all faults of all files at once; no value of a row is named.
    """
    return take_in(Supply(folder).parts(), gebieden, key).require()


def take_in(
    parts: Iterable[Part],
    gebieden: Gebieden,
    key: bytes,
    *,
    corrections: Sequence[Correctie] = (),
    unreadable: float = 0,
) -> Delivered:
    """Read what was delivered into tables that meet their contract.

    Args:
        parts: what was delivered, see `supply.Supply`.
        gebieden: codes of wijken and buurten; an old code becomes the current one, or "" when its border
            changed.
        key: key of the pseudonyms, from `load_key`.
        corrections: of known faults in a source.
        unreadable: percentage of the rows of a part that may be left out because something in them is wrong; not of
            tables without persons.
    """
    read = _read(parts, gebieden, key, corrections)
    broken, sheets = held_against_contract(filled_up(read.sheets))
    own = [
        [_found_back(fault, sheet) for fault in (*faults, *more)]
        for faults, more, sheet in zip(read.faults, broken, sheets, strict=True)
    ]
    together = between(sheets) + late_buurten(sheets, gebieden)
    refused = [faults for faults, sheet in zip(own, sheets, strict=True) if not _excused(sheet, unreadable)]
    refusing = (*read.unread, *chain.from_iterable(refused), *together)
    if not refusing:
        sheets = _without_orphans(sheets)
    return Delivered(
        tables=None if refusing else Tables(**{name: _table(name, sheets) for name in COLUMNS}),
        sheets=tuple(sheets),
        faults=(*read.unread, *chain.from_iterable(own), *together),
        refusing=refusing,
        left_out={} if refusing else _left_out(sheets),
        notes=tuple(read.notes),
    )


@dataclass(frozen=True)
class _Read:
    """What was read: sheets, the faults of each, those of parts without rows, and notes for publication."""

    sheets: list[Sheet]
    faults: list[list[Fault]]
    unread: list[Fault]
    notes: list[str]


def _read(parts: Iterable[Part], gebieden: Gebieden, key: bytes, corrections: Sequence[Correctie]) -> _Read:
    corrected, told, notes = correct_parts(corrections, list(parts))
    read = _Read([], [], list(told), list(notes))
    for part in corrected:
        if part.raw is None:
            read.unread.extend(part.faults)
            continue
        sheet, wrong = sheet_of(part, gebieden, key)
        read.sheets.append(sheet)
        read.faults.append([*part.faults, *wrong])
    return read


def _found_back(fault: Fault, sheet: Sheet) -> Fault:
    """A fault with the places its supplier knows, where the number of a row says nothing to him."""
    if sheet.where is None or not fault.rows:
        return fault
    places = "; ".join(sheet.where(row) for row in fault.rows)
    more = f"; en nog {fault.count - len(fault.rows)}" if fault.count > len(fault.rows) else ""
    return replace(fault, rule=f"{fault.rule} ({places}{more})", rows=())


def _excused(sheet: Sheet, unreadable: float) -> bool:
    """Whether so few rows are wrong that the rest can be used without them."""
    if sheet.complete or any(name in TOTALS for name in sheet.spec.tables):
        return False  # what is wrong with whole rows cannot be left out, and of totals no row can be missed
    return _lost(sheet) <= (len(sheet.whole) + sheet.unread) * unreadable / 100


def _lost(sheet: Sheet) -> int:
    return int((~sheet.whole).sum()) + sheet.unread


def _without_orphans(sheets: list[Sheet]) -> list[Sheet]:
    """Rows of a person whose own row is left out go with it."""
    if all(sheet.complete for sheet in sheets if PERSONS in sheet.spec.tables):
        return sheets
    known = _table(PERSONS, sheets)["person"].to_numpy()
    return [
        replace(sheet, whole=sheet.whole & np.isin(sheet.frame["person"].to_numpy(), known))
        if "person" in sheet.frame
        else sheet
        for sheet in sheets
    ]


def _left_out(sheets: Iterable[Sheet]) -> dict[str, int]:
    lost: dict[str, int] = {}
    for sheet in sheets:
        rows = _lost(sheet)
        if rows:
            lost[sheet.delivery] = lost.get(sheet.delivery, 0) + rows
    return lost


def _table(name: str, sheets: Iterable[Sheet]) -> pd.DataFrame:
    parts = [sheet.part(name)[0] for sheet in sheets if name in sheet.spec.tables]
    if not parts:
        return empty_table(name)
    table = pd.concat(parts, ignore_index=True)
    if name == PERSONS:  # several files of addresses may name a person
        table = table.drop_duplicates("person", ignore_index=True)
    return _not_deleted(table) if name == "provisions" else table


def _not_deleted(provisions: pd.DataFrame) -> pd.DataFrame:
    """Without allocations that were deleted, which count as never sent (WMO002, JZ002)."""
    deleted = provisions["change_reason"].eq(DELETED) & provisions["end"].eq(provisions["start"])
    return provisions[~deleted].reset_index(drop=True)
