"""Which kind of file it is, by its name and by how it begins: a name often promises another kind than is inside."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from socdom.sources.files.opened import AGAIN, refused, secret

KINDS = {
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".ods": "ods",
    ".parquet": "parquet",
}
_WORDS = {
    "csv": "een tekstbestand (csv)",
    "xlsx": "een Excel-bestand (xlsx)",
    "xls": "een oud Excel-bestand (xls)",
    "ods": "een spreadsheet van LibreOffice (ods)",
    "parquet": "een Parquet-bestand",
    "html": "een webpagina (html)",
    "pdf": "een pdf-bestand",
    "zip": "een zip-bestand",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a spreadsheet may become when it is unpacked; a real one is a tenth of it packed.
_MOST_BYTES, _FREE_BYTES, _MOST_TIMES = 2 * 1024**3, 100 * 1024**2, 200


def kind_of(path: Path, place: str) -> str:
    """The kind of a file that can be read: "csv", "xlsx", "ods" or "parquet".

    Args:
        place: what messages call the file.

    Raises:
        DeliveryError: empty, of another kind than its name says, damaged, with a password, or too large.
    """
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        start = file.read(4096)
    found = _content_kind(path, start, place)
    if not start.removeprefix(b"\xef\xbb\xbf").strip() and path.stat().st_size <= len(start):
        raise refused(place, "het bestand is leeg", "Lever het opnieuw.")
    if found == "ole":
        raise _old_or_secret(path, suffix, place)
    if suffix not in KINDS and suffix != ".xls":
        raise refused(
            place, "dit soort bestand leest socdom niet", "Lever het als csv, xlsx, ods of parquet."
        )
    if found != KINDS.get(suffix):
        rule = f"de naam eindigt op {suffix}, maar het is {_WORDS[found]}"
        raise refused(place, rule, _other_name(found))
    return found


def _content_kind(path: Path, start: bytes, place: str) -> str:
    if start.startswith(b"PK\x03\x04"):
        return _zip_kind(path, place)
    if start.startswith(_OLE):
        return "ole"
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"%PDF"):
        return "pdf"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith(b"<") and any(
        tag in text for tag in (b"<html", b"<table", b"<!doctype html", b"<head")
    ):
        return "html"
    return "csv"


def _zip_kind(path: Path, place: str) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            _check_size(archive, path, place)
            names = set(archive.namelist())
            # Reads every part to its end: half a file, or a part that is larger than it says, shows here.
            broken = archive.testzip()
            locked = "META-INF/manifest.xml" in names and b"encryption-data" in archive.read(
                "META-INF/manifest.xml"
            )
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise refused(place, "het bestand is beschadigd of niet heel", AGAIN) from None
    except (RuntimeError, NotImplementedError):  # a part with a password, or packed in a way of its own
        raise secret(place) from None
    if broken:
        raise refused(place, "het bestand is beschadigd of niet heel", AGAIN)
    if locked:
        raise secret(place)
    return "xlsx" if "xl/workbook.xml" in names else "ods" if "content.xml" in names else "zip"


def _check_size(archive: zipfile.ZipFile, path: Path, place: str) -> None:
    size = sum(part.file_size for part in archive.infolist())
    if size > _MOST_BYTES or (size > _FREE_BYTES and size > _MOST_TIMES * path.stat().st_size):
        rule = "het bestand is uitgepakt te groot: meer dan 2 gigabyte, of 200 keer zo groot als ingepakt"
        raise refused(place, rule, "Lever dit bestand als csv of parquet.")


def _old_or_secret(path: Path, suffix: str, place: str) -> Exception:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        return secret(place)
    if suffix == ".xls":
        return refused(place, "een oud Excel-bestand (xls) leest socdom niet", _other_name("xls"))
    return refused(place, f"de naam eindigt op {suffix}, maar het is {_WORDS['xls']}", _other_name("xls"))


def _other_name(found: str) -> str:
    if found == "zip":
        return "Pak het uit en lever wat erin zit."
    if found in ("html", "pdf", "xls"):
        return "Open het en sla het op als xlsx of csv."
    return f"Geef het een naam op .{found}."
