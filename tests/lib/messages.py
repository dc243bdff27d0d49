"""Messages of iWmo and iJw 3.2 about clients who do not exist, written from records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

from socdom.sources.messages.records import (
    Allocation,
    Client,
    Message,
    MessageId,
    Performance,
    Record,
    Rejection,
    Request,
    Start,
    Stop,
)
from socdom.sources.messages.standard import Kind

GEMEENTE = "0766"
CODES = {
    "wmo": dict(zip("301 302 305 306 307 308 315 316 317 318 319 320 323 325".split(),
                    "414 415 418 419 420 421 444 445 480 481 482 483 484 485".split(), strict=True)),
    "jw": dict(zip("301 302 305 306 307 308 315 316 317 318 319 320 323 325".split(),
                   "436 437 438 439 440 441 446 447 486 487 488 489 490 491".split(), strict=True)),
}  # fmt: skip
# Types that the municipality sends.
FROM_GEMEENTE = ("301", "319", "325")


def bsns(count: int) -> list[str]:
    """Numbers of nobody (9999…) that pass the eleven-test."""
    found = []
    for number in range(999_900_000, 999_999_999):
        digits = [int(digit) for digit in str(number)]
        if sum(w * d for w, d in zip(range(9, 1, -1), digits, strict=False)) % 11 == digits[8]:
            found.append(str(number))
            if len(found) == count:
                break
    return found


@dataclass(frozen=True)
class Sent:
    """A message to write: `provider` is the AGB code of the other side.

    For an answer `records` are those of the message it answers, `rejection` what it refuses and `own` its own number.
    """

    family: str
    number: str
    provider: str
    identification: str
    dated: str
    clients: tuple[Client, ...]
    records: tuple[Record, ...]
    declared: str = ""
    rejection: Rejection | None = None
    own: str = ""

    def message(self, file: int = 0) -> Message:
        """What reading it must give, without lines and digest."""
        kind = Kind(self.family, self.number)
        sender, _ = self._ends(self.number)
        if self.rejection is None:
            identity, answers = MessageId(kind, sender, self.identification), None
            clients = () if self.number == "323" else self.clients
            records = tuple(record._replace(line=0) for record in self.records)
            return Message(identity, self.dated, self.provider, clients, records, self.declared, file=file)
        sent = kind.answers
        assert sent is not None
        answers = MessageId(sent, self._ends(sent.number)[0], self.identification)
        own = MessageId(
            kind, GEMEENTE if self.number in ("306", "308", "316", "325") else self.provider, self.own
        )
        return Message(own, self.dated, self.provider, (), (), "", answers, self.rejection, file=file)

    def _ends(self, number: str) -> tuple[str, str]:
        ends = (GEMEENTE, self.provider)
        sent = {"302": "301", "320": "319"}.get(number, number)
        return ends if sent in FROM_GEMEENTE else ends[::-1]

    def xml(self) -> bytes:
        """The message as a file."""
        base = f"http://www.istandaarden.nl/i{self.family}/3_2/basisschema/schema"
        own = f"http://www.istandaarden.nl/i{self.family}/3_2/{self.family}{self.number}/schema"
        body = self._header() + self._body()
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<m:Bericht xmlns:m="{own}" xmlns:b="{base}">\n{body}</m:Bericht>\n'
        ).encode()

    def _header(self) -> str:
        code = CODES[self.family][self.number]
        sender, receiver = self._ends(self.number)
        number = self.own if self.number == "325" else self.identification
        version = _m("XsdVersie", _b("BasisschemaXsdVersie", "1.0.0"), _b("BerichtXsdVersie", "1.0.0"))
        known = _m("BerichtIdentificatie", _b("Identificatie", number), _b("Dagtekening", self.dated))
        parts = [_m("BerichtCode", code), _m("BerichtVersie", "3"), _m("BerichtSubversie", "2")]
        parts += [_m("Afzender", sender), _m("Ontvanger", receiver), known, version]
        if self.number == "325":
            declared = _b("Identificatie", self.identification) + _b("Dagtekening", self.dated)
            parts += [
                _m("DeclaratieIdentificatie", declared),
                version.replace("XsdVersie>", "XsdVersieDeclaratie>", 1),
            ]
            parts[-1] = parts[-1].replace("</m:XsdVersie>", "</m:XsdVersieDeclaratie>")
            parts.append(self._codes(whole=False))
        elif self.rejection is not None:
            parts += [_m("IdentificatieRetour", self.own), _m("DagtekeningRetour", self.dated)]
            parts.append(
                version.replace("<m:XsdVersie>", "<m:XsdVersieRetour>").replace(
                    "</m:XsdVersie>", "</m:XsdVersieRetour>"
                )
            )
            parts.append(self._codes(whole=self.rejection.whole))
        return _m("Header", *parts)

    def _codes(self, whole: bool, code: str = "0001") -> str:
        return _m("RetourCodes", _m("RetourCode", code if whole else "0200"))

    def _body(self) -> str:
        if self.number in ("323", "325"):
            return self._declaration()
        if self.rejection is not None and self.rejection.whole:
            return ""
        (client,) = self.clients
        full = self.number in ("301", "302")
        name = _b("Geslachtsnaam", _b("Achternaam", "Nemo"))
        parts = [
            _m("Bsn", client.bsn),
            _m("Geboortedatum", _b("Datum", client.born)),
            _m("Geslacht", client.sex),
        ]
        parts.append(_m("Naam", name + (_b("NaamGebruik", "1") if full else "")))
        if full:
            contact = _m("Contact", _m("Soort", "01"), self._said(None, client.bsn))
            parts.append(_m("Contactgegevens", contact))
        group, single = {
            "301": ("ToegewezenProducten", "ToegewezenProduct"),
            "305": ("StartProducten", "StartProduct"),
            "307": ("StopProducten", "StopProduct"),
            "315": ("AangevraagdeProducten", "AangevraagdProduct"),
        }[{"302": "301", "306": "305", "308": "307", "316": "315"}.get(self.number, self.number)]
        parts.append(_m(group, *(_m(single, _record(r), self._said(r, client.bsn)) for r in self.records)))
        if self.rejection is not None:
            parts.append(self._codes(whole=client.bsn in self.rejection.persons, code="8187"))
        return _m("Client", *parts)

    def _said(self, record: Record | None, bsn: str) -> str:
        """The codes of a record in an answer."""
        if self.rejection is None:
            return ""
        return self._codes(whole=record is not None and record.key in self.rejection.keys, code="9338")

    def _declaration(self) -> str:
        total = sum(record.cents for record in self.records)
        parts = [_m("DeclaratieNummer", f"D{self.identification}")]
        if self.rejection is None:
            period = _b("Begindatum", "2024-01-01") + _b("Einddatum", "2024-01-31")
            parts += [_m("DeclaratiePeriode", period), _m("DeclaratieDagtekening", self.declared)]
        parts.append(_m("TotaalIngediendBedrag", _cents("TotaalBedrag", total)))
        gone = [r for r in self.records if self.rejection is not None and self.rejection.of(r)]
        if self.rejection is not None:
            granted = total - sum(record.cents for record in gone)
            parts.append(_m("TotaalToegekendBedrag", _cents("TotaalBedrag", granted)))
        records = list(self.records) if self.rejection is None else gone
        if self.rejection is not None and self.rejection.whole:
            records = []
        clients = []
        for bsn in dict.fromkeys(record.bsn for record in records):
            own = [_m("Prestatie", _record(r), self._said(r, bsn)) for r in records if r.bsn == bsn]
            refused = self.rejection is not None and bsn in self.rejection.persons
            codes = "" if self.rejection is None else self._codes(whole=refused, code="8187")
            clients.append(_m("Client", _m("Bsn", bsn), _m("Prestaties", *own), codes))
        parts += [_m("Clienten", *clients)] if clients else []
        if self.rejection is None:
            return _m("Declaratie", *parts)
        return _m("DeclaratieAntwoord", *parts, self._codes(whole=self.rejection.whole, code="9333"))


def answer(sent: Sent, own: str, rejection: Rejection, dated: str = "") -> Sent:
    """The answer to a message."""
    number = {"301": "302", "305": "306", "307": "308", "315": "316", "323": "325"}[sent.number]
    return replace(sent, number=number, rejection=rejection, own=own, dated=dated or sent.dated)


def write(folder: Path, messages: list[Sent], names: list[str] | None = None) -> Path:
    """Write messages as files; without names they are numbered."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, message in enumerate(messages):
        name = names[number] if names else f"bericht_{number}.xml"
        (folder / name).write_bytes(message.xml())
    return folder


