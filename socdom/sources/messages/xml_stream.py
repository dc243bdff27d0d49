"""XML of a message as a stream: validated while it is read, in memory that does not grow with the file.

What an attacker could use is off: no DOCTYPE (so no entities, inside or outside the file), no network, no
XInclude, the depth and text limits of libxml2 on, a limit on the size, and no more than a limited number of
elements between two records.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from socdom.sources.messages.schemas import Schema
from socdom.sources.messages.standard import Kind, Refused, kind_of

_CHUNK = 1 << 16
_MAX_PROLOG = 1 << 14
# A client with contacts and relations has some hundreds of elements; more without a record is no message.
_MAX_MARKS = 40_000
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_NAMED = re.compile(r"Element '(?:\{[^}]*\})?([^']*)'")

# "internal" and not False for entities: with False and a schema lxml takes half a file for whole. There are none to
# resolve, as no DOCTYPE comes this far.
_SAFE = {
    "resolve_entities": "internal",
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


class Content:
    """The bytes of a message: read once, counted (`seen`) against a limit, and summed."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self.seen = 0
        self._sum = hashlib.sha256()

    def chunk(self) -> bytes:
        """The next bytes; empty at the end.

        Raises:
            Refused: the file is larger than the limit.
        """
        data = self._stream.read(_CHUNK)
        self.seen += len(data)
        self._sum.update(data)
        if self.seen > self._limit:
            raise Refused(f"het bestand is groter dan {self._limit // 1_000_000} MB")
        return data

    def checksum(self) -> str:
        """SHA-256 of what was read; up to the limit also of what the reader left."""
        while self.seen <= self._limit and (data := self._stream.read(_CHUNK)):
            self.seen += len(data)
            self._sum.update(data)
        return self._sum.hexdigest()


def opening(content: Content) -> tuple[Kind, bytes]:
    """The type of the message, and the bytes that were read to know it.

    Raises:
        Refused: it is no XML in UTF-8, has a DOCTYPE, or is no message that is read.
    """
    head = b""
    while len(head) < _MAX_PROLOG and (data := content.chunk()):
        head += data
    _check_prolog(head[:_MAX_PROLOG])
    parser = etree.XMLPullParser(events=("start",), **_SAFE)
    try:
        parser.feed(head[:_MAX_PROLOG])
        root = next((element for _, element in parser.read_events()), None)
    except etree.XMLSyntaxError as error:
        raise _malformed(error) from None
    if root is None:
        raise Refused("het bestand bevat geen XML" if not head else "het bestand is geen goede XML")
    try:
        name = etree.QName(root)
    except ValueError:  # a prefix that is declared nowhere
        raise Refused("het bestand is geen goede XML") from None
    return kind_of(name.namespace or "", name.localname), head


def local_name(element: etree._Element) -> str:
    """Name of an element without namespace or prefix, also when its prefix is declared nowhere."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _check_prolog(head: bytes) -> None:
    """All that comes before the root element: an XML declaration, white space, comments and instructions."""
    if not head.strip():
        raise Refused("het bestand is leeg")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        raise Refused("een bericht is geschreven in UTF-8")
    rest = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if rest.startswith(b"<?xml"):
        declared = _ENCODING.search(rest[: rest.find(b"?>")])
        if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
            raise Refused("een bericht is geschreven in UTF-8")
    while rest.startswith((b"<?", b"<!--")):
        end = b"?>" if rest.startswith(b"<?") else b"-->"
        _, found, rest = rest.partition(end)
        if not found:
            raise Refused("het bestand begint niet met een bericht")
        rest = rest.lstrip()
    if rest.startswith(b"<!"):
        raise Refused("een DOCTYPE mag niet in een bericht staan")
    if not rest.startswith(b"<"):
        raise Refused("het bestand is geen XML")


def elements(
    content: Content, head: bytes, schema: Schema, records: frozenset[str], others: frozenset[str]
) -> Iterator[etree._Element]:
    """Each element with one of the names, once its end is read; records are gone from memory afterwards.

    Args:
        head: what `opening` read.
        records: names of elements that repeat; an element is emptied after the caller had it.
        others: names of elements that the caller wants too.

    Raises:
        Refused: at the latest after the last element, when the message is not valid.
    """
    tags = [f"{{*}}{name}" for name in sorted(records | others)]
    parser = etree.XMLPullParser(events=("end",), tag=tags, schema=schema.validator, **_SAFE)
    data, marks = head, 0
    try:
        while data:
            marks += data.count(b"<")
            parser.feed(data)
            for _, element in parser.read_events():
                yield element
                if local_name(element) in records:
                    _forget(element)
                    marks = 0
            if marks > _MAX_MARKS:
                raise Refused("het bericht heeft te veel onderdelen in één cliënt")
            data = content.chunk()
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _refusal(error, schema) from None


def _forget(element: etree._Element) -> None:
    parent = element.getparent()
    element.clear()
    if parent is not None:
        while (before := element.getprevious()) is not None:
            parent.remove(before)


def _refusal(error: etree.XMLSyntaxError, schema: Schema) -> Refused:
    message = error.msg or ""
    return _not_valid(message, None, schema, unplaced=True) if _NAMED.match(message) else _malformed(error)


def _malformed(error: etree.XMLSyntaxError) -> Refused:
    return Refused("het bestand is geen goede XML, of is niet heel", error.lineno or None)


def _not_valid(message: str, line: int | None, schema: Schema, *, unplaced: bool = False) -> Refused:
    """The reason of libxml2 without the value it quotes, and without a name that the standard does not have."""
    named = _NAMED.match(message)
    what = f"{named[1]}: " if named and named[1] in schema.names else ""
    if any(words in message for words in ("not expected", "Missing child", "not allowed")):
        return Refused(
            f"{what}hier ontbreekt iets, of staat iets dat hier niet hoort", line, unplaced=unplaced
        )
    return Refused(f"{what}de waarde past niet bij de standaard", line, unplaced=unplaced)


def first_invalid(stream: BinaryIO, schema: Schema) -> Refused | None:
    """The first place where a message is not valid, with its line; None when it is valid or cannot be read.

    While streaming libxml2 does not say the line. This reads the whole message, so it is for small ones.
    """
    try:
        tree = etree.parse(stream, etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError:
        return None
    if schema.validator.validate(tree):
        return None
    first = schema.validator.error_log[0]
    return _not_valid(first.message, first.line or None, schema)
