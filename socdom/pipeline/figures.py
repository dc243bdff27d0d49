"""Deliveries and open data → protected figures. Nothing of a person leaves this module."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from socdom.areas import Area
from socdom.attack.model import Release
from socdom.disclosure import Linked, on_own_account, protect
from socdom.editions.expected import ExpectedRecord
from socdom.editions.inventory import Inventory
from socdom.editions.model import AreaRecord, Description
from socdom.editions.releases import earlier_figures, last_states
from socdom.errors import Fault, ParameterError
from socdom.indicators import catalogue
from socdom.measures.cases import same_cases
from socdom.measures.indicator import Indicator
from socdom.measures.known import unknown_before
from socdom.measures.same import same_counts, sums
from socdom.pipeline.counting import counted
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.inventory import declared
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.late_bills import Late, late_bills
from socdom.pipeline.late_coming import first_of_laws, still_coming
from socdom.pipeline.late_expected import expected_records, with_status
from socdom.pipeline.late_vintages import kept_sums
from socdom.pipeline.progress import Progress
from socdom.pipeline.safety import safe_figures
from socdom.quarters import Quarter, quarter_range
from socdom.sources.beleidsindicatoren_file import SERIES
from socdom.sources.delivery_spec import FILES
from socdom.tables import Tables, as_known_on


@dataclass(frozen=True)
class Protected:
    """Protected figures with the texts and areas that belong to them, and the list of all that may be published.

    `remarks` are Dutch sentences about the deliveries, safe to publish; `warnings` are for who runs.
    """

    figures: pd.DataFrame
    inventory: Inventory
    descriptions: tuple[Description, ...]
    areas: tuple[AreaRecord, ...]
    expected: tuple[ExpectedRecord, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def protected_figures(inputs: Inputs, progress: Progress) -> Protected:
    """Compute all figures of a run and protect them.

    Raises:
        DeliveryError: a delivery or a file of open data does not meet its contract.
        ParameterError: a parameter names a file or a quarter that there is not; told before a delivery is opened.
    """
    open_data, later_starts = inputs.open_data, later_starts_of(inputs)
    intake = inputs.intake(progress) if inputs.gemeente.bronnen.leveringen else None
    delivered = intake.require() if intake else Tables.empty()
    own_areas = inputs.gebieden.current if intake else ()
    areas = _merged(own_areas, open_data.areas)
    indicators = _applicable(inputs)
    descriptions = tuple(Description.model_validate(indicator.describe()) for indicator in indicators)
    inventory = declared(indicators, descriptions, _quarters(inputs), areas, open_data.series)
    progress("Cijfers uitrekenen")
    known = as_known_on(delivered, inputs.kwartaal.cijfers_per)
    raw = counted(
        indicators,
        known,
        _quarters(inputs),
        areas,
        open_data.series,
        folder=inputs.places.data / inputs.slug,
        cluster=inputs.cluster,
    )
    raw = unknown_before(raw, indicators, later_starts)
    declaraties = inputs.gemeente.declaraties
    coming = still_coming(
        known,
        indicators,
        first_of_laws(_quarters(inputs)[0], later_starts),
        inputs.quarter,
        inputs.kwartaal.cijfers_per,
        declaraties,
        kept_sums(vintages_home(inputs.places, inputs.slug), inputs.kwartaal.cijfers_per),
    )
    raw = with_status(raw, indicators, coming, declaraties)
    earlier = earlier_figures(inputs.home)
    late = late_bills(
        raw,
        indicators,
        earlier,
        delivered,
        inputs.kwartaal.cijfers_per,
        _quarters(inputs),
        areas,
        inputs.policy,
    )
    safe = _safe(raw, late, earlier, indicators, descriptions, _records(areas), inputs, progress)
    told = (intake.notes, intake.warnings) if intake else ((), ())
    expected = expected_records(safe, indicators, coming, inputs.policy)
    return Protected(safe, inventory, descriptions, _records(areas), expected, *told)


def _safe(
    raw: pd.DataFrame,
    late: Late,
    earlier: pd.DataFrame,
    indicators: Sequence[Indicator],
    descriptions: tuple[Description, ...],
    areas: tuple[AreaRecord, ...],
    inputs: Inputs,
    progress: Progress,
) -> pd.DataFrame:
    """Figures that are protected and survived the attack."""
    released = last_states(earlier)
    protections = {description.id: description.protection for description in descriptions}
    protected = partial(
        protect,
        raw,
        protections,
        {description.id: description.scale for description in descriptions},
        inputs.policy,
        Linked(same_cases(indicators), same_counts(indicators), sums(indicators)),
        released,
        money=late.as_released,
    )
    outside = partial(
        Release, descriptions=descriptions, areas=areas, rules=inputs.protection, earlier=earlier
    )
    own = on_own_account(raw, protections, inputs.policy, released)
    truth = raw.assign(own=own, few_behind_change=late.few)
    memory = inputs.places.data / inputs.slug / "aanval.json"
    return safe_figures(truth, protected, outside, released, memory, progress).figures


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


def later_starts_of(inputs: Inputs) -> dict[tuple[str, str], Quarter]:
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


def _records(areas: Sequence[Area]) -> tuple[AreaRecord, ...]:
    return tuple(AreaRecord(code=a.code, name=a.name, level=a.level, parent=a.parent) for a in areas)


def _merged(own: Sequence[Area], other: Sequence[Area]) -> tuple[Area, ...]:
    """Areas of both, each code once; the municipality's own name for an area wins."""
    found = {area.code: area for area in other} | {area.code: area for area in own}
    return tuple(found[code] for code in sorted(found))
