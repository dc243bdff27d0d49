"""A text file with separators: csv, txt, tsv. Only the columns that are asked for become a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import MAX_EXAMPLES, Fault
from socdom.parameters.bronnen import Bestand
from socdom.sources.files.encoding import decoded
from socdom.sources.files.opened import Cells, Opened, refused
from socdom.sources.files.separator import PLURAL, SEPARATORS, guessed_separator

_TOP = 40
# First line with which a spreadsheet is told the separator.
_SEP_LINE = re.compile(r"sep=(.)", re.IGNORECASE)


@dataclass(frozen=True)
class TextFile(Opened):
    """Lines of fields.

    Attributes:
        content: in utf-8, with "\\n" at the end of each line.
    """

    content: bytes = field(default=b"", repr=False)

    def first_rows(self) -> list[list[object]]:
        """Fields of the first lines."""
        return [list(_fields(line, self.separator)) for line in _top(self.content)]

    def cells(self, places: Sequence[int], limit: int | None = None) -> Cells:
        """Text of the columns. A line with another number of fields than the header is a fault, and left out."""
        content = self.content
        if limit is not None:
            lines = content.split(b"\n", self.header_row + limit)
            content = b"\n".join(lines[: self.header_row + limit])
        texts, broken = self._parse(content, places)
        first = self.header_row + 1
        every = np.arange(first, first + len(texts) + len(broken), dtype="int64")
        rows = np.delete(every, np.array(broken, dtype="int64") - first)
        faults = []
        if broken:
            rule = f"een rij heeft {len(self.names)} velden, gescheiden door {PLURAL[self.separator]}"
            shown = tuple(broken[:MAX_EXAMPLES])
            faults.append(Fault(self.place, rule, len(broken), shown, "Maak deze rijen heel."))
        columns = [texts[str(place)] for place in places]
        return Cells(columns, rows, faults)

    def _parse(self, content: bytes, places: Sequence[int]) -> tuple[pd.DataFrame, list[int]]:
        """The columns under their place, and the numbers of rows with too few or too many fields."""
        import pyarrow as pa
        from pyarrow import csv as arrow_csv

        broken: list[int] = []

        def skip(row: arrow_csv.InvalidRow) -> str:
            broken.append(row.number)  # only the number: the text of the row may name a person
            return "skip"

        asked = [str(place) for place in sorted(set(places))]
        if content.count(b"\n", 0, -1) < self.header_row:  # nothing below the header
            return pd.DataFrame(columns=asked, dtype="str"), []
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(content),
                # One thread: only then does a broken row know its number.
                read_options=arrow_csv.ReadOptions(
                    use_threads=False,
                    skip_rows=self.header_row,
                    column_names=[str(place) for place in range(len(self.names))],
                ),
                parse_options=arrow_csv.ParseOptions(
                    delimiter=self.separator, ignore_empty_lines=False, invalid_row_handler=skip
                ),
                convert_options=arrow_csv.ConvertOptions(
                    include_columns=asked,
                    column_types=dict.fromkeys(asked, pa.string()),
                    strings_can_be_null=False,
                ),
            )
        except pa.ArrowInvalid:  # its message may quote a row
            raise refused(self.place, "dit is geen goed csv-bestand", "Lever het bestand opnieuw.") from None
        return table.to_pandas(), broken


def open_text(path: Path, form: Bestand, place: str) -> TextFile:
    """Open a text file; what the form does not tell is guessed, and said in the notes.

    Raises:
        DeliveryError: letters that cannot be read, no row for the header, or a text over more rows.
    """
    content, encoding = decoded(path.read_bytes(), form.codering, place)
    top = _top(content)
    header_row = form.kopregel
    separator: str | None = form.scheiding
    told = _SEP_LINE.fullmatch(top[0].strip())
    if told and header_row == 1:
        header_row = 2
        separator = separator or (told[1] if told[1] in SEPARATORS else None)
    if header_row > len(top):
        raise refused(
            place,
            f"rij {header_row} met de namen van de kolommen ontbreekt",
            "Zet de juiste rij bij kopregel.",
        )
    mark = "\t" if separator == "tab" else separator or guessed_separator(top[header_row - 1 :])
    _require_closed_quotes(content, header_row, place)
    names = tuple(name.strip() for name in _fields(top[header_row - 1], mark))
    notes = (
        []
        if (encoding, mark) == ("utf-8", ";")
        else [f"Gelezen als {encoding}, met {SEPARATORS[mark]} tussen de velden."]
    )
    if b"\n" in content and not content.endswith(b"\n"):
        notes.append("De laatste regel heeft geen regeleinde. Controleer of het bestand heel is.")
    return TextFile(place, "csv", names, header_row, tuple(notes), encoding, mark, content=content)


def _top(content: bytes) -> list[str]:
    """The first lines; not the rest of the last one, which may be cut."""
    return [line.decode() for line in content.split(b"\n", _TOP)[:_TOP]]


def _fields(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line), delimiter=separator), [])
    except csv.Error:  # a field without end
        return [line]


def _require_closed_quotes(content: bytes, header_row: int, place: str) -> None:
    """A quote left open swallows the rows after it; a row of the file must be a row of the table."""
    if b'"' not in content:
        return
    lines = enumerate(content.split(b"\n"), start=1)
    rows = [number for number, line in lines if number >= header_row and line.count(b'"') % 2]
    if rows:
        rule = "een tekst tussen aanhalingstekens staat in één rij"
        remedy = "Haal losse aanhalingstekens en regeleinden uit deze rijen."
        raise refused(place, rule, remedy, rows)