def _m(name: str, *inside: str) -> str:
    return _element("m", name, *inside)


def _b(name: str, *inside: str) -> str:
    return _element("b", name, *inside)


def _element(prefix: str, name: str, *inside: str) -> str:
    text = "".join(inside)
    if not text.startswith("<") and len(inside) == 1:
        return f"<{prefix}:{name}>{escape(text)}</{prefix}:{name}>\n"
    return f"<{prefix}:{name}>\n{text}</{prefix}:{name}>\n"


def _if(name: str, text: str) -> str:
    return _m(name, text) if text else ""


def _cents(name: str, cents: int) -> str:
    return _b(name, str(abs(cents))) + _b("DebetCredit", "C" if cents < 0 else "D")


def _product(category: str, code: str = "") -> str:
    if not category:
        return ""
    return _m("Product", _b("Categorie", category), *([_b("Code", code)] if code else []))


def _record(record: Record) -> str:
    match record:
        case Allocation():
            return (
                _m("ToewijzingNummer", record.number) + _if("ReferentieAanbieder", record.reference)
                + _product(record.category) + _m("Toewijzingsdatum", record.assigned)
                + _m("Toewijzingstijd", record.time) + _m("Ingangsdatum", record.start)
                + _if("Einddatum", record.end) + _if("RedenWijziging", record.change_reason)
            )  # fmt: skip
        case Start():
            return (
                _if("ToewijzingNummer", record.number) + _product(record.category, record.code)
                + _m("Begindatum", record.start) + _m("StatusAanlevering", record.status)
            )  # fmt: skip
        case Stop():
            return (
                _if("ToewijzingNummer", record.number) + _product(record.category, record.code)
                + _m("Begindatum", record.start) + _m("RedenBeeindiging", record.reason)
                + _m("Einddatum", record.end) + _m("StatusAanlevering", record.status)
            )  # fmt: skip
        case Request():
            return (
                _m("ReferentieAanbieder", record.reference) + _m("ToewijzingIngangsdatum", "2024-01-01")
                + _m("Verwijzer", _b("Type", record.referrer))
            )  # fmt: skip
        case Performance():
            previous = [_b("VorigReferentieNummer", record.previous)] if record.previous else []
            period = _b("Begindatum", record.start) + _b("Einddatum", record.start)
            return (
                _m("ProductReferentie", _b("ReferentieNummer", record.reference), *previous)
                + _m("ToewijzingNummer", record.number) + _m("ProductCategorie", record.category)
                + _m("ProductCode", f"{record.category}A01") + _m("ProductPeriode", period)
                + _m("GeleverdVolume", str(abs(record.volume))) + _m("Eenheid", record.unit)
                + _m("IngediendBedrag", _cents("Bedrag", record.cents))
            )  # fmt: skip


def loose_schemas(folder: Path) -> Path:
    """Schemas that allow anything within a message, for where the schemas of the standard are not there."""
    for family in ("wmo", "jw"):
        (folder / family).mkdir(parents=True, exist_ok=True)
        for number in CODES[family]:
            space = f"http://www.istandaarden.nl/i{family}/3_2/{family}{number}/schema"
            text = (
                f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{space}">'
                '<xs:element name="Bericht"><xs:complexType><xs:sequence>'
                '<xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>'
                "</xs:sequence></xs:complexType></xs:element></xs:schema>"
            )
            (folder / family / f"{family.upper()}{number}.xsd").write_text(text, encoding="utf-8")
    return folder
