"""A CSV file of a delivery → columns of text, with the row each came from.

Columns that are not asked for are not read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import MAX_EXAMPLES, Fault
from socdom.sources.delivery_spec import DeliveryFile

_ENCODING_REMEDY = "Sla het bestand op als csv met utf-8."


@dataclass(frozen=True)
class RawFile:
    """Text of the asked columns, one row per readable row of the file; `rows` are its row numbers (header is
    row 1)."""

    texts: pd.DataFrame
    rows: np.ndarray


def read_raw(folder: Path, spec: DeliveryFile) -> tuple[RawFile | None, list[Fault]]:
    """Read the columns of a file as text; a column that may be left out, and is, is empty in every row.

    Returns:
        The text, or None when there is no file to read, and what is wrong with the file.
    """
    path, place = folder / spec.file, spec.file
    if not path.is_file():
        missing = Fault(place, "dit bestand ontbreekt", remedy="Lever het alsnog.")
        return None, [] if spec.optional else [missing]
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        return None, [Fault(place, "het bestand is leeg", remedy="Lever het opnieuw.")]
    undecodable = _undecodable_rows(content)
    if undecodable:
        rule = "er staan tekens in die niet te lezen zijn"
        return None, [
            Fault(place, rule, len(undecodable), tuple(undecodable[:MAX_EXAMPLES]), _ENCODING_REMEDY)
        ]
    faults = _header_faults(spec, content) or _quote_faults(place, content)
    if faults:
        return None, faults
    return _parse(spec, content)


def _undecodable_rows(content: bytes) -> list[int]:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return [number for number, line in enumerate(content.split(b"\n"), start=1) if not _decodable(line)]
    return []


def _decodable(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _header_faults(spec: DeliveryFile, content: bytes) -> list[Fault]:
    found = Counter(_header(content))
    faults = [
        Fault(spec.file, f"de kolom {column.header} ontbreekt", remedy="Lever het bestand met deze kolom.")
        for column in spec.columns
        if column.header not in found and not column.optional
    ]
    faults += [
        Fault(spec.file, f"de kolom {column.header} staat er {found[column.header]} keer in")
        for column in spec.columns
        if found[column.header] > 1
    ]
    return faults


def _quote_faults(place: str, content: bytes) -> list[Fault]:
    """A quote left open swallows the rows after it; a row of the file must be a row of the table."""
    if b'"' not in content:
        return []
    lines = content.split(b"\n")
    rows = [number for number, line in enumerate(lines, start=1) if line.count(b'"') % 2]
    if not rows:
        return []
    rule = "een tekst tussen aanhalingstekens staat in één rij"
    remedy = "Haal losse aanhalingstekens en regeleinden uit deze rijen."
    return [Fault(place, rule, len(rows), tuple(rows[:MAX_EXAMPLES]), remedy)]


def _header(content: bytes) -> list[str]:
    line = content.split(b"\n", 1)[0].decode("utf-8")
    return [name.strip().strip('"') for name in line.rstrip("\r").split(";")]


def _parse(spec: DeliveryFile, content: bytes) -> tuple[RawFile | None, list[Fault]]:
    place, names = spec.file, _header(content)
    headers = [column.header for column in spec.columns]
    texts, broken = _texts(content, names, [header for header in headers if header in names])
    again = "Lever het bestand opnieuw."
    if texts is None:
        return None, [Fault(place, "dit is geen goed csv-bestand", remedy=again)]
    # A spreadsheet may leave lines of nothing, or of semicolons only.
    filled = texts.ne("").any(axis=1).to_numpy()
    rows = np.setdiff1d(np.arange(2, len(texts) + len(broken) + 2), broken)[filled]
    faults = []
    if broken:
        rule = f"een rij heeft {len(names)} velden, gescheiden door puntkomma's"
        faults.append(Fault(place, rule, len(broken), tuple(broken[:MAX_EXAMPLES]), "Maak deze rijen heel."))
    if not len(rows):
        remedy = "Lever het bestand opnieuw, of laat het weg." if spec.optional else again
        faults.append(Fault(place, "er staan geen rijen in", remedy=remedy))
    kept = texts[filled].reset_index(drop=True)
    return RawFile(kept.reindex(columns=headers, fill_value=""), rows), faults


def _texts(content: bytes, names: list[str], headers: list[str]) -> tuple[pd.DataFrame | None, list[int]]:
    """The asked columns as text, and the numbers of rows with too few or too many fields."""
    import pyarrow as pa
    from pyarrow import csv

    broken: list[int] = []

    def skip(row: csv.InvalidRow) -> str:
        broken.append(row.number)  # only the number: the text of the row may name a person
        return "skip"

    try:
        table = csv.read_csv(
            pa.BufferReader(content),
            # One thread: only then does a broken row know its number.
            read_options=csv.ReadOptions(use_threads=False, skip_rows=1, column_names=names),
            parse_options=csv.ParseOptions(delimiter=";", ignore_empty_lines=False, invalid_row_handler=skip),
            convert_options=csv.ConvertOptions(
                include_columns=headers,
                column_types=dict.fromkeys(headers, pa.string()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:  # its message may quote a row
        return None, broken
    return table.to_pandas(), broken
