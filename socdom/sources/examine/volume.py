"""How much came in, beside the delivery before this one and beside the same quarter a year earlier."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from socdom import dutch
from socdom.parameters.bronnen import Controle
from socdom.quarters import Quarter
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.examine.group import Group
from socdom.sources.examine.model import REFUSED, REMARKS, Finding
from socdom.sources.examine.previous import Previous
from socdom.sources.examine.words import noun, percentage, public, public_change, rows

# Of fewer rows a change in percent says little.
_ENOUGH = 20
_ENOUGH_IN_A_QUARTER = 100
_ASK = "Vraag de leverancier of de levering compleet is."


def volume_findings(
    groups: Mapping[str, Group],
    left_out: Mapping[str, int],
    previous: Previous | None,
    settings: Controle,
    unread: Collection[str] = (),
) -> list[Finding]:
    """Deliveries with fewer or more rows than before; much fewer is refused.

    Args:
        left_out: delivery → rows that do not count; the delivery before was counted without them too.
        unread: files that are there and could not be read; what is wrong with them is told already.
    """
    found: list[Finding] = []
    for delivery, before in (previous.rows if previous else {}).items():
        group = groups.get(delivery)
        if group is None:
            if DELIVERIES[delivery].file not in unread:
                found.append(_gone(delivery, before))
        elif before >= _ENOUGH:
            found += _changed(group, group.rows - left_out.get(delivery, 0), before, settings)
    return found


def history_findings(
    groups: Mapping[str, Group], previous: Previous | None, settings: Controle
) -> list[Finding]:
    """Quarters of which the delivery before had more rows: its history is not whole any more."""
    found = []
    for delivery, quarters in (previous.per_quarter if previous else {}).items():
        group = groups.get(delivery)
        lost = _lost_quarters(group, quarters, settings) if group and not group.filled_up else []
        if group and lost:
            span = (
                lost[0] if len(lost) == 1 else f"{len(lost)} kwartalen, van {lost[0]} tot en met {lost[-1]}"
            )
            rule = f"van eerdere kwartalen zijn er minder rijen dan in de vorige levering: {span}"
            note = (
                f"Over eerdere kwartalen zijn er minder {noun(delivery)} dan in de vorige levering. "
                "Cijfers van toen kunnen daardoor veranderen."
            )
            found.append(Finding(REMARKS, delivery, group.place, rule, _ASK, note))
    return found


def year_findings(
    groups: Mapping[str, Group],
    quarter: Quarter,
    settings: Controle,
    year_ago: Previous | None,
    cut_short: Collection[str],
) -> list[Finding]:
    """Quarters with much fewer or more rows than the same quarter a year earlier. What is less than that, the
    figures tell by themselves.

    Args:
        cut_short: deliveries of which the last part of the quarter is not there; much fewer rows are then refused, for
            they would be shown as a fall.
    """
    found = []
    for delivery, group in groups.items():
        before, now = rows_year_before(group, quarter, year_ago), group.per_quarter.get(quarter.index, 0)
        change = percentage(now - (before or 0), before or 0)
        # A quarter without rows is told by how far the delivery goes.
        if now and before and before >= _ENOUGH_IN_A_QUARTER and abs(change) > settings.kwartaal_opmerking:
            refused = change < 0 and delivery in cut_short
            rule = f"{quarter} heeft {rows(now)}; {quarter - 4} had er {dutch.number(before)} ({_signed(change)})"
            note = (
                f"Van de {noun(delivery)} kwamen er dit kwartaal {public_change(change, before)} binnen "
                "dan in hetzelfde kwartaal een jaar eerder."
            )
            found.append(_finding(group, rule, change, note, refused=refused))
    return found


def rows_year_before(group: Group, quarter: Quarter, year_ago: Previous | None) -> int | None:
    """Rows of the quarter a year earlier: as they came in then, else as they are in this delivery; None without."""
    earlier = quarter - 4
    if year_ago is not None and str(earlier) in year_ago.per_quarter.get(group.delivery, {}):
        return year_ago.per_quarter[group.delivery][str(earlier)]
    return group.per_quarter.get(earlier.index)


def _changed(group: Group, now: int, before: int, settings: Controle) -> list[Finding]:
    change = percentage(now - before, before)
    if abs(change) <= settings.volume_opmerking:
        return []
    rule = f"er zijn nu {rows(now)}, in de vorige levering {dutch.number(before)} ({_signed(change)})"
    much = public_change(change, before)
    note = f"Van de {noun(group.delivery)} kwamen er dit keer {much} binnen dan bij de vorige levering."
    refused = -change > settings.volume_afgekeurd
    return [_finding(group, rule, change, public(note, abs(now - before)), refused=refused)]


def _finding(group: Group, rule: str, change: float, note: str, *, refused: bool) -> Finding:
    remedy = _ASK if change < 0 else "Kijk of er rijen dubbel in zitten."
    outcome = REFUSED if refused else REMARKS
    return Finding(outcome, group.delivery, group.place, rule, remedy, "" if refused else note)


def _gone(delivery: str, before: int) -> Finding:
    rule = f"deze levering ontbreekt; de vorige keer waren er {rows(before)}"
    refused = before >= _ENOUGH
    # No sentence for readers: there were few, and that there are none would be a figure about people.
    outcome = REFUSED if refused else REMARKS
    return Finding(outcome, delivery, DELIVERIES[delivery].file, rule, "Lever haar alsnog.")


def _lost_quarters(group: Group, quarters: Mapping[str, int], settings: Controle) -> list[str]:
    return [
        name
        for name, before in sorted(quarters.items())
        if before >= _ENOUGH_IN_A_QUARTER
        and percentage(before - group.per_quarter.get(Quarter.parse(name).index, 0), before)
        > settings.volume_opmerking
    ]


def _signed(change: float) -> str:
    return f"{'+' if change > 0 else '-'}{dutch.percent(abs(change), 0)}"
