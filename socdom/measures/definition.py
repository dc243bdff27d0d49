"""Checks of the words and settings of an indicator; each returns the faults it finds, none raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socdom.errors import Fault

THEMES = ("jeugd", "wmo", "inkomen", "schulden", "samenhang", "geld", "bevolking")
DIRECTIONS = ("hoger", "lager", "neutraal")
LEVELS = ("gemeente", "wijk", "buurt")
LONGEST_LABEL = 36
PERIODS = ("kwartaal", "jaar")
SCALE_OF_FORMAT = {
    "aantal": 1,
    "procent": 100,
    "per_1000": 1000,
    "per_10000": 10000,
    "dagen": 1,
    "weken": 1,
    "euro": 1,
}

_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_PERIOD = re.compile(r"\d{4}(Q[1-4])?")
_PLURALS = {
    "client": "clienten",
    "cliënt": "cliënten",
    "dag": "dagen",
    "gezin": "gezinnen",
    "huishouden": "huishoudens",
    "inwoner": "inwoners",
    "jongere": "jongeren",
    "kind": "kinderen",
    "maand": "maanden",
    "persoon": "personen",
    "traject": "trajecten",
    "uitkering": "uitkeringen",
    "voorziening": "voorzieningen",
    "week": "weken",
}


@dataclass(frozen=True)
class Break:
    """Een breuk in de reeks: vanaf deze periode ("2019Q1" of "2023") betekenen de cijfers iets anders.

    `label` staat in de grafiek ("Nieuwe telwijze", kort), `text` is de zin eronder.

    Voorbeeld:
        sd.Break("2019Q1", "Nieuwe telwijze", "Vanaf 2019 tellen we ook lichte hulp.")
    """

    period: str
    label: str
    text: str


@dataclass(frozen=True)
class Event:
    """Iets dat in een periode gebeurde, in neutrale woorden: noem geen oorzaak. `label` staat in de grafiek.

    Voorbeeld:
        sd.Event("2020Q2", "Coronamaatregelen", "Vanaf maart 2020 gelden maatregelen tegen corona.")
    """

    period: str
    label: str
    text: str


def id_faults(place: str, value: str) -> Iterator[Fault]:
    """The id is the file name: words in lower case joined by underscores."""
    if not _ID.fullmatch(value):
        yield Fault(
            f"{place}: id",
            f"kleine letters met liggende streepjes, gevonden: {value!r}",
            remedy='Schrijf bijvoorbeeld "wmo_clienten".',
        )


def title_faults(place: str, value: str) -> Iterator[Fault]:
    """A title starts with a capital and is no sentence."""
    if not value or not value[0].isupper() or value.endswith("."):
        yield Fault(
            place,
            f"begint met een hoofdletter en eindigt zonder punt, gevonden: {value!r}",
            remedy='Schrijf bijvoorbeeld "Inwoners met Wmo-hulp".',
        )


def label_faults(place: str, value: str) -> Iterator[Fault]:
    """A label in a chart is a short title."""
    yield from title_faults(place, value)
    if len(value) > LONGEST_LABEL:
        yield Fault(
            place,
            f"past in een grafiek: hooguit {LONGEST_LABEL} tekens, gevonden: {len(value)}",
            remedy='Schrijf bijvoorbeeld "Nieuwe telwijze" en zet de rest in de tekst.',
        )


def sentence_faults(place: str, value: str) -> Iterator[Fault]:
    """A text is one or more whole sentences."""
    if not value or not (value[0].isupper() or value[0].isdigit()) or not value.endswith("."):
        yield Fault(
            place,
            f"begint met een hoofdletter en eindigt met een punt, gevonden: {value[:40]!r}",
            remedy="Schrijf hele zinnen.",
        )


def unit_faults(place: str, value: str) -> Iterator[Fault]:
    """A unit is written out, and in the plural."""
    if not value:
        yield Fault(place, "de eenheid ontbreekt", remedy='Schrijf bijvoorbeeld "inwoners".')
        return
    if "/" in value:
        yield Fault(
            place,
            f"zonder schuine streep, gevonden: {value!r}",
            remedy='Schrijf "per", bijvoorbeeld "per 1.000 inwoners".',
        )
    last = value.split()[-1].lower()
    # "euro per inwoner" counts euros; only the thing that is counted has a plural.
    if last in _PLURALS and not re.search(rf"\b(per|van elke?) {last}$", value):
        yield Fault(place, f"in het meervoud, gevonden: {value!r}", remedy=f'Schrijf "{_PLURALS[last]}".')


def says_faults(place: str, value: str) -> Iterator[Fault]:
    """The sentence part has one place for the number and no full stop: the narrative completes it."""
    if value.count("{}") != 1 or value.count("{") != 1 or value.endswith("."):
        yield Fault(
            place,
            f"een zinsdeel met precies één {{}} en zonder punt, gevonden: {value!r}",
            remedy='Schrijf bijvoorbeeld "{} inwoners hebben Wmo-hulp".',
        )


def choice_faults(place: str, value: str, allowed: Iterable[str]) -> Iterator[Fault]:
    """A closed choice."""
    allowed = tuple(allowed)
    if value not in allowed:
        named = ", ".join(repr(item) for item in allowed)
        yield Fault(place, f"een van {named}, gevonden: {value!r}", remedy="Kies een van deze waarden.")


def period_faults(place: str, value: str) -> Iterator[Fault]:
    """A period is a quarter or a year."""
    if not _PERIOD.fullmatch(value):
        yield Fault(
            place,
            f"een kwartaal of een jaar, gevonden: {value!r}",
            remedy='Schrijf bijvoorbeeld "2019Q1" of "2023".',
        )


def whole_number_faults(place: str, value: int) -> Iterator[Fault]:
    """A number of quarters or decimals: whole and not negative."""
    if not isinstance(value, int) or value < 0:
        yield Fault(place, f"een heel getal vanaf 0, gevonden: {value!r}", remedy="Schrijf bijvoorbeeld 1.")
