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

_ENCODING_REMEDY = "Sla het bestand op als csv met utf-8."


@dataclass(frozen=True)
class RawFile:
    """Text of the asked columns, one row per readable row of the file; `rows` are its row numbers (header is
    row 1)."""

    texts: pd.DataFrame
    rows: np.ndarray


def read_raw(path: Path, headers: tuple[str, ...]) -> tuple[RawFile | None, list[Fault]]:
    """Read the columns `headers` of a CSV file as text.

    Returns:
        The text, or None when the file cannot be read at all, and what is wrong with the file.
    """
    place = path.name
    if not path.is_file():
        return None, [
            Fault(
                place,
                "dit bestand ontbreekt",
                remedy="Lever het alsnog.",
            )
        ]
    content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        return None, [Fault(place, "het bestand is leeg", remedy="Lever het opnieuw.")]
    undecodable = _undecodable_rows(content)
    if undecodable:
        rule = "er staan tekens in die niet te lezen zijn"
        return None, [
            Fault(place, rule, len(undecodable), tuple(undecodable[:MAX_EXAMPLES]), _ENCODING_REMEDY)
        ]
    faults = _header_faults(place, content, headers) or _quote_faults(place, content)
    if faults:
        return None, faults
    return _parse(place, content, headers)


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


def _header_faults(place: str, content: bytes, headers: tuple[str, ...]) -> list[Fault]:
    found = Counter(_header(content))
    faults = [
        Fault(place, f"de kolom {header} ontbreekt", remedy="Lever het bestand met deze kolom.")
        for header in headers
        if header not in found
    ]
    faults += [
        Fault(place, f"de kolom {header} staat er {found[header]} keer in")
        for header in headers
        if found[header] > 1
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


def _parse(place: str, content: bytes, headers: tuple[str, ...]) -> tuple[RawFile | None, list[Fault]]:
    names = _header(content)
    texts, broken = _texts(content, names, headers)
    if texts is None:
        return None, [Fault(place, "dit is geen goed csv-bestand", remedy="Lever het bestand opnieuw.")]
    # A spreadsheet may leave lines of nothing, or of semicolons only.
    filled = texts.ne("").any(axis=1).to_numpy()
    rows = np.setdiff1d(np.arange(2, len(texts) + len(broken) + 2), broken)[filled]
    faults = []
    if broken:
        rule = f"een rij heeft {len(names)} velden, gescheiden door puntkomma's"
        faults.append(Fault(place, rule, len(broken), tuple(broken[:MAX_EXAMPLES]), "Maak deze rijen heel."))
    if not len(rows):
        faults.append(Fault(place, "er staan geen rijen in", remedy="Lever het bestand opnieuw."))
    return RawFile(texts[filled].reset_index(drop=True), rows), faults


def _texts(
    content: bytes, names: list[str], headers: tuple[str, ...]
) -> tuple[pd.DataFrame | None, list[int]]:
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
                include_columns=list(headers),
                column_types=dict.fromkeys(headers, pa.string()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:  # its message may quote a row
        return None, broken
    return table.to_pandas(), broken
