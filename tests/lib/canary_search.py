"""Look for marked texts and numbers in anything: files as they are, and everything packed inside them."""

from __future__ import annotations

import base64
import codecs
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyarrow.parquet as pq
from pypdf import PdfReader
from pypdf.errors import PyPdfError

DECIMALS = 7
_DEPTH = 4
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))
_WHOLE = re.compile(r"(?<!\w)(?:\d{1,3}(?:\.\d{3})+|\d{5,})(?!\w)")
# Lengths, places in the file and numbers of objects: what a PDF says of itself.
_OF_PDF = re.compile(rb"/\w+ \d+|\d+ \d+ (?:obj|R|n|f)\b|startxref\s+\d+")
_PLACES = re.compile(rb"(?:\d+\s+)+(?=<<|\[)")
_FRACTION = re.compile(rf"(?<!\d)(\d+)[.,](\d{{{DECIMALS}}})")


@dataclass(frozen=True)
class Marks:
    """What may be found nowhere.

    Attributes:
        words: found as a whole word only, since a number can be a part of a longer one or of a checksum.
        numbers: whole numbers of five digits or more, as digits; found with and without points.
        fractions: numbers with many decimals ("0.2891666"), cut off after DECIMALS; found with point and comma.
        raw: as a table or a process keeps it.
    """

    words: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    fractions: frozenset[str] = frozenset()
    raw: tuple[bytes, ...] = ()


def marks_in(content: bytes | str, marks: Marks, name: str = "") -> list[str]:
    """The marks in a content, in every packing; sorted, each once.

    Args:
        name: name of the file; it is searched as well.
    """
    data = content.encode() if isinstance(content, str) else content
    found = {repr(mark) for mark in marks.raw if mark in data}
    for text in [name, *readings(data)]:
        found |= _in_text(text, marks)
    return sorted(found)


def marks_in_files(paths: Iterable[Path], folder: Path, marks: Marks) -> dict[str, list[str]]:
    """File, relative to a folder → the marks in it or in its name; only files with one."""
    named = ((path, str(path.relative_to(folder))) for path in paths)
    found = {name: marks_in(path.read_bytes(), marks, name) for path, name in named}
    return {name: here for name, here in found.items() if here}


def _in_text(text: str, marks: Marks) -> set[str]:
    found = marks.numbers & {number.replace(".", "") for number in _WHOLE.findall(text)}
    if marks.fractions:
        found |= marks.fractions & {f"{whole}.{decimals}" for whole, decimals in _FRACTION.findall(text)}
    words = (word for word in marks.words if word in text)
    return found | {word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)}


def readings(data: bytes, depth: int = _DEPTH) -> Iterator[str]:
    """A content as text in every way a reader or a program could read it, with all that is packed in it."""
    plain = (_OF_PDF.sub(b"", data) if data.startswith(b"%PDF") else data).decode("utf-8", "replace")
    yield plain.translate(_SPACES)
    if b"\0" in data:
        two_to_a_letter = data.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
        yield two_to_a_letter.replace(b"\0", b"").decode("latin-1")
    yield from _spelled_out(plain)
    if depth:
        for part in _packed(data):
            yield from readings(part, depth - 1)


def _spelled_out(text: str) -> Iterator[str]:
    """Without the escapes of HTML, addresses and JSON; only where there are any."""
    if "&" in text:
        yield html.unescape(text).translate(_SPACES)
    if "%" in text:
        yield unquote(text).translate(_SPACES)
    if "\\" in text:
        letters = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
        yield re.sub(r"\\[nrt\"/]", " ", letters).translate(_SPACES)


def _packed(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK\3\4"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                yield entry.filename.encode()
                yield packed.read(entry)
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    if data.startswith(b"PAR1"):
        yield _table(data)
    if data.startswith(b"%PDF"):
        yield from _document(data)
    for encoded in re.findall(
        rb"base64,((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)", data
    ):
        yield base64.b64decode(encoded)


def _table(data: bytes) -> bytes:
    """Names, cells, metadata and the smallest and largest value that a parquet file keeps per column."""
    file = pq.ParquetFile(io.BytesIO(data))
    groups = [file.metadata.row_group(i).to_dict() for i in range(file.num_row_groups)]
    return repr((file.schema_arrow.metadata, file.read().to_pydict(), groups, file.metadata)).encode()


def _objects(stream: bytes) -> bytes:
    """A stream without what it says of objects, if it holds those: it begins with the place of each."""
    begin = _PLACES.match(stream)
    return _OF_PDF.sub(b"", stream[begin.end() :]) if begin else stream


def _document(data: bytes) -> Iterator[bytes]:
    """Text, metadata and streams of a PDF."""
    try:
        reader = PdfReader(io.BytesIO(data))
        yield json.dumps({str(name): str(value) for name, value in (reader.metadata or {}).items()}).encode()
        yield from (page.extract_text().encode() for page in reader.pages)
    except PyPdfError:
        pass  # not a whole document; its streams are read all the same
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            yield _objects(zlib.decompressobj().decompress(stream))
        except zlib.error:
            yield stream
