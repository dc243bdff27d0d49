"""Intake of the deliveries of a municipality: all of it read, all faults told at once, nothing written.

A BSN leaves this module as a keyed hash only. Names are in a delivery and are never read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

import numpy as np
import pandas as pd

from socdom.errors import Fault
from socdom.parameters.correcties import Correctie
from socdom.parameters.gebieden import Gebieden
from socdom.sources.corrections import correct_parts
from socdom.sources.delivered import Delivered, Sheet
from socdom.sources.held import between, held_against_contract, late_buurten
from socdom.sources.raw import Part
from socdom.sources.sheets import PERSONS, filled_up, found_back, sheet_of
from socdom.tables import COLUMNS, Tables
from socdom.tables.codes import DELETED
from socdom.tables.model import TOTALS, empty_table


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
        parts: what was delivered, see `supply.Supply`; parts of one delivery follow each other.
        gebieden: codes of wijken and buurten; an old code becomes the current one, or "" when its border
            changed.
        key: key of the pseudonyms, from `load_key`.
        corrections: of known faults in a source.
        unreadable: percentage of the rows of a part that may be left out because something in them is wrong; not of
            tables without persons.
    """
    read = _read(parts, gebieden, key, corrections)
    broken, sheets = held_against_contract(filled_up(read.sheets), all_clients=_all_clients(read, unreadable))
    own = [
        [found_back(fault, sheet) for fault in (*faults, *more)]
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
    """What was read.

    Attributes:
        sheets: one for each part with rows.
        faults: those of the rows of each sheet.
        unread: faults of whole parts, and of corrections.
        without: deliveries of which a whole part could not be read.
        notes: of the corrections, for publication.
    """

    sheets: list[Sheet] = field(default_factory=list)
    faults: list[list[Fault]] = field(default_factory=list)
    unread: list[Fault] = field(default_factory=list)
    without: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def _read(parts: Iterable[Part], gebieden: Gebieden, key: bytes, corrections: Sequence[Correctie]) -> _Read:
    read = _Read()
    # Delivery by delivery: of all texts of all parts together memory would not hold much.
    for delivery, own in groupby(parts, key=lambda part: part.delivery):
        corrected, told, notes = correct_parts(corrections, list(own))
        read.unread.extend(told)
        read.notes.extend(notes)
        for part in corrected:
            of_rows = [fault for fault in part.faults if fault.rows and part.raw is not None]
            whole = [fault for fault in part.faults if fault not in of_rows]
            read.unread.extend(whole)
            if whole:
                read.without.add(delivery)
            if part.raw is not None:
                sheet, wrong = sheet_of(part, gebieden, key)
                read.sheets.append(sheet)
                read.faults.append([*of_rows, *wrong])
    return read


def _all_clients(read: _Read, unreadable: float) -> bool:
    """Whether it can be said of a person that he is not among the clients; not when the delivery is refused because
    clients are lost: all their rows elsewhere would be called wrong."""
    clients = [sheet for sheet in read.sheets if PERSONS in sheet.spec.tables]
    if not clients or read.without.intersection(sheet.delivery for sheet in clients):
        return False
    return all(_excused(sheet, unreadable) for sheet in clients if sheet.unread or "person" in sheet.wrong)


def _excused(sheet: Sheet, unreadable: float) -> bool:
    """Whether so few rows are wrong that the rest can be used without them."""
    if sheet.complete or any(name in TOTALS for name in sheet.spec.tables):
        return False  # nothing to leave out; and a row that is left out makes a total wrong without a trace
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
