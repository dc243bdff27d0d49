"""One file of a delivery, in whatever kind it comes → text in socdom's own form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.parameters.bronnen import Bestand
from socdom.sources.delivery_spec import DeliveryFile
from socdom.sources.files.headers import places_of, unread_note
from socdom.sources.files.kind import kind_of
from socdom.sources.files.opened import Cells, Opened, refused
from socdom.sources.files.parquet_file import open_parquet
from socdom.sources.files.sheet_file import open_sheet
from socdom.sources.files.text_file import open_text
from socdom.sources.raw import RawFile
from socdom.sources.standard import serial_dates, standard_texts

_OPEN: dict[str, Callable[[Path, Bestand, str], Opened]] = {
    "csv": open_text,
    "xlsx": open_sheet,
    "ods": open_sheet,
    "parquet": open_parquet,
}


def read_delivered(path: Path, spec: DeliveryFile, form: Bestand) -> tuple[RawFile | None, list[Fault]]:
    """Read the columns of a file as text; any other column is left alone.

    Args:
        path: csv, txt, tsv, xlsx, xlsm, ods or parquet, by its ending.
        spec: as delivered: with the supplier's name and headers.
        form: how the supplier writes it.

    Returns:
        The text, or None when nothing can be read, and what is wrong: with the file as a whole, or with rows that
        could not be read at all.
    """
    if not path.is_file():
        missing = Fault(spec.file, "dit bestand ontbreekt", remedy="Lever het alsnog.")
        return None, [] if spec.optional else [missing]
    try:
        opened = open_file(path, form, spec.file)
        places, faults = places_of(opened, spec)
        if faults:
            return None, faults
        cells = opened.cells(list(places.values()))
    except DeliveryError as error:
        return None, [fault for fault in error.faults if isinstance(fault, Fault)]
    return _raw(spec, form, opened, places, cells)


def open_file(path: Path, form: Bestand, place: str) -> Opened:
    """Open a file by what it is.

    Raises:
        DeliveryError: it cannot be opened, or is not what its name says.
    """
    try:
        return _OPEN[kind_of(path, place)](path, form, place)
    except OSError:
        remedy = "Sluit het in andere programma's, of vraag om rechten."
        raise refused(place, "het bestand is niet te openen", remedy) from None


def _raw(
    spec: DeliveryFile, form: Bestand, opened: Opened, places: dict[str, int], cells: Cells
) -> tuple[RawFile, list[Fault]]:
    found = dict(zip(places, cells.columns, strict=True))
    # A spreadsheet may leave lines of nothing, or of separators only.
    filled = np.zeros(len(cells.rows), dtype=bool)
    for series in found.values():
        filled |= _filled(series)
    rows = cells.rows[filled]
    texts = {}
    for column in spec.delivered:
        if column.name in found:
            texts[column.name] = standard_texts(found[column.name][filled], column, form)
        else:
            texts[column.name] = pd.Series("", index=range(len(rows)), dtype="str")
    faults = list(cells.faults)
    if not len(rows):
        again = "Lever het bestand opnieuw"
        remedy = f"{again}, of laat het weg." if spec.optional else f"{again}."
        faults.append(Fault(spec.file, "er staan geen rijen in", remedy=remedy))
    serial = [
        column.header
        for column in spec.delivered
        if column.name in found and serial_dates(found[column.name], column)
    ]
    notes = opened.notes + cells.notes + _serial_note(serial) + unread_note(opened, list(places.values()))
    frame = pd.DataFrame(texts, columns=[column.name for column in spec.delivered])
    return RawFile(frame, rows, notes), faults


def _filled(cells: pd.Series) -> np.ndarray:
    if pd.api.types.is_string_dtype(cells.dtype) and cells.dtype != object:
        return cells.str.strip().fillna("").ne("").to_numpy(dtype=bool)
    if cells.dtype != object:
        return cells.notna().to_numpy(dtype=bool)
    return np.array(
        [bool(cell.strip()) if isinstance(cell, str) else not pd.isna(cell) for cell in cells], dtype=bool
    )


def _serial_note(headers: list[str]) -> tuple[str, ...]:
    if not headers:
        return ()
    columns = "kolom" if len(headers) == 1 else "kolommen"
    return (
        f"In {columns} {', '.join(headers)} staan dagen als getal (dagen sinds 1900). Ze zijn gelezen als datum.",
    )
