"""An indicator: what is measured, the words that belong to it, and everything checked when one is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from socdom.errors import DefinitionError, Fault
from socdom.measures import definition as check
from socdom.measures.definition import Break, Event
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.dimensions import DIMENSIONS
from socdom.measures.formal import breakdown_of, definition_of
from socdom.measures.kinds.base import Kind
from socdom.measures.kinds.external import External

__all__ = ["Break", "Event", "Indicator"]

# What the engine needs and a page does not.
_ENGINE_FIELDS = frozenset({"measure", "per", "group_by", "levels", "every", "provisional", "incomplete"})


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """De definitie van een indicator: wat we tellen en de teksten erbij. Zij is compleet, of zij wordt niet gemaakt.

    Attributes:
        id: naam in de gegevens, met kleine letters en lage streepjes; ook de naam van het bestand.
        title, short: volledige naam en korte naam, zonder punt aan het eind.
        theme: jeugd, wmo, inkomen, schulden, samenhang, geld of bevolking.
        group: kop op de pagina van het thema ("Toegang en wachttijd"); mag leeg zijn.
        unit: meervoud, voluit ("per 1.000 inwoners").
        basis: waar de waarde een deel van is ("van alle inwoners"); mag leeg zijn.
        says: deel van een zin met één `{}` voor de waarde.
        counted: meervoud van wat de teller telt, "" voor bedragen en duur.
        format, decimals, scale: hoe een waarde geschreven wordt; `scale` past bij `format`.
        moment: "stand" (op de laatste dag), "periode" (in de periode) of "jaar" (opgeteld, of een jaar).
        why, reading, pitfalls: waarom, hoe te lezen, waar u op let; hele zinnen.
        breaks, events: breuken in de reeks, en wat er gebeurde.
        direction: hoger, lager of neutraal; neutraal zolang de raad niets anders besloot.
        law, source, bbv: de wet in woorden, de bron, het nummer in het BBV of "".
        key_figure: of het een kerngetal is.
        written_by, checked_by: twee verschillende rollen.
        reviewed, next_review: wanneer de definitie is bekeken, en wanneer weer.
        measure: de manier van tellen (`sd.kinds`).
        per: waardoor gedeeld wordt; None als de waarde de teller is.
        group_by: namen van uitsplitsingen.
        levels: "gemeente", en waar het kan "wijk" en "buurt".
        every: "kwartaal", of "jaar" voor een nieuwe telling over elk heel jaar (kwartalen tellen niet op tot een jaar).
        provisional, incomplete: hoeveel van de nieuwste kwartalen (of jaren) voorlopig of onvolledig zijn.

    Raises:
        DefinitionError: met alles wat er niet klopt.

    Voorbeeld:
        sd.catalogue()["wmo_clienten"]
    """

    id: str
    title: str
    short: str
    theme: str
    unit: str
    says: str
    format: str
    why: str
    reading: str
    source: str
    written_by: str
    checked_by: str
    reviewed: date
    next_review: date
    measure: Kind
    group: str = ""
    basis: str = ""
    counted: str = ""
    decimals: int = 0
    scale: float = 1
    moment: str = "periode"
    pitfalls: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    events: tuple[Event, ...] = ()
    direction: str = "neutraal"
    law: str = ""
    bbv: str = ""
    key_figure: bool = False
    per: Inhabitants | Households | None = None
    group_by: tuple[str, ...] = ()
    levels: tuple[str, ...] = ("gemeente",)
    every: str = "kwartaal"
    provisional: int = 1
    incomplete: int = 0

    def __post_init__(self) -> None:
        faults = [
            *self._word_faults(),
            *self._choice_faults(),
            *self._measure_faults(),
            *self._review_faults(),
        ]
        if faults:
            raise DefinitionError(faults)

    @property
    def kind(self) -> str:
        """Dutch name of the kind of measure."""
        return self.measure.name

    @property
    def protection(self) -> str:
        """How disclosure control treats the figures; follows from the kind."""
        return self.measure.protection

    @property
    def external_series(self) -> str:
        """Name of the series of open data; "" for an indicator of own registrations."""
        return self.measure.series if isinstance(self.measure, External) else ""

    def describe(self) -> dict[str, Any]:
        """The texts and properties that a page needs: exactly the fields of an edition's description."""
        kept = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _ENGINE_FIELDS}
        return kept | {
            "kind": self.kind,
            "protection": self.protection,
            "definition": definition_of(self),
            "breaks": tuple(asdict(item) for item in self.breaks),
            "events": tuple(asdict(item) for item in self.events),
            "dimensions": {name: breakdown_of(DIMENSIONS[name]) for name in self.group_by},
        }

    def _word_faults(self) -> Iterator[Fault]:
        yield from check.id_faults(self.id, self.id)
        for name in ("title", "short"):
            yield from check.title_faults(f"{self.id}: {name}", getattr(self, name))
        for name in ("why", "reading"):
            yield from check.sentence_faults(f"{self.id}: {name}", getattr(self, name))
        for number, text in enumerate(self.pitfalls, start=1):
            yield from check.sentence_faults(f"{self.id}: pitfalls {number}", text)
        for name, items in (("breaks", self.breaks), ("events", self.events)):
            for item in items:
                yield from check.period_faults(f"{self.id}: {name}", item.period)
                yield from check.label_faults(f"{self.id}: {name} {item.period}", item.label)
                yield from check.sentence_faults(f"{self.id}: {name} {item.period}", item.text)
        yield from check.unit_faults(f"{self.id}: unit", self.unit)
        yield from check.says_faults(f"{self.id}: says", self.says)
        yield from check.title_faults(f"{self.id}: source", self.source)
        if self.group:
            yield from check.title_faults(f"{self.id}: group", self.group)

    def _choice_faults(self) -> Iterator[Fault]:
        yield from check.choice_faults(f"{self.id}: theme", self.theme, check.THEMES)
        yield from check.choice_faults(f"{self.id}: format", self.format, check.SCALE_OF_FORMAT)
        yield from check.choice_faults(f"{self.id}: direction", self.direction, check.DIRECTIONS)
        yield from check.choice_faults(f"{self.id}: moment", self.moment, self.measure.moments)
        yield from check.choice_faults(f"{self.id}: every", self.every, self.measure.periods)
        for name in ("decimals", "provisional", "incomplete"):
            yield from check.whole_number_faults(f"{self.id}: {name}", getattr(self, name))
        scale = check.SCALE_OF_FORMAT.get(self.format, self.scale)
        if self.scale != scale:
            yield Fault(
                f"{self.id}: scale",
                f"past bij de notatie {self.format!r}, gevonden: {self.scale!r}",
                remedy=f"Schrijf scale={scale}.",
            )

    def _measure_faults(self) -> Iterator[Fault]:
        allowed = tuple(level for level in check.LEVELS if level in self.measure.levels)
        for level in self.levels:
            yield from check.choice_faults(f"{self.id}: levels", level, allowed)
        if "gemeente" not in self.levels or len(set(self.levels)) != len(self.levels):
            yield Fault(
                f"{self.id}: levels",
                "elk niveau één keer, en altijd de gemeente",
                remedy='Schrijf bijvoorbeeld ("gemeente", "wijk").',
            )
        for name in self.group_by:
            yield from check.choice_faults(f"{self.id}: group_by", name, self._known_groups())
        if self.per is not None and not self.measure.takes_denominator:
            yield Fault(
                f"{self.id}: per",
                f"een maat van de soort {self.kind!r} heeft zelf al een noemer of geen",
                remedy="Laat per weg.",
            )

    def _known_groups(self) -> tuple[str, ...]:
        """Breakdowns that fit: of a column of the table, by age of persons, or of open data."""
        return tuple(name for name, item in DIMENSIONS.items() if self.measure.fits(item))

    def _review_faults(self) -> Iterator[Fault]:
        for name in ("written_by", "checked_by"):
            if not getattr(self, name).strip():
                yield Fault(
                    f"{self.id}: {name}", "een rol", remedy='Schrijf bijvoorbeeld "beleidsadviseur Wmo".'
                )
        if self.written_by == self.checked_by:
            yield Fault(
                f"{self.id}: checked_by",
                "een andere rol dan de schrijver",
                remedy="Laat een collega met een andere rol de tekst controleren.",
            )
        if self.next_review <= self.reviewed:
            yield Fault(
                f"{self.id}: next_review",
                'een datum na "reviewed"',
                remedy="Schrijf de datum waarop de definitie opnieuw bekeken wordt.",
            )
