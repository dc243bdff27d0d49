"""One Iv3 delivery of a municipality itself: JSON of schema v2.1.1, read without trust.

The schema is that of CBS (iv3_data_schema_v2_1_1.json). Of its parts only `metadata`, `lasten` and `baten` are read;
the contact (a person), remarks, details of accounts, the balance, kengetallen and beleidsindicatoren never are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from re import fullmatch
from typing import Any, NoReturn

from socdom.errors import MAX_EXAMPLES, Fault
from socdom.measures.taakvelden import codes_in
from socdom.person_numbers import covered
from socdom.tables.codes import SIDES

BUDGET, ACCOUNTS = 0, 5
# Taakvelden came in 2017; before it a delivery was arranged by "functies".
FIRST_YEAR, LAST_YEAR = 2017, 2100
RESERVES = "7.1"
_MAX_BYTES = 100_000_000
_MOST_EUROS = Decimal(10) ** 12
_THOUSAND = Decimal(1000)
# Lasten of a whole year, all taakvelden together. The smallest municipality spends some 5 to 10 million euros, the
# largest 8.100 million: a number at or above the upper bound is in euros, one below the lower bound in thousands. Only
# of the three largest thousands cannot be told from euros. Source: begrotingen and jaarrekeningen of 2023 to 2025.
_SURELY_EUROS, _SURELY_THOUSANDS = Decimal(10_000_000), Decimal(2_500_000)
_TOP = {"metadata", "contact", "data"}
_METADATA: Mapping[str, type | tuple[type, ...]] = {
    "overheidslaag": str,
    "overheidsnummer": str,
    "overheidsnaam": str,
    "boekjaar": (int, Decimal),
    "periode": (int, Decimal),
    "status": str,
    "datum": str,
    "details_openbaar": bool,
    "financieel_pakket": str,
    "export_software": str,
}
_DATA = {"lasten", "baten", "balans_lasten", "balans_baten", "balans_standen"}
_DATA_MORE = {"kengetallen", "beleidsindicatoren"}
_SCHEMA = "volgens het schema van Iv3 (versie 2.1.1)"
_EXPORT = "Exporteer het bestand opnieuw uit het financiële pakket."
_NOT_JSON = "dit moet een heel JSON-bestand zijn"


@dataclass(frozen=True)
class Iv3Delivery:
    """The sociaal domein in one delivery.

    Attributes:
        name: of the file.
        period: 0 the budget, 1 to 4 the quarters, 5 the jaarrekening.
        made: when the export was made; UTC when the file names no zone.
        amounts: (taakveld, side) → euros; what is not there is 0.
        reserves: number of lines on category 7.1 (reserves), which are left out.
    """

    name: str
    year: int
    period: int
    made: datetime
    amounts: Mapping[tuple[str, str], Decimal]
    reserves: int


def read_iv3_json_file(
    path: Path, gemeente: str, *, thousands: bool = False
) -> tuple[Iv3Delivery | None, list[Fault]]:
    """Read one delivery.

    Args:
        gemeente: CBS code; the delivery must be of this municipality.
        thousands: amounts are × €1.000. The schema does not say in what they are.

    Returns:
        The delivery, or None when anything is wrong with it, and all that is wrong.
    """
    content, faults = _parsed(path)
    faults = faults or list(_shape_faults(path.name, content))
    if faults:
        return None, faults
    metadata, data = content["metadata"], content["data"]
    if faults := list(_metadata_faults(path.name, metadata, gemeente)):
        return None, faults
    year, period = int(metadata["boekjaar"]), int(metadata["periode"])
    faults = [fault for side in SIDES for fault in _line_faults(path.name, side, data[side], year)]
    faults = faults or list(_size_faults(path.name, data["lasten"], period, thousands=thousands))
    if faults:
        return None, faults
    amounts, reserves = _sums(data, _THOUSAND if thousands else Decimal(1))
    made = _moment(metadata["datum"])
    assert made is not None  # else it was a fault
    return Iv3Delivery(covered(path.name), year, period, made, amounts, reserves), []


def _parsed(path: Path) -> tuple[Any, list[Fault]]:
    """The content, or None and why not."""
    if path.stat().st_size > _MAX_BYTES:
        return None, [Fault(path.name, "het bestand is hooguit 100 MB groot", remedy=_EXPORT)]
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Older packages write the set of characters of Windows; codes and amounts are the same in it.
        text = raw.decode("cp1252", errors="replace")
    try:
        content = json.loads(
            text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_without_doubles
        )
    except _DoubleName:
        return None, [Fault(path.name, "elk onderdeel staat er één keer in", remedy=_EXPORT)]
    except (ValueError, RecursionError):  # the text is no JSON, holds NaN, or is nested without end
        return None, [Fault(path.name, _NOT_JSON, remedy=_EXPORT)]
    return content, []


class _DoubleName(ValueError):
    """A name stands twice in one object, so that one of its values would be lost."""


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _DoubleName
    return found


def _shape_faults(place: str, content: Any) -> Iterator[Fault]:
    """Names that are missing or unknown, and values of a wrong kind; what an unknown name says is not told."""
    if not isinstance(content, dict):
        yield Fault(place, f"het bestand heeft metadata, contact en data, {_SCHEMA}", remedy=_EXPORT)
        return
    yield from _name_faults(place, content, _TOP, {"opmerkingen"})
    for part, required, more in (
        ("metadata", set(_METADATA), set()),
        ("contact", {"naam", "email", "telefoon"}, set()),
        ("data", _DATA, _DATA_MORE),
    ):
        inner = content.get(part, {})
        if not isinstance(inner, dict):
            yield Fault(f"{place}, {part}", f"hier horen onderdelen met een naam, {_SCHEMA}", remedy=_EXPORT)
        elif part in content:
            yield from _name_faults(f"{place}, {part}", inner, required, more)
            yield from _kind_faults(f"{place}, {part}", part, inner)


def _name_faults(place: str, found: dict[str, Any], required: set[str], more: set[str]) -> Iterator[Fault]:
    missing = sorted(required - found.keys())
    if missing:
        yield Fault(place, f"deze onderdelen ontbreken: {', '.join(missing)}", remedy=_EXPORT)
    unknown = len(found.keys() - required - more)
    if unknown:
        yield Fault(place, f"elk onderdeel is bekend {_SCHEMA}; onbekend: {unknown}", remedy=_EXPORT)


def _kind_faults(place: str, part: str, inner: dict[str, Any]) -> Iterator[Fault]:
    if part == "metadata":
        wrong = [name for name, kind in _METADATA.items() if name in inner and not _is(inner[name], kind)]
        if wrong:
            yield Fault(
                place, f"deze gegevens zijn niet van de goede soort: {', '.join(wrong)}", remedy=_EXPORT
            )
    if part == "data":
        wrong = [name for name in SIDES if name in inner and not isinstance(inner[name], list)]
        if wrong:
            yield Fault(place, f"hier hoort een lijst: {', '.join(wrong)}", remedy=_EXPORT)


def _is(value: object, kind: type | tuple[type, ...]) -> bool:
    """Whether a value is of a kind; in Python a truth value is a whole number too, in JSON it is not."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def _metadata_faults(place: str, metadata: dict[str, Any], gemeente: str) -> Iterator[Fault]:
    number = metadata["overheidsnummer"].strip()
    own = metadata["overheidslaag"] == "Gemeente" and number.removeprefix("GM").zfill(4) == gemeente[2:]
    if not own:
        yield Fault(
            f"{place}, overheidsnummer",
            f"deze levering is niet van gemeente {gemeente}",
            remedy="Leg het bestand van de eigen gemeente in de map, of verbeter de code in gemeente.yml.",
        )
    year, period = metadata["boekjaar"], metadata["periode"]
    if not (FIRST_YEAR <= year <= LAST_YEAR and year == int(year)):
        rule = f"een jaar vanaf {FIRST_YEAR}; eerder had Iv3 geen taakvelden"
        yield Fault(f"{place}, boekjaar", rule)
    if period not in range(ACCOUNTS + 1):
        yield Fault(f"{place}, periode", "0 (begroting), 1 tot en met 4 (kwartalen) of 5 (jaarrekening)")
    elif metadata["status"] != ("Begroting" if period == BUDGET else "Realisatie"):
        rule = "Begroting bij periode 0 en Realisatie bij de andere perioden"
        yield Fault(f"{place}, status", rule, remedy=_EXPORT)
    if _moment(metadata["datum"]) is None:
        yield Fault(f"{place}, datum", "een dag en tijd als 2025-04-28T10:00:00+02:00", remedy=_EXPORT)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _line_faults(place: str, side: str, lines: list[Any], year: int) -> Iterator[Fault]:
    """Lines that break a rule, by their number in the list (the first is 1)."""
    known = frozenset(codes_in(year))
    rules: dict[str, list[int]] = {}
    for number, line in enumerate(lines, start=1):
        if rule := _broken(line, known, year):
            rules.setdefault(rule, []).append(number)
    for rule, numbers in rules.items():
        yield Fault(f"{place}, {side}", rule, len(numbers), tuple(numbers[:MAX_EXAMPLES]), _EXPORT)


