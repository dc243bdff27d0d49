"""The bytes of a text file → utf-8 with one kind of line end, or a refusal that names the rows."""

from __future__ import annotations

import re

from socdom.sources.files.opened import AGAIN, refused

_BOM = b"\xef\xbb\xbf"
_NOT_READABLE = "er staan tekens in die niet te lezen zijn"
_REMEDY = "Sla het bestand op als csv met utf-8."
# Letters with accents, € and curly quotes in utf-8; in cp1252 these bytes are "Ã©", which nobody writes.
_WIDE = re.compile(rb"[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\xbf]{2}")


def decoded(content: bytes, told: str | None, place: str) -> tuple[bytes, str]:
    """The text in utf-8 without a mark in front and with "\\n" at the end of each line, and how it was written.

    Args:
        told: "utf-8", "cp1252", or None to find out.

    Raises:
        DeliveryError: utf-16, cut in the middle of a letter, or letters that cannot be read.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4096]:
        raise refused(
            place,
            "het bestand is geschreven in utf-16, en dat leest socdom niet",
            "Sla het op als csv met utf-8.",
        )
    encoding = "utf-8" if content.startswith(_BOM) else told
    content = content.removeprefix(_BOM)
    if encoding != "cp1252":
        fault = _utf8_fault(content)
        if fault is None:
            return _lines(content), "utf-8"
        if encoding == "utf-8" or _WIDE.search(content[: fault.start]) or _ends_early(content, fault):
            raise _not_utf8(content, fault, place)
    try:
        return _lines(content.decode("cp1252").encode()), "cp1252"
    except UnicodeDecodeError:
        raise refused(place, _NOT_READABLE, _REMEDY, _bad_rows(content, "cp1252")) from None


def _utf8_fault(content: bytes) -> UnicodeDecodeError | None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault
    return None


def _ends_early(content: bytes, fault: UnicodeDecodeError) -> bool:
    return fault.reason == "unexpected end of data" and fault.end == len(content)


def _not_utf8(content: bytes, fault: UnicodeDecodeError, place: str) -> Exception:
    if _ends_early(content, fault):
        return refused(place, "het bestand houdt op midden in een teken", AGAIN)
    return refused(place, _NOT_READABLE, _REMEDY, _bad_rows(content, "utf-8"))


def _bad_rows(content: bytes, encoding: str) -> list[int]:
    bad = []
    for number, line in enumerate(_lines(content).split(b"\n"), start=1):
        try:
            line.decode(encoding)
        except UnicodeDecodeError:
            bad.append(number)
    return bad


def _lines(content: bytes) -> bytes:
    """A line ends with \\n, \\r\\n (Windows) or \\r (an older Mac)."""
    return content.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in content else content
