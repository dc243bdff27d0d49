"""Cells of a spreadsheet that show an error (#N/B), or whose formula was never worked out.

The reader of spreadsheets gives these as empty, and an end date that is empty says that care goes on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_PART = 2**20
_MOST_COLUMNS = 16_384
_CELL = rb"<(?:\w+:)?c(?=[ >])"
# An error; or a formula without a result, which is not a formula that gives an empty text (t="str").
_LOST = re.compile(
    _CELL + rb'(?P<error>[^>]*\bt="e"[^>]*)>'
    rb"|" + _CELL + rb'(?P<open>(?:(?!t="str")[^>])*)>\s*<(?:\w+:)?f(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MAY_BE_LOST = re.compile(rb't="e"|<f[ />]|:f[ />]')
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]+)"')
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_REPEATED_ROWS, _REPEATED = f"{_OFFICE}number-rows-repeated", f"{_OFFICE}number-columns-repeated"


def lost_cells(path: Path, kind: str, sheet: str) -> set[tuple[int, int]]:
    """Row and column, from 0, of the cells of a sheet whose value is lost.

    Args:
        kind: "xlsx" or "ods".

    Raises:
        SyntaxError, ValueError: the file is no good XML.
    """
    with zipfile.ZipFile(path) as archive:
        return set(_in_ods(archive, sheet) if kind == "ods" else _in_xlsx(archive, sheet))


def _in_xlsx(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int]]:
    name = _part_of(archive, sheet)
    if name is None:
        return
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(_PART):
            text = rest + piece
            end = text.rfind(b"</row>") + 1 or text.rfind(b":row>") + 1
            # To the end of a row: a cell is never cut. Most sheets have neither an error nor a formula.
            for found in _LOST.finditer(text, 0, end) if _MAY_BE_LOST.search(text, 0, end) else ():
                reference = _REFERENCE.search(found["error"] or found["open"] or b"")
                if reference:
                    yield int(reference[2]) - 1, _column(reference[1])
            rest = text[end:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the file that holds a sheet."""
    names = archive.namelist()
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return None
    target = {
        found.get("Id"): found.get("Target", "")
        for found in _tags(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    for found in _tags(archive, "xl/workbook.xml", "sheet"):
        if found.get("name") == sheet:
            number = next((value for key, value in found.items() if key.endswith("}id")), "")
            path = str(PurePosixPath("/xl") / target.get(number, "")).lstrip("/")
            return path if path in names else None
    return None


def _tags(archive: zipfile.ZipFile, name: str, tag: str) -> list:
    from lxml import etree

    with archive.open(name) as part:
        safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return list(etree.parse(part, safe).getroot().iter(f"{{*}}{tag}"))


def _in_ods(archive: zipfile.ZipFile, sheet: str) -> Iterator[tuple[int, int]]:
    if not _mentions(archive, "content.xml", b'value-type="error"'):
        return
    from lxml import etree

    row, here = 0, False
    with archive.open("content.xml") as part:
        events = etree.iterparse(
            part, ("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
        )
        for event, node in events:
            if event == "start":
                if node.tag == f"{_OFFICE}table":
                    row, here = 0, node.get(f"{_OFFICE}name") == sheet
            elif node.tag == f"{_OFFICE}table-row":
                if here:
                    yield from ((row, column) for column in _errors_of(node))
                row += int(node.get(_REPEATED_ROWS, "1"))
                node.clear()


def _errors_of(row: etree._Element) -> Iterator[int]:
    column = 0
    for cell in row:
        times = min(int(cell.get(_REPEATED, "1")), _MOST_COLUMNS)
        if any(key.endswith("value-type") and value == "error" for key, value in cell.items()):
            yield from range(column, column + times)
        column += times


def _mentions(archive: zipfile.ZipFile, name: str, words: bytes) -> bool:
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(_PART):
            if words in rest + piece:
                return True
            rest = piece[-len(words) :]
    return False
