"""A message of 3.2 from a stream of XML: header, clients and records."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from sys import intern

from lxml import etree

from socdom.sources.messages.fields import PARSERS, SIGNS, check_bsn, texts_of
from socdom.sources.messages.header import Header, read_header
from socdom.sources.messages.records import Client, Message, Performance, Record, Rejection
from socdom.sources.messages.schemas import Schema
from socdom.sources.messages.standard import Kind, Refused
from socdom.sources.messages.xml_stream import Content, elements, local_name

# "Geen opmerking", "niet beoordeeld" and "volledig toegewezen"; every other code of WJ001 refuses.
_NO_REJECTION = frozenset({"0200", "0233", "8001"})
# The sender used the number of a message before: that earlier message stays, and it is read once.
_SENT_BEFORE = "9056"

_RECORD = {
    "301": "ToegewezenProduct",
    "305": "StartProduct",
    "307": "StopProduct",
    "315": "AangevraagdProduct",
    "317": "Verzoek",
    "319": "Antwoord",
    "323": "Prestatie",
}
_REPEATED = frozenset({"Client", "Relatie", "Contact"})
_WANTED = frozenset(
    {
        "Header",
        "Bsn",
        "Geboortedatum",
        "Geslacht",
        "RetourCodes",
        "DeclaratieDagtekening",
        "TotaalIngediendBedrag",
    }
)


def read_message(
    content: Content, head: bytes, kind: Kind, schema: Schema, gemeenten: Collection[str], file: int = 0
) -> Message:
    """Read and validate a message.

    Args:
        content, head: of `xml_stream.opening`.
        gemeenten: codes of the municipality in four digits; one of them must be sender or receiver.
        file: number of the file, to find a record back.

    Raises:
        Refused: it is not valid, is for another municipality, or does not add up.
    """
    reader = _Reader(kind, gemeenten)
    for element in elements(content, head, schema, _REPEATED | {reader.record}, _WANTED):
        reader.take(element)
    return reader.message(file)


class _Reader:
    """Takes the elements of one message in the order in which they end."""

    def __init__(self, kind: Kind, gemeenten: Collection[str]) -> None:
        sent = kind.answers or kind
        self.record = _RECORD[sent.number]
        self._kind = kind
        self._gemeenten = gemeenten
        self._parse = PARSERS.get(sent.number)
        self._header: Header | None = None
        self._client: dict[str, str] = {}
        self._clients: list[Client] = []
        self._records: list[Record] = []
        self._refused: set[tuple[str, ...]] = set()
        self._persons: set[str] = set()
        self._whole = False
        self._declared = ""
        self._total: int | None = None
        self._total_line: int | None = None

    def take(self, element: etree._Element) -> None:
        """The next element whose end is read.

        Raises:
            Refused: something that must be there is not; the schema says the same, but only at the end of the stream.
        """
        try:
            self._take(element)
        except (KeyError, IndexError, ValueError):
            raise Refused(
                f"{local_name(element)}: er ontbreekt een verplicht gegeven", element.sourceline
            ) from None

    def _take(self, element: etree._Element) -> None:
        name, parent = local_name(element), element.getparent()
        above = "" if parent is None else local_name(parent)
        if name == self.record:
            self._take_record(element)
        elif name == "Header":
            self._take_header(element)
        elif above == "Client" and name in ("Bsn", "Geboortedatum", "Geslacht"):
            inner = element if name != "Geboortedatum" else element[0]
            self._client[name] = intern((inner.text or "").strip())
            if name == "Bsn":
                check_bsn(self._client[name], element.sourceline)
        elif name == "Client":
            self._end_client()
        elif (
            name == "RetourCodes" and above in ("Client", "DeclaratieAntwoord") and _refuses(_codes(element))
        ):
            if above == "Client":
                self._persons.add(self._client["Bsn"])
            else:
                self._whole = True
        elif name == "DeclaratieDagtekening":
            self._declared = (element.text or "").strip()
        elif name == "TotaalIngediendBedrag":
            texts = texts_of(element)
            self._total = int(texts["TotaalBedrag"]) * SIGNS[texts["DebetCredit"]]
            self._total_line = element.sourceline

    def _take_header(self, element: etree._Element) -> None:
        self._header = read_header(self._kind, texts_of(element), self._gemeenten)
        if self._kind.answers:
            self._whole = _refuses([code for code in _codes_in(element) if code != _SENT_BEFORE])

    def _take_record(self, element: etree._Element) -> None:
        if self._parse is None:
            return
        record = self._parse(self._client["Bsn"], texts_of(element), element.sourceline or 0)
        if self._kind.answers is None:
            self._records.append(record)
            return
        if _refuses(_codes_in(element)):
            self._refused.add(record.key)

    def _end_client(self) -> None:
        client = self._client
        if self._kind.answers is None and "Geboortedatum" in client and "Bsn" in client:
            self._clients.append(Client(client["Bsn"], client["Geboortedatum"], client.get("Geslacht", "0")))
        self._client = {}

    def message(self, file: int) -> Message:
        """The message, once all its elements were taken.

        Raises:
            Refused: it has no header, or its total is not that of its lines (TR358).
        """
        if self._header is None:
            raise Refused("het bericht heeft geen header")
        lines = [record for record in self._records if isinstance(record, Performance)]
        if self._kind.number == "323" and sum(line.cents for line in lines) != self._total:
            rule = "TotaalIngediendBedrag is niet de som van de bedragen van de prestaties"
            raise Refused(rule, self._total_line)
        late = [line.line for line in lines if self._declared and line.start > self._declared]
        if late:
            raise Refused("een prestatie begint na de datum van de declaratie", late[0])
        rejection = Rejection(self._whole, frozenset(self._persons), frozenset(self._refused))
        return Message(
            identity=self._header.identity,
            dated=self._header.dated,
            provider=self._header.provider,
            clients=tuple(self._clients),
            records=tuple(self._records),
            declared=self._declared,
            answers=self._header.answers,
            rejection=rejection,
            digest=self._digest(rejection),
            file=file,
        )

    def _digest(self, rejection: Rejection) -> str:
        found = hashlib.sha256(repr((self._header, self._declared, self._clients)).encode())
        for record in self._records:
            found.update(repr(record[:-1]).encode())
        refused = (rejection.whole, sorted(rejection.persons), sorted(rejection.keys))
        found.update(repr(refused).encode())
        return found.hexdigest()


def _refuses(codes: Collection[str]) -> bool:
    return not _NO_REJECTION.issuperset(codes)


def _codes_in(element: etree._Element) -> list[str]:
    """What an answer says of the header or the record that it stands in."""
    return [code for part in element if local_name(part) == "RetourCodes" for code in _codes(part)]


def _codes(element: etree._Element) -> list[str]:
    return [(code.text or "").strip() for code in element]
