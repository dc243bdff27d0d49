"""A delivery held against the quarter that is asked for, the delivery before it, and the thresholds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import numpy as np

from socdom import dutch
from socdom.errors import Fault
from socdom.parameters.bronnen import Controle
from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter
from socdom.sources.delivered import Delivered
from socdom.sources.delivery_spec import CLIENTS
from socdom.sources.examine.begin import begin_findings
from socdom.sources.examine.columns import (
    code_findings,
    column_counts,
    impossible_findings,
    missing_findings,
)
from socdom.sources.examine.dated import first_covered, quarter_name
from socdom.sources.examine.doubles import double_findings, double_rows, orphan_rows, without_provision
from socdom.sources.examine.fresh import days_short, fresh_findings, last_quarter, newest_day, running_on
from socdom.sources.examine.group import Group, groups_of
from socdom.sources.examine.model import REFUSED, REMARKS, DeliveryCounts, DeliveryReport, Finding
from socdom.sources.examine.places import without_area_findings, wrong_town_findings
from socdom.sources.examine.previous import Previous, named
from socdom.sources.examine.volume import history_findings, rows_year_before, volume_findings, year_findings
from socdom.sources.examine.words import noun, percentage, public, public_part, rows

_LEAST_SHOWN = 0.1  # percent; less would read as none


def examine(
    delivered: Delivered,
    previous: Previous | None,
    settings: Controle,
    *,
    today: date,
    quarter: Quarter | None,
    gebieden: Gebieden,
    year_ago: Previous | None = None,
    starts: Mapping[str, Quarter] = MappingProxyType({}),
    more: Sequence[Finding] = (),
) -> DeliveryReport:
    """Judge a delivery. Counts rows only: no value of a person is in the report.

    Args:
        delivered: what came in, after reading.
        previous: counts of the delivery before this one; None when this is the first.
        settings: from where something is told, and from where it is refused.
        today: the day it is.
        quarter: the quarter that figures are asked for; without it the delivery is held against the last quarter that
            has ended, and an older one is told but not refused.
        gebieden: codes of wijken and buurten of the municipality.
        year_ago: counts of the delivery of a year ago, when it was kept.
        starts: delivery → first quarter it is complete for, by the parameters.
        more: what else stands out, of before the rows were read.
    """
    groups = groups_of(delivered.sheets)
    about = quarter or Quarter.of(today) - 1
    counts = {
        name: _counts(group, groups, delivered, previous, about, today, year_ago)
        for name, group in groups.items()
    }
    ahead = running_on(groups.values(), today)
    short = {name: days_short(group, about, today) for name, group in groups.items()}
    cut_short = [name for name, days in short.items() if quarter and days > settings.dagen_oud_opmerking]
    town, instead = wrong_town_findings(groups.values(), gebieden)
    unread = {fault.place.partition(",")[0] for fault in delivered.refusing}
    found = [
        *more,
        *town,
        *fresh_findings(groups.values(), settings, about, today, asked=quarter is not None),
        *begin_findings(groups, starts),
        *volume_findings(groups, delivered.left_out, previous, settings, unread),
        *_left_out_findings(groups, delivered),
        *history_findings(groups, previous, settings),
        *year_findings(groups, about, settings, year_ago, cut_short),
        *without_area_findings(groups, settings, min(about.end, today)),
        *(ahead or [one for group in groups.values() for one in impossible_findings(group, today)]),
        *(one for name, group in groups.items() for one in _row_findings(group, counts[name], settings)),
    ]
    refused = _without(delivered.refusing, instead)
    return DeliveryReport(
        quarter=str(about),
        asked=quarter is not None,
        today=today,
        previous=previous.received if previous else None,
        deliveries=tuple(counts.values()),
        findings=tuple(sorted(found, key=lambda one: one.outcome != REFUSED)),
        faults=tuple(fault for fault in _without(delivered.faults, instead) if fault not in refused),
        refused=refused,
    )


def _counts(
    group: Group,
    groups: Mapping[str, Group],
    delivered: Delivered,
    previous: Previous | None,
    quarter: Quarter,
    today: date,
    year_ago: Previous | None,
) -> DeliveryCounts:
    clients = groups.get(CLIENTS.delivery)
    persons = np.unique(clients.frame["person"].to_numpy()) if clients else None
    return DeliveryCounts(
        delivery=group.delivery,
        files=group.files,
        rows=group.rows,
        left_out=delivered.left_out.get(group.delivery, 0),
        first=quarter_name(first_covered(group.per_quarter)),
        last=quarter_name(last_quarter(group, today)),
        newest=newest_day(group, today),
        columns=column_counts(group),
        doubles=double_rows(group),
        orphans=orphan_rows(group, persons),
        without_provision=without_provision(group, groups),
        before=previous.rows.get(group.delivery, 0) if previous else None,
        quarter_rows=group.per_quarter.get(quarter.index, 0),
        year_before=rows_year_before(group, quarter, year_ago),
        per_quarter=named(group.per_quarter),
        notes=tuple(dict.fromkeys(note for sheet in group.sheets for note in sheet.notes)),
    )


def _row_findings(group: Group, counts: DeliveryCounts, settings: Controle) -> list[Finding]:
    return [
        *code_findings(group, counts.columns),
        *missing_findings(group, settings),
        *double_findings(group, counts.doubles, counts.without_provision),
    ]


def _left_out_findings(groups: Mapping[str, Group], delivered: Delivered) -> list[Finding]:
    """Rows that are left out; how many may be was decided at intake."""
    found = []
    for delivery, lost in delivered.left_out.items():
        group = groups[delivery]
        part = percentage(lost, group.rows)
        verb = "telt" if lost == 1 else "tellen"
        told = dutch.percent(part) if part >= _LEAST_SHOWN else f"minder dan {dutch.percent(_LEAST_SHOWN)}"
        rule = f"{rows(lost)} ({told}) {verb} niet mee, omdat er iets niet klopt"
        much = public_part(part, group.rows)
        note = f"Van de {noun(delivery)} telt {much} niet mee, omdat er in de bron iets niet klopt."
        remedy = "Laat dit in de bron herstellen."
        found.append(Finding(REMARKS, delivery, group.place, rule, remedy, public(note, lost)))
    return found


def _without(faults: tuple[Fault, ...], instead: list[Fault]) -> tuple[Fault, ...]:
    """The faults without those that a finding says at once."""
    said = {(fault.place, fault.rule) for fault in instead}
    return tuple(fault for fault in faults if (fault.place, fault.rule) not in said)
