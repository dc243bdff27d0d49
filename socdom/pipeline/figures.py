"""Deliveries and open data → protected figures. Nothing of a person leaves this module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from socdom.attack.model import Release
from socdom.attack.report import already_told
from socdom.disclosure import Linked, on_own_account, protect
from socdom.editions.expected import ExpectedRecord
from socdom.editions.releases import earlier_figures, last_states, releases
from socdom.errors import Fault, ParameterError
from socdom.measures.cases import same_cases
from socdom.measures.known import unknown_before
from socdom.measures.same import same_counts, sums
from socdom.pipeline.counting import counted
from socdom.pipeline.inputs import Inputs
from socdom.pipeline.keeping import attack_memory, vintages_home
from socdom.pipeline.late_bills import Late, late_bills
from socdom.pipeline.late_coming import StillComing, first_of_laws, still_coming
from socdom.pipeline.late_expected import expected_records, with_status, without_unfinished_changes
from socdom.pipeline.late_vintages import kept_sums
from socdom.pipeline.progress import Progress
from socdom.pipeline.safety import Key, Safe, safe_figures
from socdom.pipeline.scope import Scope
from socdom.quarters import Quarter
from socdom.sources.delivery_spec import FILES
from socdom.tables import Tables, as_known_on


@dataclass(frozen=True)
class Unprotected:
    """Figures before protection, and what is still to come of amounts: of the person-level zone."""

    figures: pd.DataFrame
    coming: tuple[StillComing, ...]


@dataclass(frozen=True)
class Protected:
    """Protected figures, and what is expected of those that are not complete.

    `remarks` are Dutch sentences about the deliveries, safe to publish; `warnings` are for who runs.
    """

    figures: pd.DataFrame
    expected: tuple[ExpectedRecord, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def protected_figures(inputs: Inputs, scope: Scope, progress: Progress) -> Protected:
    """Compute all figures of a run and protect them.

    Raises:
        DeliveryError: a delivery or a file of open data does not meet its contract.
        ParameterError: a parameter names a file that there is not; told before a delivery is opened.
    """
    later_starts_of(inputs)  # told before a delivery is opened
    intake = inputs.intake(progress) if inputs.gemeente.bronnen.leveringen else None
    delivered = intake.require() if intake else Tables.empty()
    progress("Cijfers uitrekenen")
    counts = unprotected_figures(inputs, scope, delivered)
    raw, coming, indicators = counts.figures, counts.coming, scope.indicators
    earlier = earlier_figures(inputs.home)
    late = late_of(raw, earlier, scope, inputs, delivered)
    safe = _safe(raw, late, earlier, scope, inputs, progress)
    notes, warnings = (intake.notes, intake.warnings) if intake else ((), ())
    known = tuple(str(fault) for fault in already_told(safe.known, scope.descriptions, scope.records))
    expected = expected_records(safe.figures, indicators, coming, inputs.policy)
    return Protected(safe.figures, expected, notes, (*warnings, *known))


def unprotected_figures(inputs: Inputs, scope: Scope, delivered: Tables) -> Unprotected:
    """Compute the figures of `scope` from what was delivered, as known on the day of the figures.

    Raises:
        DeliveryError: the delivered age groups do not fit a denominator.
        ParameterError: `later_vanaf` names a file that there is not.
    """
    later_starts = later_starts_of(inputs)
    indicators, quarters, declaraties = scope.indicators, scope.quarters, inputs.gemeente.declaraties
    raw = counted(
        indicators,
        as_known_on(delivered, inputs.kwartaal.cijfers_per),
        quarters,
        scope.areas,
        inputs.open_data.series,
        folder=inputs.places.data / inputs.slug,
        cluster=inputs.cluster,
    )
    raw = unknown_before(raw, indicators, later_starts)
    coming = still_coming(
        delivered,
        indicators,
        first_of_laws(quarters[0], later_starts),
        inputs.quarter,
        inputs.kwartaal.cijfers_per,
        declaraties,
        inputs.policy,
        released=[item.figures_as_of for item in releases(inputs.home) if not item.withdrawn],
        earlier=partial(kept_sums, vintages_home(inputs.places, inputs.slug)),
    )
    raw = without_unfinished_changes(with_status(raw, indicators, coming, declaraties), indicators)
    return Unprotected(raw, coming)


def late_of(
    raw: pd.DataFrame, earlier: pd.DataFrame, scope: Scope, inputs: Inputs, delivered: Tables
) -> Late:
    """Which amounts of unprotected figures stay as they were released; see `late_bills`."""
    return late_bills(
        raw,
        scope.indicators,
        earlier,
        delivered,
        inputs.kwartaal.cijfers_per,
        scope.quarters,
        scope.areas,
        inputs.policy,
    )


def hiding(
    raw: pd.DataFrame, late: Late, released: pd.DataFrame, scope: Scope, inputs: Inputs
) -> Callable[[frozenset[Key]], pd.DataFrame]:
    """What hides and rounds the figures of a scope, before the attack; it takes the figures to hide as well.

    Args:
        raw: unprotected figures of all indicators of the scope.
        late: of those figures.
        released: the last state each figure was published in.
    """
    indicators, descriptions = scope.indicators, scope.descriptions
    return partial(
        protect,
        raw,
        {description.id: description.protection for description in descriptions},
        {description.id: description.scale for description in descriptions},
        inputs.policy,
        Linked(same_cases(indicators), same_counts(indicators), sums(indicators)),
        released,
        money=late.as_released,
    )


def _safe(
    raw: pd.DataFrame,
    late: Late,
    earlier: pd.DataFrame,
    scope: Scope,
    inputs: Inputs,
    progress: Progress,
) -> Safe:
    """Figures that are protected and survived the attack."""
    descriptions, areas = scope.descriptions, scope.records
    released = last_states(earlier)
    protected = hiding(raw, late, released, scope, inputs)
    outside = partial(
        Release, descriptions=descriptions, areas=areas, rules=inputs.protection, earlier=earlier
    )
    protections = {description.id: description.protection for description in descriptions}
    own = on_own_account(raw, protections, inputs.policy, released)
    truth = raw.assign(own=own, few_behind_change=late.few)
    memory = attack_memory(inputs.places, inputs.slug)
    return safe_figures(truth, protected, outside, released, memory, progress)


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
