"""Elements of a message → texts → records."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern

from lxml import etree

from socdom.person_numbers import ELEVEN_TEST
from socdom.sources.messages.records import Allocation, Performance, Record, Request, Start, Stop
from socdom.sources.messages.standard import Refused

# COD043: the sign of an amount and of its volume.
SIGNS = {"D": 1, "C": -1}


def texts_of(element: etree._Element) -> dict[str, str]:
    """Name → text of the elements below, and "Name/Below" of those below these; the deeper ones are not needed."""
    found: dict[str, str] = {}
    for part in element:
        name = part.tag.rpartition("}")[2]
        if len(part):
            for below in part:
                found[f"{name}/{below.tag.rpartition('}')[2]}"] = (below.text or "").strip()
        else:
            found[name] = (part.text or "").strip()
    return found


def _number(text: str) -> str:
    """An integer of XML Schema as one text: 00101 and 101 are the same number."""
    return intern(str(int(text))) if text else ""


def check_bsn(bsn: str, line: int | None) -> None:
    """Hold a BSN against the eleven-test, as the standard does within a message.

    Raises:
        Refused: it fails.
    """
    digits = [int(digit) for digit in bsn]
    total = sum(weight * digit for weight, digit in zip(ELEVEN_TEST, digits, strict=True))
    if total % 11 or not total:
        raise Refused("een BSN doorstaat de elfproef niet", line)


def _check_order(first: str, last: str, words: str, line: int) -> None:
    """A message whose dates are out of order is refused as a whole (TR018, TR137; OP286)."""
    if last and last < first:
        raise Refused(words, line)


def _allocation(bsn: str, texts: dict[str, str], line: int) -> Allocation:
    words = "de einddatum van een toewijzing ligt vóór de ingangsdatum"
    _check_order(texts["Ingangsdatum"], texts.get("Einddatum", ""), words, line)
    return Allocation(
        bsn=bsn,
        number=_number(texts["ToewijzingNummer"]),
        reference=texts.get("ReferentieAanbieder", ""),
        category=intern(texts.get("Product/Categorie", "")),
        assigned=intern(texts["Toewijzingsdatum"]),
        time=intern(texts["Toewijzingstijd"]),
        start=intern(texts["Ingangsdatum"]),
        end=intern(texts.get("Einddatum", "")),
        change_reason=intern(texts.get("RedenWijziging", "")),
        line=line,
    )


def _start(bsn: str, texts: dict[str, str], line: int) -> Start:
    return Start(
        bsn=bsn,
        number=_number(texts.get("ToewijzingNummer", "")),
        category=intern(texts.get("Product/Categorie", "")),
        code=intern(texts.get("Product/Code", "")),
        start=intern(texts["Begindatum"]),
        status=intern(texts["StatusAanlevering"]),
        line=line,
    )


def _stop(bsn: str, texts: dict[str, str], line: int) -> Stop:
    words = "de einddatum van een stop ligt vóór de begindatum"
    _check_order(texts["Begindatum"], texts["Einddatum"], words, line)
    return Stop(
        bsn=bsn,
        number=_number(texts.get("ToewijzingNummer", "")),
        category=intern(texts.get("Product/Categorie", "")),
        code=intern(texts.get("Product/Code", "")),
        start=intern(texts["Begindatum"]),
        reason=intern(texts["RedenBeeindiging"]),
        end=intern(texts["Einddatum"]),
        status=intern(texts["StatusAanlevering"]),
        line=line,
    )


def _request(bsn: str, texts: dict[str, str], line: int) -> Request:
    return Request(bsn, texts["ReferentieAanbieder"], intern(texts["Verwijzer/Type"]), line)


def _performance(bsn: str, texts: dict[str, str], line: int) -> Performance:
    sign = SIGNS[texts["IngediendBedrag/DebetCredit"]]
    return Performance(
        bsn=bsn,
        reference=texts["ProductReferentie/ReferentieNummer"],
        previous=texts.get("ProductReferentie/VorigReferentieNummer", ""),
        number=_number(texts["ToewijzingNummer"]),
        category=intern(texts["ProductCategorie"]),
        start=intern(texts["ProductPeriode/Begindatum"]),
        volume=sign * int(texts["GeleverdVolume"]),
        unit=intern(texts["Eenheid"]),
        cents=sign * int(texts["IngediendBedrag/Bedrag"]),
        line=line,
    )


# Type of message → its record from BSN, texts and line; KeyError or ValueError when something is not there.
PARSERS: dict[str, Callable[[str, dict[str, str], int], Record]] = {
    "301": _allocation,
    "305": _start,
    "307": _stop,
    "315": _request,
    "323": _performance,
}
