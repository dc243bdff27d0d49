"""What an edition can be about, from definitions and parameters alone: known before a delivery is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from socdom.areas import Area
from socdom.editions.inventory import Inventory
from socdom.editions.model import AreaRecord, Description
from socdom.errors import Fault, ParameterError
from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.inventory import declared
from socdom.quarters import Quarter, quarter_range
from socdom.sources.beleidsindicatoren_file import SERIES


@dataclass(frozen=True)
class Scope:
    """Definitions, quarters and areas of an edition.

    Attributes:
        indicators, descriptions: the definitions and their texts, in the order of the catalogue.
        quarters: of the figures from own registrations.
        areas: of own registrations and open data, in order of code.
        inventory: the list of all that may be published.
    """

    indicators: tuple[Indicator, ...]
    descriptions: tuple[Description, ...]
    quarters: tuple[Quarter, ...]
    areas: tuple[Area, ...]
    inventory: Inventory

    @property
    def records(self) -> tuple[AreaRecord, ...]:
        """The areas as they go into the edition."""
        return tuple(AreaRecord(code=a.code, name=a.name, level=a.level, parent=a.parent) for a in self.areas)

    @cached_property
    def yearly(self) -> frozenset[str]:
        """The indicators with figures of years."""
        tables = self.inventory.tables
        return frozenset(t.indicator for t in tables if any("Q" not in period for period in t.periods))


def scope_of(inputs: Inputs) -> Scope:
    """What the edition of `inputs` can be about.

    Raises:
        ParameterError: gebieden.csv is not valid, or the quarter lies before the first delivery.
    """
    open_data = inputs.open_data
    own_areas = inputs.gebieden.current if inputs.gemeente.bronnen.leveringen else ()
    areas = _merged(own_areas, open_data.areas)
    indicators = tuple(_applicable(inputs))
    descriptions = tuple(Description.model_validate(indicator.describe()) for indicator in indicators)
    quarters = tuple(_quarters(inputs))
    inventory = declared(indicators, quarters, areas, open_data.series, pages=inputs.kind == "actueel")
    return Scope(indicators, descriptions, quarters, areas, inventory)


def _quarters(inputs: Inputs) -> list[Quarter]:
    """From the first quarter with registrations up to the quarter of the edition.

    Earlier quarters would count as zero what is unknown.
    """
    bronnen = inputs.gemeente.bronnen
    first = Quarter.parse(bronnen.leveringen_vanaf) if bronnen.leveringen else _first_published(inputs)
    if inputs.quarter < first:
        raise ParameterError(
            Fault(
                f"parameters/{inputs.slug}/gemeente.yml, bronnen.leveringen_vanaf",
                f"het kwartaal {inputs.quarter} ligt voor het eerste kwartaal met leveringen, {first}",
                remedy="Kies een later kwartaal, of pas leveringen_vanaf aan als de leveringen verder teruggaan.",
            )
        )
    return list(quarter_range(first, inputs.quarter))


def _first_published(inputs: Inputs) -> Quarter:
    """The first quarter with a published figure; that of the edition when no figure is of a quarter."""
    known = (period for period in inputs.open_data.series["period"].unique() if "Q" in period)
    return min([*map(Quarter.parse, known), inputs.quarter])


def _applicable(inputs: Inputs) -> list[Indicator]:
    """The indicators this municipality has a source for, and the compulsory ones: without figures they say so."""
    compulsory = {kind.series for kind in SERIES.values()}
    series = set(inputs.open_data.series["series"]) | compulsory
    own = inputs.gemeente.bronnen.leveringen
    return [
        indicator
        for indicator in catalogue().values()
        if (indicator.external_series in series if indicator.external_series else own)
    ]


def _merged(own: Sequence[Area], other: Sequence[Area]) -> tuple[Area, ...]:
    """Areas of both, each code once; the municipality's own name for an area wins."""
    found = {area.code: area for area in other} | {area.code: area for area in own}
    return tuple(found[code] for code in sorted(found))
