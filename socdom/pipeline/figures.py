"""Deliveries and open data → protected figures. Nothing of a person leaves this module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from socdom.areas import Area
from socdom.disclosure.policy import POLICIES
from socdom.disclosure.protect import protect
from socdom.editions.model import Description
from socdom.errors import Fault, ParameterError
from socdom.indicators import catalogue
from socdom.measures.cases import same_cases
from socdom.measures.indicator import Indicator
from socdom.measures.known import unknown_before
from socdom.measures.same import same_counts, sums
from socdom.pipeline.counting import counted
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.progress import Progress
from socdom.quarters import Quarter, quarter_range
from socdom.sources.beleidsindicatoren_file import SERIES
from socdom.sources.deliveries import read_deliveries
from socdom.sources.delivery_spec import FILES
from socdom.sources.pseudonyms import load_key
from socdom.tables import Tables, as_known_on


@dataclass(frozen=True)
class Protected:
    """Protected figures with the texts and areas that belong to them."""

    figures: pd.DataFrame
    descriptions: tuple[Description, ...]
    areas: tuple[Area, ...]


def protected_figures(inputs: Inputs, progress: Progress) -> Protected:
    """Compute all figures of a run and protect them.

    Raises:
        DeliveryError: a delivery or a file of open data does not meet its contract.
        ParameterError: a parameter names a file or a quarter that there is not; told before a delivery is opened.
    """
    open_data, later_starts = inputs.open_data, _later_starts(inputs)
    tables, own_areas = _own_tables(inputs, progress)
    areas = _merged(own_areas, open_data.areas)
    indicators = _applicable(inputs)
    progress("Cijfers uitrekenen")
    raw = counted(
        indicators,
        tables,
        _quarters(inputs),
        areas,
        open_data.series,
        folder=inputs.places.data / inputs.slug,
        cluster=inputs.cluster,
    )
    raw = unknown_before(raw, indicators, later_starts)
    progress("Cijfers beschermen")
    descriptions = tuple(Description.model_validate(indicator.describe()) for indicator in indicators)
    figures = protect(
        raw,
        {description.id: description.protection for description in descriptions},
        {description.id: description.scale for description in descriptions},
        POLICIES[inputs.gemeente.bescherming],
        same_cases(indicators),
        same_counts(indicators),
        sums(indicators),
    )
    return Protected(figures, descriptions, areas)


def _own_tables(inputs: Inputs, progress: Progress) -> tuple[Tables, tuple[Area, ...]]:
    """Tables of own registrations as known on the day of the figures; empty without own registrations."""
    if not inputs.gemeente.bronnen.leveringen:
        return Tables.empty(), ()
    progress("Leveringen lezen en controleren")
    places = inputs.places
    key = load_key(places.key, root=places.root)
    tables = read_deliveries(places.deliveries(inputs.slug), inputs.gebieden, key)
    return as_known_on(tables, inputs.kwartaal.cijfers_per), inputs.gebieden.current


def _quarters(inputs: Inputs) -> list[Quarter]:
    """From the first quarter with registrations up to the quarter of the edition.

    Earlier quarters would count as zero what is unknown.
    """
    bronnen = inputs.gemeente.bronnen
    first = Quarter.parse(bronnen.leveringen_vanaf) if bronnen.leveringen else inputs.quarter
    if inputs.quarter < first:
        raise ParameterError(
            Fault(
                f"parameters/{inputs.slug}/gemeente.yml, bronnen.leveringen_vanaf",
                f"het kwartaal {inputs.quarter} ligt voor het eerste kwartaal met leveringen, {first}",
                remedy="Kies een later kwartaal, of pas leveringen_vanaf aan als de leveringen verder teruggaan.",
            )
        )
    return list(quarter_range(first, inputs.quarter))


def _later_starts(inputs: Inputs) -> dict[tuple[str, str], Quarter]:
    """Table and law ("" for all) → first quarter it is complete for, where that is later than the rest."""
    later = inputs.gemeente.bronnen.later_vanaf
    files = {spec.file: spec for spec in FILES}
    faults = [
        Fault(
            f"parameters/{inputs.slug}/gemeente.yml, bronnen.later_vanaf",
            f"de naam van een bestand in de levering, gevonden: {name!r}",
            remedy=f"Kies uit {', '.join(sorted(files))}.",
        )
        for name in sorted(later.keys() - files.keys())
    ]
    if faults:
        raise ParameterError(faults)
    return {
        (table, files[name].constants.get("law", "")): Quarter.parse(quarter)
        for name, quarter in later.items()
        for table in files[name].tables
    }


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