def _broken(line: Any, known: frozenset[str], year: int) -> str:
    """The rule that a line breaks; "" when it breaks none."""
    if not isinstance(line, dict) or not {"taakveld", "categorie", "bedrag"} <= line.keys():
        return "een regel heeft een taakveld, een categorie en een bedrag"
    taakveld, category, amount = line["taakveld"], line["categorie"], line["bedrag"]
    if not isinstance(taakveld, str) or not isinstance(category, str):
        return "taakveld en categorie zijn tekst, zoals 6.3 en 4.1.1"
    # A line with a total would count its parts a second time.
    if not fullmatch(r"[0-9]\.[0-9]{1,3}[a-d]?", taakveld.strip()):
        return "een taakveld is een code zoals 6.3; totalen horen er niet bij"
    if taakveld.strip().startswith("6") and taakveld.strip() not in known:
        return f"een taakveld dat in {year} bestond"
    if not fullmatch(r"[0-9](\.[0-9]){1,2}", category.strip()):
        return "een categorie is een code zoals 4.1.1; totalen horen er niet bij"
    if not _is(amount, (int, Decimal)) or not -_MOST_EUROS < amount < _MOST_EUROS:
        return "een bedrag is een getal"
    return ""


def _size_faults(place: str, lasten: list[Any], period: int, *, thousands: bool) -> Iterator[Fault]:
    """Amounts a thousand times too small or too large: the lasten of all taakvelden tell."""
    total = sum(Decimal(line["bedrag"]) for line in lasten)
    # The first quarter tells a fourth of a year.
    whole_year = total * 4 / period if period in (1, 2, 3) else total
    if not total:
        yield Fault(f"{place}, lasten", "er staan bedragen in", remedy=_EXPORT)
    elif thousands and whole_year >= _SURELY_EUROS:
        yield Fault(f"{place}, bedrag", "bedragen in duizenden euro's; deze lijken in euro's te staan")
    elif not thousands and whole_year < _SURELY_THOUSANDS:
        yield Fault(f"{place}, bedrag", "bedragen in euro's; deze lijken in duizenden euro's te staan")


def _sums(
    data: Mapping[str, list[dict[str, Any]]], unit: Decimal
) -> tuple[dict[tuple[str, str], Decimal], int]:
    """Euros per taakveld 6.x and side over all categories but the reserves, and how many lines those were."""
    amounts: dict[tuple[str, str], Decimal] = {}
    reserves = 0
    for side in SIDES:
        for line in data[side]:
            taakveld = line["taakveld"].strip()
            if not taakveld.startswith("6"):
                continue
            if line["categorie"].strip() == RESERVES:
                reserves += 1
                continue
            key = (taakveld, side)
            amounts[key] = amounts.get(key, Decimal(0)) + Decimal(line["bedrag"]) * unit
    return amounts, reserves
